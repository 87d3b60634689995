import { orderByKey } from './grouping.ts'

/** Scored pairs of rows: pair `e` is `left[e]` < `right[e]`. */
export interface Edges {
  readonly count: number
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Match weight, log2, prior included. */
  readonly weights: Float64Array
  /** The comparison whose level forbids the merge; −1 none. Its weight is not in `weights`. */
  readonly vetoes: Int8Array
}

/** Collects edges in typed arrays that grow. */
export class EdgeList {
  #left = new Uint32Array(1024)
  #right = new Uint32Array(1024)
  #weights = new Float64Array(1024)
  #vetoes = new Int8Array(1024)
  #count = 0

  push(left: number, right: number, weight: number, veto: number): void {
    if (this.#count === this.#left.length) this.#grow()
    this.#left[this.#count] = left
    this.#right[this.#count] = right
    this.#weights[this.#count] = weight
    this.#vetoes[this.#count++] = veto
  }

  finish(): Edges {
    const count = this.#count
    return {
      count,
      left: this.#left.slice(0, count),
      right: this.#right.slice(0, count),
      weights: this.#weights.slice(0, count),
      vetoes: this.#vetoes.slice(0, count),
    }
  }

  #grow(): void {
    const length = this.#count * 2
    const [left, right, weights, vetoes] = [this.#left, this.#right, this.#weights, this.#vetoes]
    this.#left = new Uint32Array(length)
    this.#right = new Uint32Array(length)
    this.#weights = new Float64Array(length)
    this.#vetoes = new Int8Array(length)
    this.#left.set(left)
    this.#right.set(right)
    this.#weights.set(weights)
    this.#vetoes.set(vetoes)
  }
}

/** All edges of several lists, in their order. */
export function joinEdges(lists: readonly Edges[]): Edges {
  const count = lists.reduce((sum, list) => sum + list.count, 0)
  const all = {
    left: new Uint32Array(count),
    right: new Uint32Array(count),
    weights: new Float64Array(count),
    vetoes: new Int8Array(count),
  }
  let at = 0
  for (const { left, right, weights, vetoes, count: length } of lists) {
    all.left.set(left, at)
    all.right.set(right, at)
    all.weights.set(weights, at)
    all.vetoes.set(vetoes, at)
    at += length
  }
  return { count, ...all }
}

/** The edges by their left row, then by their right: one order however they were found. */
export function sortEdges({ count, left, right, weights, vetoes }: Edges): Edges {
  const byRight = orderByKey(right)
  const byBoth = orderByKey(byRight.map((edge) => left[edge])).map((place) => byRight[place])
  const sorted = {
    left: new Uint32Array(count),
    right: new Uint32Array(count),
    weights: new Float64Array(count),
    vetoes: new Int8Array(count),
  }
  for (let i = 0; i < count; i++) {
    const edge = byBoth[i]
    sorted.left[i] = left[edge]
    sorted.right[i] = right[edge]
    sorted.weights[i] = weights[edge]
    sorted.vetoes[i] = vetoes[edge]
  }
  return { count, ...sorted }
}
