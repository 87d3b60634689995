import type { Model } from '../model/model.ts'
import { calibratePrior, shiftEdges } from '../score/calibrate-prior.ts'
import type { ScoredPairs } from './score-pairs.ts'
import type { WeighedFields } from './weigh-records.ts'

/**
 * Brings the prior in line with the data at hand, and the weights of the pairs with the prior.
 * @param recordCount the records that may have a partner: all, or those of the left side where two inputs are linked.
 */
export function calibrate(
  weighed: WeighedFields,
  scored: ScoredPairs,
  model: Model,
  recordCount: number,
  sides: 1 | 2,
): { readonly weighed: WeighedFields; readonly scored: ScoredPairs; readonly shift: number } {
  // Sums of floating-point numbers depend on their order: the edges have one, whatever the executor.
  const { edges } = scored
  const shift = calibratePrior(edges, recordCount, model.prior, sides)
  return {
    weighed: { ...weighed, prior: weighed.prior + shift, sisterPrior: weighed.sisterPrior + shift },
    scored: { ...scored, edges: shiftEdges(edges, shift) },
    shift,
  }
}
