import type { RuleBlocks } from '../../block/build-blocks.ts'
import { visitPairs } from '../../block/walk-pairs.ts'
import { combineHashes } from '../../data/hash.ts'
import { isConflict } from '../exclusive-columns.ts'
import { createWeigher, type WeighedFields } from '../weigh-records.ts'
import { type EmResult, type LevelShares, type Pattern, runEm } from './run-em.ts'

/** One run of EM, over the pairs of one blocking rule. */
export interface TrainSession {
  readonly rule: string
  readonly pairs: number
  /** Matches expected among them. */
  readonly matches: number
  readonly rounds: number
  /** '' where its figures count; 'thin' with too few matches, 'unsettled' where EM did not converge. */
  readonly passedOver: '' | 'thin' | 'unsettled'
}

/** A comparison as a session needs it. */
export interface SessionComparison {
  readonly field: string
  /** Its place among all comparisons of all fields. */
  readonly index: number
  readonly shares: LevelShares
}

/** What all sessions together say of m, by comparison as given; undefined where none had it. */
export interface SessionsResult {
  readonly sessions: readonly TrainSession[]
  /** The mean of the sessions that know the comparison. */
  readonly m: readonly (Float64Array | undefined)[]
  /** The matches by level of the session that had the most. */
  readonly matches: readonly Float64Array[]
}

/** Pairs of one rule that are compared. */
const SESSION_PAIRS = 1_000_000
/** A session that expects fewer matches than this is not heard. */
const LEAST_MATCHES = 100

/**
 * One EM session a blocking rule, over all pairs of its blocks. Such pairs agree on the rule's fields because they were chosen
 * so: the comparisons of these are held out, and m is the mean of the sessions that had the comparison.
 */
export function runSessions(
  rules: readonly RuleBlocks[],
  weighed: WeighedFields,
  exclusives: readonly Uint32Array[],
  comparisons: readonly SessionComparison[],
): SessionsResult {
  const found = rules.map((rule) => {
    const fields = fieldsOfRule(rule.name)
    const open = comparisons.filter(({ field }) => !fields.has(field))
    return { open, ...runSession(rule, weighed, exclusives, open) }
  })
  const used = found.filter(({ session }) => session.passedOver === '')
  const results = comparisons.map((comparison) =>
    used.flatMap(({ open, result }) => {
      const at = open.indexOf(comparison)
      if (at < 0 || sumOf(result.matches[at]) < LEAST_MATCHES) return []
      return [{ m: result.m[at], matches: result.matches[at] }]
    }),
  )
  return {
    sessions: found.map(({ session }) => session),
    m: results.map((list) => (list.length === 0 ? undefined : meanOf(list.map(({ m }) => m)))),
    matches: results.map((list, i) =>
      list.reduce<Float64Array>(
        (most, { matches }) => (sumOf(matches) > sumOf(most) ? matches : most),
        new Float64Array(comparisons[i].shares.m.length),
      ),
    ),
  }
}

/** A rule is named after its keys: 'companyName.brand + address.county'. */
function fieldsOfRule(name: string): ReadonlySet<string> {
  return new Set(name.split(' + ').map((key) => key.slice(0, key.indexOf('.'))))
}

function runSession(
  rule: RuleBlocks,
  weighed: WeighedFields,
  exclusives: readonly Uint32Array[],
  open: readonly SessionComparison[],
): { readonly session: TrainSession; readonly result: EmResult } {
  const patterns = countPatterns(rule, weighed, exclusives, open)
  const result = runEm(
    patterns,
    open.map(({ shares }) => shares),
  )
  const pairs = patterns.reduce((sum, { count }) => sum + count, 0)
  const matches = result.share * pairs
  const passedOver =
    open.length === 0 || matches < LEAST_MATCHES ? 'thin' : result.isConverged ? '' : 'unsettled'
  return {
    session: { rule: rule.name, pairs, matches: Math.round(matches), rounds: result.rounds, passedOver },
    result,
  }
}

/** The pairs of a rule, a sample by hash where they are many, by what their levels have in common. */
function countPatterns(
  rule: RuleBlocks,
  weighed: WeighedFields,
  exclusives: readonly Uint32Array[],
  open: readonly SessionComparison[],
): Pattern[] {
  if (open.length === 0) return []
  const { comparer, weigh } = createWeigher(weighed)
  const rowCount = weighed.fields[0].columns.starts.length - 1
  // The levels of the open comparisons as the digits of one number.
  const bases = open.map(({ shares }) => shares.m.length + 1)
  const counts = new Map<number, number>()
  const sampled = Math.min(1, SESSION_PAIRS / Math.max(1, rule.report.pairs)) * 0xffffffff
  visitPairs([rule], rowCount, (left, right) => {
    if (combineHashes(left, right) > sampled || isConflict(exclusives, left, right)) return
    weigh(left, right)
    if (comparer.veto() >= 0) return
    let key = 0
    for (let i = 0; i < open.length; i++) key = key * bases[i] + comparer.levels[open[i].index] + 1
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  return [...counts].map(([key, count]) => ({ levels: levelsOf(key, bases), count })).filter(saysSomething)
}

function levelsOf(key: number, bases: readonly number[]): Int8Array {
  const levels = new Int8Array(bases.length)
  let rest = key
  for (let i = bases.length - 1; i >= 0; i--) {
    levels[i] = (rest % bases[i]) - 1
    rest = Math.floor(rest / bases[i])
  }
  return levels
}

function saysSomething({ levels }: Pattern): boolean {
  return levels.some((level) => level >= 0)
}

function meanOf(list: readonly Float64Array[]): Float64Array {
  return Float64Array.from(list[0], (_, level) => list.reduce((sum, m) => sum + m[level], 0) / list.length)
}

function sumOf(list: Float64Array): number {
  return list.reduce((sum, value) => sum + value, 0)
}
