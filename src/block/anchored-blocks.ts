import { IntegerList, orderByKey } from '../data/grouping.ts'
import type { RowKeys } from './row-keys.ts'

/** The rows of one anchor's block, ascending, and how many rows that share a key had to be left out for their number. */
export interface AnchorBlock {
  readonly anchor: number
  readonly rows: Uint32Array
  readonly left: number
}

/** So many candidates a record of the input are made in all, the fewer anchors the more for each. */
const CANDIDATES_OF_ROW = 4
/** Rows of lists up to so many times the bound are asked for a second key. */
const SCANNED = 20

/**
 * A block for each anchor (a short name) with the rows that share keys with it: the rows of its rarest keys, as many as
 * are allowed, and of longer lists those that share a second key. What a common key alone would bring (every firm with
 * 建筑 in its name) stays out, so that pairs grow with the anchors and not with their product with all rows.
 */
export function* anchoredBlocks(
  { starts, hashes }: RowKeys,
  anchors: Uint8Array,
  maxBlockSize: number,
): Generator<AnchorBlock> {
  const lists = listRows({ starts, hashes })
  const anchorCount = anchors.reduce((sum, flag) => sum + flag, 0)
  const most = Math.max(maxBlockSize, Math.floor((CANDIDATES_OF_ROW * anchors.length) / anchorCount))
  for (let anchor = 0; anchor < anchors.length; anchor++) {
    if (anchors[anchor] === 0) continue
    const own = Array.from(hashes.subarray(starts[anchor], starts[anchor + 1]))
    const ranges = own.map((hash) => lists.rangeOf(hash)).filter(({ from, to }) => to - from > 1)
    ranges.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
    const found = new Set<number>([anchor])
    const left = new Set<number>()
    for (const { from, to } of ranges) {
      if (found.size + to - from <= most) {
        for (let i = from; i < to; i++) found.add(lists.rows[i])
      } else if (to - from > most * SCANNED || own.length < 2) {
        for (let i = from; i < to; i++) left.add(lists.rows[i])
      } else {
        for (let i = from; i < to; i++) {
          const row = lists.rows[i]
          if (found.has(row) || countShared(hashes, starts, row, own) < 2) continue
          if (found.size < most) found.add(row)
          else left.add(row)
        }
      }
    }
    for (const row of found) left.delete(row)
    if (found.size > 1 || left.size > 0) {
      yield { anchor, rows: Uint32Array.from(found).sort(), left: left.size }
    }
  }
}

/** How many of `own` are keys of the row. */
function countShared(hashes: Uint32Array, starts: Uint32Array, row: number, own: readonly number[]): number {
  let shared = 0
  for (let i = starts[row]; i < starts[row + 1]; i++) if (own.includes(hashes[i])) shared++
  return shared
}

/** The rows of each key, ascending. */
function listRows({ starts, hashes }: RowKeys) {
  const rowOfKey = new Uint32Array(hashes.length)
  for (let row = 0; row + 1 < starts.length; row++) rowOfKey.fill(row, starts[row], starts[row + 1])
  const order = orderByKey(hashes)
  const rows = order.map((key) => rowOfKey[key])
  const distinct = new IntegerList()
  const begins = new IntegerList()
  for (let i = 0; i < order.length; i++) {
    if (i > 0 && hashes[order[i]] === hashes[order[i - 1]]) continue
    distinct.push(hashes[order[i]])
    begins.push(i)
  }
  begins.push(order.length)
  return {
    rows,
    /** Where the rows of a key stand that there is: by bisection. */
    rangeOf(hash: number): { readonly from: number; readonly to: number } {
      let low = 0
      let high = distinct.length - 1
      while (low < high) {
        const middle = (low + high) >>> 1
        if (distinct.at(middle) < hash) low = middle + 1
        else high = middle
      }
      return { from: begins.at(low), to: begins.at(low + 1) }
    },
  }
}
