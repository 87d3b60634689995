/** Bags of weighed ids: what two texts have in common whatever its order. */

/** Ids with their weights, the ids in ascending order: two are compared in one walk through both. */
export interface Bag {
  readonly ids: readonly number[]
  readonly weights: readonly number[]
  readonly total: number
}

const MOST_IDS = 512
const ids = Array.from({ length: MOST_IDS }, () => 0.5)
const idWeights = Array.from({ length: MOST_IDS }, () => 0.5)
let count = 0

/** Begins a bag; {@link putIn} fills it and {@link closeBag} makes it. One at a time. */
export function openBag(): void {
  count = 0
}

/** Keeps ids in order; of an id put in twice the greater weight. */
export function putIn(id: number, weight: number): void {
  let at = count
  while (at > 0 && (ids[at - 1] as number) > id) at--
  if (at > 0 && ids[at - 1] === id) {
    if (weight > (idWeights[at - 1] as number)) idWeights[at - 1] = weight
    return
  }
  if (count === MOST_IDS) return
  for (let i = count++; i > at; i--) {
    ids[i] = ids[i - 1] as number
    idWeights[i] = idWeights[i - 1] as number
  }
  ids[at] = id
  idWeights[at] = weight
}

export function closeBag(): Bag {
  let total = 0
  for (let i = 0; i < count; i++) total += idWeights[i] as number
  return { ids: ids.slice(0, count), weights: idWeights.slice(0, count), total }
}

/** The weight of the ids that two bags share. */
export function sharedInBags(a: Bag, b: Bag): number {
  const p = a.ids
  const q = b.ids
  let shared = 0
  for (let i = 0, j = 0; i < p.length && j < q.length; ) {
    const x = p[i] as number
    const y = q[j] as number
    if (x === y) shared += Math.min(a.weights[i++] as number, b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return shared
}
