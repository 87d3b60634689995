import { type ComparedField, ROUNDING } from '../../compare/create-entry-comparer.ts'
import { flattenWeights, LEVELS, mostOpen } from '../../compare/flat-weights.ts'
import { glanceOf } from '../../compare/pack-entries.ts'
import { NO_ENTRY, type PackedRows, SEVERAL } from '../../compare/pack-rows.ts'
import { UNSETTLED } from '../../model/field-type.ts'
import type { WeighedFields } from '../weigh-records.ts'

/**
 * The most that `createSisterOdds` can come to for two records, told by glances: without a text, most pairs of a brand are
 * seen to share too little else.
 */
export function createSisterBound({
  fields,
  rows,
  prior,
  sisterPrior,
}: WeighedFields): (left: number, right: number) => number {
  const bounds = fields.map((field, number) => createRowBound(field, rows, number))
  return (left, right) => {
    let most = prior - sisterPrior + ROUNDING
    for (let i = 0; i < bounds.length; i++) most += bounds[i](left, right)
    return most
  }
}

/** Of several entries it is not known here which fit best: the most of any. */
function createRowBound(
  field: ComparedField,
  { entries: only, stride }: PackedRows,
  number: number,
): (left: number, right: number) => number {
  const { starts, entries } = field.columns
  const bound = createEntryBound(field)
  const boundOfSeveral = (left: number, right: number): number => {
    let most = Number.NEGATIVE_INFINITY
    for (let i = starts[left]; i < starts[left + 1]; i++) {
      for (let j = starts[right]; j < starts[right + 1]; j++) {
        most = Math.max(most, bound(entries[i], entries[j]))
      }
    }
    return most
  }
  return (left, right) => {
    const own = only[left * stride + number]
    const other = only[right * stride + number]
    if (own === NO_ENTRY || other === NO_ENTRY) return 0
    return own === SEVERAL || other === SEVERAL ? boundOfSeveral(left, right) : bound(own, other)
  }
}

/** The most by which two entries can weigh more against strangers than against sisters. Factors only ever lessen it. */
function createEntryBound({ type, weights, packed }: ComparedField): (left: number, right: number) => number {
  const { cells, numbers, width, glanceAt, rareAt } = packed
  const differences = weights.map((weight) => ({
    ...weight,
    levels: weight.levels.map((level, i) => level - weight.sisters[i]),
  }))
  const { levelWeights, shares, openings } = flattenWeights(type, differences)
  const sees = type.comparisons.map((comparison) => glanceOf(comparison).level)
  let isAsked = false
  const gate = () => {
    isAsked = true
    return UNSETTLED
  }
  return (left, right) => {
    let most = 0
    for (let i = 0; i < sees.length; i++) {
      isAsked = false
      const seen = sees[i](cells, left * width + glanceAt[i], right * width + glanceAt[i], gate)
      if (seen === -1 && !isAsked) continue
      const rare = rareAt[i]
      const rarity = rare < 0 ? 0 : Math.min(numbers[left * width + rare], numbers[right * width + rare])
      // What only texts tell is open here.
      if (seen < 0 || isAsked) most += mostOpen(openings[i], rarity)
      else most += levelWeights[i * LEVELS + seen] + rarity * shares[i * LEVELS + seen]
    }
    return most
  }
}
