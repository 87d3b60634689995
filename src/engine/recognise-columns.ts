import { textOf } from '../data/dictionary.ts'
import { hashUnits } from '../data/hash.ts'
import type { Column, Table } from '../data/table.ts'
import type { ColumnRole, FieldType } from '../model/field-type.ts'
import { SettingsError } from '../model/settings.ts'
import type { HeadingReader } from './parse-ahead.ts'

/** What a column was taken for, and why. */
export interface ColumnUse {
  readonly column: Column
  /** The role: companyName, formerName, phone … or id, source, updatedAt, ignore. */
  readonly role: string
  /** The field the role belongs to; undefined for roles of the record and for columns that are only kept. */
  readonly field: FieldType | undefined
  /** 'setting', 'heading' or 'cells'; 'none' for a column that is only kept. */
  readonly by: 'setting' | 'heading' | 'cells' | 'none'
}

const RECORD_ROLES: readonly ColumnRole[] = [
  {
    name: 'id',
    headings: [
      '客户编号',
      '客户代码',
      '客户id',
      '客户号',
      '客户编码',
      '编号',
      '编码',
      '记录编号',
      '主键',
      'id',
      'recordid',
      'customerid',
      'customerno',
      'customercode',
      '序列号',
      'uuid',
    ],
    fragments: [],
  },
  {
    name: 'source',
    headings: [
      '来源',
      '数据来源',
      '来源系统',
      '来源部门',
      '部门',
      '系统',
      'source',
      'sourcesystem',
      'department',
      'system',
    ],
    fragments: [],
  },
  {
    name: 'updatedAt',
    headings: [
      '更新时间',
      '更新日期',
      '修改时间',
      '修改日期',
      '最后更新',
      '最后修改时间',
      '最后更新时间',
      'updatedat',
      'updatetime',
      'lastmodified',
      'modifiedat',
      'updated',
    ],
    fragments: [],
  },
  { name: 'ignore', headings: [], fragments: [] },
]

/** Distinct cells looked at where a heading says nothing. */
const SAMPLE = 300
/** So much of a cell chooses whether it is looked at. */
const HASHED_UNITS = 64
/** The share of them that must look like the field. */
const ENOUGH = 0.6

/**
 * Takes each column for a role: first as the settings say, then by its heading, then by what its cells hold.
 * @param map role → headings, from the settings.
 * @throws SettingsError for a role or a heading that does not exist.
 */
export function recogniseColumns(
  table: Table,
  fields: readonly FieldType[],
  map: Readonly<Record<string, string | readonly string[]>>,
): ColumnUse[] {
  const mistakes = mistakesInMap(map, fields, table)
  if (mistakes.length > 0) throw new SettingsError(mistakes)
  const roles = rolesOf(fields)
  const mapped = readMap(map, roles)
  const claimed = claimedBy(mapped)
  return table.columns.map((column): ColumnUse => {
    const told = roleOfName(column.name, mapped, roles)
    if (told !== undefined) {
      // A role that a setting gave away is not guessed for a second column.
      const isGiven = told.by === 'heading' && claimed.has(told.role.name)
      return isGiven
        ? { column, role: '', field: undefined, by: 'none' }
        : { column, role: told.role.name, field: told.field, by: told.by }
    }
    const field = fieldOfCells(column, fields)
    if (field !== undefined && !claimed.has(field.roles[0].name)) {
      return { column, role: field.roles[0].name, field, by: 'cells' }
    }
    return { column, role: '', field: undefined, by: 'none' }
  })
}

/**
 * Tells of headings what recognising is sure to take their columns for, before there are any.
 * @param map as it was given: roles and headings that are not there are passed over.
 */
export function readHeadings(
  fields: readonly FieldType[],
  map: Readonly<Record<string, string | readonly string[]>>,
): HeadingReader {
  const roles = rolesOf(fields)
  const mapped = readMap(map, roles)
  const claimed = claimedBy(mapped)
  return (heading) => {
    const told = roleOfName(heading, mapped, roles)
    if (told?.field === undefined || (told.by === 'heading' && claimed.has(told.role.name))) return undefined
    return { field: told.field, role: told.role.name }
  }
}

/** The columns that have the roles given, in the order of those; headings that are not there are passed over. */
export function usesOfRoles(
  table: Table,
  fields: readonly FieldType[],
  roles: readonly (readonly [heading: string, role: string])[],
): ColumnUse[] {
  const known = rolesOf(fields)
  return roles.flatMap(([heading, name]): ColumnUse[] => {
    const column = table.columns.find((one) => one.name === heading)
    const owned = known.find(({ role }) => role.name === name)
    return column && owned ? [{ column, role: name, field: owned.field, by: 'setting' }] : []
  })
}

/** No column could hold what every customer needs, a company name. */
export class NoNameColumnError extends Error {
  override readonly name = 'NoNameColumnError'
  readonly code = 'no-name-column'
  constructor(columns: readonly string[]) {
    super(
      `no column could be a company name (columns: ${columns.join(', ') || 'none'}); ` +
        'say which one is with map.companyName, or --map companyName=COLUMN',
    )
  }
}

/**
 * The uses, when a column with a required field is among them.
 * @throws NoNameColumnError
 */
export function checkForName(uses: ColumnUse[]): ColumnUse[] {
  if (uses.some(({ field }) => field?.required === true)) return uses
  throw new NoNameColumnError(uses.map(({ column }) => column.name))
}

interface OwnedRole {
  readonly role: ColumnRole
  readonly field: FieldType | undefined
}

/** The roles that a column can be taken for: those of the record, then those of the fields. */
function rolesOf(fields: readonly FieldType[]): OwnedRole[] {
  return [
    ...RECORD_ROLES.map((role) => ({ role, field: undefined })),
    ...fields.flatMap((field) => field.roles.map((role) => ({ role, field }))),
  ]
}

/** What a map of settings gets wrong: roles that no field has, headings that no column has. */
export function mistakesInMap(
  map: Readonly<Record<string, string | readonly string[]>>,
  fields: readonly FieldType[],
  table: Table,
): string[] {
  const roles = rolesOf(fields).map(({ role }) => role.name)
  const columns = table.columns.map(({ name }) => name)
  return Object.entries(map).flatMap(([name, headings]) => {
    if (!roles.includes(name)) return [`map.${name} is no field (known: ${roles.join(', ')})`]
    return [headings]
      .flat()
      .filter((heading) => !columns.includes(heading))
      .map(
        (heading) =>
          `map.${name} names the column '${heading}', which is not there (columns: ${columns.join(', ')})`,
      )
  })
}

/** What a column's name says: by the settings, else as a heading. */
function roleOfName(
  name: string,
  mapped: ReadonlyMap<string, OwnedRole>,
  roles: readonly OwnedRole[],
): (OwnedRole & { readonly by: 'setting' | 'heading' }) | undefined {
  const set = mapped.get(name)
  if (set !== undefined) return { ...set, by: 'setting' }
  const known = roleOfHeading(name, roles)
  return known && { ...known, by: 'heading' }
}

/** The roles that the settings gave away. */
function claimedBy(mapped: ReadonlyMap<string, OwnedRole>): ReadonlySet<string> {
  return new Set([...mapped.values()].map(({ role }) => role.name))
}

function readMap(
  map: Readonly<Record<string, string | readonly string[]>>,
  roles: readonly OwnedRole[],
): Map<string, OwnedRole> {
  const byColumn = new Map<string, OwnedRole>()
  for (const [name, headings] of Object.entries(map)) {
    const owned = roles.find(({ role }) => role.name === name)
    if (owned !== undefined) for (const heading of [headings].flat()) byColumn.set(heading, owned)
  }
  return byColumn
}

/** No heading is longer; a column named by a megabyte of text must not cost the square of it. */
const LONGEST_HEADING = 200

/** Headings are compared without case, blanks, punctuation, and what stands in brackets: 客户名称（必填）*. */
export function headingKey(heading: string): string {
  return heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=\p{Script=Han})\d+$/u, '')
}

function roleOfHeading(heading: string, roles: readonly OwnedRole[]): OwnedRole | undefined {
  const key = headingKey(heading)
  if (key === '') return undefined
  const outright = roles.find(({ role }) => role.headings.some((known) => headingKey(known) === key))
  if (outright !== undefined) return outright
  let best: OwnedRole | undefined
  let bestLength = 0
  for (const owned of roles) {
    for (const fragment of owned.role.fragments) {
      const part = headingKey(fragment)
      if (part.length > bestLength && key.includes(part)) {
        best = owned
        bestLength = part.length
      }
    }
  }
  return best
}

function fieldOfCells(column: Column, fields: readonly FieldType[]): FieldType | undefined {
  const cells = sampleTexts(column)
  if (cells.length === 0) return undefined
  return fields.find(({ recognises }) => {
    if (recognises === undefined) return false
    return cells.filter((cell) => recognises(cell.slice(0, 200))).length >= cells.length * ENOUGH
  })
}

/** About SAMPLE of a column's distinct texts, all where there are few; chosen by hash, so that the order of rows does not matter. */
function sampleTexts({ dictionary }: Column): string[] {
  const { size, units, starts } = dictionary
  const bound = (SAMPLE / size) * 2 ** 32
  const texts: string[] = []
  for (let code = 1; code < size; code++) {
    if (hashUnits(units, starts[code], Math.min(starts[code + 1], starts[code] + HASHED_UNITS)) < bound) {
      texts.push(textOf(dictionary, code))
    }
  }
  return texts
}
