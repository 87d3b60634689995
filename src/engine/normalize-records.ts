import { allocateUint8 } from '../data/buffers.ts'
import { textOf } from '../data/dictionary.ts'
import type { ProblemCode, ProblemLog } from '../data/problems.ts'
import type { FieldType } from '../model/field-type.ts'
import { foldKey } from '../text/fold.ts'
import type { ArrangedRecords } from './arrange-records.ts'
import { type NormalizedField, normalizeField, type ParsedColumn } from './normalize-field.ts'
import type { Progress } from './options.ts'

/** Records with their fields parsed. */
export interface NormalizedRecords {
  readonly arranged: ArrangedRecords
  /** The fields that the input has columns for, in the order of the field types. */
  readonly fields: readonly NormalizedField[]
  /** By row, 1 for a row that names no customer (测试, 散客, an empty name). */
  readonly isJunk: Uint8Array
  /** Why, by row. */
  readonly junkReasons: ReadonlyMap<number, string>
}

/** Parses every field; notes what could not be read or was repaired, and which rows are no customers. */
export function normalizeRecords(
  arranged: ArrangedRecords,
  fieldTypes: readonly FieldType[],
  junkNames: readonly string[],
  log: ProblemLog,
  onProgress: (progress: Progress) => void,
): NormalizedRecords {
  const { rowCount } = arranged.table
  const used = arranged.uses.filter(({ field }) => field !== undefined)
  const total = used.reduce((sum, { column }) => sum + column.dictionary.size, 0)
  let done = 0
  const fields = fieldTypes.flatMap((type) => {
    const columns = used.filter(({ field }) => field === type)
    if (columns.length === 0) return []
    const field = normalizeField(type, columns, rowCount, (cells) => {
      onProgress({ phase: 'normalize', done: done + cells, total })
    })
    done += columns.reduce((sum, { column }) => sum + column.dictionary.size, 0)
    for (const cells of field.cells) noteProblems(cells, arranged, log)
    return [field]
  })
  const { isJunk, junkReasons } = findJunk(fields, rowCount, new Set(junkNames.map(foldKey)))
  return { arranged, fields, isJunk, junkReasons }
}

function noteProblems(cells: ParsedColumn, { placeOf }: ArrangedRecords, log: ProblemLog): void {
  if (cells.unreadable.size === 0 && cells.repaired.size === 0) return
  const note = (code: ProblemCode, row: number, detail: string | undefined) => {
    if (detail === undefined) return
    const value = textOf(cells.column.dictionary, cells.column.codes[row])
    log.add({ code, ...placeOf(row), column: cells.column.name, value, detail })
  }
  for (let row = 0; row < cells.column.codes.length; row++) {
    const code = cells.column.codes[row]
    note('unreadable-value', row, cells.unreadable.get(code))
    note('repaired-value', row, cells.repaired.get(code))
  }
}

/** A row is junk when a field that every customer needs has no readable cell, or its cells are known as junk. */
function findJunk(
  fields: readonly NormalizedField[],
  rowCount: number,
  junkNames: ReadonlySet<string>,
): { readonly isJunk: Uint8Array; readonly junkReasons: ReadonlyMap<number, string> } {
  const isJunk = allocateUint8(rowCount)
  const junkReasons = new Map<number, string>()
  for (const { type, columns, cells } of fields) {
    if (type.required !== true) continue
    const junkByCell = cells.map((cell) => withJunkNames(cell, junkNames))
    for (let row = 0; row < rowCount; row++) {
      const reasons = cells.flatMap(({ column }, i) => junkByCell[i].get(column.codes[row]) ?? [])
      const filled = cells.filter(({ column }) => column.codes[row] !== 0).length
      if (columns.starts[row + 1] > columns.starts[row] && reasons.length < filled) continue
      isJunk[row] = 1
      junkReasons.set(
        row,
        reasons[0] ?? (filled === 0 ? `${type.label.en} is empty` : `${type.label.en} is unreadable`),
      )
    }
  }
  return { isJunk, junkReasons }
}

function withJunkNames(cells: ParsedColumn, names: ReadonlySet<string>): ReadonlyMap<number, string> {
  if (names.size === 0) return cells.junk
  const junk = new Map(cells.junk)
  for (let code = 1; code < cells.column.dictionary.size; code++) {
    if (names.has(foldKey(textOf(cells.column.dictionary, code)))) junk.set(code, 'named in the settings')
  }
  return junk
}
