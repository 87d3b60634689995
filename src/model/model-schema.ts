import { z } from 'zod'

const share = z.number().gt(0).max(1)

/**
 * One level of a comparison, given that it is not missing: `m` = P(level | same customer), `u` = P(level | two strangers),
 * `s` = P(level | two sister firms: one brand or one owner, two customers); u where `s` is not given.
 */
const levelSchema = z.strictObject({ m: share, u: share, s: share.optional() })

/** A model as it is saved: plain JSON. */
export const modelSchema = z.strictObject({
  version: z.literal(1),
  /** Where the figures come from, for a reader. */
  origin: z.string(),
  /** log2 of how many further records of its customer a record has, on average. */
  prior: z.number(),
  /** log2 of how many records of its customer a record has for each record of a sister firm. */
  sisterPrior: z.number(),
  /** field name → comparison name → level name → m and u. */
  comparisons: z.record(z.string(), z.record(z.string(), z.record(z.string(), levelSchema))),
})

/**
 * m, u and s of every level, and the priors. Match weights are log2(m / u); they add (Fellegi and Sunter 1969). What is
 * not one customer may be two strangers, who agree by coincidence, or two sisters, who agree in much: both are weighed.
 */
export type Model = z.infer<typeof modelSchema>
