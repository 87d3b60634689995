import { writeFile } from 'node:fs/promises'
import { cpus, platform, release } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import { makeInputs } from './inputs.ts'
import { type BenchReport, type Figure, medianOf } from './measure.ts'
import { measureRates } from './rates.ts'
import { measureRooms } from './rooms.ts'
import { measureStarts } from './starts.ts'

// npm run bench -- [--records 50000] [--seed 1] [--runs 3] [--time 300] [--only rates|rooms] [--json FILE]

interface Options {
  readonly records: number
  readonly seed: number
  readonly runs: number
  readonly time: number
  readonly only?: 'rates' | 'rooms'
  readonly json?: string
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is wanted')
  return Number(text)
}

const { records, seed, runs, time, only, json } = new Command('bench')
  .description('Rates of the parsers beside the plain library calls they replace, and of the rooms.')
  .option('--records <n>', 'how many generated records the rooms are measured with', wholeNumber, 50_000)
  .option('--seed <n>', 'the same seed gives the same input', wholeNumber, 1)
  .option('--runs <n>', 'whole runs, of which the median counts', wholeNumber, 3)
  .option('--time <ms>', 'how long each rate is measured', wholeNumber, 300)
  .addOption(new Option('--only <what>', 'a part of it').choices(['rates', 'rooms']))
  .option('--json <file>', 'write the figures for bench:compare')
  .parse()
  .opts<Options>()

const figures: Figure[] = []
if (only !== 'rooms') {
  const onFigure = (figure: Figure) => console.log(lineOf(figure))
  figures.push(...(await measureRates(makeInputs(seed), time, onFigure)))
}
if (only !== 'rates') {
  const starts = await measureStarts(3 * Math.max(1, runs), time)
  const rooms = [...starts, ...(await measureRooms(records, seed, Math.max(1, runs), time))]
  for (const figure of rooms) console.log(lineOf(figure))
  figures.push(...rooms)
}
const [{ model = '' } = {}] = cpus()
const report: BenchReport = {
  machine: { cpu: model, cores: cpus().length, node: process.version, system: `${platform()} ${release()}` },
  records,
  seed,
  calibration: medianOf(figures.map(({ calibration = 0 }) => calibration)),
  figures,
}
console.log(
  `${model}, ${report.machine.cores} cores, Node ${process.version}; ${records} records, seed ${seed}; ` +
    `${perSecond(report.calibration)} calibration loops a second`,
)
if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`)

function lineOf({ name, unit, rate, plain, peakMegabytes }: Figure): string {
  const beside = plain && `${(rate / plain.rate).toFixed(1)} × ${plain.name} (${perSecond(plain.rate)})`
  const peak = peakMegabytes === undefined ? '' : `peak ${peakMegabytes.toLocaleString('en')} MB`
  return `${name.padEnd(30)} ${perSecond(rate).padStart(8)} ${`${unit}/s`.padEnd(12)} ${beside ?? peak}`.trimEnd()
}

/** Three figures: 1.23 M, 456 k, 78.9. */
function perSecond(rate: number): string {
  const [scaled, unit] = rate >= 1e6 ? [rate / 1e6, ' M'] : rate >= 1e3 ? [rate / 1e3, ' k'] : [rate, '']
  return `${scaled.toPrecision(3)}${unit}`
}
