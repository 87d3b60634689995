import { combineHashes } from '../data/hash.ts'
import type { RuleBlocks } from './build-blocks.ts'
import { doesBring } from './does-bring.ts'
import { countRanges, createWalk } from './walk-pairs.ts'

/** What a rule brings that no other does, of all candidate pairs. */
export interface AloneEstimate {
  /** How many such pairs there are, as far as the pairs looked at tell. */
  readonly pairs: number
  /** How many pairs of the rule were looked at; where that is all of them, `pairs` is exact. */
  readonly sampled: number
}

/** So many pairs of a rule tell its share to half a percent. */
const SAMPLE = 10_000
/** They are those of rows in so many stretches. */
const STRETCHES = 24

/**
 * For each rule, how many candidate pairs it alone brings: counted where it makes few, else estimated from a sample by hash,
 * since to ask every rule for every pair once more would take as long as comparing them.
 * @param isCandidate which pairs count: those of two sides, where two inputs are linked. All when not given.
 */
export function estimateAlone(
  rules: readonly RuleBlocks[],
  isCandidate: (left: number, right: number) => boolean = () => true,
): AloneEstimate[] {
  const rowCount = (rules[0]?.ofRow.starts.length ?? 1) - 1
  const order = Uint32Array.from({ length: rowCount }, (_, row) => row)
  const ranges = countRanges(rowCount)
  return rules.map((rule) => {
    const walk = createWalk([rule], order)
    const stretches = rule.report.pairs <= SAMPLE ? ranges : Math.min(ranges, STRETCHES)
    const share = Math.min(1, (SAMPLE * ranges) / Math.max(1, rule.report.pairs * stretches))
    let [sampled, alone] = [0, 0]
    for (let i = 0; i < stretches; i++) {
      walk(Math.floor((i * ranges) / stretches), (left, right) => {
        if (combineHashes(left, right) > share * 0xffffffff || !isCandidate(left, right)) return
        sampled++
        if (!rules.some((other) => other !== rule && doesBring(other, left, right))) alone++
      })
    }
    return { pairs: Math.round((alone * ranges) / Math.max(1, stretches) / share), sampled }
  })
}
