import type { Command } from 'commander'
import { interruptible } from './interrupt.ts'
import { createProgress, showReading } from './progress.ts'
import {
  addRunOptions,
  addThreadsOption,
  executorOf,
  modelOptionOf,
  type RunFlags,
  settingsOf,
  type ThreadFlags,
} from './run-options.ts'

interface TrainFlags extends RunFlags, ThreadFlags {
  readonly out: string
  readonly labels?: string
  readonly model?: string
}

/** `guihu train FILE… --out model.json` */
export function addTrainCommand(program: Command): void {
  const command = addRunOptions(
    program
      .command('train')
      .description('refit the model to your own records, with labels or without')
      .argument('<files...>', 'the files (.csv .tsv .xlsx .jsonl .parquet)')
      .requiredOption('--out <file>', 'where the model goes: use it with --model')
      .option(
        '--labels <file>',
        'the true customer of some records: record_id or id; customer, customer_id or entity_id; source where ids repeat',
      )
      .option('--model <file>', 'the model to begin with (default: the shipped one)'),
  )
  addThreadsOption(command).action(runTrain)
}

async function runTrain(files: readonly string[], flags: TrainFlags): Promise<void> {
  const { readRecords } = await import('./files.ts')
  const { checkWritable, writeJson } = await import('./files.ts')
  const settings = await settingsOf(flags)
  const modelOption = await modelOptionOf(flags)
  const inputs = flags.labels === undefined ? files : [...files, flags.labels]
  await checkWritable(flags.out, inputs)
  const executor = await executorOf(flags, files)
  const progress = createProgress(flags.quiet)
  const records = await readRecords(files, {
    sheet: flags.sheet,
    encoding: flags.encoding,
    delimiter: flags.delimiter,
    onProgress: showReading(progress, files.length),
  })
  const labels = flags.labels === undefined ? {} : { labels: await readRecords(flags.labels) }
  const { train } = await import('./engine.ts')
  const { model, report } = await train(records, {
    settings,
    ...modelOption,
    ...labels,
    executor,
    onProgress: progress.show,
  })
  await interruptible(() => writeJson(flags.out, model, inputs))
  progress.end()
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    return
  }
  const { describeTraining } = await import('./describe-training.ts')
  process.stdout.write(describeTraining(report, flags.out, settings.language ?? 'zh'))
}
