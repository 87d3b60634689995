import type { Table } from '../data/table.ts'
import type { FieldType } from '../model/field-type.ts'
import {
  defineSettings,
  type Settings,
  SettingsError,
  type SettingsInput,
  settingsSchema,
} from '../model/settings.ts'
import type { HeadingReader } from './parse-ahead.ts'
import { mistakesInMap, readHeadings } from './recognise-columns.ts'

/**
 * Settings with their defaults, checked against the fields and the columns at hand too: wrong values, and names of
 * roles, columns, keys and fields that there are none of, are all named at once.
 * @throws SettingsError
 */
export function resolveSettings(
  input: SettingsInput | undefined,
  fields: readonly FieldType[],
  table: Table,
): Settings {
  const mistakes = mistakesInNames(input ?? {}, fields, table)
  try {
    const settings = defineSettings(input)
    if (mistakes.length === 0) return settings
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    mistakes.unshift(...error.mistakes)
  }
  throw new SettingsError(mistakes)
}

/** What headings are sure to be taken for under these settings, which may still hold mistakes: those are told later. */
export function headingReaderOf(
  input: SettingsInput | undefined,
  fields: readonly FieldType[],
): HeadingReader {
  const map = settingsSchema.shape.map.safeParse(input?.map)
  return readHeadings(fields, map.success ? map.data : {})
}

/** What names nothing, among the settings that have their right form: the form of the others is a mistake already. */
function mistakesInNames(input: unknown, fields: readonly FieldType[], table: Table): string[] {
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}
  const { map, blocking, survivorship } = settingsSchema.shape
  const mapped = map.safeParse(given.map)
  const rules = blocking.safeParse(given.blocking)
  const surviving = survivorship.safeParse(given.survivorship)
  return [
    ...(mapped.success ? mistakesInMap(mapped.data, fields, table) : []),
    ...(rules.success ? mistakesInBlocking(rules.data ?? [], fields) : []),
    ...(surviving.success ? mistakesInSurvivorship(surviving.data, fields) : []),
  ]
}

function mistakesInBlocking(rules: readonly (readonly string[])[], fields: readonly FieldType[]): string[] {
  const known = fields.flatMap((field) => field.keys.map((key) => `${field.name}.${key.name}`))
  return rules
    .flat()
    .filter((name) => !known.includes(name))
    .map((name) => `blocking: '${name}' is no key (known: ${known.join(', ')})`)
}

function mistakesInSurvivorship(rules: Settings['survivorship'], fields: readonly FieldType[]): string[] {
  if (typeof rules === 'string') return []
  const known = fields.map(({ name }) => name)
  return Object.keys(rules)
    .filter((name) => !known.includes(name))
    .map((name) => `survivorship.${name} is no field (known: ${known.join(', ')})`)
}
