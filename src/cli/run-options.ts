import { type Command, InvalidArgumentError, Option } from 'commander'
import type { SettingsInput } from '../model/settings.ts'

/** The options that every command which reads records takes. */
export interface RunFlags {
  readonly map?: readonly (readonly [string, string])[]
  readonly id?: string
  readonly source?: string
  readonly settings?: string
  readonly sheet?: string
  readonly encoding?: string
  readonly delimiter?: string
  readonly lang?: 'zh' | 'en'
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Adds those options to a command. */
export function addRunOptions(command: Command): Command {
  return command
    .option(
      '--map <field=column>',
      'take a column for a field: --map companyName=甲方 (repeatable)',
      collectMap,
    )
    .option('--id <column>', 'the column of record ids')
    .option('--source <column>', 'the column that says where a record comes from (default: the file)')
    .option('--settings <file>', 'settings as JSON')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first)')
    .option('--encoding <name>', 'utf-8, gb18030, utf-16le or utf-16be (default: recognised)')
    .option('--delimiter <character>', 'what separates the cells of a text file (default: recognised)')
    .addOption(new Option('--lang <language>', 'the language of reasons').choices(['zh', 'en']))
    .option('--quiet', 'no progress')
    .option('--json', 'print the report as JSON')
}

function collectMap(
  value: string,
  previous: readonly (readonly [string, string])[] = [],
): readonly (readonly [string, string])[] {
  const at = value.indexOf('=')
  if (at <= 0 || at === value.length - 1)
    throw new InvalidArgumentError('field=column is wanted, as in --map phone=手机')
  return [...previous, [value.slice(0, at), value.slice(at + 1)]]
}

/**
 * The settings of a run: those of the file, with what the command line says over them. What is wrong in the file stays
 * as it is: the run names all mistakes at once, when it knows the columns too.
 */
export async function settingsOf(flags: RunFlags): Promise<SettingsInput> {
  const fromFile = flags.settings === undefined ? {} : await loadSettings(flags.settings)
  if (!isObject(fromFile)) return fromFile as SettingsInput
  const map: Record<string, string | string[]> = {}
  for (const [role, column] of flags.map ?? []) map[role] = [map[role] ?? [], column].flat()
  if (flags.id !== undefined) map.id = flags.id
  if (flags.source !== undefined) map.source = flags.source
  return {
    ...withOption(fromFile, 'map', map),
    ...(flags.lang !== undefined && { language: flags.lang }),
  }
}

/** The settings with some keys of one of them replaced; a setting that is no object is left for the check to name. */
export function withOption(settings: object, name: keyof SettingsInput, over: object): SettingsInput {
  const given = name in settings ? (settings as Record<string, unknown>)[name] : {}
  if (Object.keys(over).length === 0 || !isObject(given)) return settings
  return { ...settings, [name]: { ...given, ...over } }
}

async function loadSettings(file: string): Promise<unknown> {
  const { loadJson } = await import('../files/load-json.ts')
  return loadJson(file)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
