import { compiled } from './compiled.ts'

/**
 * One whole run in a process of its own, as `measureRooms` starts it: reads a CSV file, finds its customers and writes
 * them, then prints what each room took. It runs the compiled package, as its users do.
 */
export interface WholeRun {
  /** Milliseconds by room. */
  readonly timings: Readonly<Record<string, number>>
  readonly candidatePairs: number
  readonly customers: number
  readonly peakMegabytes: { readonly read: number; readonly all: number }
}

const [file, out] = process.argv.slice(2)
const { dedupe } = await compiled<typeof import('../src/index.ts')>('index')
const { readRecords, writeResult } = await compiled<typeof import('../src/node.ts')>('node')

const peak = () => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
const started = performance.now()
const records = await readRecords([file])
const read = performance.now()
const peakOfRead = peak()
const result = await dedupe(records)
const deduped = performance.now()
await writeResult(out, result)
const written = performance.now()

const run: WholeRun = {
  timings: {
    read: read - started,
    ...result.report.timings,
    write: written - deduped,
    whole: written - started,
  },
  candidatePairs: result.report.candidatePairs,
  customers: result.customerCount,
  peakMegabytes: { read: peakOfRead, all: peak() },
}
process.stdout.write(JSON.stringify(run))
