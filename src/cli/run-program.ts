import { Command, CommanderError } from 'commander'
import { addDedupeCommand } from './dedupe-command.ts'
import { addEvaluateCommand } from './evaluate-command.ts'
import { exitWithError, exitWithUsage } from './exit.ts'
import { addExplainCommand } from './explain-command.ts'
import { addLinkCommand } from './link-command.ts'
import { addPartitionCommand } from './partition-command.ts'
import { addProfileCommand } from './profile-command.ts'
import { addTrainCommand } from './train-command.ts'

/**
 * The `guihu` command. Each subcommand loads what it needs when it runs, so that --help starts at once.
 */
export async function runProgram(version: string): Promise<void> {
  const program = new Command('guihu')
    .description('归户: customer records in Chinese business data, deduplicated')
    .version(version)
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
  addDedupeCommand(program)
  addLinkCommand(program)
  addExplainCommand(program)
  addEvaluateCommand(program)
  addTrainCommand(program)
  addPartitionCommand(program)
  addProfileCommand(program)
  for (const command of program.commands) command.copyInheritedSettings(program).exitOverride()
  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) exitWithUsage(error, program)
    else await exitWithError(error, languageOf(program))
  }
}

/** The language that was asked for with --lang. */
function languageOf(program: Command): 'zh' | 'en' | undefined {
  return program.commands.map((command) => command.opts().lang).find((language) => language !== undefined)
}
