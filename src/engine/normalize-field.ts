import { allocateUint32 } from '../data/buffers.ts'
import { DictionaryBuilder, textOf } from '../data/dictionary.ts'
import type { FieldColumns } from '../data/field-columns.ts'
import { IntegerList } from '../data/grouping.ts'
import { hashText } from '../data/hash.ts'
import type { Column } from '../data/table.ts'
import { TupleIndex } from '../data/tuple-index.ts'
import type { FieldType, ParsedCell } from '../model/field-type.ts'

/** A column of a field with what its distinct cells parsed to; everything is by code of the column. */
export interface ParsedColumn {
  readonly column: Column
  readonly role: string
  /** How much a cell is worth as the surviving value, 0 … 1. */
  readonly quality: Float32Array
  /** The text for the golden record where it differs from the cell's own. */
  readonly displays: ReadonlyMap<number, string>
  /** Why a cell names no customer. */
  readonly junk: ReadonlyMap<number, string>
  /** Why a cell could not be read. */
  readonly unreadable: ReadonlyMap<number, string>
  /** What was repaired in a cell. */
  readonly repaired: ReadonlyMap<number, string>
}

/** A field of all records: its entries, and its columns for the golden record. */
export interface NormalizedField {
  readonly type: FieldType
  readonly columns: FieldColumns
  readonly cells: readonly ParsedColumn[]
}

/**
 * Parses the columns of a field. Each distinct cell is parsed once, each distinct entry becomes one row of the
 * part columns, and a record has the distinct entries of all its cells, in the order of the columns.
 */
export function normalizeField(
  type: FieldType,
  columns: readonly { readonly column: Column; readonly role: string }[],
  rowCount: number,
  onParsed: (cells: number) => void = () => {},
): NormalizedField {
  const collector = createEntryCollector(type)
  const entriesByColumn: { starts: Uint32Array; entries: IntegerList; codes: Uint32Array }[] = []
  const cells = columns.map(({ column, role }) => {
    const starts = new Uint32Array(column.dictionary.size + 1)
    const entries = new IntegerList()
    const parsed = parseColumn(type, column, role, (code, cell) => {
      for (const texts of cell.entries) entries.push(collector.add(texts))
      starts[code + 1] = entries.length
      if (code % 10_000 === 0) onParsed(code)
    })
    entriesByColumn.push({ starts, entries, codes: column.codes })
    return parsed
  })
  const { starts, entries } = entriesOfRows(entriesByColumn, rowCount)
  return { type, columns: { ...collector.finish(), starts, entries }, cells }
}

function parseColumn(
  type: FieldType,
  column: Column,
  role: string,
  take: (code: number, cell: ParsedCell) => void,
): ParsedColumn {
  const { dictionary } = column
  const quality = new Float32Array(dictionary.size)
  const displays = new Map<number, string>()
  const junk = new Map<number, string>()
  const unreadable = new Map<number, string>()
  const repaired = new Map<number, string>()
  for (let code = 1; code < dictionary.size; code++) {
    const text = textOf(dictionary, code)
    const cell = type.parse(text, role)
    quality[code] = cell.quality
    if (cell.display !== text) displays.set(code, cell.display)
    if (cell.junk !== '') junk.set(code, cell.junk)
    if (cell.unreadable !== '') unreadable.set(code, cell.unreadable)
    if (cell.repaired !== '') repaired.set(code, cell.repaired)
    take(code, cell)
  }
  return { column, role, quality, displays, junk, unreadable, repaired }
}

function createEntryCollector(type: FieldType) {
  const tuples = new TupleIndex(type.parts.length)
  const tuple = new Uint32Array(type.parts.length)
  const builders = type.parts.map(() => new DictionaryBuilder())
  const keyStarts = type.keys.map(() => new IntegerList())
  const keyHashes = type.keys.map(() => new IntegerList())
  const anchors = type.keys.map(({ isAnchor }) => (isAnchor === undefined ? undefined : new IntegerList()))
  for (const starts of keyStarts) starts.push(0)
  return {
    /** The entry's number, from 0. */
    add(texts: readonly string[]): number {
      const known = tuples.size
      for (let part = 0; part < builders.length; part++) tuple[part] = builders[part].encode(texts[part])
      const entry = tuples.add(tuple)
      if (entry < known) return entry
      type.keys.forEach((key, index) => {
        // A missing key is no key: else all who lack it would meet.
        for (const text of key.of(texts)) if (text !== '') keyHashes[index].push(hashText(text))
        keyStarts[index].push(keyHashes[index].length)
        anchors[index]?.push(key.isAnchor?.(texts) === true ? 1 : 0)
      })
      return entry
    },
    finish() {
      const codes = tuples.finish()
      const parts = type.parts.map((name, part) => {
        return { name, codes: codes[part], dictionary: builders[part].finish() }
      })
      const keys = type.keys.map(({ name }, index) => {
        const flags = anchors[index]
        return {
          name,
          starts: keyStarts[index].finish(),
          hashes: keyHashes[index].finish(),
          ...(flags && { anchors: Uint8Array.from(flags.finish()) }),
        }
      })
      return { entryCount: tuples.size, parts, keys }
    },
  }
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
