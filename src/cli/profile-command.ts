import { type Command, InvalidArgumentError } from 'commander'
import { createProgress, showReading } from './progress.ts'
import { addRunOptions, type RunFlags, settingsOf } from './run-options.ts'

interface ProfileFlags extends RunFlags {
  readonly examples: number
}

/** `guihu profile FILE…` */
export function addProfileCommand(program: Command): void {
  addRunOptions(
    program
      .command('profile')
      .description(
        'what is in the columns: filled, valid, repaired, generic, unreadable, and the commonest values',
      )
      .argument('<files...>', 'the files (.csv .tsv .xlsx .jsonl .parquet)')
      .option('--examples <n>', 'show this many examples of each kind', count, 5),
  ).action(runProfile)
}

async function runProfile(files: readonly string[], flags: ProfileFlags): Promise<void> {
  const { profile } = await import('./engine.ts')
  const { readRecords } = await import('./files.ts')
  const settings = await settingsOf(flags)
  const progress = createProgress(flags.quiet)
  const records = await readRecords(files, {
    sheet: flags.sheet,
    encoding: flags.encoding,
    delimiter: flags.delimiter,
    onProgress: showReading(progress, files.length),
  })
  const result = await profile(records, {
    settings,
    examples: flags.examples,
    onProgress: progress.show,
  })
  progress.end()
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    return
  }
  const { describeProfile } = await import('./describe-profile.ts')
  process.stdout.write(describeProfile(result, settings.language ?? 'zh'))
}

function count(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('a whole number up to 9999 is wanted')
  return Number(text)
}
