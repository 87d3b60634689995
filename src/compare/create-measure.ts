import { textOf } from '../data/dictionary.ts'
import { type FieldColumns, partOf } from '../data/field-columns.ts'
import type { Comparison } from '../model/field-type.ts'

/** The level two entries reach; −1 when there is nothing to compare. */
export type Measure = (left: number, right: number) => number

const PREPARED_SLOTS = 1 << 14
const MEMO_SLOTS = 1 << 16

/**
 * A comparison bound to the columns of its field: texts are prepared once per entry and the levels of
 * recent pairs are remembered, both in direct-mapped caches. A `Map` was slower and grows without bound.
 * Replaces `(left, right) => comparison.level(prepare(left), prepare(right))`.
 */
export function createMeasure(comparison: Comparison, columns: FieldColumns): Measure {
  const prepared = createPrepare(comparison, columns)
  const { level, whenEqual, missingIsNeutral = true } = comparison
  const first = partOf(columns, comparison.parts[0]).codes
  // A single part: pairs of codes recur far more than pairs of entries.
  const isSingle = comparison.parts.length === 1
  const lefts = new Uint32Array(MEMO_SLOTS)
  const rights = new Uint32Array(MEMO_SLOTS).fill(0xffffffff)
  const levels = new Int8Array(MEMO_SLOTS)
  return (left, right) => {
    const leftCode = first[left]
    const rightCode = first[right]
    if (missingIsNeutral && (leftCode === 0 || rightCode === 0)) return -1
    if (whenEqual !== undefined && leftCode === rightCode && leftCode !== 0) return whenEqual
    const a = isSingle ? leftCode : left
    const b = isSingle ? rightCode : right
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 16
    if (lefts[slot] === a && rights[slot] === b) return levels[slot]
    const reached = level(prepared(left), prepared(right))
    lefts[slot] = a
    rights[slot] = b
    levels[slot] = reached
    return reached
  }
}

/** The prepared form of an entry, kept for a while. */
export function createPrepare(comparison: Comparison, columns: FieldColumns): (entry: number) => unknown {
  const parts = comparison.parts.map((name) => partOf(columns, name))
  const held = new Uint32Array(PREPARED_SLOTS).fill(0xffffffff)
  const values: unknown[] = new Array(PREPARED_SLOTS)
  return (entry) => {
    const slot = entry & (PREPARED_SLOTS - 1)
    if (held[slot] === entry) return values[slot]
    values[slot] = comparison.prepare(parts.map(({ codes, dictionary }) => textOf(dictionary, codes[entry])))
    held[slot] = entry
    return values[slot]
  }
}
