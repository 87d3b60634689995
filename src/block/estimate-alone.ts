import { combineHashes } from '../data/hash.ts'
import type { RuleBlocks } from './build-blocks.ts'
import { type BlockRange, doesBring, rangesOfBlocks, walkPairs } from './walk-pairs.ts'

/** What a rule brings that no other does, of all candidate pairs. */
export interface AloneEstimate {
  /** How many such pairs there are, as far as the pairs looked at tell. */
  readonly pairs: number
  /** How many pairs of the rule were looked at; where that is all of them, `pairs` is exact. */
  readonly sampled: number
}

/** So many pairs of a rule tell its share to half a percent. */
const SAMPLE = 10_000
/** They are drawn from so many stretches of blocks, which lie in the order of hashes. */
const STRETCHES = 6

/**
 * For each rule, how many candidate pairs it alone brings: counted where it makes few, else estimated from a sample by hash,
 * since to ask every rule for every pair once more would take as long as comparing them.
 * @param isCandidate which pairs count: those of two sides, where two inputs are linked. All when not given.
 */
export function estimateAlone(
  rules: readonly RuleBlocks[],
  isCandidate: (left: number, right: number) => boolean = () => true,
): AloneEstimate[] {
  return rules.map((rule) => {
    const stretches = stretchesOf(rule)
    const made = stretches.reduce((sum, stretch) => sum + countMade(rule, stretch), 0)
    const share = Math.min(1, SAMPLE / made)
    let [sampled, alone] = [0, 0]
    for (const stretch of stretches) {
      walkPairs([rule], stretch, (left, right) => {
        if (combineHashes(left, right) > share * 0xffffffff || !isCandidate(left, right)) return
        sampled++
        if (!rules.some((other) => other !== rule && doesBring(other, left, right))) alone++
      })
    }
    return { pairs: made === 0 ? 0 : Math.round((alone * rule.report.pairs) / (made * share)), sampled }
  })
}

/** All ranges of the rule's blocks, or some at even distances. */
function stretchesOf(rule: RuleBlocks): BlockRange[] {
  const ranges = rangesOfBlocks([rule])
  if (rule.report.pairs <= SAMPLE || ranges.length <= STRETCHES) return ranges
  return Array.from({ length: STRETCHES }, (_, i) => ranges[Math.floor((i * ranges.length) / STRETCHES)])
}

/** How many pairs the blocks of a range make. */
function countMade({ blocks: { starts }, blockOfAnchor }: RuleBlocks, { from, to }: BlockRange): number {
  let made = 0
  for (let block = from; block < to; block++) {
    const size = starts[block + 1] - starts[block]
    made += blockOfAnchor === undefined ? (size * (size - 1)) / 2 : size - 1
  }
  return made
}
