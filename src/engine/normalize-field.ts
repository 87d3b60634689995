import { allocateUint32, plainFloat32, plainUint32 } from '../data/buffers.ts'
import type { FieldColumns } from '../data/field-columns.ts'
import { IntegerList } from '../data/grouping.ts'
import { createNumberMap, type NumberMap, numberMapOf, setNumber } from '../data/number-map.ts'
import type { Column } from '../data/table.ts'
import type { FieldType } from '../model/field-type.ts'
import { type Entries, EntryCollector } from './entry-collector.ts'
import {
  type CellColumn,
  countCells,
  createRangeParser,
  type EntriesOfCells,
  type ParsedRange,
  type RangeEntries,
} from './parse-cells.ts'

/** A column of a field with what its distinct cells parsed to; everything is by code of the column. */
export interface ParsedColumn {
  readonly column: Column
  readonly role: string
  /** How much a cell is worth as the surviving value, 0 … 1. */
  readonly quality: Float32Array
  /** The text for the golden record where it differs from the cell's own. */
  readonly displays: NumberMap<string>
  /** Why a cell names no customer. */
  readonly junk: NumberMap<string>
  /** Why a cell could not be read. */
  readonly unreadable: NumberMap<string>
  /** What was repaired in a cell. */
  readonly repaired: NumberMap<string>
}

/** A field of all records: its entries, and its columns for the golden record. */
export interface NormalizedField {
  readonly type: FieldType
  readonly columns: FieldColumns
  readonly cells: readonly ParsedColumn[]
}

/** A field to be parsed. */
export interface FieldJob {
  readonly type: FieldType
  readonly columns: readonly { readonly column: Column; readonly role: string }[]
  readonly rowCount: number
}

/** The notes on so many cells fit a `Map`, which throws at 2^24 entries. */
const CELLS_AT_ONCE = 1 << 22

/**
 * Parses the columns of a field. Each distinct cell is parsed once, each distinct entry becomes one row of the
 * part columns, and a record has the distinct entries of all its cells, in the order of the columns.
 */
export function normalizeField(
  job: FieldJob,
  onParsed: (cells: number) => void = () => {},
  most = CELLS_AT_ONCE,
): NormalizedField {
  const columns = cellColumnsOf(job)
  const cells = countCells(columns)
  const ranges: ParsedRange[] = []
  const parse = createRangeParser(job.type)
  for (let from = 0; from < cells || from === 0; from += most) {
    const range = { from, to: Math.min(cells, from + most) }
    ranges.push(parse(columns, range, (done) => onParsed(from + done)))
  }
  return joinRanges(job, ranges)
}

/** What a parser needs of the columns. */
export function cellColumnsOf({ columns }: FieldJob): CellColumn[] {
  return columns.map(({ column, role }) => ({ dictionary: column.dictionary, role }))
}

/** The field of ranges that were parsed apart, in order; the same as if they had been parsed as one. */
export function joinRanges(job: FieldJob, ranges: readonly ParsedRange[]): NormalizedField {
  return { type: job.type, columns: joinColumns(job, ranges), cells: joinCells(job, ranges) }
}

/** The half of {@link joinRanges} that takes time: the entries, and which a row has. */
export function joinColumns(
  { type, columns, rowCount }: FieldJob,
  ranges: readonly RangeEntries[],
): FieldColumns {
  const { found, numbers } = joinEntries(type, ranges)
  const ofCells = columns.map(({ column }, i) => {
    const ofColumn = ranges.map((range) => range.columns[i])
    return { codes: column.codes, ...entriesOfCells(column.dictionary.size, ofColumn, numbers) }
  })
  return { ...found, ...entriesOfRows(ofCells, rowCount) }
}

/** The other half: what is noted of the cells. */
export function joinCells({ columns }: FieldJob, ranges: readonly ParsedRange[]): ParsedColumn[] {
  return columns.map(({ column, role }, i) => {
    const ofColumn = ranges.map((range) => range.columns[i])
    const quality = plainFloat32(column.dictionary.size)
    for (const range of ofColumn) quality.set(range.quality, range.first)
    const join = (name: 'displays' | 'junk' | 'unreadable' | 'repaired') => {
      if (ofColumn.length === 1) return numberMapOf(ofColumn[0][name])
      const joined = createNumberMap<string>()
      for (const range of ofColumn) for (const [code, note] of range[name]) setNumber(joined, code, note)
      return joined
    }
    return {
      column,
      role,
      quality,
      displays: join('displays'),
      junk: join('junk'),
      unreadable: join('unreadable'),
      repaired: join('repaired'),
    }
  })
}

/** All entries, and by range the number of each of its own. */
function joinEntries(
  type: FieldType,
  ranges: readonly RangeEntries[],
): { readonly found: Entries; readonly numbers: readonly (Uint32Array | undefined)[] } {
  if (ranges.length === 1) return { found: ranges[0].found, numbers: [undefined] }
  const collector = new EntryCollector(type)
  const numbers = ranges.map(({ found }) => collector.addAll(found))
  return { found: collector.finish(), numbers }
}

/** The entries of the cells of one column, from all ranges. */
function entriesOfCells(
  size: number,
  ranges: readonly EntriesOfCells[],
  numbers: readonly (Uint32Array | undefined)[],
): { readonly starts: Uint32Array; readonly entries: IntegerList } {
  const starts = plainUint32(size + 1)
  const entries = new IntegerList()
  ranges.forEach((range, i) => {
    const own = numbers[i]
    for (let cell = 0; cell + 1 < range.starts.length; cell++) {
      for (let at = range.starts[cell]; at < range.starts[cell + 1]; at++) {
        entries.push(own === undefined ? range.entries[at] : own[range.entries[at]])
      }
      starts[range.first + cell + 1] = entries.length
    }
  })
  return { starts, entries }
}

function entriesOfRows(
  columns: readonly { starts: Uint32Array; entries: IntegerList; codes: Uint32Array }[],
  rowCount: number,
): { starts: Uint32Array; entries: Uint32Array } {
  const starts = allocateUint32(rowCount + 1)
  const all = new IntegerList()
  for (let row = 0; row < rowCount; row++) {
    const first = all.length
    for (const column of columns) {
      const code = column.codes[row]
      if (code === 0) continue
      for (let at = column.starts[code]; at < column.starts[code + 1]; at++) {
        const entry = column.entries.at(at)
        if (!holds(all, first, entry)) all.push(entry)
      }
    }
    starts[row + 1] = all.length
  }
  return { starts, entries: all.finish() }
}

function holds(list: IntegerList, from: number, item: number): boolean {
  for (let at = from; at < list.length; at++) if (list.at(at) === item) return true
  return false
}
