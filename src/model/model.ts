import type { FieldType } from './field-type.ts'
import type { Model } from './model-schema.ts'

export type { DataStatistics, Model } from './model-schema.ts'

/** What is not one customer: strangers or sisters. */
export type Rival = 'u' | 's'

/**
 * The match weights of a comparison, by level; 0 for levels the model does not know.
 * @example levelWeights(model, companyName, 'brand') // => Float64Array [-6.2, …, 9.1]
 */
export function levelWeights(
  model: Model,
  field: FieldType,
  comparisonName: string,
  rival: Rival = 'u',
): Float64Array {
  const comparison = field.comparisons.find(({ name }) => name === comparisonName)
  const levels = comparison?.levels ?? []
  const known = model.comparisons[field.name]?.[comparisonName] ?? {}
  return Float64Array.from(levels, ({ name }) => {
    const level = known[name]
    // Two logarithms: the quotient of two tiny shares may not be finite.
    return level === undefined ? 0 : Math.log2(level.m) - Math.log2(level[rival] ?? level.u)
  })
}

/**
 * The match weight against both kinds of what is not one customer: the odds against add up.
 * @example weighAgainstBoth(20, 3) // => 2.99…, sisters are what it hangs on
 */
export function weighAgainstBoth(strangers: number, sisters: number): number {
  const least = Math.min(strangers, sisters)
  return least - Math.log2(2 ** (least - strangers) + 2 ** (least - sisters))
}

/**
 * By how many bits match weights are too sure of themselves: the parts of a name, and an address and the city that a
 * name begins with, are not independent. Measured on labelled pairs (`npm run quality`, reliability): with it, of the pairs
 * at 0.95 to 0.99 about that share is true.
 */
const OVERSTATED = 2.2

/**
 * The probability that belongs to a match weight: the share of such pairs that is true. 2^w / (1 + 2^w) with w less by
 * what weights overstate.
 * @example probabilityOf(4.2) // => 0.8
 */
export function probabilityOf(matchWeight: number): number {
  return shareOfOdds(matchWeight - OVERSTATED)
}

/** The match weight that belongs to a probability: log2(p / (1 − p)), and what weights overstate. */
export function matchWeightOf(probability: number): number {
  return Math.log2(probability / (1 - probability)) + OVERSTATED
}

/** 2^w / (1 + 2^w): the probability of log2 odds taken at their word, as EM does. */
export function shareOfOdds(logOdds: number): number {
  return 1 / (1 + 2 ** -logOdds)
}
