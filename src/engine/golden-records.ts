import type { CellWriter } from '../data/cells.ts'
import { textOf } from '../data/dictionary.ts'
import { createNumberMap, getNumber, type NumberMap, numberEntries } from '../data/number-map.ts'
import type { Column } from '../data/table.ts'
import { type CandidateCell, survivingCell } from '../merge/survive.ts'
import type { Settings, SurvivorshipRule } from '../model/settings.ts'
import type { NormalizedField, ParsedColumn } from './normalize-field.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import { parseUpdatedAt } from './updated-at.ts'

/** Writes what survives among the rows of a customer; '' when no row has anything. */
export type SurvivorWriter = (rows: Uint32Array, cells: CellWriter) => void

/** Chooses surviving values among the rows of a customer. */
export interface Survivors {
  /** The surviving text of an input column. */
  readonly ofColumn: (column: Column) => SurvivorWriter
  /** The surviving text of a whole field, whichever of its columns it stands in. */
  readonly ofField: (field: string) => SurvivorWriter
  /** Reads what choosing among these rows will read, so that it is in the cache by then. */
  readonly touch: (rows: Uint32Array) => void
}

/** Survivorship as the settings say, by the quality that each field gave its cells. */
export function createSurvivors({ arranged, fields }: NormalizedRecords, settings: Settings): Survivors {
  const updatedAt = updateTimes(
    arranged.uses.filter(({ role }) => role === 'updatedAt').map(({ column }) => column),
  )
  const trust: Trust = {
    updatedAt,
    source: arranged.source.codes,
    sourceRank: sourceRanks(arranged.source, settings.sourceOrder),
  }
  const ruleOf = (field: string | undefined): SurvivorshipRule => {
    const { survivorship } = settings
    return typeof survivorship === 'string' ? survivorship : (survivorship[field ?? ''] ?? 'best')
  }
  const parsed = new Map(
    fields.flatMap(({ type, cells }) => cells.map((cell) => [cell.column, { ...cell, field: type.name }])),
  )
  const known = new Map<Column, ColumnSurvivors>()
  const survivorsOf = (column: Column): ColumnSurvivors => {
    const own = parsed.get(column)
    const survivors = known.get(column) ?? columnSurvivors(column, own, ruleOf(own?.field), trust)
    known.set(column, survivors)
    return survivors
  }
  return {
    ofColumn: (column) => survivorsOf(column).writeSurvivor,
    ofField(name) {
      const field = fields.find(({ type }) => type.name === name)
      if (field === undefined) return (_, cells) => cells.text('')
      const columns = mainColumns(field).map(survivorsOf)
      return columns.length === 1 ? columns[0].writeSurvivor : writerOfSeveral(columns, ruleOf(name))
    },
    touch(rows) {
      for (const { touch } of known.values()) touch(rows)
    },
  }
}

/** By row, what makes one as good as another worth more. */
interface Trust {
  readonly updatedAt: (row: number) => number
  readonly source: Uint32Array
  /** By code of the source. */
  readonly sourceRank: Uint32Array
}

/** What survives of one column. */
interface ColumnSurvivors {
  /** The cells of the rows that have one. They are good until the next are asked for. */
  readonly candidates: (rows: Uint32Array) => readonly ColumnCell[]
  readonly textOf: (code: number) => string
  readonly write: (code: number, cells: CellWriter) => void
  readonly writeSurvivor: SurvivorWriter
  readonly touch: (rows: Uint32Array) => void
}

interface ColumnCell extends CandidateCell {
  readonly from: ColumnSurvivors
  /** Among the texts of its column. */
  readonly ownCode: number
}

function columnSurvivors(
  { codes, dictionary }: Column,
  parsed: Pick<ParsedColumn, 'quality' | 'displays'> | undefined,
  rule: SurvivorshipRule,
  trust: Trust,
): ColumnSurvivors {
  const { starts, units } = dictionary
  const quality = parsed?.quality
  const displays = parsed?.displays ?? NONE
  const isMended = markNumbers(displays, dictionary.size)
  // Cells that are made once, and filled for each customer.
  const made: Writable<ColumnCell>[] = []
  const list: ColumnCell[] = []
  let lastRows: Uint32Array | undefined
  let lastCode = 0
  const survivors: ColumnSurvivors = {
    candidates(rows) {
      list.length = 0
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]
        const code = codes[row]
        if (code === 0) continue
        if (list.length === made.length) made.push({ ...EMPTY, from: survivors, ownCode: 0 })
        const cell = made[list.length]
        cell.row = row
        cell.code = code
        cell.ownCode = code
        cell.quality = quality?.[code] ?? 1
        cell.length = starts[code + 1] - starts[code]
        cell.updatedAt = trust.updatedAt(row)
        cell.sourceRank = trust.sourceRank[trust.source[row]]
        list.push(cell)
      }
      return list
    },
    textOf: (code) => textOf(dictionary, code),
    write(code, cells) {
      if ((isMended[code >>> 5] & (1 << (code & 31))) !== 0) cells.text(getNumber(displays, code) ?? '')
      else cells.coded(dictionary, code)
    },
    writeSurvivor(rows, cells) {
      // The column of the name is written twice.
      if (rows !== lastRows) {
        lastCode = onlyCode(codes, rows) ?? survivingCell(survivors.candidates(rows), rule)?.code ?? 0
        lastRows = rows
      }
      survivors.write(lastCode, cells)
    },
    touch(rows) {
      let sum = 0
      const count = Math.min(rows.length, MOST_TOUCHED)
      for (let i = 0; i < count; i++) touchedCodes[i] = codes[rows[i]]
      for (let i = 0; i < count; i++) touchedStarts[i] = starts[touchedCodes[i]]
      for (let i = 0; i < count; i++) sum += units[touchedStarts[i]]
      if (quality !== undefined) for (let i = 0; i < count; i++) sum += quality[touchedCodes[i]]
      // What is read and not used is not read at all.
      touchedStarts[0] = sum
    },
  }
  return survivors
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

const EMPTY = { row: 0, code: 0, quality: 0, length: 0, updatedAt: 0, sourceRank: 0 }

const NONE = createNumberMap<string>()

/** By number below `size` a bit, set where it is in the map: a look into a large map waits for the memory. */
function markNumbers(map: NumberMap<unknown>, size: number): Int32Array {
  const marks = new Int32Array((size + 31) >>> 5)
  for (const [number] of numberEntries(map)) marks[number >>> 5] |= 1 << (number & 31)
  return marks
}

/** More rows are not touched at once: what comes first would be driven out. */
const MOST_TOUCHED = 1024

const touchedCodes = new Uint32Array(MOST_TOUCHED)
const touchedStarts = new Float64Array(MOST_TOUCHED)

/** The code of the one text that the rows have, 0 where they have none; undefined where they differ. */
function onlyCode(codes: Uint32Array, rows: Uint32Array): number | undefined {
  let only = 0
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]]
    if (code === 0 || code === only) continue
    if (only !== 0) return undefined
    only = code
  }
  return only
}

function writerOfSeveral(columns: readonly ColumnSurvivors[], rule: SurvivorshipRule): SurvivorWriter {
  return (rows, cells) => {
    const all = columns.flatMap(({ candidates }) => candidates(rows))
    const cell = survivingCell(withCommonCodes(all), rule)
    if (cell === undefined) cells.text('')
    else cell.from.write(cell.ownCode, cells)
  }
}

/** Columns have codes of their own; across columns the texts themselves are told apart. */
function withCommonCodes(cells: readonly ColumnCell[]): ColumnCell[] {
  const codes = new Map<string, number>()
  return cells.map((cell) => {
    const text = cell.from.textOf(cell.ownCode)
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
