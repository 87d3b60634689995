import { plainUint32 } from '../data/buffers.ts'
import type { Groups } from '../data/grouping.ts'
import { numberAnchorKeys, rowsOfRareKeys } from './anchor-keys.ts'
import { listKeyPairs } from './key-pairs.ts'
import type { RowKeys } from './row-keys.ts'

/**
 * The rows of one anchor's block, ascending, and how many had to be left out for their number; rows under keys too
 * common to be looked through are counted key by key.
 */
export interface AnchorBlock {
  readonly anchor: number
  readonly rows: Uint32Array
  readonly left: number
}

/** So many candidates a record of the input are made in all, the fewer anchors the more for each; at least half a block. */
const CANDIDATES_OF_ROW = 2
/** Rows of lists up to so many times the bound are asked for a second key. */
const SCANNED = 20

/**
 * A block for each anchor (a short name) with the rows that share keys with it: the rows of its rarest keys, as many as
 * are allowed, and of longer lists those that share a second key. What a common key alone would bring (every firm with
 * 建筑 in its name) stays out, so that pairs grow with the anchors and not with their product with all rows.
 */
export function* anchoredBlocks(
  rowKeys: RowKeys,
  anchors: Uint8Array,
  maxBlockSize: number,
): Generator<AnchorBlock> {
  const anchorCount = anchors.reduce((sum, flag) => sum + flag, 0)
  if (anchorCount === 0) return
  const most = Math.max(maxBlockSize >> 1, Math.floor((CANDIDATES_OF_ROW * anchors.length) / anchorCount))
  const keys = numberAnchorKeys(rowKeys, anchors)
  const { sizes, ofRows } = keys
  const rare = rowsOfRareKeys(keys, most)
  const pairs = listKeyPairs(keys, anchors, most * SCANNED)
  const gatherer = new Gatherer(anchors.length, most)
  for (let anchor = 0; anchor < anchors.length; anchor++) {
    if (anchors[anchor] === 0) continue
    const own: number[] = []
    for (let i = ofRows.starts[anchor]; i < ofRows.starts[anchor + 1]; i++) own.push(ofRows.items[i])
    let tooLong = 0
    gatherer.begin(anchor)
    // Keys that are rare first; of equal ones the order of the hashes, the same whatever the order of rows.
    for (const key of own.sort((a, b) => sizes[a] - sizes[b] || a - b)) {
      if (gatherer.count + sizes[key] - 1 <= most) gatherer.take(rare, key)
      else if (sizes[key] > most * SCANNED || own.length < 2) tooLong += sizes[key]
      else {
        const others = own.filter((other) => other !== key)
        gatherer.takeMerged(
          pairs.rows,
          others.map((other) => pairs.numberOf(key, other)),
        )
      }
    }
    const left = tooLong + gatherer.left
    if (gatherer.count > 1 || left > 0) yield { anchor, rows: gatherer.rows(), left }
  }
}

/** Gathers the rows of one anchor after the other, no more than `most` of each, and counts those that are left. */
class Gatherer {
  readonly #most: number
  /** By row, the anchor + 1 that met it last: cheaper than a set for each. */
  readonly #metBy: Uint32Array
  readonly #found: Uint32Array
  #mark = 0
  #count = 0
  #left = 0

  constructor(rowCount: number, most: number) {
    this.#most = most
    this.#metBy = plainUint32(rowCount)
    this.#found = plainUint32(Math.min(rowCount, most) + 1)
  }

  get count(): number {
    return this.#count
  }

  get left(): number {
    return this.#left
  }

  begin(anchor: number): void {
    this.#mark = anchor + 1
    this.#count = 0
    this.#left = 0
    this.#meet(anchor)
  }

  /** Takes the rows of a group. */
  take({ starts, items }: Groups, group: number): void {
    for (let i = starts[group]; i < starts[group + 1]; i++) this.#meet(items[i])
  }

  /** Takes the rows of several groups, the least first while there is room. */
  takeMerged(groups: Groups, numbers: readonly number[]): void {
    const { starts, items } = groups
    const heads = numbers.map((group) => starts[group])
    while (this.#count < this.#most) {
      let first = -1
      for (let i = 0; i < heads.length; i++) {
        if (heads[i] === starts[numbers[i] + 1]) continue
        if (first < 0 || items[heads[i]] < items[heads[first]]) first = i
      }
      if (first < 0) return
      this.#meet(items[heads[first]++])
    }
    numbers.forEach((group, i) => {
      for (let at = heads[i]; at < starts[group + 1]; at++) this.#meet(items[at])
    })
  }

  /** Those that were taken, ascending. */
  rows(): Uint32Array {
    return this.#found.slice(0, this.#count).sort()
  }

  #meet(row: number): void {
    if (this.#metBy[row] === this.#mark) return
    this.#metBy[row] = this.#mark
    if (this.#count < this.#most) this.#found[this.#count++] = row
    else this.#left++
  }
}
