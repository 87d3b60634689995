import { compiled } from './compiled.ts'

/**
 * One whole run in a process of its own, as `measureRooms` starts it: reads a CSV file, finds its customers and writes
 * them, then prints what each room took. It runs the compiled package, as its users do.
 */
export interface WholeRun {
  /** Milliseconds by what is measured. */
  readonly timings: Readonly<Record<string, number>>
  /** Peak memory until its end, in 10^6 bytes, for some of it. */
  readonly peakMegabytes: Readonly<Record<string, number>>
  readonly candidatePairs: number
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

const { user, system } = process.cpuUsage()
const rooms = Object.entries(result.report.timings).map(([room, time]) => [`room: ${room}`, time] as const)
const run: WholeRun = {
  timings: {
    'room: read': read - started,
    ...Object.fromEntries(rooms),
    'room: write': written - deduped,
    'whole: CSV to files': written - started,
    'whole: processor': (user + system) / 1000,
  },
  peakMegabytes: { 'room: read': peakOfRead, 'whole: CSV to files': peak() },
  candidatePairs: result.report.candidatePairs,
}
process.stdout.write(JSON.stringify(run))
