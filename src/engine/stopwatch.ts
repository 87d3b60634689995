/** Times the phases of a run, in milliseconds. */
export interface Stopwatch {
  readonly time: <T>(phase: string, work: () => T) => T
  readonly timings: () => Readonly<Record<string, number>>
}

/** A stopwatch without phases yet. A phase that is timed twice adds up. */
export function startStopwatch(): Stopwatch {
  const timings: Record<string, number> = {}
  return {
    time(phase, work) {
      const start = performance.now()
      const result = work()
      timings[phase] = Math.round((timings[phase] ?? 0) + performance.now() - start)
      return result
    },
    timings: () => ({ ...timings }),
  }
}
