import { type Command, Option } from 'commander'
import {
  addMapOptions,
  addMatchOptions,
  type MapFlags,
  type MatchFlags,
  matchSettingsOf,
  modelOptionOf,
} from './run-options.ts'

interface ExplainFlags extends MapFlags, MatchFlags {
  readonly json?: boolean
}

/** `guihu explain JSON JSON` */
export function addExplainCommand(program: Command): void {
  const command = addMapOptions(
    program
      .command('explain')
      .description('why two records are, or are not, one customer, step by step, and what would change that')
      .argument('<left>', 'a record as a JSON object, or @file with one')
      .argument('<right>', 'the other record'),
  )
  addMatchOptions(command).addOption(new Option('--json', 'print the explanation as JSON')).action(runExplain)
}

async function runExplain(left: string, right: string, flags: ExplainFlags): Promise<void> {
  const { recordOf } = await import('./record-argument.ts')
  const records = [await recordOf(left, 'left'), await recordOf(right, 'right')] as const
  const settings = await matchSettingsOf(flags)
  const modelOption = await modelOptionOf(flags)
  const { explain } = await import('./engine.ts')
  const explanation = explain(...records, { settings, ...modelOption })
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(explanation, null, 2)}\n`)
    return
  }
  const { describeExplanation } = await import('./describe-explanation.ts')
  process.stdout.write(describeExplanation(explanation, ...records, explanation.settings.language))
}
