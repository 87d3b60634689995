import { allocateFloat64, allocateInt8, allocateUint8, allocateUint32, plainUint32 } from './buffers.ts'
import { groupByLabel, IntegerList, sortByKey, sortPairs } from './grouping.ts'

/** Scored pairs of rows: pair `e` is `left[e]` < `right[e]`. All of it is flat memory that threads can share. */
export interface Edges {
  readonly count: number
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Match weight, log2, prior included. */
  readonly weights: Float64Array
  /** The comparison whose level forbids the merge; −1 none. Its weight is not in `weights`. */
  readonly vetoes: Int8Array
  /** So many bytes a pair of what was found of it, as who scored it packs them: those of pair `e` begin at `e * width`. */
  readonly width: number
  readonly findings: Uint8Array
}

/** A scored pair by itself. */
export interface FoundPair {
  readonly weight: number
  readonly veto: number
  readonly finding: Uint8Array
}

/** What was found of an edge. */
export function edgeAt({ weights, vetoes, findings, width }: Edges, edge: number): FoundPair {
  const finding = findings.subarray(edge * width, (edge + 1) * width)
  return { weight: weights[edge], veto: vetoes[edge], finding }
}

/** Collects edges in typed arrays that grow. */
export class EdgeList {
  #edges: Edges
  #count = 0

  constructor(width = 0) {
    this.#edges = allocateEdges(1024, width)
  }

  /** Takes a pair; `finding` has as many bytes as the list is wide, or more, which are left out. */
  push(left: number, right: number, weight: number, veto: number, finding?: Uint8Array): void {
    if (this.#count === this.#edges.count) this.#grow()
    const edges = this.#edges
    const edge = this.#count++
    edges.left[edge] = left
    edges.right[edge] = right
    edges.weights[edge] = weight
    edges.vetoes[edge] = veto
    if (finding === undefined) return
    const at = edge * edges.width
    for (let i = 0; i < edges.width; i++) edges.findings[at + i] = finding[i]
  }

  /** What was taken, without a copy; the list is done with. */
  finish(): Edges {
    const { left, right, weights, vetoes, width, findings } = this.#edges
    const count = this.#count
    return {
      count,
      left: left.subarray(0, count),
      right: right.subarray(0, count),
      weights: weights.subarray(0, count),
      vetoes: vetoes.subarray(0, count),
      width,
      findings: findings.subarray(0, count * width),
    }
  }

  #grow(): void {
    const larger = allocateEdges(this.#count * 2, this.#edges.width)
    const { left, right, weights, vetoes, findings } = this.#edges
    larger.left.set(left)
    larger.right.set(right)
    larger.weights.set(weights)
    larger.vetoes.set(vetoes)
    larger.findings.set(findings)
    this.#edges = larger
  }
}

function allocateEdges(count: number, width: number): Edges {
  return {
    count,
    left: allocateUint32(count),
    right: allocateUint32(count),
    weights: allocateFloat64(count),
    vetoes: allocateInt8(count),
    width,
    findings: allocateUint8(count * width),
  }
}

/**
 * All edges of several lists of one width, by their left row, then by their right: one order however they were found. What was found of
 * a pair is copied once.
 */
export function sortEdges(lists: readonly Edges[]): Edges {
  const count = lists.reduce((sum, list) => sum + list.count, 0)
  const width = lists[0]?.width ?? 0
  const order = orderByRows(joined(count, lists, 'left'), joined(count, lists, 'right'))
  const sorted = allocateEdges(count, width)
  for (let i = 0; i < count; i++) {
    let [list, edge] = [0, order[i]]
    while (edge >= lists[list].count) edge -= lists[list++].count
    const { left, right, weights, vetoes, findings } = lists[list]
    sorted.left[i] = left[edge]
    sorted.right[i] = right[edge]
    sorted.weights[i] = weights[edge]
    sorted.vetoes[i] = vetoes[edge]
    for (let k = 0; k < width; k++) sorted.findings[i * width + k] = findings[edge * width + k]
  }
  return sorted
}

function joined(count: number, lists: readonly Edges[], side: 'left' | 'right'): Uint32Array {
  const rows = plainUint32(count)
  let at = 0
  for (const list of lists) {
    rows.set(list[side], at)
    at += list.count
  }
  return rows
}

/** Rows have few edges each: these are grouped by the left row, and sorted within. */
function orderByRows(left: Uint32Array, right: Uint32Array): Uint32Array {
  const rowCount = left.reduce((most, row) => Math.max(most, row + 1), 0)
  const { starts, items } = groupByLabel(left, rowCount)
  for (let row = 0; row < rowCount; row++) {
    const [from, to] = [starts[row], starts[row + 1]]
    if (to - from > FEW) items.subarray(from, to).sort((a, b) => right[a] - right[b] || a - b)
    else sortFew(items, from, to, right)
  }
  return items
}

/** So many are soonest sorted by insertion. */
const FEW = 32

function sortFew(items: Uint32Array, from: number, to: number, keys: Uint32Array): void {
  for (let i = from + 1; i < to; i++) {
    const item = items[i]
    let at = i
    for (; at > from && keys[items[at - 1]] > keys[item]; at--) items[at] = items[at - 1]
    items[at] = item
  }
}

/** The edges that are chosen, the heaviest first; of equal weights by left row, then by right. */
export function chooseHeaviest(edges: Edges, isChosen: (edge: number) => boolean): Uint32Array {
  const chosen = new IntegerList()
  for (let edge = 0; edge < edges.count; edge++) if (isChosen(edge)) chosen.push(edge)
  let items = chosen.finish()
  if (!areByRows(edges)) items = sortByKey(sortByKey(items, edges.right), edges.left)
  return sortDescending(items, edges.weights)
}

function areByRows({ left, right, count }: Edges): boolean {
  for (let i = 1; i < count; i++) {
    if (left[i] < left[i - 1] || (left[i] === left[i - 1] && right[i] < right[i - 1])) return false
  }
  return true
}

/** Sorts items by their doubles, the greatest first, stable: by the lower half of their bits, then by the upper. */
function sortDescending(items: Uint32Array, values: Float64Array): Uint32Array {
  const double = new Float64Array(1)
  const halves = new Uint32Array(double.buffer)
  const [lowAt, highAt] = isLittleEndian() ? [0, 1] : [1, 0]
  const pairs = plainUint32(2 * items.length)
  for (let i = 0; i < items.length; i++) {
    double[0] = values[items[i]]
    // The bits of negative doubles ascend already where the doubles descend, but for the sign.
    pairs[2 * i] = double[0] < 0 ? halves[lowAt] : ~halves[lowAt]
    pairs[2 * i + 1] = items[i]
  }
  const byLow = sortPairs(pairs)
  for (let i = 0; i < byLow.length; i += 2) {
    // The two zeros are one number.
    double[0] = values[byLow[i + 1]] + 0
    byLow[i] = double[0] < 0 ? halves[highAt] : ~halves[highAt] & 0x7fffffff
  }
  const sorted = sortPairs(byLow)
  for (let i = 0; i < items.length; i++) items[i] = sorted[2 * i + 1]
  return items
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}
