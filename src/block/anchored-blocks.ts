import { IntegerList, orderByKey } from '../data/grouping.ts'
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
const CANDIDATES_OF_ROW = 4
/** Rows of lists up to so many times the bound are asked for a second key. */
const SCANNED = 20

/**
 * A block for each anchor (a short name) with the rows that share keys with it: the rows of its rarest keys, as many as
 * are allowed, and of longer lists those that share a second key. What a common key alone would bring (every firm with
 * 建筑 in its name) stays out, so that pairs grow with the anchors and not with their product with all rows.
 */
export function* anchoredBlocks(
  keys: RowKeys,
  anchors: Uint8Array,
  maxBlockSize: number,
): Generator<AnchorBlock> {
  const { starts } = keys
  const { rows, begins, groupOfKey } = listRows(keys)
  const anchorCount = anchors.reduce((sum, flag) => sum + flag, 0)
  const most = Math.max(maxBlockSize >> 1, Math.floor((CANDIDATES_OF_ROW * anchors.length) / anchorCount))
  // By row, the anchor + 1 whose block it is in: cheaper than a set for each.
  const foundBy = new Uint32Array(anchors.length)
  const leftBy = new Uint32Array(anchors.length)
  // By group, the same for the keys of the anchor.
  const ownedBy = new Uint32Array(begins.length)
  const sizeOf = (group: number) => begins[group + 1] - begins[group]
  for (let anchor = 0; anchor < anchors.length; anchor++) {
    if (anchors[anchor] === 0) continue
    const own = groupOfKey.subarray(starts[anchor], starts[anchor + 1])
    const found = [anchor]
    let left = 0
    const mark = anchor + 1
    foundBy[anchor] = mark
    for (const group of own) ownedBy[group] = mark
    const take = (row: number) => {
      if (foundBy[row] === mark) return
      foundBy[row] = mark
      found.push(row)
    }
    // Keys that are rare first; of equal ones the order of the hashes, the same whatever the order of rows.
    for (const group of own.toSorted((a, b) => sizeOf(a) - sizeOf(b) || a - b)) {
      const from = begins[group]
      const to = begins[group + 1]
      if (found.length + to - from - 1 <= most) for (let i = from; i < to; i++) take(rows[i])
      else if (to - from > most * SCANNED || own.length < 2) left += to - from
      else {
        for (let i = from; i < to; i++) {
          if (foundBy[rows[i]] === mark || !sharesTwo(groupOfKey, starts, rows[i], ownedBy, mark)) continue
          if (found.length < most) take(rows[i])
          else if (leftBy[rows[i]] !== mark) {
            leftBy[rows[i]] = mark
            left++
          }
        }
      }
    }
    if (found.length > 1 || left > 0) yield { anchor, rows: Uint32Array.from(found).sort(), left }
  }
}

/** Whether two keys of the row are the anchor's. */
function sharesTwo(
  groupOfKey: Uint32Array,
  starts: Uint32Array,
  row: number,
  ownedBy: Uint32Array,
  mark: number,
): boolean {
  let shared = 0
  for (let i = starts[row]; i < starts[row + 1]; i++) {
    if (ownedBy[groupOfKey[i]] === mark && ++shared === 2) return true
  }
  return false
}

/** The rows of each key, ascending: those of group `g` are `rows[begins[g]]` up to `rows[begins[g + 1]]`. */
function listRows({ starts, hashes }: RowKeys) {
  const order = orderByKey(hashes)
  const rowOfKey = new Uint32Array(hashes.length)
  for (let row = 0; row + 1 < starts.length; row++) rowOfKey.fill(row, starts[row], starts[row + 1])
  const rows = order.map((key) => rowOfKey[key])
  const groupOfKey = new Uint32Array(hashes.length)
  const begins = new IntegerList()
  for (let i = 0; i < order.length; i++) {
    if (i === 0 || hashes[order[i]] !== hashes[order[i - 1]]) begins.push(i)
    groupOfKey[order[i]] = begins.length - 1
  }
  begins.push(order.length)
  return { rows, begins: begins.finish(), groupOfKey }
}
