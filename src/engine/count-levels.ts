import type { ComparedField } from '../compare/create-entry-comparer.ts'

/** Counts of levels to begin with, by comparison in the order of the fields: none. */
export function noCounts(fields: readonly ComparedField[]): Float64Array[] {
  return fields.flatMap(({ type }) => type.comparisons.map(({ levels }) => new Float64Array(levels.length)))
}
