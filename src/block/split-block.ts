import { type Groups, IntegerList } from '../data/grouping.ts'
import { type BoundKey, onlyKeys, pushKeys, SEVERAL_KEYS } from './row-keys.ts'

/**
 * Cuts an oversize block up: tells `add` the parts that are small enough, as a stretch of rows that is good until the next, and
 * gives the groups of rows that nothing could split.
 */
export type Splitter = (rows: Uint32Array, add: AddPart) => readonly Uint32Array[]

export type AddPart = (rows: Uint32Array, from: number, to: number) => void

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
        if (rows.length > 1) add(rows, 0, rows.length)
        return
      }
      if (depth === groupers.length) {
        residue.push(rows.slice())
        return
      }
      const { starts, items, without } = groupers[depth](rows)
      let isApart = starts.length === 1
      for (let group = 0; group + 1 < starts.length; group++) {
        const [from, to] = [starts[group], starts[group + 1]]
        const size = to - from + without.length
        if (size > maxSize) {
          isApart = true
          split(items.subarray(from, to), depth + 1)
        } else if (without.length > 0) add(merged, 0, mergeInto(merged, items, from, to, without))
        else if (size > 1) add(items, from, to)
      }
      if (isApart) split(without, depth + 1)
    }
    split(all, 0)
    return residue
  }
}

/** The only keys of rows under a splitter, for all rules that split by it: a row's entries and their keys are looked up but once. */
const onlyKeysOf = new WeakMap<BoundKey, Uint32Array>()

/**
 * Groups rows by the values of a key, in order of first sight. What comes back is good until the next rows: of a deep split each
 * level has a grouper of its own.
 */
function createGrouper(splitter: BoundKey) {
  const rule = [splitter]
  const numberKeys = createNumbering()
  const [keys, labelled, without] = [0, 1, 2].map(() => new IntegerList())
  return (rows: Uint32Array) => {
    const only = onlyKeysOf.get(splitter) ?? onlyKeys(splitter)
    onlyKeysOf.set(splitter, only)
    for (const list of [keys, labelled, without]) list.clear()
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]
      const key = only[row]
      if (key === 0) without.push(row)
      else if (key !== SEVERAL_KEYS) {
        keys.push(key)
        labelled.push(row)
      } else {
        pushKeys(rule, row, keys)
        if (labelled.length === keys.length) without.push(row)
        while (labelled.length < keys.length) labelled.push(row)
      }
    }
    const labels = keys.view()
    return { ...groupFew(labels, numberKeys(labels), labelled.view()), without: without.view() }
  }
}

/** Puts in the place of keys, none of them 0, their numbers in order of first sight, and gives how many are distinct. */
function createNumbering(): (keys: Uint32Array) => number {
  // By slot, a key and its number; a hash is good enough for its own place.
  let slots = new Uint32Array(128)
  return (keys) => {
    let size = 16
    while (size < 2 * keys.length) size *= 2
    if (slots.length < 2 * size) slots = new Uint32Array(2 * size)
    else slots.fill(0, 0, 2 * size)
    let count = 0
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]
      let slot = key & (size - 1)
      while (slots[2 * slot] !== 0 && slots[2 * slot] !== key) slot = (slot + 1) & (size - 1)
      if (slots[2 * slot] === 0) {
        slots[2 * slot] = key
        slots[2 * slot + 1] = count++
      }
      keys[i] = slots[2 * slot + 1]
    }
    return count
  }
}

/** Like `groupByLabel`, in memory of the thread alone, which costs less to get. */
function groupFew(labels: Uint32Array, labelCount: number, labelled: Uint32Array): Groups {
  const starts = new Uint32Array(labelCount + 2)
  for (let i = 0; i < labels.length; i++) starts[labels[i] + 2]++
  for (let group = 2; group < starts.length; group++) starts[group] += starts[group - 1]
  const items = new Uint32Array(labels.length)
  for (let i = 0; i < labels.length; i++) items[starts[labels[i] + 1]++] = labelled[i]
  return { starts: starts.subarray(0, labelCount + 1), items }
}

/** Puts two ascending lists, the first a stretch of its rows, in order, and gives how many rows they are. */
function mergeInto(into: Uint32Array, a: Uint32Array, from: number, to: number, b: Uint32Array): number {
  let [i, j, count] = [from, 0, 0]
  while (i < to || j < b.length) into[count++] = j === b.length || (i < to && a[i] < b[j]) ? a[i++] : b[j++]
  return count
}
