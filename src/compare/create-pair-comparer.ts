import type { FieldColumns } from '../data/field-columns.ts'
import type { FieldType } from '../model/field-type.ts'
import { type ComparisonWeights, type FieldWeights, VETO } from '../model/weights.ts'
import { createMeasure, type Measure } from './create-measure.ts'

/** A field as the comparer needs it. */
export interface ComparedField {
  readonly type: FieldType
  readonly columns: FieldColumns
  readonly weights: FieldWeights
}

/** Compares rows; what it found of the last pair stays readable until the next. */
export interface PairComparer {
  /**
   * The sum of the match weights of all fields, without the prior. Where `least` is given, or
   * `leastSisters` for the sum against sister firms, the work stops once a sum
   * can no longer reach it: what comes back is then −∞, and the levels are not to be read.
   */
  readonly compare: (left: number, right: number, least?: number, leastSisters?: number) => number
  /** The same sum for the last pair, weighed against sister firms; to be read only where the work did not stop. */
  readonly sisterSum: () => number
  /** The levels of the last pair, all comparisons of all fields in order; −1 missing. */
  readonly levels: Int8Array
  /** The entries that fitted best in the last pair, by field; −1 where a side had none. */
  readonly leftEntries: Int32Array
  readonly rightEntries: Int32Array
  /** The first comparison whose level forbids a merge in the last pair; −1 none. */
  readonly veto: () => number
}

/** More entries than this of one field in one record are not all crossed: 16 × 16 pairs bound the work. */
const MAX_ENTRIES = 16

/**
 * A comparer over the fields. A field with several entries on a side counts as its best pair of entries.
 * @example
 * const comparer = createPairComparer(fields)
 * const matchWeight = prior + comparer.compare(left, right)
 */
export function createPairComparer(fields: readonly ComparedField[]): PairComparer {
  const comparisonCount = fields.reduce((sum, { type }) => sum + type.comparisons.length, 0)
  const levels = new Int8Array(comparisonCount)
  const leftEntries = new Int32Array(fields.length)
  const rightEntries = new Int32Array(fields.length)
  let offset = 0
  const comparers = fields.map((field, index) => {
    const compareField = createFieldComparer(field, levels, offset, (left, right) => {
      leftEntries[index] = left
      rightEntries[index] = right
    })
    offset += field.type.comparisons.length
    return compareField
  })
  const bounds = fields.map(({ weights }) => suffixBounds(weights, greatestWeight)[0])
  const sisterBounds = fields.map(({ weights }) => suffixBounds(weights, greatestSisterWeight)[0])
  const starts = fields.map(({ columns }) => columns.starts)
  const vetoes = fields.flatMap(({ weights }) => weights.map((weight) => weight.vetoes))
  const offsets = fields.map((_, index) => {
    return fields.slice(0, index).reduce((sum, { type }) => sum + type.comparisons.length, 0)
  })
  const sisterWeightOfField = (field: number) => {
    const { weights } = fields[field]
    let sum = 0
    for (let i = 0; i < weights.length; i++) {
      const level = levels[offsets[field] + i]
      if (level >= 0) sum += weights[i].sisters[level]
    }
    return sum
  }
  const haveBoth = (field: number, left: number, right: number) => {
    const at = starts[field]
    return at[left] !== at[left + 1] && at[right] !== at[right + 1]
  }
  return {
    levels,
    leftEntries,
    rightEntries,
    compare(left, right, least = Number.NEGATIVE_INFINITY, leastSisters = Number.NEGATIVE_INFINITY) {
      // What the fields that both rows have could still add.
      let open = 0
      let sistersOpen = 0
      for (let i = 0; i < bounds.length; i++) {
        if (!haveBoth(i, left, right)) continue
        open += bounds[i]
        sistersOpen += sisterBounds[i]
      }
      let sum = 0
      let sisterSum = 0
      for (let i = 0; i < comparers.length; i++) {
        if (haveBoth(i, left, right)) {
          open -= bounds[i]
          sistersOpen -= sisterBounds[i]
        }
        sum += comparers[i](left, right, least - sum - open)
        if (sum + open < least) return Number.NEGATIVE_INFINITY
        sisterSum += sisterWeightOfField(i)
        if (sisterSum + sistersOpen < leastSisters) return Number.NEGATIVE_INFINITY
      }
      return sum
    },
    sisterSum() {
      let sum = 0
      for (let i = 0; i < fields.length; i++) sum += sisterWeightOfField(i)
      return sum
    },
    veto() {
      for (let i = 0; i < comparisonCount; i++) if (levels[i] >= 0 && vetoes[i][levels[i]] !== 0) return i
      return -1
    },
  }
}

/** By comparison, the most that it and those after it can add; 0 behind the last. */
function suffixBounds(weights: FieldWeights, greatest: (weights: ComparisonWeights) => number): Float64Array {
  const bounds = new Float64Array(weights.length + 1)
  for (let i = weights.length - 1; i >= 0; i--) bounds[i] = bounds[i + 1] + greatest(weights[i])
  return bounds
}

/** The most a comparison can add against sister firms. */
function greatestSisterWeight({ sisters }: ComparisonWeights): number {
  return sisters.reduce((greatest, weight) => Math.max(greatest, weight), 0)
}

/** The most a comparison can add. Factors only ever lessen it. */
function greatestWeight({ levels, frequency }: ComparisonWeights): number {
  let rarest = 0
  if (frequency !== undefined)
    for (const adjustment of frequency.adjustments) rarest = Math.max(rarest, adjustment)
  let greatest = 0
  for (let level = 0; level < levels.length; level++) {
    greatest = Math.max(
      greatest,
      levels[level] + (frequency === undefined ? 0 : rarest * frequency.shares[level]),
    )
  }
  return greatest
}

function createFieldComparer(
  { type, columns, weights }: ComparedField,
  levels: Int8Array,
  offset: number,
  chose: (leftEntry: number, rightEntry: number) => void,
): (left: number, right: number, least: number) => number {
  const { starts, entries } = columns
  const measures = type.comparisons.map((comparison) => createMeasure(comparison, columns))
  const bounds = suffixBounds(weights, greatestWeight)
  const count = measures.length
  const best = levels.subarray(offset, offset + count)
  const current = new Int8Array(count)
  return (left, right, least) => {
    const leftStart = starts[left]
    const rightStart = starts[right]
    const leftEnd = Math.min(starts[left + 1], leftStart + MAX_ENTRIES)
    const rightEnd = Math.min(starts[right + 1], rightStart + MAX_ENTRIES)
    if (leftStart === leftEnd || rightStart === rightEnd) {
      best.fill(-1)
      chose(-1, -1)
      return 0
    }
    if (leftEnd - leftStart === 1 && rightEnd - rightStart === 1) {
      chose(entries[leftStart], entries[rightStart])
      return compareEntries(measures, weights, bounds, entries[leftStart], entries[rightStart], best, least)
    }
    let bestWeight = Number.NEGATIVE_INFINITY
    for (let i = leftStart; i < leftEnd; i++) {
      for (let j = rightStart; j < rightEnd; j++) {
        const needed = Math.max(least, bestWeight)
        const weight = compareEntries(measures, weights, bounds, entries[i], entries[j], current, needed)
        if (weight <= bestWeight) continue
        bestWeight = weight
        best.set(current)
        chose(entries[i], entries[j])
      }
    }
    return bestWeight
  }
}

/** Fills `levels` and sums their weights; where there is a `least`, −∞ as soon as it cannot be reached or a veto leaves nothing to tell. */
function compareEntries(
  measures: readonly Measure[],
  weights: readonly ComparisonWeights[],
  bounds: Float64Array,
  left: number,
  right: number,
  levels: Int8Array,
  least: number,
): number {
  const isBounded = least !== Number.NEGATIVE_INFINITY
  let sum = 0
  for (let i = 0; i < measures.length; i++) {
    const level = measures[i](left, right)
    levels[i] = level
    if (level >= 0) {
      if (isBounded && weights[i].vetoes[level] === VETO) return Number.NEGATIVE_INFINITY
      sum += weightOfLevel(weights[i], level, left, right)
    }
    if (sum + bounds[i + 1] < least) return Number.NEGATIVE_INFINITY
  }
  return sum
}

/** What a level of a comparison adds: its weight, sharpened by how rare the commoner of the two values is, softened where a value is generic. */
export function weightOfLevel(
  { levels, frequency, factors }: ComparisonWeights,
  level: number,
  left: number,
  right: number,
): number {
  let weight = levels[level]
  if (frequency !== undefined && frequency.shares[level] !== 0) {
    const { codes, adjustments, shares } = frequency
    weight += Math.min(adjustments[codes[left]], adjustments[codes[right]]) * shares[level]
  }
  if (factors !== undefined && weight > 0) weight *= Math.min(factors[left], factors[right])
  return weight
}
