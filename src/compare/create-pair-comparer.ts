import type { FieldColumns } from '../data/field-columns.ts'
import type { FieldType } from '../model/field-type.ts'
import type { ComparisonWeights, FieldWeights } from '../model/weights.ts'
import { createMeasure, type Measure } from './create-measure.ts'

/** A field as the comparer needs it. */
export interface ComparedField {
  readonly type: FieldType
  readonly columns: FieldColumns
  readonly weights: FieldWeights
}

/** Compares rows; what it found of the last pair stays readable until the next. */
export interface PairComparer {
  /** The sum of the match weights of all fields, without the prior. */
  readonly compare: (left: number, right: number) => number
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
  const compareFields = fields.map((field, index) => {
    const compareField = createFieldComparer(field, levels, offset, (left, right) => {
      leftEntries[index] = left
      rightEntries[index] = right
    })
    offset += field.type.comparisons.length
    return compareField
  })
  const vetoes = fields.flatMap(({ weights }) => weights.map((weight) => weight.vetoes))
  return {
    levels,
    leftEntries,
    rightEntries,
    compare(left, right) {
      let sum = 0
      for (let i = 0; i < compareFields.length; i++) sum += compareFields[i](left, right)
      return sum
    },
    veto() {
      for (let i = 0; i < comparisonCount; i++) if (levels[i] >= 0 && vetoes[i][levels[i]] === 1) return i
      return -1
    },
  }
}

function createFieldComparer(
  { type, columns, weights }: ComparedField,
  levels: Int8Array,
  offset: number,
  chose: (leftEntry: number, rightEntry: number) => void,
): (left: number, right: number) => number {
  const { starts, entries } = columns
  const measures = type.comparisons.map((comparison) => createMeasure(comparison, columns))
  const count = measures.length
  const best = levels.subarray(offset, offset + count)
  const current = new Int8Array(count)
  return (left, right) => {
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
      return compareEntries(measures, weights, entries[leftStart], entries[rightStart], best)
    }
    let bestWeight = Number.NEGATIVE_INFINITY
    for (let i = leftStart; i < leftEnd; i++) {
      for (let j = rightStart; j < rightEnd; j++) {
        const weight = compareEntries(measures, weights, entries[i], entries[j], current)
        if (weight <= bestWeight) continue
        bestWeight = weight
        best.set(current)
        chose(entries[i], entries[j])
      }
    }
    return bestWeight
  }
}

function compareEntries(
  measures: readonly Measure[],
  weights: readonly ComparisonWeights[],
  left: number,
  right: number,
  levels: Int8Array,
): number {
  let sum = 0
  for (let i = 0; i < measures.length; i++) {
    const level = measures[i](left, right)
    levels[i] = level
    if (level >= 0) sum += weightOfLevel(weights[i], level, left, right)
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
  if (frequency !== undefined && frequency.applies[level] === 1) {
    const { codes, adjustments } = frequency
    weight += Math.min(adjustments[codes[left]], adjustments[codes[right]])
  }
  if (factors !== undefined && weight > 0) weight *= Math.min(factors[left], factors[right])
  return weight
}
