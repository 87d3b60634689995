import type { Command, CommanderError } from 'commander'
import { InterruptedError } from './interrupt.ts'

/** Wrong use or unreadable input. */
const WRONG_USE = 2

/** Ends after a mistake on the command line with one sentence; help and version end well. */
export function exitWithUsage(error: CommanderError, program: Command): void {
  if (error.exitCode === 0) return
  if (error.code === 'commander.help') process.stderr.write(program.helpInformation())
  else
    process.stderr.write(
      `guihu: ${error.message
        .replace(/^error: /, '')
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\.$/, '')}; see guihu --help\n`,
    )
  process.exitCode = WRONG_USE
}

/** Ends after an error with one clear sentence: what is known to be the user's to mend with 2, anything else with 1 and its trace. */
export async function exitWithError(error: unknown, language: 'zh' | 'en' = 'en'): Promise<void> {
  // What was drawn of the progress is no part of the sentence.
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  if (error instanceof InterruptedError) {
    process.stderr.write(`guihu: ${error.message}\n`)
    process.exitCode = error.exitCode
    return
  }
  const { describeError, InputError } = await import('../files/input-error.ts')
  if (isUserError(error) || error instanceof InputError) {
    process.stderr.write(`guihu: ${describeError(error, language)}\n`)
    process.exitCode = WRONG_USE
    return
  }
  process.stderr.write(
    `guihu: unexpected error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 1
}

const USER_ERRORS = [
  'SettingsError',
  'NoNameColumnError',
  'ModelError',
  'TruthError',
  'RecordTextError',
  'MemoryError',
]

function isUserError(error: unknown): boolean {
  return error instanceof Error && USER_ERRORS.includes(error.name)
}
