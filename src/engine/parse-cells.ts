import { allocateFloat32, allocateUint32 } from '../data/buffers.ts'
import { type Dictionary, textOf } from '../data/dictionary.ts'
import type { FieldType } from '../model/field-type.ts'
import { type Entries, EntryCollector } from './entry-collector.ts'

/** A column as a parser sees it: its distinct cells and what it is taken for. */
export interface CellColumn {
  readonly dictionary: Dictionary
  readonly role: string
  /** Where the dictionary is a cut of a longer one, how many codes of that are before its own; else 0. */
  readonly before?: number
}

/** The cells from `from` up to `to`, counted through the distinct cells of all columns of a field, one after the other. */
export interface CellRange {
  readonly from: number
  readonly to: number
}

/** The entries of distinct cells of one column, by code counted from `first`. */
export interface EntriesOfCells {
  readonly first: number
  /** Cell `i` has the entries `entries[starts[i]]` up to `entries[starts[i + 1]]`. */
  readonly starts: Uint32Array
  readonly entries: Uint32Array
}

/** What distinct cells of one column parsed to. */
export interface ParsedCells extends EntriesOfCells {
  readonly quality: Float32Array
  /** The notes that only some cells have, by code. */
  readonly displays: Map<number, string>
  readonly junk: Map<number, string>
  readonly unreadable: Map<number, string>
  readonly repaired: Map<number, string>
}

/** The entries of a range of a field's cells, numbered within the range. */
export interface RangeEntries {
  readonly found: Entries
  readonly columns: readonly EntriesOfCells[]
}

/** A range of a field's cells, parsed. */
export interface ParsedRange extends RangeEntries {
  /** By column of the field; without cells where the range has none of the column. */
  readonly columns: readonly ParsedCells[]
}

/** How many distinct cells the columns have together. */
export function countCells(columns: readonly CellColumn[]): number {
  return columns.reduce((sum, { dictionary }) => sum + dictionary.size - 1, 0)
}

/** Parses ranges of a field's cells, one after the other: each distinct cell once, and each distinct entry becomes one row of the part columns. */
export type ParseRange = (
  columns: readonly CellColumn[],
  range: CellRange,
  onParsed?: (cells: number) => void,
) => ParsedRange

/** A parser of ranges; what it gathers entries in serves one range after the other. */
export function createRangeParser(type: FieldType): ParseRange {
  const collector = new EntryCollector(type)
  return (columns, { from, to }, onParsed = () => {}) => {
    let before = 0
    const parsed = columns.map((column) => {
      const size = column.dictionary.size - 1
      const first = Math.min(size, Math.max(0, from - before))
      const last = Math.min(size, Math.max(0, to - before))
      const done = before - from
      before += size
      return parseColumn(type, column, { from: first + 1, to: last + 1 }, collector, (cells) =>
        onParsed(done + cells),
      )
    })
    return { found: collector.finish(), columns: parsed }
  }
}

function parseColumn(
  type: FieldType,
  { dictionary, role, before = 0 }: CellColumn,
  { from, to }: CellRange,
  collector: EntryCollector,
  onParsed: (code: number) => void,
): ParsedCells {
  const quality = allocateFloat32(to - from)
  const displays = new Map<number, string>()
  const junk = new Map<number, string>()
  const unreadable = new Map<number, string>()
  const repaired = new Map<number, string>()
  const starts = allocateUint32(to - from + 1)
  for (let own = from; own < to; own++) {
    const text = textOf(dictionary, own)
    const cell = type.parse(text, role)
    const code = own + before
    quality[own - from] = cell.quality
    if (cell.display !== text) displays.set(code, cell.display)
    if (cell.junk !== '') junk.set(code, cell.junk)
    if (cell.unreadable !== '') unreadable.set(code, cell.unreadable)
    if (cell.repaired !== '') repaired.set(code, cell.repaired)
    for (const texts of cell.entries) collector.add(texts)
    starts[own - from + 1] = starts[own - from] + cell.entries.length
    if (own % 10_000 === 0) onParsed(own)
  }
  const notes = { displays, junk, unreadable, repaired }
  return { first: from + before, quality, ...notes, starts, entries: collector.numbers() }
}
