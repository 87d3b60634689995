import { type Command, Option } from 'commander'
import type { Language } from '../model/field-type.ts'
import { count } from './run-options.ts'

interface EvaluateFlags {
  readonly links?: readonly string[]
  readonly examples: number
  readonly lang?: Language
  readonly json?: boolean
}

/** `guihu evaluate CROSSWALK TRUTH` */
export function addEvaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description(
      'precision, recall and F1 of a crosswalk against a truth, by pairs and by B-cubed, and the errors by kind',
    )
    .argument('<crosswalk>', 'crosswalk of a run: record_id, source, customer_id')
    .argument('<truth>', 'record_id or id; customer, customer_id or entity_id; source where ids repeat')
    .option(
      '--links <file>',
      'links (and review) of the run, for the table of thresholds (repeatable)',
      (file: string, previous: readonly string[] = []) => [...previous, file],
    )
    .option('--examples <n>', 'name this many errors of each kind, the worst first', count, 5)
    .addOption(new Option('--lang <language>', 'the language of the tables').choices(['zh', 'en']))
    .option('--json', 'print everything as JSON')
    .action(runEvaluate)
}

async function runEvaluate(crosswalk: string, truth: string, flags: EvaluateFlags): Promise<void> {
  const { readRecords } = await import('./files.ts')
  const { evaluate } = await import('./engine.ts')
  const [predicted, labels] = [await readRecords(crosswalk), await readRecords(truth)]
  const links = []
  for (const file of flags.links ?? []) links.push(await readRecords(file))
  const evaluation = evaluate(predicted, labels, { links, examples: flags.examples })
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(evaluation, null, 2)}\n`)
    return
  }
  const { describeEvaluation } = await import('./describe-evaluation.ts')
  process.stdout.write(describeEvaluation(evaluation, flags.lang ?? 'zh'))
}
