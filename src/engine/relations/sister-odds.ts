import { createPairComparer } from '../../compare/create-pair-comparer.ts'
import type { WeighedFields } from '../weigh-records.ts'

/**
 * The log2 odds that two records are of sister firms rather than of strangers, as the model has them: its weight against
 * strangers less the one against sisters. −∞ for what a relation of another kind is between (a branch and its parent).
 */
export function createSisterOdds({
  fields,
  prior,
  sisterPrior,
}: WeighedFields): (left: number, right: number) => number {
  const comparer = createPairComparer(fields)
  const comparisons = fields.flatMap(({ type }) => type.comparisons)
  return (left, right) => {
    const strangers = prior + comparer.compare(left, right)
    const sisters = sisterPrior + comparer.sisterSum()
    const veto = comparer.veto()
    if (veto >= 0) {
      const { levels, vetoes } = comparisons[veto]
      if (vetoes?.[levels[comparer.levels[veto]].name] !== '') return Number.NEGATIVE_INFINITY
    }
    return strangers - sisters
  }
}
