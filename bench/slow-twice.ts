import type { RateChange } from './compare-reports.ts'

/** Below this share of its figure a rate has become slower than 1.5 times. */
const SLOW = 1 / 1.5

/**
 * What is too slow in one measurement and in a second one too: other work on the machine comes and goes, slow code stays. The
 * second is made only where the first finds something. Gives the better of the two ratios.
 */
export async function slowTwice(measure: () => Promise<readonly RateChange[]>): Promise<RateChange[]> {
  const first = (await measure()).filter(({ ratio }) => ratio < SLOW)
  if (first.length === 0) return []
  const again = new Map((await measure()).map(({ name, ratio }) => [name, ratio]))
  return first
    .map(({ name, ratio }) => ({ name, ratio: Math.max(ratio, again.get(name) ?? ratio) }))
    .filter(({ ratio }) => ratio < SLOW)
}
