import type { FieldType } from '../model/field-type.ts'
import type { ComparisonWeights, FieldWeights } from '../model/weights.ts'

/** Room for the levels of one comparison: level `l` of comparison `i` is at `i * LEVELS + l`. */
export const LEVELS = 16

/** The weights of a field's comparisons side by side: read for every pair, they stay in the nearest cache. */
export interface FlatWeights {
  readonly levelWeights: Float64Array
  readonly sisterWeights: Float64Array
  readonly vetoes: Uint8Array
  /** The share of rarity that bears on a level. */
  readonly shares: Float64Array
  /** By comparison, what it can add while its level is open. */
  readonly openings: readonly Opening[]
}

/** Lays the weights of a field side by side. Throws for a comparison of more than 16 levels: a programmer's error. */
export function flattenWeights(type: FieldType, weights: FieldWeights): FlatWeights {
  const size = weights.length * LEVELS
  const flat = {
    levelWeights: new Float64Array(size),
    sisterWeights: new Float64Array(size),
    vetoes: new Uint8Array(size),
    shares: new Float64Array(size),
  }
  weights.forEach(({ levels, sisters, vetoes, frequency }, i) => {
    if (levels.length > LEVELS) throw new Error(`${type.comparisons[i].name} has more than ${LEVELS} levels`)
    flat.levelWeights.set(levels, i * LEVELS)
    flat.sisterWeights.set(sisters, i * LEVELS)
    flat.vetoes.set(vetoes, i * LEVELS)
    if (frequency !== undefined) flat.shares.set(frequency.shares, i * LEVELS)
  })
  return {
    ...flat,
    openings: type.comparisons.map(({ highestOpen }, i) => openingOf(weights[i], highestOpen)),
  }
}

/** What a comparison can add while its level is open. Factors only ever lessen it. */
export interface Opening {
  /** The most of a level on which rarity does not bear; at least 0, as nothing may be there to compare. */
  readonly plain: number
  /** The most of a level on which rarity bears, without it, and the shares of rarity of such levels. */
  readonly rare: number
  readonly leastShare: number
  readonly mostShare: number
  readonly sisters: number
}

function openingOf({ levels, sisters, frequency }: ComparisonWeights, highest = levels.length - 1): Opening {
  let [plain, rare, most] = [0, Number.NEGATIVE_INFINITY, 0]
  const shares: number[] = []
  for (let level = 0; level <= highest; level++) {
    const share = frequency?.shares[level] ?? 0
    most = Math.max(most, sisters[level])
    if (share === 0) plain = Math.max(plain, levels[level])
    else {
      rare = Math.max(rare, levels[level])
      shares.push(share)
    }
  }
  return { plain, rare, leastShare: Math.min(...shares), mostShare: Math.max(...shares), sisters: most }
}

/** The most that a comparison can add, with values of that rarity. */
export function mostOpen({ plain, rare, leastShare, mostShare }: Opening, rarity: number): number {
  if (rare === Number.NEGATIVE_INFINITY) return plain
  return Math.max(plain, rare + rarity * (rarity > 0 ? mostShare : leastShare))
}
