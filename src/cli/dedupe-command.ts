import { type Command, Option } from 'commander'
import { interruptible } from './interrupt.ts'
import {
  addMemoryOption,
  checkFilesFit,
  type MemoryFlags,
  memoryReport,
  openStorage,
  planMemory,
} from './memory.ts'
import { createProgress, showReading } from './progress.ts'
import {
  addMatchOptions,
  addRunOptions,
  addThreadsOption,
  count,
  executorOf,
  type MatchFlags,
  matchSettingsOf,
  modelOptionOf,
  type RunFlags,
  type ThreadFlags,
  threadsFor,
  withThreads,
} from './run-options.ts'

interface DedupeFlags extends RunFlags, MatchFlags, ThreadFlags, MemoryFlags {
  readonly out: string
  readonly format: 'csv' | 'xlsx' | 'jsonl' | 'parquet'
  readonly show: number
  readonly find?: string
  readonly saveModel?: string
  readonly decisions?: string
}

/** `guihu dedupe FILE… --out DIR` */
export function addDedupeCommand(program: Command): void {
  const command = addRunOptions(
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
      .option('--show <n>', 'print this many merged customers to read', count, 5)
      .option(
        '--decisions <file>',
        'what people have decided: a review table with a column judgement (same, different); it always holds',
      )
      .option(
        '--save-model <file>',
        'write the model with the statistics of these records too, for guihu partition',
      )
      .option('--find <text>', 'print the customers whose names contain this text'),
  )
  addMemoryOption(addThreadsOption(addMatchOptions(command))).action(runDedupe)
}

/** What the run needs is loaded when it comes to it: wrong use is told at once. */
async function runDedupe(files: readonly string[], flags: DedupeFlags): Promise<void> {
  const { readRecords } = await import('./files.ts')
  const { checkOutput } = await import('./check-output.ts')
  const settings = await matchSettingsOf(flags)
  const modelOption = await modelOptionOf(flags)
  await interruptible(() => checkOutput(flags.out))
  await checkFilesFit(files, flags)
  const { checkWritable, writeJson } = await import('./files.ts')
  if (flags.saveModel !== undefined) await checkWritable(flags.saveModel, files)
  const reader = await executorOf(flags, files)
  const progress = createProgress(flags.quiet)
  const started = performance.now()
  const records = await readRecords(files, {
    sheet: flags.sheet,
    encoding: flags.encoding,
    delimiter: flags.delimiter,
    executor: reader,
    settings,
    onProgress: showReading(progress, files.length),
  })
  const read = performance.now()
  const threads = await threadsFor(flags, records.table.rowCount)
  const plan = await planMemory(records, threads, flags)
  const executor = await withThreads(reader, threads, plan.threads)
  const storage = plan.isLean ? await openStorage(flags.out) : undefined
  const { dedupe } = await import('./engine.ts')
  const decided = flags.decisions === undefined ? {} : { decisions: await readRecords([flags.decisions]) }
  const result = await dedupe(records, {
    settings,
    ...decided,
    ...modelOption,
    executor,
    ...(storage && { storage }),
    onProgress: progress.show,
  }).finally(() => storage?.close())
  const report = {
    ...result.report,
    inputs: records.inputs,
    timings: { read: Math.round(read - started), ...result.report.timings },
    memory: memoryReport(plan, storage),
  }
  const { writeResult } = await import('./files.ts')
  const { format } = flags
  await interruptible((signal) =>
    writeResult(
      flags.out,
      { ...result, report },
      { format, protect: files, onProgress: progress.show, signal },
    ),
  )
  const { saveModel } = flags
  if (saveModel !== undefined) await interruptible(() => writeJson(saveModel, result.modelOfData(), files))
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
