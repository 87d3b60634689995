import { countRanges, createWalk, type Neighbours, type WalkPlan, widthOfRules } from '../block/walk-pairs.ts'
import { ROWS_AHEAD } from '../compare/read-ahead.ts'
import { type Claims, claim, createClaims } from '../data/claims.ts'
import { EdgeList, type Edges, sortEdges } from '../data/edges.ts'
import { isConflict } from './exclusive-columns.ts'
import { createFindingPacker } from './findings.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

/** The kernel's work. */
export interface ScoreJob {
  readonly walk: WalkPlan
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
  readonly brought: BroughtPairs
}

/** By rule, how many candidate pairs it brought. */
export interface BroughtPairs {
  /** Those that no rule before it brings. */
  readonly first: Float64Array
  /** Those that no other rule brings. */
  readonly alone: Float64Array
  /** The edges among those of `first`. */
  readonly edges: Float64Array
}

/**
 * The kernel: walks the blocks, compares each candidate pair once and keeps those of at least `keepWeight`.
 * Rows ascend within a pair; the edges come in any order.
 * @param claims on the ranges of rows, where several threads share them.
 * @param onPairs told now and then how many pairs were compared here, and what share of the rows was walked in all.
 */
export function scorePairs(
  { walk: plan, weighed, keepWeight, across }: ScoreJob,
  onPairs: OnPairs = () => {},
  claims?: Claims,
): ScoredPairs {
  const ruleCount = plan.items.length
  const { comparer, weigh } = createWeigher(weighed)
  const finding = createFindingPacker(weighed.fields, comparer, widthOfRules(ruleCount))
  const edges = new EdgeList(finding.width)
  const [first, alone, kept] = [0, 1, 2].map(() => new Float64Array(ruleCount))
  let pairs = 0
  const visit = (row: number, neighbours: Neighbours) => {
    const { rows, firstRule, ruleCount, count } = neighbours
    for (let i = 0; i < count; i++) {
      if (i % ROWS_AHEAD === 0) comparer.readAhead(rows, i, Math.min(count, i + ROWS_AHEAD))
      if (across !== undefined && !isAcross(across, row, rows[i])) continue
      pairs++
      first[firstRule[i]]++
      if (ruleCount[i] === 1) alone[firstRule[i]]++
      const weight = weigh(row, rows[i], keepWeight)
      if (weight < keepWeight) continue
      kept[firstRule[i]]++
      edges.push(row, rows[i], weight, comparer.veto(), finding.pack(neighbours, i))
    }
  }
  const walk = createWalk(plan)
  const ranges = countRanges(plan)
  for (const range of claim(claims ?? createClaims(ranges))) {
    walk(range, visit)
    onPairs(pairs, (range + 1) / ranges)
  }
  return { edges: edges.finish(), brought: { first, alone, edges: kept } }
}

/** What several made of the same blocks, as one would have: the edges by their left row, then by their right. */
export function joinScored(pieces: readonly ScoredPairs[]): ScoredPairs {
  const counts = pieces.map(({ brought }) => brought)
  return {
    edges: sortEdges(pieces.map(({ edges }) => edges)),
    brought: {
      first: addUp(counts.map(({ first }) => first)),
      alone: addUp(counts.map(({ alone }) => alone)),
      edges: addUp(counts.map(({ edges }) => edges)),
    },
  }
}

function addUp(counts: readonly Float64Array[]): Float64Array {
  return counts[0].map((_, i) => counts.reduce((sum, count) => sum + count[i], 0))
}

function isAcross({ sides, exclusives }: Across, left: number, right: number): boolean {
  return sides[left] !== sides[right] && !isConflict(exclusives, left, right)
}
