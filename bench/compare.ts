import { readFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import { compareReports } from './compare-reports.ts'
import type { BenchReport } from './measure.ts'

// npm run bench:compare -- A.json B.json [--fail-below 0.67]

function share(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value < 10)) throw new InvalidArgumentError('a share such as 0.67 is wanted')
  return value
}

const program = new Command('bench:compare')
  .description('How the rates of B stand to those of A, each as a ratio to the calibration of its own run.')
  .argument('<a>', 'the figures before, as --json wrote them')
  .argument('<b>', 'the figures after')
  .option('--fail-below <share>', 'end with 1 when any rate fell below this share of what it was', share)
  .parse()

const [before, after] = await Promise.all(
  program.args.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as BenchReport),
)
if (before.records !== after.records || before.seed !== after.seed)
  console.log('The two runs had other input: the rooms cannot be compared closely.')
console.log(
  `calibration: ${(after.calibration / before.calibration).toFixed(2)} × (the machine, not the code)`,
)
const { failBelow } = program.opts<{ failBelow?: number }>()
for (const { name, ratio } of compareReports(before, after)) {
  const isTooSlow = failBelow !== undefined && ratio < failBelow
  if (isTooSlow) process.exitCode = 1
  const mark = isTooSlow ? '✗' : ratio < 0.9 ? '▼' : ratio > 1.1 ? '▲' : ' '
  const shown = Number.isNaN(ratio) ? 'only in one' : `${ratio.toFixed(2)} ×`
  console.log(`${mark} ${name.padEnd(30)} ${shown.padStart(12)}`)
}
