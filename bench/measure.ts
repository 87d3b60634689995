import { Bench } from 'tinybench'

/** One rate. */
export interface Figure {
  /** What is measured, the same in every run: 'fold: foldText', 'room: normalize'. */
  readonly name: string
  /** How many of what a second: names, pairs, records. */
  readonly unit: string
  readonly rate: number
  /** Of the plain library call that is replaced, on the same input. */
  readonly plain?: { readonly name: string; readonly rate: number }
  /** Peak memory of the process, in 10^6 bytes. */
  readonly peakMegabytes?: number
  /** Calibration loops a second just before and after: what the machine was worth while this was measured. */
  readonly calibration?: number
}

/** What a run of the bench writes with --json, and `bench:compare` reads. */
export interface BenchReport {
  readonly machine: {
    readonly cpu: string
    readonly cores: number
    readonly node: string
    readonly system: string
  }
  readonly records: number
  readonly seed: number
  /** Calibration loops a second, the median over the run: what this machine was worth at that time. */
  readonly calibration: number
  readonly figures: readonly Figure[]
}

/** The values of work are summed into this, so that no work can be left out as unused. */
const sink = new Float64Array(1)

/** A parser is compiled for a good part of its first second: what it does before says more of the compiler. */
const WARM_UP = 3

/**
 * How often a second `work` does for one input, the median over at least `milliseconds` of passes over all inputs,
 * after {@link WARM_UP} times as long to get warm.
 * @param work gives any number that depends on the result.
 */
export async function rateOf<T>(
  inputs: readonly T[],
  work: (input: T) => number,
  milliseconds: number,
): Promise<number> {
  const bench = new Bench({
    time: milliseconds,
    iterations: 5,
    warmupTime: WARM_UP * milliseconds,
    warmupIterations: 2,
  })
  bench.add('work', () => {
    for (const input of inputs) sink[0] += work(input)
  })
  const [task] = await bench.run()
  const { result } = task
  if (result.state !== 'completed') throw new Error(`the work could not be measured: ${result.state}`)
  return (inputs.length / result.latency.p50) * 1000
}

/**
 * 4 MB: larger than the nearer caches, so that other work that crowds the memory is felt, and small enough that it is all one whether
 * the system has given large pages for it: with 32 MB a process was worth twice another for that alone.
 */
const TABLE = new Uint32Array(1 << 20).map((_, i) => Math.imul(i, 0x9e3779b1) >>> 0)

/**
 * One calibration loop: what guihu does all day, hashing, looking up in a table too large for the nearer caches, and
 * cutting strings. Its rate tells a slow machine from slow code.
 */
function calibrationLoop(start: number): number {
  let at = start
  let text = ''
  for (let i = 0; i < 20_000; i++) {
    at = (Math.imul(TABLE[at & 0xfffff] ^ i, 0x85ebca6b) ^ (at >>> 13)) >>> 0
    if ((i & 15) === 0) text = `${text.slice(-40)}${at}`
    at ^= text.charCodeAt(i % text.length)
  }
  return at
}

/** Calibration loops a second, now. */
export function calibrate(milliseconds: number): Promise<number> {
  return rateOf([1, 2, 3, 4, 5], calibrationLoop, milliseconds)
}

/** Measures something between two calibrations. */
export async function calibrated<T>(
  milliseconds: number,
  measure: () => Promise<T>,
): Promise<{ readonly measured: T; readonly calibration: number }> {
  const before = await calibrate(milliseconds)
  const measured = await measure()
  return { measured, calibration: (before + (await calibrate(milliseconds))) / 2 }
}

/** The middle one; of an even count the lower of the two. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1]
}
