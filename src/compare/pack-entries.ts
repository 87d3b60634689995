import { allocateInt32 } from '../data/buffers.ts'
import { type Claims, claim, createClaims } from '../data/claims.ts'
import { textOf } from '../data/dictionary.ts'
import { type FieldColumns, partOf } from '../data/field-columns.ts'
import { type Comparison, type FieldType, type GlanceCell, glanceAtCode } from '../model/field-type.ts'
import type { FieldWeights } from '../model/weights.ts'

/**
 * What nearly every pair asks of an entry, side by side in shared memory: entry `e` has its record from `e * width` on, the
 * cells of its glances as integers, how rare its values are as numbers. Column by column each pair would miss the
 * processor's cache a dozen times.
 */
export interface PackedEntries {
  readonly cells: Int32Array
  /** The same memory. */
  readonly numbers: Float32Array
  readonly width: number
  /** By comparison, where the cells of its glance begin. */
  readonly glanceAt: readonly number[]
  /** By comparison, where the rarity of its value is, in bits; −1 where rarity says nothing. */
  readonly rareAt: readonly number[]
}

/** The glance of a comparison, its own or the plain one. */
export function glanceOf({ glance, parts }: Comparison) {
  return glance ?? glanceAtCode(parts[0])
}

/** A field whose entries are packed, or are to be. */
export interface FieldToPack {
  readonly type: FieldType
  readonly columns: FieldColumns
  readonly weights: FieldWeights
  readonly packed: PackedEntries
}

/** Packs the entries of a field once, for all threads. */
export function packEntries(type: FieldType, columns: FieldColumns, weights: FieldWeights): PackedEntries {
  const packed = layOutEntries(type, columns, weights)
  fillEntries([{ type, columns, weights, packed }])
  return packed
}

/** The place for the entries of a field, still to be filled. */
export function layOutEntries(type: FieldType, columns: FieldColumns, weights: FieldWeights): PackedEntries {
  const { cells: laid, glanceAt } = layOutCells(type)
  let width = laid.length
  const rareAt = weights.map(({ frequency }) => (frequency === undefined ? -1 : width++))
  const cells = allocateInt32(columns.entryCount * width)
  return {
    cells,
    numbers: new Float32Array(cells.buffer, cells.byteOffset, cells.length),
    width,
    glanceAt,
    rareAt,
  }
}

/**
 * The cells of all glances of a field. Where a glance begins with what is there already, side by side, it is not laid again: an
 * entry is as short as that allows, and fits in fewer lines of the cache.
 */
function layOutCells({ comparisons }: FieldType): { cells: readonly GlanceCell[]; glanceAt: number[] } {
  const laid: GlanceCell[] = []
  const glanceAt = comparisons.map((comparison) => {
    const { cells } = glanceOf(comparison)
    let at = 0
    while (!laid.slice(at, at + cells.length).every((cell, i) => cell === cells[i])) at++
    laid.push(...cells.slice(laid.length - at))
    return at
  })
  return { cells: laid, glanceAt }
}

/** So many entries are filled at a time: what is written of them stays in the cache until all their cells are there. */
const ENTRIES_OF_RANGE = 4096

/** How many ranges of entries there are to fill, the work that threads share. */
export function countEntryRanges(fields: readonly FieldToPack[]): number {
  return fields.reduce((sum, field) => sum + rangesOf(field), 0)
}

function rangesOf({ columns }: FieldToPack): number {
  return Math.ceil(columns.entryCount / ENTRIES_OF_RANGE)
}

/**
 * Fills the entries of fields.
 * @param claims on the ranges of entries, where several threads share them.
 */
export function fillEntries(fields: readonly FieldToPack[], claims?: Claims): void {
  const fillers = fields.map(createFiller)
  for (const range of claim(claims ?? createClaims(countEntryRanges(fields)))) {
    let [field, own] = [0, range]
    while (own >= rangesOf(fields[field])) own -= rangesOf(fields[field++])
    const { entryCount } = fields[field].columns
    fillers[field](own * ENTRIES_OF_RANGE, Math.min(entryCount, (own + 1) * ENTRIES_OF_RANGE))
  }
}

function createFiller({ type, columns, weights, packed }: FieldToPack): (from: number, to: number) => void {
  const { cells, numbers, width, rareAt } = packed
  const wanted = layOutCells(type).cells.map((cell, at) => ({ cell, at }))
  const texts = createTextReader(columns)
  const sketches = wanted.flatMap(({ cell, at }) =>
    typeof cell === 'string' ? [] : [{ at, read: sketcher(columns, cell, texts) }],
  )
  return (from, to) => {
    for (const { cell, at } of wanted) {
      if (typeof cell !== 'string') continue
      const { codes } = partOf(columns, cell)
      for (let entry = from; entry < to; entry++) cells[entry * width + at] = codes[entry]
    }
    // All of one entry together, since several sketch one text.
    for (let entry = from; entry < to; entry++) {
      for (const { at, read } of sketches) cells[entry * width + at] = read(entry)
    }
    weights.forEach(({ frequency }, i) => {
      if (frequency === undefined) return
      const { codes, adjustments } = frequency
      for (let entry = from; entry < to; entry++) {
        numbers[entry * width + rareAt[i]] = adjustments[codes[entry]]
      }
    })
  }
}

/** Reads the text of an entry in a part; the last one of each part is remembered. */
function createTextReader(columns: FieldColumns): (part: string) => (entry: number) => string {
  const readers = new Map<string, (entry: number) => string>()
  return (part) => {
    const known = readers.get(part)
    if (known !== undefined) return known
    const { codes, dictionary } = partOf(columns, part)
    let [last, text] = [0, '']
    const read = (entry: number): string => {
      if (codes[entry] === last) return text
      last = codes[entry]
      text = textOf(dictionary, last)
      return text
    }
    readers.set(part, read)
    return read
  }
}

/** Of one part whose texts recur each distinct one is sketched once. */
function sketcher(
  columns: FieldColumns,
  { parts, sketch }: Exclude<GlanceCell, string>,
  texts: (part: string) => (entry: number) => string,
): (entry: number) => number {
  const [first, ...others] = parts.map(texts)
  const read =
    others.length === 0
      ? (entry: number) => sketch([first(entry)])
      : (entry: number) => sketch([first(entry), ...others.map((text) => text(entry))])
  const { codes, dictionary } = partOf(columns, parts[0])
  if (parts.length > 1 || 2 * dictionary.size > columns.entryCount) return read
  const sketches = new Int32Array(dictionary.size)
  const isMade = new Uint8Array(dictionary.size)
  return (entry) => {
    const code = codes[entry]
    if (isMade[code] === 0) {
      isMade[code] = 1
      sketches[code] = read(entry)
    }
    return sketches[code]
  }
}
