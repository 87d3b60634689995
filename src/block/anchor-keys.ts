import { plainUint32 } from '../data/buffers.ts'
import { type Groups, groupByLabel, IntegerList } from '../data/grouping.ts'
import type { RowKeys } from './row-keys.ts'

/** The keys that anchors have, numbered by ascending hash: what no anchor has brings nothing. */
export interface AnchorKeys {
  /** By key, how many rows have it. */
  readonly sizes: Uint32Array
  /** By key. */
  readonly hashes: Uint32Array
  /** By row, those of its keys. */
  readonly ofRows: Groups
}

/** Numbers the keys of anchors, and lists those of every row. */
export function numberAnchorKeys({ starts, hashes }: RowKeys, anchors: Uint8Array): AnchorKeys {
  const own = new IntegerList()
  for (let row = 0; row < anchors.length; row++) {
    if (anchors[row] === 0) continue
    for (let i = starts[row]; i < starts[row + 1]; i++) own.push(hashes[i])
  }
  const distinct = own
    .finish()
    .sort()
    .filter((hash, i, all) => i === 0 || hash !== all[i - 1])
  const numberOf = createNumbering(distinct)
  const sizes = plainUint32(distinct.length)
  const ofRows = { starts: plainUint32(starts.length), items: plainUint32(hashes.length) }
  let count = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let i = starts[row]; i < starts[row + 1]; i++) {
      const key = numberOf(hashes[i])
      if (key < 0) continue
      sizes[key]++
      ofRows.items[count++] = key
    }
    ofRows.starts[row + 1] = count
  }
  return { sizes, hashes: distinct, ofRows }
}

/** Where a hash is among ascending ones, −1 where it is not: their first bits tell about where to look. */
function createNumbering(ascending: Uint32Array): (hash: number) => number {
  const shift = Math.min(31, Math.clz32(ascending.length))
  const { starts } = groupByLabel(
    ascending.map((hash) => hash >>> shift),
    2 ** (32 - shift),
  )
  return (hash) => {
    const end = starts[(hash >>> shift) + 1]
    for (let i = starts[hash >>> shift]; i < end; i++) if (ascending[i] === hash) return i
    return -1
  }
}

/** The rows of each key that no more than `most` rows have, ascending; none of the others. */
export function rowsOfRareKeys({ sizes, ofRows: { starts, items } }: AnchorKeys, most: number): Groups {
  const begins = plainUint32(sizes.length + 1)
  for (let key = 0; key < sizes.length; key++)
    begins[key + 1] = begins[key] + (sizes[key] <= most ? sizes[key] : 0)
  const rows = plainUint32(begins[sizes.length])
  const next = begins.slice()
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let i = starts[row]; i < starts[row + 1]; i++) {
      if (sizes[items[i]] <= most) rows[next[items[i]]++] = row
    }
  }
  return { starts: begins, items: rows }
}
