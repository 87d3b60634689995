import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { generateCustomers } from './generate/generate.ts'
import { calibrated, type Figure, medianOf } from './measure.ts'
import type { WholeRun } from './whole.ts'

const WHOLE = fileURLToPath(new URL('whole.ts', import.meta.url))

type CalibratedRun = WholeRun & { readonly calibration: number }

/**
 * The rooms and the whole, from a CSV file to written files, on generated records: the medians of several runs, each
 * in a fresh process. `room: score` counts candidate pairs; `whole: processor` is of the processor's time on all cores,
 * which other work on the machine disturbs less.
 * @param milliseconds for each calibration, before and after a run.
 */
export async function measureRooms(
  records: number,
  seed: number,
  runs: number,
  milliseconds: number,
): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guihu-bench-'))
  try {
    const file = join(folder, 'customers.csv')
    await pipeline(Readable.from(csvLines(records, seed)), createWriteStream(file))
    const all: CalibratedRun[] = []
    for (let run = 0; run < runs; run++) {
      const { measured, calibration } = await calibrated(milliseconds, () =>
        runWhole(file, join(folder, 'out')),
      )
      all.push({ ...measured, calibration })
    }
    return figuresOf(all, records)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function* csvLines(records: number, seed: number): Generator<string> {
  const headings = [
    'record_id',
    'source',
    'name',
    'credit_code',
    'phone',
    'address',
    'contact',
    'email',
  ] as const
  yield `${headings.join(',')}\n`
  for (const record of generateCustomers({ seed, records }))
    yield `${headings.map((heading) => `"${record[heading].replaceAll('"', '""')}"`).join(',')}\n`
}

async function runWhole(file: string, out: string): Promise<WholeRun> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', WHOLE, file, out])
  return JSON.parse(stdout) as WholeRun
}

function figuresOf(runs: readonly CalibratedRun[], records: number): Figure[] {
  return Object.keys(runs[0].timings).map((name): Figure => {
    // The median run by what the machine was worth while it ran.
    const { timings, candidatePairs, calibration } = medianBy(
      runs,
      (run) => run.timings[name] * run.calibration,
    )
    const isPairs = name === 'room: score'
    const peaks = runs.map(({ peakMegabytes }) => peakMegabytes[name])
    return {
      name,
      unit: isPairs ? 'pairs' : 'records',
      rate: ((isPairs ? candidatePairs : records) / Math.max(1, timings[name])) * 1000,
      calibration,
      ...(peaks[0] !== undefined && { peakMegabytes: medianOf(peaks) }),
    }
  })
}

function medianBy<T>(values: readonly T[], measure: (value: T) => number): T {
  return values.toSorted((a, b) => measure(a) - measure(b))[(values.length - 1) >> 1]
}
