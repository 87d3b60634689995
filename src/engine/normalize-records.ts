import { allocateUint8 } from '../data/buffers.ts'
import { textOf } from '../data/dictionary.ts'
import {
  countNumbers,
  createNumberMap,
  getNumber,
  type NumberMap,
  numberEntries,
  setNumber,
} from '../data/number-map.ts'
import type { ProblemCode, ProblemLog } from '../data/problems.ts'
import type { Column } from '../data/table.ts'
import type { FieldType } from '../model/field-type.ts'
import type { Settings } from '../model/settings.ts'
import { foldKey } from '../text/fold.ts'
import type { ArrangedRecords } from './arrange-records.ts'
import type { Executor } from './executor.ts'
import { type FieldJob, type NormalizedField, normalizeField, type ParsedColumn } from './normalize-field.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { Progress } from './options.ts'
import { abbreviationsOf, spellOutCells } from './spell-out-cells.ts'

/** What the settings say of names: those that are no customers, and what a user calls customers for short. */
export type Naming = Pick<Settings, 'junkNames' | 'abbreviations'>

/** What normalizing goes by. */
export interface NormalizeOptions {
  readonly fieldTypes: readonly FieldType[]
  readonly naming: Naming
  readonly log: ProblemLog
  readonly onProgress: (progress: Progress) => void
}

/** Parses every field in the calling thread; notes what could not be read or was repaired, and which rows are no customers. */
export function normalizeRecords(
  arranged: ArrangedRecords,
  fieldTypes: readonly FieldType[],
  naming: Naming,
  log: ProblemLog,
  onProgress: (progress: Progress) => void,
): NormalizedRecords {
  const jobs = fieldJobs(arranged, fieldTypes, naming)
  const onParsed = parsingProgress(jobs, onProgress)
  const fields = jobs.map((job) => normalizeField(job, onParsed))
  return finishNormalizing(arranged, fields, naming, log)
}

/** The same by an executor. */
export async function normalizeRecordsBy(
  executor: Executor,
  arranged: ArrangedRecords,
  { fieldTypes, naming, log, onProgress }: NormalizeOptions,
): Promise<NormalizedRecords> {
  const jobs = fieldJobs(arranged, fieldTypes, naming)
  const fields = await executor.normalizeFields(jobs, parsingProgress(jobs, onProgress))
  return finishNormalizing(arranged, fields, naming, log)
}

/** The fields that the input has columns for. */
function fieldJobs(arranged: ArrangedRecords, fieldTypes: readonly FieldType[], naming: Naming): FieldJob[] {
  const { rowCount } = arranged.table
  const abbreviations = abbreviationsOf(naming)
  return fieldTypes.flatMap((type) => {
    const { spellOut } = type
    const columns = arranged.uses
      .filter(({ field }) => field === type)
      // Only what a thread needs to know of a column.
      .map(({ column, role }) => ({ column, role }))
    const spelt = columns.flatMap(({ column }) =>
      spellOut === undefined
        ? []
        : spellOutCells(column, spellOut, abbreviations).map((column) => ({ column, role: spellOut.role })),
    )
    return columns.length === 0 ? [] : [{ type, columns: [...columns, ...spelt], rowCount }]
  })
}

function parsingProgress(jobs: readonly FieldJob[], onProgress: (progress: Progress) => void) {
  const cells = jobs.flatMap(({ columns }) => columns.map(({ column }) => column.dictionary.size))
  const total = cells.reduce((sum, size) => sum + size, 0)
  return (done: number) => onProgress({ phase: 'normalize', done, total })
}

function finishNormalizing(
  arranged: ArrangedRecords,
  fields: readonly NormalizedField[],
  { junkNames }: Naming,
  log: ProblemLog,
): NormalizedRecords {
  for (const { cells } of fields) for (const cell of cells) noteProblems(cell, arranged, log)
  const { isJunk, junkReasons } = findJunk(fields, arranged.table.rowCount, new Set(junkNames.map(foldKey)))
  return { arranged, fields, isJunk, junkReasons }
}

function noteProblems(cells: ParsedColumn, { placeOf }: ArrangedRecords, log: ProblemLog): void {
  if (countNumbers(cells.unreadable) === 0 && countNumbers(cells.repaired) === 0) return
  const note = (code: ProblemCode, row: number, detail: string | undefined) => {
    if (detail === undefined) return
    const value = textOf(cells.column.dictionary, cells.column.codes[row])
    log.add({ code, ...placeOf(row), column: cells.column.name, value, detail })
  }
  const isNoted = flagsOf(cells.column, [cells.unreadable, cells.repaired])
  for (let row = 0; row < cells.column.codes.length; row++) {
    const code = cells.column.codes[row]
    if (isNoted[code] === 0) continue
    note('unreadable-value', row, getNumber(cells.unreadable, code))
    note('repaired-value', row, getNumber(cells.repaired, code))
  }
}

/** By code of a column, 1 where one of the maps says something. A look at a byte for each row, where one into a map would wait. */
function flagsOf({ dictionary }: Column, notes: readonly NumberMap<string>[]): Uint8Array {
  const flags = new Uint8Array(dictionary.size)
  for (const map of notes) for (const [code] of numberEntries(map)) flags[code] = 1
  return flags
}

/** A row is junk when a field that every customer needs has no readable cell, or its cells are known as junk. */
function findJunk(
  fields: readonly NormalizedField[],
  rowCount: number,
  junkNames: ReadonlySet<string>,
): { readonly isJunk: Uint8Array; readonly junkReasons: NumberMap<string> } {
  const isJunk = allocateUint8(rowCount)
  const junkReasons = createNumberMap<string>()
  for (const { type, columns, cells } of fields) {
    if (type.required !== true) continue
    const junk = cells.map((cell) => withJunkNames(cell, junkNames))
    const flags = cells.map(({ column }, i) => flagsOf(column, [junk[i]]))
    for (let row = 0; row < rowCount; row++) {
      let filled = 0
      let known = 0
      for (let i = 0; i < cells.length; i++) {
        const code = cells[i].column.codes[row]
        if (code === 0) continue
        filled++
        known += flags[i][code]
      }
      if (columns.starts[row + 1] > columns.starts[row] && known < filled) continue
      const reasons = cells.flatMap(({ column }, i) => getNumber(junk[i], column.codes[row]) ?? [])
      isJunk[row] = 1
      setNumber(
        junkReasons,
        row,
        reasons[0] ?? (filled === 0 ? `${type.label.en} is empty` : `${type.label.en} is unreadable`),
      )
    }
  }
  return { isJunk, junkReasons }
}

function withJunkNames(cells: ParsedColumn, names: ReadonlySet<string>): NumberMap<string> {
  if (names.size === 0) return cells.junk
  const junk = createNumberMap<string>()
  for (const [code, reason] of numberEntries(cells.junk)) setNumber(junk, code, reason)
  for (let code = 1; code < cells.column.dictionary.size; code++) {
    if (names.has(foldKey(textOf(cells.column.dictionary, code))))
      setNumber(junk, code, 'named in the settings')
  }
  return junk
}
