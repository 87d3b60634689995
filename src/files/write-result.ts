import { joinProblems } from '../data/problems.ts'
import type { DedupeResult } from '../engine/build-result.ts'
import type { Progress } from '../engine/options.ts'
import { type TableFormat, writeTables } from './write-tables.ts'

/** How results are written. */
export interface WriteResultOptions {
  /** 'csv' when left out: UTF-8 with a byte order mark, so that it opens right in Excel. */
  readonly format?: TableFormat
  /** Files that must not be written over: the inputs of the run. */
  readonly protect?: readonly string[]
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/**
 * Writes the tables of a result and report.json into a folder, made where it is missing. Everything is written beside
 * and renamed when whole: a killed run leaves the old files or the new ones.
 * @throws InputError when the folder cannot be written.
 * @example await writeResult('out', await dedupe(records))
 */
export async function writeResult(
  directory: string,
  result: DedupeResult,
  options: WriteResultOptions = {},
): Promise<void> {
  const { customers, crosswalk, links, review, relations, junk, report } = result
  const tables = [customers, crosswalk, links, review, relations, junk]
  const { format = 'csv', protect, onProgress, signal } = options
  onProgress?.({ phase: 'write', done: 0, total: tables.length })
  await writeTables(directory, tables, {
    format,
    report: (written) => ({ ...report, problems: joinProblems(report.problems, written) }),
    protect,
    signal,
    onProgress: ({ done, total }) => onProgress?.({ phase: 'write', done, total }),
  })
}
