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
const CANDIDATES_OF_ROW = 2
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
  const lists = listRows(keys)
  const { rows, begins, groupOfKey } = lists
  const besidesOf = createBesides(lists, starts)
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
        const besides = besidesOf(group)
        const [even, odd] = [bitsOfOthers(own, group, 0), bitsOfOthers(own, group, 1)]
        for (let i = from; i < to; i++) {
          if (((besides[2 * i] & even) | (besides[2 * i + 1] & odd)) === 0) continue
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

/** Each key has one bit of 64, by the number of its group: which of two words it is in, and the bit there. */
const wordOf = (group: number): number => group & 1
const bitOf = (group: number): number => 1 << (Math.imul(group, 0x9e3779b1) >>> 27)

/** The bits of that word that the other groups have. */
function bitsOfOthers(groups: Uint32Array, group: number, word: number): number {
  let bits = 0
  for (let i = 0; i < groups.length; i++) {
    if (groups[i] !== group && wordOf(groups[i]) === word) bits |= bitOf(groups[i])
  }
  return bits
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

type RowLists = ReturnType<typeof listRows>

/**
 * Beside each row of a group, the bits of the other keys that the row has, two words a row; made when a group is first asked for.
 * Most rows that share no second key with an anchor are told by them, without looking the row up.
 */
function createBesides({ rows, begins, groupOfKey }: RowLists, starts: Uint32Array) {
  const besides = new Int32Array(2 * rows.length)
  const isMade = new Uint8Array(begins.length)
  return (group: number): Int32Array => {
    if (isMade[group] !== 0) return besides
    isMade[group] = 1
    for (let i = begins[group]; i < begins[group + 1]; i++) {
      for (let key = starts[rows[i]]; key < starts[rows[i] + 1]; key++) {
        const other = groupOfKey[key]
        if (other !== group) besides[2 * i + wordOf(other)] |= bitOf(other)
      }
    }
    return besides
  }
}
