import * as z from 'zod'

const share = z.number().gt(0).max(1)

/**
 * One level of a comparison, given that it is not missing: `m` = P(level | same customer), `u` = P(level | two strangers),
 * `s` = P(level | two sister firms: one brand or one owner, two customers); u where `s` is not given.
 */
const levelSchema = z.strictObject({ m: share, u: share, s: share.optional() })

/** Texts of a value by how often it occurs, one entry a count. */
const countsSchema = z.array(z.tuple([z.int().positive(), z.array(z.string())]))

/**
 * What the weights of a run took from its data, so that a part of them can be weighed by itself: the same pair has the
 * same weight wherever it is met.
 */
export const dataStatisticsSchema = z.strictObject({
  /** How many records the data have. */
  records: z.int().nonnegative(),
  /** What the prior of the model was shifted by when it was brought in line with the data, in bits. */
  priorShift: z.number(),
  /** The columns that hold something, in their order: heading and role. */
  columns: z.array(z.tuple([z.string(), z.string()])),
  /** The settings of the run. */
  settings: z.record(z.string(), z.unknown()),
  /** By field: how often the values of its comparisons occur, and how many identities share a generic one. */
  fields: z.record(
    z.string(),
    z.strictObject({
      /** Comparison → all holders, and the values that more than one has. */
      frequencies: z.record(z.string(), z.strictObject({ total: z.number(), counts: countsSchema })),
      /** The values that count less for being shared, by the identities behind them; not there where none were counted. */
      shared: countsSchema.optional(),
    }),
  ),
})

/** See `dataStatisticsSchema`. */
export type DataStatistics = z.infer<typeof dataStatisticsSchema>

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
  /** The statistics of a data set, for `guihu partition`; other runs take those of their own data. */
  data: dataStatisticsSchema.optional(),
})

/**
 * m, u and s of every level, and the priors. Match weights are log2(m / u); they add (Fellegi and Sunter 1969). What is
 * not one customer may be two strangers, who agree by coincidence, or two sisters, who agree in much: both are weighed.
 */
export type Model = z.infer<typeof modelSchema>
