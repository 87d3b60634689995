import { type Command, InvalidArgumentError, Option } from 'commander'
import type { SettingsInput } from '../model/settings.ts'
import { createProgress } from './progress.ts'
import { addRunOptions, type RunFlags, settingsOf, withOption } from './run-options.ts'

interface DedupeFlags extends RunFlags {
  readonly out: string
  readonly format: 'csv' | 'xlsx' | 'jsonl' | 'parquet'
  readonly threshold?: number
  readonly review?: number
  readonly branches?: 'separate' | 'merge'
  readonly show: number
  readonly find?: string
}

/** `guihu dedupe FILE… --out DIR` */
export function addDedupeCommand(program: Command): void {
  addRunOptions(
    program
      .command('dedupe')
      .description('one golden record a customer, from one file or several (.csv .tsv .xlsx .jsonl .parquet)')
      .argument('<files...>', 'the files; the name of each is its source')
      .requiredOption(
        '--out <folder>',
        'where the results go: customers, crosswalk, links, review, relations, junk, report.json',
      )
      .addOption(
        new Option('--format <format>', 'how tables are written')
          .choices(['csv', 'xlsx', 'jsonl', 'parquet'])
          .default('csv'),
      )
      .option('--threshold <probability>', 'merge at or above this (default 0.9)', probability)
      .option('--review <probability>', 'send to a person at or above this (default 0.5)', probability)
      .addOption(
        new Option('--branches <how>', 'keep branches apart from their parent, or merge them').choices([
          'separate',
          'merge',
        ]),
      )
      .option('--show <n>', 'print this many merged customers to read', count, 5)
      .option('--find <text>', 'print the customers whose names contain this text'),
  ).action(runDedupe)
}

/** What the run needs is loaded when it comes to it: wrong use is told at once. */
async function runDedupe(files: readonly string[], flags: DedupeFlags): Promise<void> {
  const { readRecords } = await import('../files/read-records.ts')
  const { checkOutput } = await import('./check-output.ts')
  const settings = withFlags(await settingsOf(flags), flags)
  await checkOutput(flags.out)
  const progress = createProgress(flags.quiet)
  const started = performance.now()
  const records = await readRecords(files, {
    sheet: flags.sheet,
    encoding: flags.encoding,
    delimiter: flags.delimiter,
    onProgress: ({ rows }) => progress.show({ phase: 'read', done: rows, total: 0 }),
  })
  const read = performance.now()
  const { dedupe } = await import('../engine/dedupe.ts')
  const result = await dedupe(records, {
    settings,
    onProgress: progress.show,
  })
  const report = {
    ...result.report,
    inputs: records.inputs,
    timings: { read: Math.round(read - started), ...result.report.timings },
  }
  const { writeResult } = await import('../files/write-result.ts')
  await writeResult(
    flags.out,
    { ...result, report },
    { format: flags.format, protect: files, onProgress: progress.show },
  )
  progress.end()
  if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  else {
    const { summarise } = await import('./summarise.ts')
    const language = result.report.settings.language
    process.stdout.write(
      summarise(result, { ...flags, language, seconds: (performance.now() - started) / 1000 }),
    )
  }
}

/** The command line wins over the settings file. */
function withFlags(settings: SettingsInput, { threshold, review, branches }: DedupeFlags): SettingsInput {
  if (typeof settings !== 'object' || Array.isArray(settings)) return settings
  const thresholds = {
    ...(threshold !== undefined && { merge: threshold }),
    ...(review !== undefined && { review }),
  }
  return {
    ...withOption(settings, 'thresholds', thresholds),
    ...(branches !== undefined && { branches }),
  }
}

function probability(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('a probability between 0 and 1 is wanted')
  return value
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is wanted')
  return Number(text)
}
