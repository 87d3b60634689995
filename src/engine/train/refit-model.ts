import type { ComparedField } from '../../compare/create-entry-comparer.ts'
import { textOf } from '../../data/dictionary.ts'
import { type FieldColumns, partOf } from '../../data/field-columns.ts'
import type { FieldType } from '../../model/field-type.ts'
import type { Model } from '../../model/model.ts'
import { type RefittedShares, refitShares } from './refit-shares.ts'

/** A comparison that can be refitted, and what the model knows of its levels, in their order. */
export interface TrainableComparison {
  readonly field: string
  readonly comparison: string
  /** Its place among all comparisons of all fields. */
  readonly index: number
  readonly levels: readonly string[]
  readonly m: readonly number[]
  readonly u: readonly number[]
  readonly s: readonly number[]
}

/** What pairs say of the levels of a comparison: how many reached each, and its share where that is not the share of the counts. */
export interface LearnedLevels {
  readonly counts: ArrayLike<number>
  readonly shares?: ArrayLike<number>
}

/** What became of a comparison. */
export interface RefittedComparison {
  readonly field: string
  readonly comparison: string
  /** Pairs of two customers, and of one, that had it; of one they are expected ones where no labels were given. */
  readonly randomPairs: number
  readonly truePairs: number
  readonly levels: readonly RefittedLevel[]
}

export interface RefittedLevel {
  readonly level: string
  readonly m: number
  readonly u: number
  /** What they were before. */
  readonly knownM: number
  readonly knownU: number
  /** Whether too few pairs reached the level, so that what was known stays. */
  readonly keepsM: boolean
  readonly keepsU: boolean
}

/**
 * The comparisons that can be refitted: those that never forbid a merge, all of whose levels the model knows, and that say
 * something of their own. What a comparison of the whole adds to those of its parts cannot be counted level by level.
 */
export function trainableComparisons(
  model: Model,
  fields: readonly Pick<ComparedField, 'type' | 'columns'>[],
): TrainableComparison[] {
  const all = fields.flatMap(({ type, columns }) =>
    type.comparisons.map((comparison, i) => ({ type, comparison, isWhole: readsWhole(type, columns, i) })),
  )
  return all.flatMap(({ type, comparison, isWhole }, index) => {
    if (isWhole) return []
    const known = model.comparisons[type.name]?.[comparison.name] ?? {}
    const levels = comparison.levels.map(({ name }) => name)
    if (comparison.vetoes !== undefined || levels.some((name) => known[name] === undefined)) return []
    return [
      {
        field: type.name,
        comparison: comparison.name,
        index,
        levels,
        m: levels.map((name) => known[name].m),
        u: levels.map((name) => known[name].u),
        s: levels.map((name) => known[name].s ?? known[name].u),
      },
    ]
  })
}

/** Entries that are looked at, and the share of them that decides. */
const ENTRIES_READ = 2000
const MOSTLY = 0.9

/** Whether what a comparison reads holds what another of its field reads: a whole name its brand. */
function readsWhole({ comparisons }: FieldType, columns: FieldColumns, index: number): boolean {
  const [own, ...others] = [index, ...[...comparisons.keys()].filter((i) => i !== index)].map((i) =>
    partOf(columns, comparisons[i].parts[0]),
  )
  const step = Math.max(1, Math.floor(columns.entryCount / ENTRIES_READ))
  return others.some((other) => {
    let [both, held] = [0, 0]
    for (let entry = 0; entry < columns.entryCount; entry += step) {
      if (own.codes[entry] === 0 || other.codes[entry] === 0) continue
      const [text, part] = [own, other].map(({ codes, dictionary }) => textOf(dictionary, codes[entry]))
      both++
      if (text.length > part.length && text.includes(part)) held++
    }
    return both > 0 && held >= MOSTLY * both
  })
}

/**
 * u by comparison, from how often random pairs reached each level. Counting takes comparisons as independent; where that
 * would turn evidence against into evidence for, a comparison leans on another (an address in the city that the name
 * begins with), and its u stays as it was.
 */
export function refitU(
  comparisons: readonly TrainableComparison[],
  counts: readonly ArrayLike<number>[],
): RefittedShares[] {
  return comparisons.map(({ m, u, index }) => {
    const refitted = refitShares(u, counts[index])
    const turns = m.some((share, level) => share < u[level] && share > refitted.shares[level])
    return turns ? { shares: u, isKept: u.map(() => true) } : refitted
  })
}

/** The model with the m and u that were found in place of what it knew; everything else of it stays. */
export function refitModel(
  model: Model,
  comparisons: readonly TrainableComparison[],
  u: readonly RefittedShares[],
  randomCounts: readonly ArrayLike<number>[],
  learned: readonly (LearnedLevels | undefined)[],
  origin: string,
): { readonly model: Model; readonly comparisons: readonly RefittedComparison[] } {
  const byField: Record<string, Record<string, Model['comparisons'][string][string]>> = {}
  for (const [field, known] of Object.entries(model.comparisons)) byField[field] = { ...known }
  const refitted = comparisons.map((comparison, i): RefittedComparison => {
    const { counts = [], shares } = learned[i] ?? {}
    const given = Array.from(comparison.levels, (_, level) => counts[level] ?? 0)
    const m = refitShares(comparison.m, given, shares)
    const figures = byField[comparison.field][comparison.comparison]
    byField[comparison.field][comparison.comparison] = {
      ...figures,
      ...Object.fromEntries(
        comparison.levels.map((name, level) => [
          name,
          { ...figures[name], m: m.shares[level], u: u[i].shares[level] },
        ]),
      ),
    }
    return {
      field: comparison.field,
      comparison: comparison.comparison,
      randomPairs: Math.round(sumOf(randomCounts[comparison.index])),
      truePairs: Math.round(sumOf(given)),
      levels: comparison.levels.map((level, j) => ({
        level,
        m: m.shares[j],
        u: u[i].shares[j],
        knownM: comparison.m[j],
        knownU: comparison.u[j],
        keepsM: m.isKept[j],
        keepsU: u[i].isKept[j],
      })),
    }
  })
  // The statistics are those of another run.
  const { data: _, ...rest } = model
  return { model: { ...rest, origin, comparisons: byField }, comparisons: refitted }
}

function sumOf(list: ArrayLike<number>): number {
  return Array.from(list).reduce((sum, value) => sum + value, 0)
}
