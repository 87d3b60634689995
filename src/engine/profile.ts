import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import { getNumber } from '../data/number-map.ts'
import { type Problems, shorten } from '../data/problems.ts'
import { fieldTypes } from '../fields/index.ts'
import { type ProfiledPart, profiledField } from '../fields/profiled-field.ts'
import type { Label } from '../model/field-type.ts'
import { defineSettings, type SettingsInput } from '../model/settings.ts'
import { foldKey } from '../text/fold.ts'
import { commonestCodes } from './commonest.ts'
import { type NormalizedField, normalizeField } from './normalize-field.ts'
import type { Progress } from './options.ts'
import { type CellVerdict, type JudgedCells, judgeCells, judgePlainCells } from './profile-cells.ts'
import { type ColumnUse, recogniseColumns } from './recognise-columns.ts'
import { type RecordsInput, toRecords } from './to-records.ts'
import { parseUpdatedAt } from './updated-at.ts'

export interface ProfileOptions {
  /** `map` and `junkNames` are heeded. */
  readonly settings?: SettingsInput
  /** At most so many examples and commonest values of each kind; 5 when left out. */
  readonly examples?: number
  readonly onProgress?: (progress: Progress) => void
}

/** What is in the columns of some records. Counts are of rows. */
export interface Profile {
  readonly records: number
  readonly inputs: readonly { readonly name: string; readonly rows: number }[]
  /** In the order of the input. */
  readonly columns: readonly ColumnProfile[]
  /** The fields that every customer needs and no column was taken for. */
  readonly lacking: readonly { readonly field: string; readonly label: Label }[]
  /** What was wrong while the input was read. */
  readonly problems: Problems
}

/** A column: what it was taken for, and what its cells are. `filled` = `valid` + `generic` + `unreadable`. */
export interface ColumnProfile {
  readonly name: string
  /** companyName, phone … or id, source, updatedAt, ignore; '' for a column that is only kept. */
  readonly role: string
  /** The label of the field it was taken for; undefined for the other roles. */
  readonly label?: Label
  /** Why: a setting names it, its heading, what its cells look like. */
  readonly by: ColumnUse['by']
  readonly filled: number
  readonly distinct: number
  /** Cells that tell something about who the customer is. */
  readonly valid: CellGroup
  /** Those among the valid ones that were mended to be read. */
  readonly repaired: CellGroup
  /** Cells that were read and are no evidence: hotlines, placeholders, 散客, what many customers share. */
  readonly generic: CellGroup
  readonly unreadable: CellGroup
  readonly parts: readonly PartProfile[]
}

/** Some cells of a column. */
export interface CellGroup {
  readonly rows: number
  readonly distinct: number
  /** Rows by reason, the commonest first. */
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[]
  /** The commonest cells. */
  readonly examples: readonly CellExample[]
}

export interface CellExample {
  /** As it stands in the input, cut to 80 characters. */
  readonly value: string
  readonly rows: number
  /** '' or what was repaired, or why it is generic or unreadable. */
  readonly reason: string
  /** What a repaired cell was read as, where that is known for the whole cell. */
  readonly readAs?: string
  /** How many different brands share it, where that is why it is generic. */
  readonly sharedBy?: number
}

/** A part of a field over a column: the brands of the names, the kinds of the phones. */
export interface PartProfile {
  readonly name: string
  readonly label: Label
  /** Rows that have it. */
  readonly filled: number
  readonly distinct: number
  readonly commonest: readonly { readonly value: string; readonly rows: number }[]
}

/**
 * Says what is in the columns: what each was taken for and why, how many cells are filled, valid, repaired, generic
 * and unreadable, with examples, and the commonest values of the parts of names, phones and the rest. Needs no name
 * column. Each distinct cell is parsed once; the same rows in another order give the same profile.
 * @throws SettingsError
 * @example (await profile([{ 客户名称: '山西煤业', 电话: '4006688888' }])).columns[1].generic.rows // => 1
 */
export async function profile(input: RecordsInput, options: ProfileOptions = {}): Promise<Profile> {
  const { onProgress = () => {}, examples = 5 } = options
  const settings = defineSettings(options.settings)
  const records = toRecords(input)
  const { table } = records
  const uses = recogniseColumns(table, fieldTypes, settings.map)
  const total = uses.reduce((sum, { column, field }) => sum + (field ? column.dictionary.size : 0), 0)
  let done = 0
  const read = (use: ColumnUse): NormalizedField | undefined => {
    if (use.field === undefined) return undefined
    const { type } = profiledField(use.field)
    const field = normalizeField({ type, columns: [use], rowCount: table.rowCount }, (cells) =>
      onProgress({ phase: 'normalize', done: done + cells, total }),
    )
    done += use.column.dictionary.size
    return field
  }
  // The names come first: by their brands it is counted how many customers share a phone.
  const named = uses.find(({ field, role }) => field?.identity !== undefined && role === field.roles[0].name)
  const names = named && read(named)
  const identity = names && identityOf(names)
  const junkNames = new Set(settings.junkNames.map(foldKey))
  const columns = uses.map((use) =>
    profileColumn(use, use === named ? names : read(use), identity, junkNames, examples),
  )
  const isLacking = ({ name }: { name: string }) => !uses.some(({ field }) => field?.name === name)
  return {
    records: table.rowCount,
    inputs: records.origins.map(({ name, start, end }) => ({ name, rows: end - start })),
    columns,
    lacking: fieldTypes
      .filter((field) => field.required === true && isLacking(field))
      .map(({ name, label }) => ({ field: name, label })),
    problems: records.problems,
  }
}

/** By row, the code of what tells customers apart; 0 unknown. */
function identityOf({ type, columns: { starts, entries }, columns }: NormalizedField): Uint32Array {
  const { codes } = partOf(columns, type.identity ?? '')
  return Uint32Array.from({ length: starts.length - 1 }, (_, row) =>
    starts[row + 1] > starts[row] ? codes[entries[starts[row]]] : 0,
  )
}

function profileColumn(
  use: ColumnUse,
  field: NormalizedField | undefined,
  identity: Uint32Array | undefined,
  junkNames: ReadonlySet<string>,
  limit: number,
): ColumnProfile {
  const { column, role, by } = use
  const judged =
    field !== undefined
      ? judgeCells(field, identity, junkNames)
      : judgePlainCells(column, role === 'updatedAt' ? dateProblem : undefined)
  const rows = new Uint32Array(column.dictionary.size)
  for (let row = 0; row < column.codes.length; row++) rows[column.codes[row]]++
  const group = (accepts: (code: number) => boolean, reasonOf: (code: number) => string) =>
    groupCells(use, judged, rows, limit, accepts, reasonOf)
  const ofVerdict = (verdict: CellVerdict) =>
    group(
      (code) => judged.verdictOf(code) === verdict,
      (code) => (verdict === 'valid' ? '' : (getNumber(judged.reasons, code) ?? '')),
    )
  const valid = ofVerdict('valid')
  const generic = ofVerdict('generic')
  const unreadable = ofVerdict('unreadable')
  const repairOf = (code: number) => getNumber(judged.repaired, code) ?? ''
  const shown = use.field === undefined ? [] : profiledField(use.field).shown
  return {
    name: column.name,
    role,
    ...(use.field && { label: use.field.label }),
    by,
    filled: valid.rows + generic.rows + unreadable.rows,
    distinct: valid.distinct + generic.distinct + unreadable.distinct,
    valid,
    repaired: group((code) => repairOf(code) !== '' && judged.verdictOf(code) === 'valid', repairOf),
    generic,
    unreadable,
    parts: field === undefined ? [] : shown.map((part) => profilePart(field, part, limit)),
  }
}

const dateProblem = (text: string): string => (parseUpdatedAt(text) === 0 ? 'no date in it' : '')

function groupCells(
  { column: { dictionary } }: ColumnUse,
  { displays, repaired, sharedBy }: JudgedCells,
  rows: Uint32Array,
  limit: number,
  accepts: (code: number) => boolean,
  reasonOf: (code: number) => string,
): CellGroup {
  const byReason = new Map<string, number>()
  let total = 0
  let distinct = 0
  for (let code = 1; code < rows.length; code++) {
    if (rows[code] === 0 || !accepts(code)) continue
    total += rows[code]
    distinct++
    const reason = reasonOf(code)
    if (reason !== '') byReason.set(reason, (byReason.get(reason) ?? 0) + rows[code])
  }
  const examples = commonestCodes(dictionary, rows, limit, accepts).map(({ code, count }): CellExample => {
    const reason = reasonOf(code)
    const readAs =
      reason !== '' && getNumber(repaired, code) === reason ? getNumber(displays, code) : undefined
    const shared = sharedBy.get(code)
    return {
      value: shorten(textOf(dictionary, code)),
      rows: count,
      reason,
      ...(readAs !== undefined && { readAs }),
      ...(shared !== undefined && { sharedBy: shared }),
    }
  })
  return {
    rows: total,
    distinct,
    reasons: byCount(byReason).map(([reason, rows]) => ({ reason, rows })),
    examples,
  }
}

function profilePart({ columns }: NormalizedField, shown: ProfiledPart, limit: number): PartProfile {
  const { codes, dictionary } = partOf(columns, shown.name)
  const { starts, entries } = columns
  const rows = new Uint32Array(dictionary.size)
  let filled = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    let hasValue = false
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const code = codes[entries[at]]
      if (code === 0) continue
      rows[code]++
      hasValue = true
    }
    if (hasValue) filled++
  }
  const { name, label } = shown
  if (shown.isList !== true) {
    const commonest = commonestCodes(dictionary, rows, limit).map(({ code, count }) => {
      return { value: shorten(textOf(dictionary, code)), rows: count }
    })
    return { name, label, filled, distinct: dictionary.size - 1, commonest }
  }
  const words = new Map<string, number>()
  for (let code = 1; code < dictionary.size; code++)
    for (const word of new Set(textOf(dictionary, code).split(' ')))
      words.set(word, (words.get(word) ?? 0) + rows[code])
  const commonest = byCount(words).slice(0, limit)
  return {
    name,
    label,
    filled,
    distinct: words.size,
    commonest: commonest.map(([value, rows]) => ({ value, rows })),
  }
}

/** The highest counts first, equal ones in the order of their texts. */
function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
