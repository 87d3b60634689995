import { type Dictionary, textOf } from '../../data/dictionary.ts'
import { partOf } from '../../data/field-columns.ts'
import { identityOf } from '../weigh-records.ts'
import type { RelationInput } from './relation.ts'

/** What names show of groups. */
export interface GroupNames {
  /** By row, the code of its brand; 0 none. */
  readonly brandOf: Uint32Array
  readonly brands: Dictionary
  /** By row, the code of the group that its own name says, where that is telling by itself; 0 none. */
  readonly groupOf: Uint32Array
  readonly groups: Dictionary
  /** Whether a row's own name calls its brand a group: 恒通集团 and 恒通集团太原煤业, but not 国药集团恒通制药. */
  readonly isGroup: (row: number) => boolean
  /** The units of a row's own name. */
  readonly lengthOf: (row: number) => number
}

/** 恒通集团 may be one of many; 山西焦煤集团 is one. */
const TELLING_UNITS = 5

/** Reads what the names of a run show of groups; undefined where no field does. */
export function groupNamesOf({ normalized }: RelationInput): GroupNames | undefined {
  const field = normalized.fields.find(
    ({ type }) => type.kinship !== undefined && type.identity !== undefined,
  )
  if (field?.type.kinship === undefined || field.type.identity === undefined) return undefined
  const { columns } = field
  const brands = partOf(columns, field.type.identity).dictionary
  const rowCount = normalized.isJunk.length
  const brandOf = identityOf([field], rowCount) ?? new Uint32Array(rowCount)
  const groupPart = partOf(columns, field.type.kinship.group)
  const namePart = partOf(columns, field.type.kinship.name)
  // A record's own name is its first entry.
  const ownOf = (row: number) =>
    columns.starts[row + 1] > columns.starts[row] ? columns.entries[columns.starts[row]] : -1
  const isTelling = Uint8Array.from({ length: groupPart.dictionary.size }, (_, code) =>
    code > 0 && textOf(groupPart.dictionary, code).length >= TELLING_UNITS ? 1 : 0,
  )
  // Asked of every row of a brand: side by side it is one look each.
  const saidBy = new Uint32Array(rowCount)
  const groupOf = new Uint32Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    const own = ownOf(row)
    if (own < 0) continue
    const code = groupPart.codes[own]
    saidBy[row] = code
    if (isTelling[code] === 1) groupOf[row] = code
  }
  return {
    brandOf,
    brands,
    groupOf,
    groups: groupPart.dictionary,
    isGroup: (row) =>
      saidBy[row] !== 0 &&
      brandOf[row] !== 0 &&
      textOf(groupPart.dictionary, saidBy[row]).includes(textOf(brands, brandOf[row])),
    lengthOf: (row) => (ownOf(row) < 0 ? 0 : textOf(namePart.dictionary, namePart.codes[ownOf(row)]).length),
  }
}
