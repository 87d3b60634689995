/** Times the phases of a run, in milliseconds. */
export interface Stopwatch {
  readonly time: <T>(phase: string, work: () => T) => T
  /** The same for work that is waited for. */
  readonly timeAsync: <T>(phase: string, work: () => Promise<T>) => Promise<T>
  readonly timings: () => Readonly<Record<string, number>>
}

/** A stopwatch without phases yet. A phase that is timed twice adds up. */
export function startStopwatch(): Stopwatch {
  const timings: Record<string, number> = {}
  const add = (phase: string, start: number) => {
    timings[phase] = Math.round((timings[phase] ?? 0) + performance.now() - start)
  }
  return {
    time(phase, work) {
      const start = performance.now()
      const result = work()
      add(phase, start)
      return result
    },
    async timeAsync(phase, work) {
      const start = performance.now()
      const result = await work()
      add(phase, start)
      return result
    },
    timings: () => ({ ...timings }),
  }
}
