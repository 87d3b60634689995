import type { FoundPair } from '../../data/edges.ts'
import { weighAgainstBoth } from '../../model/model.ts'
import { createFindingPacker } from '../findings.ts'
import { createWeigher, type WeighedFields } from '../weigh-records.ts'

/** Compares two records as sister firms. */
export interface SisterOdds {
  /**
   * The log2 odds that two records are of sister firms rather than of strangers, as the model has them: its weight against
   * strangers less the one against sisters. −∞ for what a relation of another kind is between (a branch and its parent).
   */
  readonly odds: (left: number, right: number) => number
  /** What was found of the last pair. */
  readonly found: () => FoundPair
}

/** Compares records as sister firms by the model's figures. */
export function createSisterOdds(weighed: WeighedFields): SisterOdds {
  const { fields, prior, sisterPrior } = weighed
  const { comparer } = createWeigher(weighed)
  const { pack } = createFindingPacker(fields, comparer)
  const comparisons = fields.flatMap(({ type }) => type.comparisons)
  let [strangers, sisters] = [0, 0]
  return {
    odds(left, right) {
      strangers = prior + comparer.compare(left, right)
      sisters = sisterPrior + comparer.sisterSum()
      const veto = comparer.veto()
      if (veto >= 0) {
        const { levels, vetoes } = comparisons[veto]
        if (vetoes?.[levels[comparer.levels[veto]].name] !== '') return Number.NEGATIVE_INFINITY
      }
      return strangers - sisters
    },
    found: () => ({
      weight: weighAgainstBoth(strangers, sisters),
      veto: comparer.veto(),
      finding: pack().slice(),
    }),
  }
}
