import type { RuleBlocks } from '../block/build-blocks.ts'
import { type Share, walkPairs } from '../block/walk-pairs.ts'
import { EdgeList, type Edges } from '../data/edges.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

/** What the kernel made of the blocks. */
export interface ScoredPairs {
  readonly edges: Edges
  /** By rule, the candidate pairs that it brought first. */
  readonly firstBrought: Float64Array
  /** By rule, the edges among them. */
  readonly edgesBrought: Float64Array
}

export interface ScoreOptions {
  /** Whether two rows may be a pair at all; any two when not given. */
  readonly isCandidate?: (left: number, right: number) => boolean
  /** The blocks to walk; all when not given. */
  readonly share?: Share
  /** Told now and then how many pairs were compared. */
  readonly onPairs?: (pairs: number) => void
}

/**
 * The kernel: walks the blocks, compares each candidate pair once and keeps those of at least `keepWeight`.
 * Rows ascend within a pair; the edges come in the order of rules and blocks.
 */
export function scorePairs(
  rules: readonly RuleBlocks[],
  weighed: WeighedFields,
  keepWeight: number,
  { isCandidate = () => true, share, onPairs = () => {} }: ScoreOptions = {},
): ScoredPairs {
  const { comparer, weigh } = createWeigher(weighed)
  const edges = new EdgeList()
  const firstBrought = new Float64Array(rules.length)
  const edgesBrought = new Float64Array(rules.length)
  let pairs = 0
  rules.forEach((_, rule) => {
    const visit = (left: number, right: number) => {
      if (!isCandidate(left, right)) return
      firstBrought[rule]++
      if ((++pairs & 0xffff) === 0) onPairs(pairs)
      const weight = weigh(left, right, keepWeight)
      if (weight < keepWeight) return
      edgesBrought[rule]++
      edges.push(left, right, weight, comparer.veto())
    }
    walkPairs(rules, rule, visit, share)
  })
  return { edges: edges.finish(), firstBrought, edgesBrought }
}
