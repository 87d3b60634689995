import type { RuleBlocks } from '../block/build-blocks.ts'
import { countRanges, createWalk } from '../block/walk-pairs.ts'
import { type Claims, claim, createClaims } from '../data/claims.ts'
import { EdgeList, type Edges } from '../data/edges.ts'
import { isConflict } from './exclusive-columns.ts'
import { createFindingPacker } from './findings.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

/** The kernel's work. */
export interface ScoreJob {
  readonly rules: readonly RuleBlocks[]
  /** The rows in the order in which they are walked. */
  readonly order: Uint32Array
  readonly weighed: WeighedFields
  readonly keepWeight: number
  /** For linking: only rows of two sides that can be one customer are a pair. */
  readonly across?: Across
}

/** Two sides, and what keeps rows apart. */
export interface Across {
  /** By row, the side it is on. */
  readonly sides: Uint8Array
  readonly exclusives: readonly Uint32Array[]
}

/** Told how many pairs were compared, and what share of the work that is, up to 1: how many there are nobody knows before. */
export type OnPairs = (pairs: number, share: number) => void

/** What the kernel made of the blocks. */
export interface ScoredPairs {
  readonly edges: Edges
  /** By rule, the candidate pairs that it brought first. */
  readonly firstBrought: Float64Array
  /** By rule, the edges among them. */
  readonly edgesBrought: Float64Array
}

/**
 * The kernel: walks the blocks, compares each candidate pair once and keeps those of at least `keepWeight`.
 * Rows ascend within a pair; the edges come in any order.
 * @param claims on the ranges of rows, where several threads share them.
 * @param onPairs told now and then how many pairs were compared here, and what share of the rows was walked in all.
 */
export function scorePairs(
  { rules, order, weighed, keepWeight, across }: ScoreJob,
  onPairs: OnPairs = () => {},
  claims?: Claims,
): ScoredPairs {
  const { comparer, weigh } = createWeigher(weighed)
  const finding = createFindingPacker(weighed.fields, comparer)
  const edges = new EdgeList(finding.width)
  const firstBrought = new Float64Array(rules.length)
  const edgesBrought = new Float64Array(rules.length)
  let pairs = 0
  const visit = (left: number, right: number, rule: number) => {
    if (across !== undefined && !isAcross(across, left, right)) return
    firstBrought[rule]++
    pairs++
    const weight = weigh(left, right, keepWeight)
    if (weight < keepWeight) return
    edgesBrought[rule]++
    edges.push(left, right, weight, comparer.veto(), finding.pack(left, right))
  }
  const walk = createWalk(rules, order)
  const ranges = countRanges(order.length)
  for (const range of claim(claims ?? createClaims(ranges))) {
    walk(range, visit)
    onPairs(pairs, (range + 1) / ranges)
  }
  return { edges: edges.finish(), firstBrought, edgesBrought }
}

function isAcross({ sides, exclusives }: Across, left: number, right: number): boolean {
  return sides[left] !== sides[right] && !isConflict(exclusives, left, right)
}
