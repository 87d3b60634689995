import type { BenchReport } from './measure.ts'

/** How a rate changed: 2 is twice as fast, NaN is only in one of the two. */
export interface RateChange {
  readonly name: string
  readonly ratio: number
}

/**
 * The rates of two runs against each other, each first divided by the calibration around it, so that a slower machine or a
 * busy moment shows as little as can be. Peaks are compared as they are, smaller counting as more.
 */
export function compareReports(before: BenchReport, after: BenchReport): RateChange[] {
  const byName = new Map(after.figures.map((figure) => [figure.name, figure]))
  const old = new Set(before.figures.map(({ name }) => name))
  const changes = before.figures.flatMap((figure): RateChange[] => {
    const now = byName.get(figure.name)
    const machine = (now?.calibration ?? after.calibration) / (figure.calibration ?? before.calibration)
    const rate = {
      name: figure.name,
      ratio: now === undefined ? Number.NaN : now.rate / figure.rate / machine,
    }
    if (figure.peakMegabytes === undefined || now?.peakMegabytes === undefined) return [rate]
    return [rate, { name: `${figure.name}, peak`, ratio: figure.peakMegabytes / now.peakMegabytes }]
  })
  const added = after.figures.filter(({ name }) => !old.has(name))
  return [...changes, ...added.map(({ name }) => ({ name, ratio: Number.NaN }))]
}
