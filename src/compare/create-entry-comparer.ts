import type { FieldColumns } from '../data/field-columns.ts'
import { type FieldType, UNSETTLED } from '../model/field-type.ts'
import { type ComparisonWeights, type FieldWeights, VETO } from '../model/weights.ts'
import { createMeasure } from './create-measure.ts'
import { flattenWeights, LEVELS, mostOpen } from './flat-weights.ts'
import { createLevelWeigher } from './level-weigher.ts'
import { type PackedEntries, packEntries } from './pack-entries.ts'

/** A field as the comparer needs it. */
export interface ComparedField {
  readonly type: FieldType
  readonly columns: FieldColumns
  readonly weights: FieldWeights
  readonly packed: PackedEntries
}

/** A field made ready to be compared, once for all threads. */
export function comparedField(type: FieldType, columns: FieldColumns, weights: FieldWeights): ComparedField {
  return { type, columns, weights, packed: packEntries(type, columns, weights) }
}

/** Compares two entries of a field. */
export interface EntryComparer {
  /**
   * The most that two entries can weigh, told by glances without reading texts; −∞ where a veto leaves nothing to tell.
   * The same against sister firms stays readable in `sisterBound`.
   */
  readonly bound: (left: number, right: number) => number
  readonly sisterBound: () => number
  /** Fills `levels` and sums their weights; −∞ as soon as `least`, where it is finite, is out of reach. */
  readonly compare: (left: number, right: number, levels: Int8Array, least: number) => number
}

/** Sums are added up in another order than bounds: this much below is not yet out of reach. */
export const ROUNDING = 1e-9

/**
 * Two passes: what glances settle comes first for all comparisons, and most pairs end there, since a firm of the same brand in
 * another city needs no text to be told apart; then the texts, comparison by comparison.
 */
export function createEntryComparer(field: ComparedField): EntryComparer {
  const { type, columns, weights, packed } = field
  const { cells, numbers, width } = packed
  const measures = type.comparisons.map((comparison, i) => createMeasure(comparison, columns, packed, i))
  const { sisterWeights, vetoes, openings } = flattenWeights(type, weights)
  const weightAt = createLevelWeigher(field)
  const rareAt = Int32Array.from(packed.rareAt)
  const count = measures.length
  const textOrder = orderOfTexts(type)
  const glances = new Int8Array(count)
  let sisterBound = 0

  /** How rare the commoner of two values is; 0 where rarity says nothing. */
  const rarityAt = (i: number, left: number, right: number): number => {
    const at = rareAt[i]
    return at < 0 ? 0 : Math.min(numbers[left * width + at], numbers[right * width + at])
  }
  const sumOf = (levels: Int8Array, left: number, right: number): number => {
    let sum = 0
    for (let i = 0; i < count; i++) if (levels[i] >= 0) sum += weightAt(i, levels[i], left, right)
    return sum
  }

  const sumGlances = (left: number, right: number): number => {
    let most = 0
    sisterBound = 0
    for (let i = 0; i < count; i++) {
      const { see, at, gate } = measures[i]
      const level = see(cells, left * width + at, right * width + at, gate)
      glances[i] = level
      if (level >= 0) {
        if (vetoes[i * LEVELS + level] === VETO) return Number.NEGATIVE_INFINITY
        most += weightAt(i, level, left, right)
        sisterBound += sisterWeights[i * LEVELS + level]
      } else if (level === UNSETTLED) {
        most += mostOpen(openings[i], rarityAt(i, left, right))
        sisterBound += openings[i].sisters
      }
    }
    return most
  }

  // The last pair stays known: most are asked for their bound and then, if it is high enough, compared.
  let [boundLeft, boundRight, lastBound] = [-1, -1, 0]
  const bound = (left: number, right: number): number => {
    if (left !== boundLeft || right !== boundRight) {
      lastBound = sumGlances(left, right)
      boundLeft = left
      boundRight = right
    }
    return lastBound
  }

  const compareWithin = (left: number, right: number, levels: Int8Array, least: number): number => {
    let most = bound(left, right)
    if (most < least - ROUNDING) return Number.NEGATIVE_INFINITY
    for (let i = 0; i < count; i++) levels[i] = glances[i]
    for (let k = 0; k < count; k++) {
      const i = textOrder[k]
      if (glances[i] !== UNSETTLED) continue
      const level = measures[i].level(left, right)
      levels[i] = level
      most -= mostOpen(openings[i], rarityAt(i, left, right))
      if (level >= 0) {
        if (vetoes[i * LEVELS + level] === VETO) return Number.NEGATIVE_INFINITY
        most += weightAt(i, level, left, right)
      }
      if (most < least - ROUNDING) return Number.NEGATIVE_INFINITY
    }
    return sumOf(levels, left, right)
  }

  return {
    bound,
    sisterBound: () => sisterBound,
    compare(left, right, levels, least) {
      if (least !== Number.NEGATIVE_INFINITY) return compareWithin(left, right, levels, least)
      for (let i = 0; i < count; i++) {
        const { see, at, gate } = measures[i]
        const level = see(cells, left * width + at, right * width + at, gate)
        levels[i] = level === UNSETTLED ? measures[i].level(left, right) : level
      }
      return sumOf(levels, left, right)
    },
  }
}

/**
 * The order in which texts are read: comparisons of one part first, since what two of its codes came to is mostly remembered,
 * and many a pair ends there.
 */
function orderOfTexts({ comparisons }: FieldType): readonly number[] {
  const numbers = comparisons.map((_, i) => i)
  const isOfOnePart = (i: number) => comparisons[i].parts.length === 1
  return [...numbers.filter(isOfOnePart), ...numbers.filter((i) => !isOfOnePart(i))]
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
