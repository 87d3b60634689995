import { allocateUint8, plainUint32 } from '../data/buffers.ts'
import type { FieldColumns, KeyColumn } from '../data/field-columns.ts'
import { IntegerList } from '../data/grouping.ts'
import { combineHashes } from '../data/hash.ts'

/** A blocking key of a field, where to find it. */
export interface BoundKey {
  readonly columns: FieldColumns
  readonly key: KeyColumn
}

/** Hashed keys by row: those of row `i` are `hashes[starts[i]]` up to `hashes[starts[i + 1]]`, distinct. */
export interface RowKeys {
  readonly starts: Uint32Array
  readonly hashes: Uint32Array
}

/** A record with very many values under one rule (200 phones) keeps its first 64 keys. */
const MAX_KEYS = 64

/** The keys of one row under a rule: every combination of the values of its keys, hashed. */
export function keysOfRow(rule: readonly BoundKey[], row: number): number[] {
  let combined: number[] = []
  for (let part = 0; part < rule.length; part++) {
    const own = valuesOf(rule[part], row)
    if (own.length === 0) return []
    if (part === 0) combined = own
    // Distinct, or a row whose hashes collide would stand in its block twice.
    else combined = [...new Set(combined.flatMap((a) => own.map((b) => combineHashes(a, b))))]
    if (combined.length > MAX_KEYS) combined.length = MAX_KEYS
  }
  return combined
}

/** The keys of all rows under a rule; a row with `skipped[row]` 1 has none. */
export function keysOfRows(rule: readonly BoundKey[], skipped: Uint8Array): RowKeys {
  const rowCount = skipped.length
  const starts = plainUint32(rowCount + 1)
  const hashes = new IntegerList()
  for (let row = 0; row < rowCount; row++) {
    if (skipped[row] === 0) pushKeys(rule, row, hashes)
    starts[row + 1] = hashes.length
  }
  return { starts, hashes: hashes.finish() }
}

/** Pushes the keys of a row. */
export function pushKeys(rule: readonly BoundKey[], row: number, hashes: IntegerList): void {
  if (pushOnly(rule, row, hashes)) return
  for (const hash of keysOfRow(rule, row)) hashes.push(hash)
}

/** Stands for the keys of a row that has several; also for that very hash, which is as well asked of the row. */
export const SEVERAL_KEYS = 1

/** By row, its only value of a key; 0 where it has none, SEVERAL_KEYS where it has more than one. */
export function onlyKeys({ columns, key }: BoundKey): Uint32Array {
  const only = plainUint32(columns.starts.length - 1)
  for (let row = 0; row < only.length; row++) {
    const at = columns.starts[row]
    if (columns.starts[row + 1] === at) continue
    const entry = columns.entries[at]
    const from = key.starts[entry]
    const isOne = columns.starts[row + 1] - at === 1 && key.starts[entry + 1] - from < 2
    if (!isOne) only[row] = SEVERAL_KEYS
    else if (key.starts[entry + 1] > from) only[row] = key.hashes[from]
  }
  return only
}

/**
 * Most rows have one entry and most rules one key or two: then the keys of the entry, or each of the one with each of the
 * other, are those of the row, once each. The same as `keysOfRow`, without lists.
 */
function pushOnly(rule: readonly BoundKey[], row: number, hashes: IntegerList): boolean {
  if (rule.length > 2) return false
  const [{ columns, key }] = rule
  const first = columns.starts[row]
  if (columns.starts[row + 1] - first > 1) return false
  if (columns.starts[row + 1] === first) return true
  const entry = columns.entries[first]
  const [from, to] = [key.starts[entry], key.starts[entry + 1]]
  if (rule.length === 1) return pushAll(key.hashes, from, to, hashes)
  const { columns: otherColumns, key: otherKey } = rule[1]
  const second = otherColumns.starts[row]
  if (otherColumns.starts[row + 1] - second > 1) return false
  if (otherColumns.starts[row + 1] === second) return true
  const other = otherColumns.entries[second]
  const [otherFrom, otherTo] = [otherKey.starts[other], otherKey.starts[other + 1]]
  if ((to - from) * (otherTo - otherFrom) > MAX_KEYS) return false
  const own = hashes.length
  for (let i = from; i < to; i++) {
    for (let j = otherFrom; j < otherTo; j++) {
      pushOnce(hashes, own, combineHashes(key.hashes[i], otherKey.hashes[j]))
    }
  }
  return true
}

function pushAll(from: Uint32Array, start: number, end: number, hashes: IntegerList): boolean {
  if (end - start > MAX_KEYS) return false
  const own = hashes.length
  for (let i = start; i < end; i++) pushOnce(hashes, own, from[i])
  return true
}

/** Distinct among those from `own` on, or a row whose hashes collide would stand in its block twice. */
function pushOnce(hashes: IntegerList, own: number, hash: number): void {
  for (let known = own; known < hashes.length; known++) if (hashes.at(known) === hash) return
  hashes.push(hash)
}

function valuesOf({ columns, key }: BoundKey, row: number): number[] {
  const values: number[] = []
  for (let at = columns.starts[row]; at < columns.starts[row + 1]; at++) {
    const entry = columns.entries[at]
    for (let i = key.starts[entry]; i < key.starts[entry + 1]; i++) {
      if (!values.includes(key.hashes[i])) values.push(key.hashes[i])
      if (values.length === MAX_KEYS) return values
    }
  }
  return values
}

/** By row, 1 where one of its entries is an anchor of the rule; undefined when no key of the rule has anchors. */
export function anchorsOfRows(rule: readonly BoundKey[], skipped: Uint8Array): Uint8Array | undefined {
  const flagged = rule.filter(({ key }) => key.anchors !== undefined)
  if (flagged.length === 0) return undefined
  const rowCount = skipped.length
  const out = allocateUint8(rowCount)
  for (const { columns, key } of flagged) {
    for (let row = 0; row < rowCount; row++) {
      if (skipped[row] !== 0) continue
      for (let at = columns.starts[row]; at < columns.starts[row + 1]; at++) {
        if (key.anchors?.[columns.entries[at]] === 1) out[row] = 1
      }
    }
  }
  return out
}
