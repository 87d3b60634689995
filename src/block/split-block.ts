import { IntegerList } from '../data/grouping.ts'
import { TupleIndex } from '../data/tuple-index.ts'
import { type BoundKey, pushKeys } from './row-keys.ts'

/**
 * Cuts an oversize block up: tells `add` the parts that are small enough, each good until the next, and gives the groups of rows that
 * nothing could split. One that is small enough is its only part.
 */
export type Splitter = (rows: Uint32Array, add: (part: Uint32Array) => void) => readonly Uint32Array[]

/**
 * A splitter by further keys, tried in turn: rows that share a value of the key stay together, and a group
 * that is still too large goes on to the next key. A row with several values is in several parts. Rows without a value may
 * belong anywhere: they are in every part that has room for all of them, and go on by themselves where one has not.
 */
export function createSplitter(splitters: readonly BoundKey[], maxSize: number): Splitter {
  const groupers = splitters.map(createGrouper)
  const merged = new Uint32Array(maxSize)
  return (all, add) => {
    const residue: Uint32Array[] = []
    const split = (rows: Uint32Array, depth: number): void => {
      if (rows.length <= maxSize) {
        if (rows.length > 1) add(rows)
        return
      }
      if (depth === groupers.length) {
        residue.push(rows.slice())
        return
      }
      const { starts, items, without } = groupers[depth](rows)
      let isApart = starts.length === 1
      for (let group = 0; group + 1 < starts.length; group++) {
        const own = items.subarray(starts[group], starts[group + 1])
        const size = own.length + without.length
        if (size > maxSize) {
          isApart = true
          split(own, depth + 1)
        } else if (size > 1) add(mergeInto(merged, own, without))
      }
      if (isApart) split(without, depth + 1)
    }
    split(all, 0)
    return residue
  }
}

/**
 * Groups rows by the values of a key, in order of first sight. What comes back is good until the next rows: of a deep split each
 * level has a grouper of its own.
 */
function createGrouper(splitter: BoundKey) {
  const rule = [splitter]
  const index = new TupleIndex(1)
  const value = new Uint32Array(1)
  const [values, labels, labelled, without] = [0, 1, 2, 3].map(() => new IntegerList())
  return (rows: Uint32Array) => {
    for (const list of [labels, labelled, without]) list.clear()
    index.clear()
    for (const row of rows) {
      values.clear()
      pushKeys(rule, row, values)
      if (values.length === 0) without.push(row)
      for (let i = 0; i < values.length; i++) {
        value[0] = values.at(i)
        labels.push(index.add(value))
        labelled.push(row)
      }
    }
    const starts = new Uint32Array(index.size + 1)
    for (let i = 0; i < labels.length; i++) starts[labels.at(i) + 1]++
    for (let group = 0; group < index.size; group++) starts[group + 1] += starts[group]
    const next = starts.slice()
    const items = new Uint32Array(labels.length)
    for (let i = 0; i < labels.length; i++) items[next[labels.at(i)]++] = labelled.at(i)
    return { starts, items, without: without.view() }
  }
}

/** Both ascending lists as one. */
function mergeInto(into: Uint32Array, a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    into[i + j] = j === b.length || (i < a.length && a[i] < b[j]) ? a[i++] : b[j++]
  }
  return into.subarray(0, i + j)
}
