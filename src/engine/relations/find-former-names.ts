import { textOf } from '../../data/dictionary.ts'
import { type FieldColumns, partOf } from '../../data/field-columns.ts'
import type { Language } from '../../model/field-type.ts'
import { NO_CUSTOMER } from '../build-customers.ts'
import type { NormalizedField } from '../normalize-field.ts'
import { pairKeyOf, type Relation, type RelationInput } from './relation.ts'

/** A name that more customers bear tells nothing of whose former name it is. */
const BEARERS = 3

/**
 * Records one of which had the name before that the other bears: within a customer a rename that was linked, once a name;
 * between two customers what something harder keeps apart.
 */
export function findFormerNames(run: RelationInput): Relation[] {
  const { ofRow } = run.customers
  const keyOf = pairKeyOf(run)
  const { language } = run.settings
  return run.normalized.fields.flatMap((field) => {
    const formerNames = formerNamesOf(field, ofRow)
    if (formerNames.length === 0) return []
    const bearers = bearersOf(field, ofRow, new Set(formerNames.map(({ name }) => name)))
    const known = new Set<string>()
    return formerNames.flatMap(({ row, name }) =>
      (bearers.get(name) ?? []).flatMap((bearer): Relation[] => {
        // A record that has both names is a note of the rename, and no other record.
        const key = `${keyOf(row, bearer)} ${ofRow[row] === ofRow[bearer] ? name : ''}`
        if (row === bearer || known.has(key)) return []
        known.add(key)
        return [{ word: 'former-name', left: row, right: bearer, told: TOLD[language](name) }]
      }),
    )
  })
}

const TOLD: Readonly<Record<Language, (name: string) => string>> = {
  zh: (name) => `曾用名“${name}”是另一条记录的名称`,
  en: (name) => `the other record bears the former name “${name}”`,
}

/** By row, the names that it had before. */
function formerNamesOf(
  { type, columns }: Pick<NormalizedField, 'type' | 'columns'>,
  ofRow: Uint32Array,
): { row: number; name: string }[] {
  if (type.kinship === undefined) return []
  const { codes, dictionary } = partOf(columns, type.kinship.formerName)
  if (dictionary.size <= 1) return []
  const isFormer = markEntries(columns, (entry) => codes[entry] !== 0)
  const found: { row: number; name: string }[] = []
  eachMarked(columns, isFormer, ofRow, (row, entry) => {
    found.push({ row, name: textOf(dictionary, codes[entry]) })
  })
  return found
}

/** By entry 1 where it is wanted: rows have their entries from anywhere, and a byte of each fits the cache. */
function markEntries({ entryCount }: FieldColumns, isWanted: (entry: number) => boolean): Uint8Array {
  const marks = new Uint8Array(entryCount)
  for (let entry = 0; entry < entryCount; entry++) if (isWanted(entry)) marks[entry] = 1
  return marks
}

/** Visits the marked entries of the rows that name a customer, in the order of rows. */
function eachMarked(
  { starts, entries }: FieldColumns,
  marks: Uint8Array,
  ofRow: Uint32Array,
  visit: (row: number, entry: number) => void,
): void {
  for (let row = 0; row < ofRow.length; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      if (marks[entries[at]] === 1 && ofRow[row] !== NO_CUSTOMER) visit(row, entries[at])
    }
  }
}

/** The names that few customers bear as their own, each with the least row of every one of those. */
function bearersOf(
  { type, columns }: Pick<NormalizedField, 'type' | 'columns'>,
  ofRow: Uint32Array,
  wanted: ReadonlySet<string>,
): Map<string, number[]> {
  const bearers = new Map<string, number[]>()
  if (type.kinship === undefined) return bearers
  const { codes, dictionary } = partOf(columns, type.kinship.name)
  const own = partOf(columns, type.kinship.own).codes
  const isWanted = new Uint8Array(dictionary.size)
  for (let code = 1; code < dictionary.size; code++)
    isWanted[code] = wanted.has(textOf(dictionary, code)) ? 1 : 0
  const isBorne = markEntries(columns, (entry) => own[entry] !== 0 && isWanted[codes[entry]] === 1)
  eachMarked(columns, isBorne, ofRow, (row, entry) => {
    const name = textOf(dictionary, codes[entry])
    const rows = bearers.get(name) ?? []
    if (rows.some((other) => ofRow[other] === ofRow[row])) return
    bearers.set(name, [...rows.slice(0, BEARERS), row])
  })
  for (const [name, rows] of bearers) if (rows.length > BEARERS) bearers.delete(name)
  return bearers
}
