/** Fewer pairs than this at a level tell nothing of its share. */
export const LEAST_PAIRS = 30

/** The shares of the levels of one comparison, refitted as far as the pairs allow. */
export interface RefittedShares {
  readonly shares: readonly number[]
  /** By level, whether its share is still the one that was known. */
  readonly isKept: readonly boolean[]
}

/**
 * New shares for the levels of a comparison. A level with fewer than thirty pairs keeps what was known, as far as the
 * pairs do not speak against it: it cannot be commoner than that few of so many. The others share the rest.
 * @param known by level, the share that the model has.
 * @param counts by level, the pairs that reached it.
 * @param found by level, its share as it was found; the share of its count when not given.
 */
export function refitShares(
  known: readonly number[],
  counts: ArrayLike<number>,
  found?: ArrayLike<number>,
): RefittedShares {
  const list = Array.from(counts)
  const total = list.reduce((sum, count) => sum + count, 0)
  const isKept = list.map((count) => count < LEAST_PAIRS)
  if (isKept.every((kept) => kept)) return { shares: [...known], isKept }
  const first = list.map((count, level) => {
    if (isKept[level]) return Math.min(known[level], (count + LEAST_PAIRS) / total)
    return found === undefined ? count / total : found[level]
  })
  const sumWhere = (kept: boolean) =>
    first.reduce((sum, share, level) => (isKept[level] === kept ? sum + share : sum), 0)
  const rest = Math.max(sumWhere(false) / 2, 1 - sumWhere(true))
  const scale = rest / sumWhere(false)
  const shares = first.map((share, level) => tidy(isKept[level] ? share : Math.min(1, share * scale)))
  return { shares, isKept }
}

/** Six digits say more than the pairs do. */
function tidy(share: number): number {
  return Number(share.toPrecision(6))
}
