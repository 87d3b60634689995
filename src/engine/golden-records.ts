import type { CellWriter } from '../data/cells.ts'
import { textOf } from '../data/dictionary.ts'
import { createNumberMap, getNumber } from '../data/number-map.ts'
import { type Column, cellText } from '../data/table.ts'
import { type CandidateCell, survivingCell } from '../merge/survive.ts'
import type { Settings, SurvivorshipRule } from '../model/settings.ts'
import type { NormalizedField } from './normalize-field.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import { parseUpdatedAt } from './updated-at.ts'

/** Chooses surviving values among the rows of a customer. */
export interface Survivors {
  /** Writes the surviving text of an input column; '' when no row has one. */
  readonly writeColumn: (column: Column, rows: Uint32Array, cells: CellWriter) => void
  /** Writes the surviving text of a whole field, whichever of its columns it stands in. */
  readonly writeField: (field: string, rows: Uint32Array, cells: CellWriter) => void
}

/** Survivorship as the settings say, by the quality that each field gave its cells. */
export function createSurvivors({ arranged, fields }: NormalizedRecords, settings: Settings): Survivors {
  const updatedAt = updateTimes(
    arranged.uses.filter(({ role }) => role === 'updatedAt').map(({ column }) => column),
  )
  const sourceRank = sourceRanks(arranged.source, settings.sourceOrder)
  const parsed = new Map(fields.flatMap(({ cells }) => cells.map((cell) => [cell.column, cell] as const)))
  const fieldOf = new Map(
    fields.flatMap(({ type, cells }) => cells.map((cell) => [cell.column, type.name] as const)),
  )

  const candidates = (column: Column, rows: Uint32Array): ColumnCell[] => {
    const cells: ColumnCell[] = []
    const { starts } = column.dictionary
    for (const row of rows) {
      const code = column.codes[row]
      if (code === 0) continue
      cells.push({
        column,
        row,
        code,
        quality: parsed.get(column)?.quality[code] ?? 1,
        length: starts[code + 1] - starts[code],
        updatedAt: updatedAt(row),
        sourceRank: sourceRank[arranged.source.codes[row]],
      })
    }
    return cells
  }
  const ruleOf = (field: string | undefined): SurvivorshipRule => {
    const { survivorship } = settings
    return typeof survivorship === 'string' ? survivorship : (survivorship[field ?? ''] ?? 'best')
  }
  const write = (column: Column, code: number, cells: CellWriter) => {
    const display = getNumber(parsed.get(column)?.displays ?? NONE, code)
    if (display === undefined) cells.coded(column.dictionary, code)
    else cells.text(display)
  }
  const writeColumn = (column: Column, rows: Uint32Array, cells: CellWriter) => {
    const code =
      onlyCode(column, rows) ??
      survivingCell(candidates(column, rows), ruleOf(fieldOf.get(column)))?.code ??
      0
    write(column, code, cells)
  }

  return {
    writeColumn,
    writeField(name, rows, cells) {
      const field = fields.find(({ type }) => type.name === name)
      if (field === undefined) return cells.text('')
      const columns = mainColumns(field)
      if (columns.length === 1) return writeColumn(columns[0], rows, cells)
      const all = columns.flatMap((column) => candidates(column, rows))
      const cell = survivingCell(withCommonCodes(all), ruleOf(name))
      if (cell === undefined) cells.text('')
      else write(cell.column, cell.column.codes[cell.row], cells)
    },
  }
}

const NONE = createNumberMap<string>()

/** The code of the one text that the rows have, 0 where they have none; undefined where they differ. */
function onlyCode({ codes }: Column, rows: Uint32Array): number | undefined {
  let only = 0
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]]
    if (code === 0 || code === only) continue
    if (only !== 0) return undefined
    only = code
  }
  return only
}

interface ColumnCell extends CandidateCell {
  readonly column: Column
}

/** Columns have codes of their own; across columns the texts themselves are told apart. */
function withCommonCodes(cells: readonly ColumnCell[]): ColumnCell[] {
  const codes = new Map<string, number>()
  return cells.map((cell) => {
    const text = textOf(cell.column.dictionary, cell.code)
    const code = codes.get(text) ?? codes.size + 1
    codes.set(text, code)
    return { ...cell, code }
  })
}

/** The columns of the field's main role (客户名称, not 曾用名), or all where it has none of that role. */
function mainColumns({ type, cells }: NormalizedField): Column[] {
  const main = cells.filter(({ role }) => role === type.roles[0].name)
  return (main.length > 0 ? main : cells).map(({ column }) => column)
}

function updateTimes(columns: readonly Column[]): (row: number) => number {
  const times = columns.map((column) => {
    return Float64Array.from({ length: column.dictionary.size }, (_, code) =>
      parseUpdatedAt(textOf(column.dictionary, code)),
    )
  })
  return (row) => {
    let latest = 0
    for (let i = 0; i < columns.length; i++) latest = Math.max(latest, times[i][columns[i].codes[row]])
    return latest
  }
}

function sourceRanks(source: Column, order: readonly string[]): Uint32Array {
  return Uint32Array.from({ length: source.dictionary.size }, (_, code) => {
    const place = order.indexOf(textOf(source.dictionary, code))
    return place < 0 ? order.length : place
  })
}

/** Nearly all customers have no more. */
const FEW_ROWS = 64

/** All distinct texts of the columns among the rows, the most frequent first, then in order of rows. */
export function distinctTexts(columns: readonly Column[], rows: Uint32Array): string[] {
  if (columns.length === 1 && rows.length <= FEW_ROWS) return distinctTextsOf(columns[0], rows)
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const column of columns) {
      if (column.codes[row] !== 0) countText(counts, cellText(column, row), 1)
    }
  }
  return mostFrequentFirst(counts)
}

/** The same of one column and few rows: each text is made once. */
function distinctTextsOf({ codes, dictionary }: Column, rows: Uint32Array): string[] {
  const distinct: number[] = []
  const times: number[] = []
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]]
    if (code === 0) continue
    const at = distinct.indexOf(code)
    if (at >= 0) times[at]++
    else times[distinct.push(code) - 1] = 1
  }
  const counts = new Map<string, number>()
  for (let i = 0; i < distinct.length; i++) countText(counts, textOf(dictionary, distinct[i]), times[i])
  return mostFrequentFirst(counts)
}

function countText(counts: Map<string, number>, cell: string, times: number): void {
  const text = cell.trim()
  if (text !== '') counts.set(text, (counts.get(text) ?? 0) + times)
}

function mostFrequentFirst(counts: ReadonlyMap<string, number>): string[] {
  const texts = [...counts.keys()]
  return texts.length === 1 ? texts : texts.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}
