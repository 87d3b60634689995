import { type ComparedField, createPairComparer } from '../compare/create-pair-comparer.ts'

/** By comparison, in the order of the fields: how often each level was reached; missing is not counted. */
export type LevelCounts = readonly Float64Array[]

/** Counts to begin with: none. */
export function noCounts(fields: readonly ComparedField[]): Float64Array[] {
  return fields.flatMap(({ type }) => type.comparisons.map(({ levels }) => new Float64Array(levels.length)))
}

/** Counts the levels of pairs, each with its weight. */
export function createLevelCounter(fields: readonly ComparedField[]): {
  readonly counts: LevelCounts
  readonly add: (left: number, right: number, weight: number) => void
} {
  const comparer = createPairComparer(fields)
  const counts = noCounts(fields)
  return {
    counts,
    add(left, right, weight) {
      comparer.compare(left, right)
      for (let i = 0; i < counts.length; i++)
        if (comparer.levels[i] >= 0) counts[i][comparer.levels[i]] += weight
    },
  }
}
