import { allocateInt32 } from '../data/buffers.ts'
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

/** Packs the entries of a field once, for all threads. */
export function packEntries(type: FieldType, columns: FieldColumns, weights: FieldWeights): PackedEntries {
  const wanted: GlanceCell[] = []
  const glanceAt: number[] = []
  for (const comparison of type.comparisons) {
    glanceAt.push(wanted.length)
    wanted.push(...glanceOf(comparison).cells)
  }
  let width = wanted.length
  const rareAt = weights.map(({ frequency }) => (frequency === undefined ? -1 : width++))
  const cells = allocateInt32(columns.entryCount * width)
  const numbers = new Float32Array(cells.buffer)
  wanted.forEach((cell, at) => {
    fillCells(columns, cell, cells, at, width)
  })
  weights.forEach(({ frequency }, i) => {
    if (frequency === undefined) return
    const { codes, adjustments } = frequency
    for (let entry = 0; entry < columns.entryCount; entry++) {
      numbers[entry * width + rareAt[i]] = adjustments[codes[entry]]
    }
  })
  return { cells, numbers, width, glanceAt, rareAt }
}

function fillCells(
  columns: FieldColumns,
  cell: GlanceCell,
  cells: Int32Array,
  at: number,
  width: number,
): void {
  const read = typeof cell === 'string' ? codeReader(columns, cell) : sketcher(columns, cell)
  for (let entry = 0; entry < columns.entryCount; entry++) cells[entry * width + at] = read(entry)
}

function codeReader(columns: FieldColumns, part: string): (entry: number) => number {
  const { codes } = partOf(columns, part)
  return (entry) => codes[entry]
}

/** Of one part each distinct text is sketched once. */
function sketcher(
  columns: FieldColumns,
  { parts, sketch }: Exclude<GlanceCell, string>,
): (entry: number) => number {
  const read = parts.map((name) => partOf(columns, name))
  if (read.length > 1) {
    return (entry) => sketch(read.map(({ codes, dictionary }) => textOf(dictionary, codes[entry])))
  }
  const { codes, dictionary } = read[0]
  const sketches = new Int32Array(dictionary.size)
  for (let code = 0; code < sketches.length; code++) sketches[code] = sketch([textOf(dictionary, code)])
  return (entry) => sketches[codes[entry]]
}
