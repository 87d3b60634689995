import { z } from 'zod'
import type { FieldType } from './field-type.ts'

const share = z.number().gt(0).max(1)

/** One level of a comparison: `m` = P(level | same customer), `u` = P(level | different customers), both given that the comparison is not missing. */
const levelSchema = z.strictObject({ m: share, u: share })

/** A model as it is saved: plain JSON. */
export const modelSchema = z.strictObject({
  version: z.literal(1),
  /** Where the figures come from, for a reader. */
  origin: z.string(),
  /** log2 odds that a candidate pair is the same customer before anything is compared. */
  prior: z.number(),
  /** field name → comparison name → level name → m and u. */
  comparisons: z.record(z.string(), z.record(z.string(), z.record(z.string(), levelSchema))),
})

/** m and u of every level, and the prior. Match weights are log2(m / u); they add (Fellegi and Sunter 1969). */
export type Model = z.infer<typeof modelSchema>

/**
 * The match weights of a comparison, by level; 0 for levels the model does not know.
 * @example levelWeights(model, companyName, 'brand') // => Float64Array [-6.2, …, 9.1]
 */
export function levelWeights(model: Model, field: FieldType, comparisonName: string): Float64Array {
  const comparison = field.comparisons.find(({ name }) => name === comparisonName)
  const levels = comparison?.levels ?? []
  const known = model.comparisons[field.name]?.[comparisonName] ?? {}
  return Float64Array.from(levels, ({ name }) => {
    const level = known[name]
    // Two logarithms: the quotient of two tiny shares may not be finite.
    return level === undefined ? 0 : Math.log2(level.m) - Math.log2(level.u)
  })
}

/** The probability that belongs to a match weight: 2^w / (1 + 2^w). */
export function probabilityOf(matchWeight: number): number {
  return 1 / (1 + 2 ** -matchWeight)
}

/** The match weight that belongs to a probability: log2(p / (1 − p)). */
export function matchWeightOf(probability: number): number {
  return Math.log2(probability / (1 - probability))
}
