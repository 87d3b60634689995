/** The levels of the trained comparisons that some pairs have in common, −1 missing, and how many pairs that are. */
export interface Pattern {
  readonly levels: Int8Array
  readonly count: number
}

/** The shares of the levels of one comparison among each kind of pair. */
export interface LevelShares {
  readonly m: Float64Array
  readonly u: Float64Array
  readonly s: Float64Array
}

/** What EM made of the patterns. */
export interface EmResult {
  /** By comparison, the share of each level among matches; as given where no match had the comparison. */
  readonly m: readonly Float64Array[]
  /** By comparison and level, the matches expected there. */
  readonly matches: readonly Float64Array[]
  /** The share of all pairs that are matches. */
  readonly share: number
  readonly rounds: number
  readonly isConverged: boolean
}

const ROUNDS = 100
const SETTLED = 1e-4
/** No level is impossible: else one pair could never be a match again. */
const LEAST_SHARE = 1e-6

/**
 * Learns m from pairs of which it is not known whether they match (Fellegi and Sunter's model by EM; Winkler 1988): a
 * pair is of one customer, of two sister firms, or of two strangers. u and s stay as given; m, and how many pairs are
 * of each kind, are brought in line with the patterns by turns.
 */
export function runEm(patterns: readonly Pattern[], shares: readonly LevelShares[]): EmResult {
  const total = patterns.reduce((sum, { count }) => sum + count, 0)
  const rivals = patterns.map(({ levels }) => ({
    strangers: product(
      levels,
      shares.map(({ u }) => u),
    ),
    sisters: product(
      levels,
      shares.map(({ s }) => s),
    ),
  }))
  let m = shares.map((comparison) => normalise(comparison.m))
  let kinds: Kinds = { match: 1 / 3, stranger: 1 / 3, sister: 1 / 3 }
  let matches = countMatches([], [], m)
  let [rounds, isConverged] = [0, total === 0]
  while (rounds < ROUNDS && !isConverged) {
    rounds++
    const sums = { match: 0, stranger: 0, sister: 0 }
    const chances = patterns.map(({ levels, count }, i) => {
      const match = kinds.match * product(levels, m)
      const stranger = kinds.stranger * rivals[i].strangers
      const sister = kinds.sister * rivals[i].sisters
      const all = match + stranger + sister
      sums.match += (count * match) / all
      sums.stranger += (count * stranger) / all
      sums.sister += (count * sister) / all
      return match / all
    })
    matches = countMatches(patterns, chances, m)
    const next = matches.map((counts, i) => (sumOf(counts) === 0 ? m[i] : normalise(counts)))
    const nextKinds = {
      match: sums.match / total,
      stranger: sums.stranger / total,
      sister: sums.sister / total,
    }
    isConverged = Math.abs(nextKinds.match - kinds.match) < SETTLED && furthest(m, next) < SETTLED
    m = next
    kinds = nextKinds
  }
  return { m, matches, share: total === 0 ? 0 : kinds.match, rounds, isConverged }
}

interface Kinds {
  readonly match: number
  readonly stranger: number
  readonly sister: number
}

/** How likely a pattern is: what is missing says nothing, what is given is taken as independent. */
function product(levels: Int8Array, shares: readonly Float64Array[]): number {
  let chance = 1
  for (let i = 0; i < levels.length; i++) if (levels[i] >= 0) chance *= shares[i][levels[i]]
  return chance
}

function countMatches(
  patterns: readonly Pattern[],
  chances: readonly number[],
  like: readonly Float64Array[],
): Float64Array[] {
  const counts = like.map(({ length }) => new Float64Array(length))
  patterns.forEach(({ levels, count }, pattern) => {
    for (let i = 0; i < levels.length; i++) {
      if (levels[i] >= 0) counts[i][levels[i]] += count * chances[pattern]
    }
  })
  return counts
}

function normalise(counts: Float64Array): Float64Array {
  const sum = sumOf(counts)
  const floored = counts.map((count) => Math.max(LEAST_SHARE, count / sum))
  const whole = sumOf(floored)
  return floored.map((share) => share / whole)
}

function sumOf(list: Float64Array): number {
  return list.reduce((sum, value) => sum + value, 0)
}

function furthest(one: readonly Float64Array[], other: readonly Float64Array[]): number {
  let most = 0
  one.forEach((shares, i) => {
    shares.forEach((share, level) => {
      most = Math.max(most, Math.abs(share - other[i][level]))
    })
  })
  return most
}
