import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, platform, release } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { compareReports } from './compare-reports.ts'
import { makeInputs } from './inputs.ts'
import { type BenchReport, type Figure, medianOf } from './measure.ts'
import { measureRates } from './rates.ts'
import { measureRooms } from './rooms.ts'
import { slowEveryTime } from './slow-every-time.ts'

// npm run bench:check              small; fails when something became slower than 1.5 × its figure in figures.json
// npm run bench:check -- --update  writes figures.json anew

const FIGURES = new URL('figures.json', import.meta.url)
const RECORDS = 10_000
const SEED = 1
const RUNS = 3
/** Other work on the machine comes and goes, slow code stays: what is slow in so many measurements fails, each in a process of its own. */
const ROUNDS = 5
/** Milliseconds for each rate. */
const TIME = 60
/** A room that took less than this many milliseconds says nothing about its code. */
const LEAST_ROOM = 60

async function measure(): Promise<BenchReport> {
  const rates = await measureRates(makeInputs(SEED), TIME, () => {}, false)
  const rooms = await measureRooms(RECORDS, SEED, RUNS, TIME)
  const figures = [...rates, ...rooms.filter(isTelling)]
  const [{ model = '' } = {}] = cpus()
  return {
    machine: {
      cpu: model,
      cores: cpus().length,
      node: process.version,
      system: `${platform()} ${release()}`,
    },
    records: RECORDS,
    seed: SEED,
    calibration: medianOf(figures.map(({ calibration = 0 }) => calibration)),
    figures,
  }
}

const isTelling = ({ unit, rate }: Figure) => unit === 'pairs' || (RECORDS / rate) * 1000 >= LEAST_ROOM

/** The same in a process of its own: how a process has once compiled a loop, for better or worse, it keeps to. */
function measureApart(): BenchReport {
  const command = [...process.execArgv, fileURLToPath(import.meta.url), '--measure']
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as BenchReport
}

/** Of several measurements, the middle one of each figure: one by itself may have been compiled well or badly by chance. */
function measureSeveral(): BenchReport {
  const reports = Array.from({ length: ROUNDS }, measureApart)
  const figures = reports[0].figures.map(({ name }) => {
    const same = reports.flatMap((report) => report.figures.filter((figure) => figure.name === name))
    const worth = ({ rate, calibration = 1 }: Figure) => rate / calibration
    return same.toSorted((a, b) => worth(a) - worth(b))[(same.length - 1) >> 1]
  })
  return { ...reports[0], calibration: medianOf(reports.map(({ calibration }) => calibration)), figures }
}

const { update, measure: isOne } = new Command('bench:check')
  .description(
    'Whether anything became slower than 1.5 times its committed figure, as a ratio to a calibration loop.',
  )
  .option('--update', 'write the committed figures anew')
  .option('--measure', 'print one measurement as JSON')
  .parse()
  .opts<{ update?: boolean; measure?: boolean }>()

if (isOne) console.log(JSON.stringify(await measure()))
else if (update) await writeFile(FIGURES, `${JSON.stringify(measureSeveral(), null, 2)}\n`)
else {
  const committed = JSON.parse(await readFile(FIGURES, 'utf8')) as BenchReport
  const found = await slowEveryTime(ROUNDS, async () => compareReports(committed, measureApart()))
  for (const { name, ratio } of found) {
    console.log(
      `${name} runs at ${ratio.toFixed(2)} × its figure in bench/figures.json, the best of ${ROUNDS} measurements`,
    )
  }
  if (found.length > 0) process.exitCode = 1
  else console.log('nothing is slower than 1.5 × its figure')
}
