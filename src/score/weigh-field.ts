import { allocateFloat32, plainUint32 } from '../data/buffers.ts'
import { type Dictionary, textOf } from '../data/dictionary.ts'
import { type FieldColumns, partOf } from '../data/field-columns.ts'
import { groupByLabel } from '../data/grouping.ts'
import type { Comparison, ComparisonFrequency, FieldType } from '../model/field-type.ts'
import { levelWeights, type Model } from '../model/model.ts'
import {
  type ComparisonWeights,
  type FieldWeights,
  type FrequencyWeights,
  VETO,
  VETO_WITH_RELATION,
} from '../model/weights.ts'

/** Among few customers a value's frequency is the model's u, among many the data's own: this many weigh as much as the model. */
const PRIOR_HOLDERS = 3000

/**
 * The match weights of a field's comparisons: from the model, term frequencies from the data at hand.
 * @param factors by entry, what agreement on a generic value still counts (see `genericFactors`).
 * @param lifted relations whose vetoes do not hold in this run (branches that are to be merged).
 * @param known the statistics of a data set of which the data at hand are a part.
 */
export function weighField(
  model: Model,
  type: FieldType,
  columns: FieldColumns,
  factors: Float32Array | undefined,
  lifted: ReadonlySet<string>,
  known?: FieldStatistics,
): FieldWeights {
  return type.comparisons.map((comparison): ComparisonWeights => {
    const levels = levelWeights(model, type, comparison.name)
    const sisters = levelWeights(model, type, comparison.name, 's')
    const vetoes = Uint8Array.from(comparison.levels, ({ name }, level) => {
      const relation = comparison.vetoes?.[name]
      if (relation === undefined) return 0
      // A veto decides by itself; what else the pair shows stays readable in its weight. A lifted one says nothing.
      levels[level] = 0
      sisters[level] = 0
      if (lifted.has(relation)) return 0
      return relation === '' || comparison.untold?.includes(name) ? VETO : VETO_WITH_RELATION
    })
    const frequency = weighFrequencies(model, type, comparison, columns, known)
    return { levels, sisters, vetoes, ...(frequency && { frequency }), ...(factors && { factors }) }
  })
}

/**
 * log2(u / tf) for each value of the comparison's frequency part: added to the weight of a level it turns
 * log2(m / u) into log2(m / tf), as in Splink. tf is smoothed towards the model's u. A comparison whose strongest
 * level the model does not know has no frequencies.
 */
function weighFrequencies(
  model: Model,
  type: FieldType,
  comparison: Comparison,
  columns: FieldColumns,
  known: FieldStatistics | undefined,
): FrequencyWeights | undefined {
  if (comparison.frequency === undefined) return undefined
  const { codes, dictionary } = partOf(columns, comparison.frequency.part)
  const { levels, limit = Number.POSITIVE_INFINITY, expected } = comparison.frequency
  const shares = Float64Array.from(comparison.levels, ({ name }) =>
    comparison.vetoes?.[name] === undefined ? (levels[name] ?? 0) : 0,
  )
  const top = comparison.levels[comparison.levels.length - 1].name
  const u = model.comparisons[type.name]?.[comparison.name]?.[top]?.u
  if (u === undefined) return undefined
  const { counts, total } =
    known === undefined
      ? holdersOf(comparison.frequency, columns)
      : known.holdersOf(comparison.name, dictionary)
  const adjustments = allocateFloat32(dictionary.size)
  for (let code = 1; code < dictionary.size; code++) {
    // One holder is the pair's own: only the further ones say that the value is common.
    const others = Math.max(0, counts[code] - 1)
    const before = expected === undefined ? u : expected(textOf(dictionary, code))
    const frequency = (others + PRIOR_HOLDERS * before) / (total + PRIOR_HOLDERS)
    adjustments[code] = Math.max(-limit, Math.min(limit, Math.log2(u / frequency)))
  }
  return { codes, adjustments, shares }
}

/** How many seem to hold each value of a part, and all values together. */
export interface Holders {
  /** By code. */
  readonly counts: Uint32Array
  readonly total: number
}

/** What is known of a field's values from a larger data set. */
export interface FieldStatistics {
  readonly holdersOf: (comparison: string, values: Dictionary) => Holders
  /** By code of the generic part, how many identities share a value; undefined where none were counted. */
  readonly sharedBy: (values: Dictionary) => Uint32Array | undefined
}

/** The holders of the values at hand. */
export function holdersOf(frequency: ComparisonFrequency, columns: FieldColumns): Holders {
  const counts = countHolders(frequency, columns)
  return { counts, total: counts.reduce((sum, count) => sum + count, 0) }
}

/**
 * For each value of the part, how many customers seem to hold it: the distinct values of the parts in `by` that its
 * entries have. Every part of `by` but the first may vary once within one customer (a trade that was reworded).
 */
function countHolders({ part, by }: ComparisonFrequency, columns: FieldColumns): Uint32Array {
  const { codes, dictionary } = partOf(columns, part)
  const counts = plainUint32(dictionary.size)
  if (by === undefined) {
    for (const code of codes) if (code !== 0) counts[code]++
    return counts
  }
  const scopes = by.map((name) => partOf(columns, name).codes)
  const { starts, items } = groupByLabel(codes, dictionary.size)
  for (let code = 1; code < dictionary.size; code++) {
    const [start, end] = [starts[code], starts[code + 1]]
    if (start === end) continue
    counts[code] = 1
    scopes.forEach((scope, i) => {
      counts[code] = Math.max(counts[code], countDistinct(scope, items, start, end) - (i === 0 ? 0 : 1))
    })
  }
  return counts
}

function countDistinct(codes: Uint32Array, order: Uint32Array, start: number, end: number): number {
  if (end - start === 1) return 1
  const seen = new Set<number>()
  for (let i = start; i < end; i++) if (codes[order[i]] !== 0) seen.add(codes[order[i]])
  return seen.size
}
