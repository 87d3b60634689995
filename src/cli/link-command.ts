import { type Command, Option } from 'commander'
import { joinProblems } from '../data/problems.ts'
import type { LinkReport } from '../engine/link.ts'
import type { Language } from '../model/field-type.ts'
import { interruptible } from './interrupt.ts'
import { createProgress, showReading } from './progress.ts'
import {
  addMatchOptions,
  addRunOptions,
  addThreadsOption,
  executorOf,
  type MatchFlags,
  matchSettingsOf,
  modelOptionOf,
  type RunFlags,
  type ThreadFlags,
} from './run-options.ts'

interface LinkFlags extends RunFlags, MatchFlags, ThreadFlags {
  readonly out: string
  readonly format: 'csv' | 'xlsx' | 'jsonl' | 'parquet'
  readonly oneToOne?: boolean
}

/** `guihu link A B --out DIR` */
export function addLinkCommand(program: Command): void {
  const command = addRunOptions(
    program
      .command('link')
      .description(
        'which record of one file is which of another: each left record to the right one that fits it best',
      )
      .argument('<left>', 'the file whose records are looked up')
      .argument('<right>', 'the file they are looked up in')
      .requiredOption('--out <folder>', 'where the results go: links, candidates, report.json')
      .addOption(
        new Option('--format <format>', 'how tables are written')
          .choices(['csv', 'xlsx', 'jsonl', 'parquet'])
          .default('csv'),
      )
      .option(
        '--one-to-one',
        'link each right record at most once: both files have no duplicates of their own',
      ),
  )
  addThreadsOption(addMatchOptions(command)).action(runLink)
}

async function runLink(left: string, right: string, flags: LinkFlags): Promise<void> {
  const { readRecords } = await import('./files.ts')
  const { checkOutput } = await import('./check-output.ts')
  const settings = await matchSettingsOf(flags)
  const modelOption = await modelOptionOf(flags)
  await interruptible(() => checkOutput(flags.out))
  const executor = await executorOf(flags, [left, right])
  const progress = createProgress(flags.quiet)
  const started = performance.now()
  const read = (file: string) =>
    readRecords(file, {
      sheet: flags.sheet,
      encoding: flags.encoding,
      delimiter: flags.delimiter,
      onProgress: showReading(progress, 1),
    })
  const [leftRecords, rightRecords] = [await read(left), await read(right)]
  const reading = Math.round(performance.now() - started)
  const { link } = await import('./engine.ts')
  const { links, candidates, report } = await link(leftRecords, rightRecords, {
    settings,
    ...modelOption,
    executor,
    oneToOne: flags.oneToOne ?? false,
    onProgress: progress.show,
  })
  const inputs = [...leftRecords.inputs, ...rightRecords.inputs]
  const written = { ...report, inputs, timings: { read: reading, ...report.timings } }
  const { writeTables } = await import('./files.ts')
  await interruptible((signal) =>
    writeTables(flags.out, [links, candidates], {
      format: flags.format,
      report: (odd) => ({ ...written, problems: joinProblems(written.problems, odd) }),
      protect: [left, right],
      onProgress: ({ done, total }) => progress.show({ phase: 'write', done, total }),
      signal,
    }),
  )
  progress.end()
  if (flags.json) process.stdout.write(`${JSON.stringify(written, null, 2)}\n`)
  else {
    const seconds = (performance.now() - started) / 1000
    process.stdout.write(summarise(report, report.settings.language, flags.out, seconds))
  }
}

function summarise(report: LinkReport, language: Language, out: string, seconds: number): string {
  const n = (count: number) => count.toLocaleString('en')
  const columns = report.columns
    .filter(({ role }) => role !== '')
    .map(({ name, role }) => `${name} → ${role}`)
    .join(language === 'zh' ? '，' : ', ')
  const lines =
    language === 'zh'
      ? [
          `左 ${n(report.left)} 条、右 ${n(report.right)} 条：${n(report.merge)} 条已对上，${n(report.review)} 条需人工确认，${n(report.unlinked)} 条没有对应。`,
          ...(report.ambiguous > 0
            ? [`其中 ${n(report.ambiguous)} 条另有差不多的候选（见 candidates）。`]
            : []),
          `列的识别：${columns}。`,
          `已写入 ${out}，用时 ${seconds.toFixed(1)} 秒。`,
        ]
      : [
          `${n(report.left)} left records, ${n(report.right)} right ones: ${n(report.merge)} linked, ${n(report.review)} for a person to judge, ${n(report.unlinked)} without a counterpart.`,
          ...(report.ambiguous > 0
            ? [`For ${n(report.ambiguous)} of them others fit about as well (see candidates).`]
            : []),
          `Columns: ${columns}.`,
          `Written to ${out} in ${seconds.toFixed(1)} s.`,
        ]
  return `${lines.join('\n')}\n`
}
