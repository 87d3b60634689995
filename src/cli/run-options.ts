import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Executor } from '../engine/executor.ts'
import type { Model } from '../model/model.ts'
import type { SettingsInput } from '../model/settings.ts'

/** The options that say what is in the columns, and in which language to speak. */
export interface MapFlags {
  readonly map?: readonly (readonly [string, string])[]
  readonly id?: string
  readonly source?: string
  readonly settings?: string
  readonly lang?: 'zh' | 'en'
}

/** The options of a command that reads records. */
export interface RunFlags extends MapFlags {
  readonly sheet?: string
  readonly encoding?: string
  readonly delimiter?: string
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Adds the options that say what is in the columns. */
export function addMapOptions(command: Command): Command {
  return command
    .option(
      '--map <field=column>',
      'take a column for a field: --map companyName=甲方 (repeatable)',
      collectMap,
    )
    .option('--settings <file>', 'settings as JSON')
    .addOption(new Option('--lang <language>', 'the language of reasons').choices(['zh', 'en']))
}

/** Adds all options of a command that reads records. */
export function addRunOptions(command: Command): Command {
  return addMapOptions(command)
    .option('--id <column>', 'the column of record ids')
    .option('--source <column>', 'the column that says where a record comes from (default: the file)')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first)')
    .option('--encoding <name>', 'utf-8, gb18030, utf-16le or utf-16be (default: recognised)')
    .option('--delimiter <character>', 'what separates the cells of a text file (default: recognised)')
    .option('--quiet', 'no progress')
    .option('--json', 'print the report as JSON')
}

/** The options of the commands that decide who is the same customer. */
export interface MatchFlags {
  readonly threshold?: number
  readonly review?: number
  readonly branches?: 'separate' | 'merge'
  readonly model?: string
}

/** Adds the options of a command that decides. */
export function addMatchOptions(command: Command): Command {
  return command
    .option('--threshold <probability>', 'merge at or above this (default 0.65)', probability)
    .option('--review <probability>', 'send to a person at or above this (default 0.2)', probability)
    .addOption(
      new Option('--branches <how>', 'keep branches apart from their parent, or merge them').choices([
        'separate',
        'merge',
      ]),
    )
    .option('--model <file>', 'a model that guihu train has made (default: the shipped one)')
}

/** The option of the commands that can share their work among threads. */
export interface ThreadFlags {
  readonly threads?: number
}

/** Adds that option. */
export function addThreadsOption(command: Command): Command {
  return command.option(
    '--threads <n>',
    'threads to work in (default: one a processor, where it pays)',
    threadCount,
  )
}

/** From this many bytes of input on threads are started at once: they are needed, and load while the input is read. */
const SURE_TO_PAY = 4_000_000

/** Where the work on some files is done: in as many threads as were asked for, else where it pays. */
export async function executorOf(flags: ThreadFlags, files: readonly string[]): Promise<Executor> {
  const { threads } = await import('./files.ts')
  const executor = flags.threads === undefined ? threads() : threads(flags.threads, 0)
  const sizes = await Promise.all(files.map(sizeOf))
  if (sizes.reduce((sum, size) => sum + size, 0) >= SURE_TO_PAY) executor.warmUp?.()
  return executor
}

/** The executor where it has so many threads, else one in its place that has. */
export async function withThreads(executor: Executor, had: number, count: number): Promise<Executor> {
  if (count === had) return executor
  executor.stop?.()
  const { threads } = await import('./files.ts')
  return threads(count, 0)
}

/** 0 for a file that is not there: the reader says so. */
async function sizeOf(file: string): Promise<number> {
  const { stat } = await import('node:fs/promises')
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

/** In how many threads so many records are worked on, as `executorOf` has it. */
export async function threadsFor({ threads }: ThreadFlags, records: number): Promise<number> {
  const { WORTH_THREADS } = await import('./files.ts')
  const { availableParallelism } = await import('node:os')
  return threads ?? (records < WORTH_THREADS ? 1 : availableParallelism())
}

function threadCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 to 999 is wanted')
  return Number(text)
}

function probability(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('a probability between 0 and 1 is wanted')
  return value
}

/** A whole number on the command line. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is wanted')
  return Number(text)
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
export async function settingsOf(flags: MapFlags): Promise<SettingsInput> {
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

/** The settings of a run that matches: the command line wins over the settings file. */
export async function matchSettingsOf(flags: MapFlags & MatchFlags): Promise<SettingsInput> {
  const settings = await settingsOf(flags)
  if (!isObject(settings)) return settings
  const thresholds = {
    ...(flags.threshold !== undefined && { merge: flags.threshold }),
    ...(flags.review !== undefined && { review: flags.review }),
  }
  return {
    ...withOption(settings, 'thresholds', thresholds),
    ...(flags.branches !== undefined && { branches: flags.branches }),
  }
}

/** The model that was named, as an option of a run; nothing where none was. */
export async function modelOptionOf({ model }: MatchFlags): Promise<{ readonly model?: Model }> {
  if (model === undefined) return {}
  const { loadJson } = await import('./files.ts')
  const { checkModel } = await import('./engine.ts')
  return { model: checkModel(await loadJson(model), model) }
}

/** The settings with some keys of one of them replaced; a setting that is no object is left for the check to name. */
function withOption(settings: object, name: keyof SettingsInput, over: object): SettingsInput {
  const given = name in settings ? (settings as Record<string, unknown>)[name] : {}
  if (Object.keys(over).length === 0 || !isObject(given)) return settings
  return { ...settings, [name]: { ...given, ...over } }
}

async function loadSettings(file: string): Promise<unknown> {
  const { loadJson } = await import('./files.ts')
  return loadJson(file)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
