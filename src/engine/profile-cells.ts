import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import { createNumberMap, getNumber, type NumberMap, numberEntries, setNumber } from '../data/number-map.ts'
import type { Column } from '../data/table.ts'
import { genericFactors } from '../score/generic-factors.ts'
import { foldKey } from '../text/fold.ts'
import type { NormalizedField } from './normalize-field.ts'

/** What a cell is to a profile. Blank cells are none of these. */
export type CellVerdict = 'valid' | 'generic' | 'unreadable'

/** The distinct cells of a column judged; everything is by code of the column. */
export interface JudgedCells {
  readonly verdictOf: (code: number) => CellVerdict | ''
  /** Why a cell is generic or unreadable. */
  readonly reasons: NumberMap<string>
  /** What was repaired in a cell. */
  readonly repaired: NumberMap<string>
  /** The text that a repaired cell stands for. */
  readonly displays: NumberMap<string>
  /** How many different brands have the values of a cell, for those with too many to be evidence. */
  readonly sharedBy: ReadonlyMap<number, number>
}

/** Why a cell is generic whose values too many customers share. */
export const SHARED = 'shared by many customers'

/** A column that no field reads: a filled cell is valid, unless `problemOf` knows better. */
export function judgePlainCells(
  { dictionary }: Column,
  problemOf: (text: string) => string = () => '',
): JudgedCells {
  const reasons = createNumberMap<string>()
  const blank = new Set<number>()
  for (let code = 1; code < dictionary.size; code++) {
    const text = textOf(dictionary, code).trim()
    const problem = text === '' ? '' : problemOf(text)
    if (text === '') blank.add(code)
    else if (problem !== '') setNumber(reasons, code, problem)
  }
  return {
    verdictOf: (code) =>
      code === 0 || blank.has(code) ? '' : getNumber(reasons, code) !== undefined ? 'unreadable' : 'valid',
    reasons,
    repaired: createNumberMap(),
    displays: createNumberMap(),
    sharedBy: new Map(),
  }
}

/**
 * Judges the cells of one column of a field: valid when it has an entry that is evidence.
 * @param field the field read from that column alone.
 * @param identity by row, a code that tells customers apart (the brand), 0 unknown; to find values that many share.
 * @param junkNames folded names that the settings add to the known ones.
 */
export function judgeCells(
  field: NormalizedField,
  identity: Uint32Array | undefined,
  junkNames: ReadonlySet<string>,
): JudgedCells {
  const [{ column, junk, unreadable, repaired, displays, role }] = field.cells
  const sharedBy = identity === undefined ? new Map<number, number>() : findShared(field, identity)
  const reasons = createNumberMap<string>()
  for (const notes of [unreadable, junk])
    for (const [code, reason] of numberEntries(notes)) setNumber(reasons, code, reason)
  for (const code of sharedBy.keys()) setNumber(reasons, code, SHARED)
  const isNamed = field.type.required === true && role === field.type.roles[0].name && junkNames.size > 0
  const named = new Set<number>()
  if (isNamed) {
    for (let code = 1; code < column.dictionary.size; code++)
      if (junkNames.has(foldKey(textOf(column.dictionary, code)))) named.add(code)
  }
  for (const code of named) setNumber(reasons, code, 'named in the settings')
  const isBlank = blankCodes(column)
  return {
    verdictOf(code) {
      if (code === 0 || isBlank.has(code)) return ''
      if (getNumber(junk, code) !== undefined || sharedBy.has(code) || named.has(code)) return 'generic'
      return getNumber(unreadable, code) !== undefined ? 'unreadable' : 'valid'
    },
    reasons,
    repaired,
    displays,
    sharedBy,
  }
}

function blankCodes({ dictionary: { units, starts, size } }: Column): ReadonlySet<number> {
  const blank = new Set<number>()
  for (let code = 1; code < size; code++) {
    // Nearly every cell begins with something visible; only the others are made to text.
    if (units[starts[code]] > 0x20 && units[starts[code]] < 0x2000) continue
    if (units[starts[code]] >= 0x3001 && units[starts[code]] < 0xd800) continue
    let isBlank = true
    for (let at = starts[code]; isBlank && at < starts[code + 1]; at++)
      isBlank = String.fromCharCode(units[at]).trim() === ''
    if (isBlank) blank.add(code)
  }
  return blank
}

/** The cells of which every entry has a generic value, with the number of identities behind the most shared one. */
function findShared({ type, columns, cells }: NormalizedField, identity: Uint32Array): Map<number, number> {
  const shared = new Map<number, number>()
  if (type.generic === undefined) return shared
  const part = partOf(columns, type.generic)
  const { generic } = genericFactors(type.name, columns, part, identity)
  if (generic.length === 0) return shared
  const identities = new Map(generic.map(({ code, identities }) => [code, identities]))
  const { codes } = cells[0].column
  const seen = new Uint8Array(cells[0].column.dictionary.size)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]
    if (seen[code] === 1) continue
    seen[code] = 1
    let least = Number.POSITIVE_INFINITY
    let most = 0
    for (let at = columns.starts[row]; at < columns.starts[row + 1]; at++) {
      const count = identities.get(part.codes[columns.entries[at]]) ?? 0
      least = Math.min(least, count)
      most = Math.max(most, count)
    }
    if (most > 0 && least > 0) shared.set(code, most)
  }
  return shared
}
