import { randomUUID } from 'node:crypto'
import { mkdir, readdir, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ProblemLog, type Problems } from '../data/problems.ts'
import type { OutputTable } from '../data/records.ts'
import { asInputError, InputError } from './input-error.ts'
import { OutputFile } from './output-file.ts'
import { writeCsv } from './write-csv.ts'
import { writeJsonl } from './write-jsonl.ts'
import { writeParquet } from './write-parquet.ts'
import { checkFitsSheet, writeXlsx } from './write-xlsx.ts'

export type TableFormat = 'csv' | 'xlsx' | 'jsonl' | 'parquet'

export interface WriteOptions {
  readonly format: TableFormat
  /** Makes what is written as report.json, after all tables, and is told what was odd in writing them. */
  readonly report?: (written: Problems) => unknown
  /** Files that must not be overwritten: the inputs. */
  readonly protect?: readonly string[] | undefined
  /** CSV only: an apostrophe in front of cells that a spreadsheet would run as formulas. */
  readonly escapeFormulas?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  /** Told after each file that is whole. */
  readonly onProgress?:
    | ((event: { readonly file: string; readonly done: number; readonly total: number }) => void)
    | undefined
}

export interface WrittenTables {
  /** The files in place, in the order of the tables, report.json last. */
  readonly files: readonly string[]
  /** Cells that a format could not hold whole. */
  readonly problems: Problems
}

/** A folder of a run that was killed is removed by a later run, when it is this old. */
const STALE_MILLISECONDS = 24 * 60 * 60 * 1000

/**
 * Writes tables, and a report, as files `name.format` into a folder, made where it is missing.
 * All are written whole into a hidden folder within it and then renamed into place, report.json last:
 * a run that is killed or fails leaves the old files. Other files in the folder, also those of
 * another format, are left alone. Throws `InputError` when the folder cannot be written, a table
 * does not fit an .xlsx sheet, or a file to protect would be overwritten.
 * @example await writeTables('out', [customers, crosswalk], { format: 'csv', report: () => report })
 */
export async function writeTables(
  directory: string,
  tables: readonly OutputTable[],
  options: WriteOptions,
): Promise<WrittenTables> {
  if (options.format === 'xlsx') for (const table of tables) checkFitsSheet(table)
  const names = tables.map(({ name }) => `${name}.${options.format}`)
  if (options.report !== undefined) names.push('report.json')
  await checkProtected(directory, names, options.protect ?? [])
  const problems = new ProblemLog()
  let made: string | undefined
  let temporary: string | undefined
  try {
    made = await mkdir(directory, { recursive: true })
    await removeStale(directory)
    const folder = join(directory, `${TEMPORARY}${randomUUID()}`)
    await mkdir(folder)
    temporary = folder
    let done = 0
    await allOrStop(options.signal, queuesOf(tables, options), async (table, signal) => {
      const name = `${table.name}.${options.format}`
      await writeTable(table, join(folder, name), { ...options, signal }, problems)
      options.onProgress?.({ file: name, done: ++done, total: names.length })
    })
    if (options.report !== undefined) {
      await writeFile(
        join(folder, 'report.json'),
        `${JSON.stringify(options.report(problems.finish()), null, 2)}\n`,
      )
    }
    options.signal?.throwIfAborted()
    for (const name of names) await rename(join(folder, name), join(directory, name))
    await rm(folder, { recursive: true, force: true })
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true }).catch(() => {})
    if (made !== undefined) await removeEmpty(directory, made)
    throw asInputError(error, directory, 'output')
  }
  return { files: names.map((name) => join(directory, name)), problems: problems.finish() }
}

const TEMPORARY = '.guihu-'

/**
 * The tables that all threads write as CSV, and beside them those that this one writes alone. What formats report is in the
 * order of the tables, so only CSV, which holds every cell, has two queues.
 */
function queuesOf(
  tables: readonly OutputTable[],
  { format, escapeFormulas = false }: WriteOptions,
): OutputTable[][] {
  if (format !== 'csv' || escapeFormulas) return [[...tables]]
  return [tables.filter(({ csv }) => csv !== undefined), tables.filter(({ csv }) => csv === undefined)]
}

/**
 * Works on the queues side by side, on the items of one in turn. Where one fails the others stop at their next
 * write, and are waited for, before the error is thrown.
 */
async function allOrStop<T>(
  signal: AbortSignal | undefined,
  queues: readonly (readonly T[])[],
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController()
  const either = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal])
  const ended = await Promise.allSettled(
    queues.map(async (queue) => {
      try {
        for (const item of queue) {
          either.throwIfAborted()
          await work(item, either)
        }
      } catch (error) {
        failed.abort(error)
        throw error
      }
    }),
  )
  for (const one of ended) if (one.status === 'rejected') throw failed.signal.reason
}

async function writeTable(
  table: OutputTable,
  path: string,
  options: WriteOptions,
  problems: ProblemLog,
): Promise<void> {
  if (options.format === 'parquet') return writeParquet(table, path, options.signal)
  const file = await OutputFile.create(path, options.signal)
  try {
    if (options.format === 'csv') await writeCsv(table, file, options.escapeFormulas ?? false)
    else if (options.format === 'jsonl') await writeJsonl(table, file)
    else await writeXlsx(table, (bytes) => file.write(bytes), problems, options.signal)
    await file.finish()
  } catch (error) {
    await file.abandon()
    throw error
  }
}

async function checkProtected(
  directory: string,
  names: readonly string[],
  inputs: readonly string[],
): Promise<void> {
  const folder = await realpath(directory).catch(() => resolve(directory))
  const outputs = new Set(names.map((name) => join(folder, name)))
  for (const input of inputs) {
    const real = await realpath(input).catch(() => resolve(input))
    if (outputs.has(real)) throw new InputError('output-is-input', input)
  }
}

async function removeStale(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(TEMPORARY)) continue
    const path = join(directory, name)
    const stats = await stat(path).catch(() => undefined)
    if (stats && Date.now() - stats.mtimeMs > STALE_MILLISECONDS)
      await rm(path, { recursive: true, force: true })
  }
}

/** Removes the folders that this run made, as far as they are empty. */
async function removeEmpty(directory: string, made: string): Promise<void> {
  const first = resolve(made)
  try {
    for (let folder = resolve(directory); folder.startsWith(first); folder = dirname(folder))
      await rmdir(folder)
  } catch {
    // Something else is in it by now.
  }
}
