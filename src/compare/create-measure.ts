import { textOf } from '../data/dictionary.ts'
import { type FieldColumns, type PartColumn, partOf } from '../data/field-columns.ts'
import { type Comparison, type Glance, UNSETTLED } from '../model/field-type.ts'
import { glanceOf, type PackedEntries } from './pack-entries.ts'

/** A comparison bound to the columns of its field. */
export interface Measure {
  /** Its glance: `see(cells, left * width + at, right * width + at, gate)` for the packed entries `left` and `right`. */
  readonly see: Glance['level']
  readonly at: number
  readonly gate: (left: number, right: number) => number
  /** The level two entries reach that the glance left open; −1 when there is nothing to compare. */
  readonly level: (left: number, right: number) => number
}

/**
 * What is prepared is kept for good where the texts are few enough, in so many slots where they are not: pairs of one brand
 * come one after the other, so few are enough. Of eight thousand each was old before it was driven out, and the heap of each thread
 * grew by 200 MB. What gates keep is small, and recurs.
 */
const PREPARED_SLOTS = 1 << 8
const MOST_KEPT = 1 << 13
const MOST_KEPT_BY_GATE = 1 << 20
const MEMO_BITS = 14

/**
 * A comparison bound to columns: texts are prepared once and the levels of recent pairs of texts are remembered, in
 * direct-mapped caches. A `Map` was slower and grows without bound.
 * What the glance sees, and where that is UNSETTLED `level(l, r)`, replace `comparison.level(prepare(l), prepare(r))`.
 */
export function createMeasure(
  comparison: Comparison,
  columns: FieldColumns,
  packed: PackedEntries,
  number: number,
): Measure {
  return {
    see: glanceOf(comparison).level,
    at: packed.glanceAt[number],
    gate: createGate(comparison, columns),
    level: createLevel(comparison, columns),
  }
}

/** What the gate says of two codes of its part. */
function createGate({ gate }: Comparison, columns: FieldColumns): Measure['level'] {
  if (gate === undefined) return () => UNSETTLED
  const part = partOf(columns, gate.part)
  const prepared = createPrepare(gate.prepare, part, MOST_KEPT_BY_GATE)
  return remember(part.dictionary.size, (a, b) => gate.level(prepared(a), prepared(b)))
}

function createLevel(comparison: Comparison, columns: FieldColumns): Measure['level'] {
  const parts = comparison.parts.map((name) => partOf(columns, name))
  const levelOfTexts = createLevelOfTexts(comparison, parts, columns.entryCount)
  const { settle } = comparison
  if (settle === undefined) return levelOfTexts
  return (left, right) => {
    const level = settle(parts, left, right)
    return level === UNSETTLED ? levelOfTexts(left, right) : level
  }
}

function createLevelOfTexts(
  comparison: Comparison,
  parts: readonly PartColumn[],
  entryCount: number,
): Measure['level'] {
  const { level } = comparison
  if (parts.length > 1) {
    const read = (entry: number) => parts.map(({ codes, dictionary }) => textOf(dictionary, codes[entry]))
    const prepared = createCache(
      (entry) => comparison.prepare(read(entry)),
      Math.min(PREPARED_SLOTS, 2 ** bitsFor(entryCount)),
    )
    return (left, right) => level(prepared(left), prepared(right))
  }
  const { codes, dictionary } = parts[0]
  const prepared = createPrepare((text) => comparison.prepare([text]), parts[0], MOST_KEPT)
  const ofCodes = remember(dictionary.size, (a, b) => level(prepared(a), prepared(b)))
  return (left, right) => ofCodes(codes[left], codes[right])
}

/** Remembers what recent pairs of codes came to: they recur far more than pairs of entries. */
function remember(size: number, levelOf: (a: number, b: number) => number): Measure['level'] {
  const bits = Math.min(MEMO_BITS, 2 * bitsFor(size))
  const shift = 32 - bits
  const lefts = new Uint32Array(2 ** bits)
  const rights = new Uint32Array(2 ** bits).fill(0xffffffff)
  const levels = new Int8Array(2 ** bits)
  return (a, b) => {
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> shift
    if (lefts[slot] === a && rights[slot] === b) return levels[slot]
    const reached = levelOf(a, b)
    lefts[slot] = a
    rights[slot] = b
    levels[slot] = reached
    return reached
  }
}

/** The bits that number so many things, one at least: of little data no large cache is made. */
function bitsFor(count: number): number {
  return Math.max(1, Math.ceil(Math.log2(count)))
}

/** The prepared form of a text by its code. */
function createPrepare(
  prepare: (text: string) => unknown,
  { dictionary }: PartColumn,
  most: number,
): (code: number) => unknown {
  const make = (code: number) => prepare(textOf(dictionary, code))
  if (dictionary.size > most) return createCache(make, PREPARED_SLOTS)
  const kept: unknown[] = new Array(dictionary.size)
  return (code) => {
    const known = kept[code]
    if (known !== undefined) return known
    const made = make(code)
    kept[code] = made
    return made
  }
}

/** Remembers what `make` made, in a number of slots that is a power of two. */
export function createCache(make: (number: number) => unknown, slots: number): (number: number) => unknown {
  const held = new Uint32Array(slots).fill(0xffffffff)
  const values: unknown[] = new Array(slots)
  return (number) => {
    const slot = number & (slots - 1)
    if (held[slot] === number) return values[slot]
    values[slot] = make(number)
    held[slot] = number
    return values[slot]
  }
}
