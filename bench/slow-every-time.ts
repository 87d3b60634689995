import type { RateChange } from './compare-reports.ts'

/** Below this share of its figure a rate has become slower than 1.5 times. */
const SLOW = 1 / 1.5

/**
 * What is too slow in each of so many measurements; a further one is made only while something still is. Gives the best of
 * their ratios.
 */
export async function slowEveryTime(
  rounds: number,
  measure: () => Promise<readonly RateChange[]>,
): Promise<RateChange[]> {
  let slow: RateChange[] = (await measure()).filter(isSlow)
  for (let round = 1; round < rounds && slow.length > 0; round++) {
    const again = new Map((await measure()).map(({ name, ratio }) => [name, ratio]))
    slow = slow
      .map(({ name, ratio }) => ({ name, ratio: Math.max(ratio, again.get(name) ?? ratio) }))
      .filter(isSlow)
  }
  return slow
}

const isSlow = ({ ratio }: RateChange) => ratio < SLOW
