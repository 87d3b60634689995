import * as z from 'zod'
import { shorten } from '../data/problems.ts'

const probability = z.number().gt(0).lt(1)

/** Column roles that no field type owns: they say which record it is, not what is in it. */
export const RECORD_ROLES = ['id', 'source', 'updatedAt', 'ignore'] as const

/** How the surviving value of a field is chosen among a customer's cells. */
export const survivorshipRules = ['best', 'newest', 'commonest', 'longest', 'sourceOrder'] as const
export type SurvivorshipRule = (typeof survivorshipRules)[number]

const survivorship = z.enum(survivorshipRules)

/** A text that says something. */
const someText = z.string().regex(/\S/, 'a text that is not empty is wanted')

const thresholds = z.strictObject({ merge: probability.default(0.65), review: probability.default(0.2) })

/** Settings as a user writes them; every key has a default, so `{}` is whole. */
export const settingsSchema = z.strictObject({
  /** Which columns hold what: role → heading or headings. Columns not named here are recognised by themselves. */
  map: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** Pairs at or above `merge` are merged; those between `review` and `merge` go to a person. */
  thresholds: thresholds
    .prefault({})
    .refine(({ merge, review }) => review <= merge, { message: 'review must not be above merge' }),
  /** Blocking rules: records that agree on all keys of one rule are compared. */
  blocking: z.array(z.array(z.string()).min(1)).min(1).optional(),
  /** A block of more records than this is split by further keys. */
  maxBlockSize: z.int().min(2).max(10_000).default(25),
  /** Keep branches apart from their parent (and say so in relations.csv), or merge them for those who bill the parent. */
  branches: z.enum(['separate', 'merge']).default('separate'),
  /** Survivorship for all fields, or by field name. */
  survivorship: z.union([survivorship, z.record(z.string(), survivorship)]).default('best'),
  /** The most trusted source first; breaks ties, and decides where survivorship is `sourceOrder`. */
  sourceOrder: z.array(z.string()).default([]),
  /** What your house calls customers for short, and what it means: `{ 启钢: '太原启山钢铁集团有限公司' }`; several where it may mean several. */
  abbreviations: z.record(someText, z.union([someText, z.array(someText).min(1)])).default({}),
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
 * @example defineSettings({ thresholds: { merge: 0.99 } }).thresholds.review // => 0.2
 */
export function defineSettings(input: SettingsInput = {}): Settings {
  const result = settingsSchema.safeParse(input)
  if (result.success) return result.data
  throw new SettingsError(result.error.issues.flatMap((issue) => describeIssue(issue, input)))
}

function describeIssue(
  issue: z.core.$ZodIssue,
  input: unknown,
  under: readonly PropertyKey[] = [],
): string[] {
  const path = [...under, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    const known = path.length === 0 ? settingsSchema.shape : path[0] === 'thresholds' ? thresholds.shape : {}
    return issue.keys.map(
      (key) => `${pathOf([...path, key])} is no setting (known: ${Object.keys(known).join(', ')})`,
    )
  }
  // Of the forms a setting may have, the one whose inside is wrong was meant; else any of them will do.
  const forms = issue.code === 'invalid_union' ? issue.errors : []
  const meant = forms.find((issues) => issues.every((inner) => inner.path.length > 0))
  if (meant !== undefined) return meant.flatMap((inner) => describeIssue(inner, input, path))
  const messages = forms.flatMap((issues) => issues.map(({ message }) => message))
  const value = path.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), input)
  return [`${pathOf(path)} is ${show(value)}: ${messages.join(', or ') || issue.message}`]
}

function show(value: unknown): string {
  if (typeof value !== 'string' && !isObject(value)) return String(value)
  // What JSON cannot hold (a bigint, a cycle) is no reason to fail while a mistake is told.
  try {
    return shorten(JSON.stringify(value))
  } catch {
    return String(value)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'settings' : path.map(String).join('.')
}
