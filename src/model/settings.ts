import { z } from 'zod'

const probability = z.number().gt(0).lt(1)

/** Column roles that no field type owns: they say which record it is, not what is in it. */
export const RECORD_ROLES = ['id', 'source', 'updatedAt', 'ignore'] as const

/** How the surviving value of a field is chosen among a customer's cells. */
export const survivorshipRules = ['best', 'newest', 'commonest', 'longest', 'sourceOrder'] as const
export type SurvivorshipRule = (typeof survivorshipRules)[number]

const survivorship = z.enum(survivorshipRules)

/** Settings as a user writes them; every key has a default, so `{}` is whole. */
export const settingsSchema = z.strictObject({
  /** Which columns hold what: role → heading or headings. Columns not named here are recognised by themselves. */
  map: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** Pairs at or above `merge` are merged; those between `review` and `merge` go to a person. */
  thresholds: z
    .strictObject({ merge: probability.default(0.95), review: probability.default(0.5) })
    .prefault({})
    .refine(({ merge, review }) => review <= merge, { message: 'review must not be above merge' }),
  /** Blocking rules: records that agree on all keys of one rule are compared. */
  blocking: z.array(z.array(z.string()).min(1)).min(1).optional(),
  /** A block of more records than this is split by further keys. */
  maxBlockSize: z.int().min(2).max(10_000).default(100),
  /** Keep branches apart from their parent (and say so in relations.csv), or merge them for those who bill the parent. */
  branches: z.enum(['separate', 'merge']).default('separate'),
  /** Survivorship for all fields, or by field name. */
  survivorship: z.union([survivorship, z.record(z.string(), survivorship)]).default('best'),
  /** The most trusted source first; breaks ties, and decides where survivorship is `sourceOrder`. */
  sourceOrder: z.array(z.string()).default([]),
  /** Further names that are no customers (测试客户, 门店零售). */
  junkNames: z.array(z.string()).default([]),
  /** The language of reasons. */
  language: z.enum(['zh', 'en']).default('zh'),
})

/** Settings as the user writes them. */
export type SettingsInput = z.input<typeof settingsSchema>
/** Settings with every default filled in. */
export type Settings = z.output<typeof settingsSchema>

/** Wrong settings: `mistakes` names each wrong key, what it holds and what it may hold. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly code = 'wrong-settings'
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(
      `${mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`} in the settings: ${mistakes.join('; ')}`,
    )
    this.mistakes = mistakes
  }
}

/**
 * Checks settings and fills in defaults; all mistakes are named at once.
 * @throws SettingsError
 * @example defineSettings({ thresholds: { merge: 0.99 } }).thresholds.review // => 0.5
 */
export function defineSettings(input: SettingsInput = {}): Settings {
  const result = settingsSchema.safeParse(input)
  if (result.success) return result.data
  throw new SettingsError(result.error.issues.flatMap((issue) => describeIssue(issue, input)))
}

function describeIssue(issue: z.core.$ZodIssue, input: unknown): string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(settingsSchema.shape).join(', ')
    const where = issue.path.length === 0 ? ` (known: ${known})` : ''
    return issue.keys.map((key) => `${pathOf([...issue.path, key])} is no setting${where}`)
  }
  const value = issue.path.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), input)
  return [`${pathOf(issue.path)} is ${JSON.stringify(value)}: ${issue.message}`]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'settings' : path.map(String).join('.')
}
