import { plainUint8, plainUint32 } from '../data/buffers.ts'
import { chooseHeaviest, type Edges } from '../data/edges.ts'
import type { Groups } from '../data/grouping.ts'
import { createDisjointSets, type DisjointSets, findRoot, uniteRoots } from '../data/union-find.ts'
import { type ApartRule, createApartRule, type Decisions, type RowPair } from './decisions.ts'

/** What became of an edge. */
export const EDGE_KEPT = 0
export const EDGE_BELOW_MERGE = 1
/** Its rows would put two values under one customer that exclude each other. */
export const EDGE_IN_CONFLICT = 2
/** Its rows fit, the customers they belong to do not. */
export const EDGE_UNFIT = 3
/** One of its rows fits another customer about as well: it joins neither. */
export const EDGE_AMBIGUOUS = 4
/** Joining its rows would join two that a person said are different. */
export const EDGE_DECIDED = 5
/** A person said that its rows are one customer. */
export const EDGE_SAME = 6

/** The customers as disjoint sets, and a fate for each edge. */
export interface Clustering {
  readonly sets: DisjointSets
  /** By edge: EDGE_KEPT, EDGE_BELOW_MERGE, EDGE_IN_CONFLICT, EDGE_UNFIT, EDGE_AMBIGUOUS, EDGE_DECIDED or EDGE_SAME. */
  readonly fates: Uint8Array
}

/** What clustering goes by besides the edges. */
export interface ClusterRules {
  /** Edges below this join nothing. */
  readonly mergeWeight: number
  /** Columns of codes by row; 0 is free and fits any value, two that differ never meet in a customer. */
  readonly exclusives: readonly Uint32Array[]
  /**
   * The match weight of any two rows, or −∞ where it is below `least`: asked when a weak edge would join customers of several
   * records. All fit when not given.
   */
  readonly weightOf?: (left: number, right: number, least: number) => number
  /** What people have decided; holds against edges and exclusive columns. Of contradictory ones `different` holds. */
  readonly decisions?: Decisions
}

/**
 * Joins rows along edges of at least `mergeWeight`, the strongest edge first, unless that would put two different values
 * of an exclusive column (two valid credit codes) under one customer, through whatever chain, unless a single weak
 * edge would join customers whose other members do not fit each other, or unless a row fits two customers about equally.
 * The order of edges does not matter: equal weights are taken by row numbers.
 */
export function clusterEdges(edges: Edges, rowCount: number, rules: ClusterRules): Clustering {
  const sets = createDisjointSets(rowCount)
  const members = createMemberLists(rowCount)
  const held = holdExclusives(rules.exclusives, rowCount)
  const fates = plainUint8(edges.count).fill(EDGE_BELOW_MERGE)
  const apart = createApartRule(sets, rules.decisions?.different ?? [])
  const isAmbiguous = createAmbiguityTest(edges, rowCount, sets, rules, apart)
  const join = (a: number, b: number) => {
    const root = uniteRoots(sets, a, b)
    members.join(a, b)
    apart.join(a, b, root)
    held.join(a, b, root)
  }
  for (const [left, right] of rules.decisions?.same ?? []) {
    const [a, b] = [findRoot(sets, left), findRoot(sets, right)]
    if (a !== b && !apart.forbids(a, b)) join(a, b)
  }
  markDecided(edges, fates, sets, rules.decisions?.same ?? [])
  eachByWeight(edges, rules.mergeWeight, sets, (edge, a, b) => {
    if (fates[edge] === EDGE_SAME) return
    if (a === b) fates[edge] = EDGE_KEPT
    else if (apart.forbids(a, b)) fates[edge] = EDGE_DECIDED
    else if (held.differ(a, b)) fates[edge] = EDGE_IN_CONFLICT
    else if (isAmbiguous(edge, a, b)) fates[edge] = EDGE_AMBIGUOUS
    else if (!doFit(edges, edge, a, b, sets, members, rules)) fates[edge] = EDGE_UNFIT
    else {
      fates[edge] = EDGE_KEPT
      join(a, b)
    }
  })
  return { sets, fates }
}

/** So many edges are looked up at a time. */
const EDGES_AT_ONCE = 512

/**
 * Visits the edges that may join, the heaviest first, with the roots of the sets of both rows. They lie anywhere in memory: where the rows of
 * many are looked up at once, before any is decided, the processor waits for all of them together.
 */
function eachByWeight(
  edges: Edges,
  mergeWeight: number,
  sets: DisjointSets,
  visit: (edge: number, a: number, b: number) => void,
): void {
  const { left, right, weights, vetoes } = edges
  const joining = chooseHeaviest(edges, (edge) => weights[edge] >= mergeWeight && vetoes[edge] < 0)
  const { parents } = sets
  const [lefts, rights] = [0, 1].map(() => new Uint32Array(EDGES_AT_ONCE))
  for (let start = 0; start < joining.length; start += EDGES_AT_ONCE) {
    const count = Math.min(EDGES_AT_ONCE, joining.length - start)
    for (let i = 0; i < count; i++) {
      lefts[i] = left[joining[start + i]]
      rights[i] = right[joining[start + i]]
    }
    // What was above a row stays above it.
    for (let i = 0; i < count; i++) {
      lefts[i] = parents[lefts[i]]
      rights[i] = parents[rights[i]]
    }
    for (let i = 0; i < count; i++) {
      visit(joining[start + i], findRoot(sets, lefts[i]), findRoot(sets, rights[i]))
    }
  }
}

interface HeldValues {
  /** Whether two sets, given by their roots, hold values that exclude each other. */
  readonly differ: (a: number, b: number) => boolean
  /** Told that two sets have become the one of `root`. */
  readonly join: (a: number, b: number, root: number) => void
}

/** The exclusive values of each set, side by side. */
function holdExclusives(exclusives: readonly Uint32Array[], rowCount: number): HeldValues {
  const width = exclusives.length
  const held = plainUint32(rowCount * width)
  exclusives.forEach((codes, i) => {
    for (let row = 0; row < rowCount; row++) held[row * width + i] = codes[row]
  })
  return {
    differ(a, b) {
      for (let i = 0; i < width; i++) {
        const [own, other] = [held[a * width + i], held[b * width + i]]
        if (own !== 0 && other !== 0 && own !== other) return true
      }
      return false
    },
    join(a, b, root) {
      for (let i = 0; i < width; i++) held[root * width + i] = held[a * width + i] || held[b * width + i]
    },
  }
}

/** Marks the edges whose very rows a person joined. */
function markDecided(
  { left, right, count }: Edges,
  fates: Uint8Array,
  sets: DisjointSets,
  same: readonly RowPair[],
): void {
  if (same.length === 0) return
  const rowCount = sets.parents.length
  const keys = new Set(same.map(([a, b]) => Math.min(a, b) * rowCount + Math.max(a, b)))
  for (let edge = 0; edge < count; edge++) {
    if (!keys.has(left[edge] * rowCount + right[edge])) continue
    if (findRoot(sets, left[edge]) === findRoot(sets, right[edge])) fates[edge] = EDGE_SAME
  }
}

/** An edge this much stronger than the merge weight speaks for itself. */
const SURE = 12
/** Members of each side that are compared across. */
const SAMPLE = 4
/** No single pair of members speaks louder than this. */
const LOUDEST = 12
/** How much the mean of the pairs across counts beside the edge. */
const ACROSS = 1
/** Sums of weights are exact to less than this. */
const ROUNDING = 1e-6

/** Whether an edge holds when the other members of both sides are heard. */
function doFit(
  { left, right, weights }: Edges,
  edge: number,
  a: number,
  b: number,
  { sizes }: DisjointSets,
  members: MemberLists,
  { weightOf, mergeWeight }: ClusterRules,
): boolean {
  if (weightOf === undefined || sizes[a] * sizes[b] === 1 || weights[edge] >= mergeWeight + SURE) return true
  const [own, others] = [members.first(a, SAMPLE), members.first(b, SAMPLE)]
  const [from, to] = own.includes(left[edge]) ? [left[edge], right[edge]] : [right[edge], left[edge]]
  const count = own.length * others.length - (own.includes(from) && others.includes(to) ? 1 : 0)
  const excess = (weights[edge] - mergeWeight) * count
  let [sum, open] = [0, count]
  for (const x of own) {
    for (const y of others) {
      if (x === from && y === to) continue
      sum +=
        ACROSS * Math.max(-LOUDEST, Math.min(LOUDEST, weightOf(Math.min(x, y), Math.max(x, y), -LOUDEST)))
      open--
      // Comparing is dear: no more than until nothing that is left can change the outcome.
      const most = ACROSS * LOUDEST * open + ROUNDING
      if (excess + sum > most) return true
      if (excess + sum < -most) return false
    }
  }
  return count === 0 || weights[edge] + sum / count >= mergeWeight
}

/** Two customers fit a row about equally when their match weights differ by no more than this. */
const MARGIN = 1
/** Rows with less in common than this are taken to be of two customers. */
const APART = 0

/**
 * Whether a row of an edge has another edge about as strong, to a row of a third set that has little in common with the
 * edge's other row: 神马 may be short for two firms of that brand, and joining either is a guess.
 */
function createAmbiguityTest(
  edges: Edges,
  rowCount: number,
  sets: DisjointSets,
  { mergeWeight, weightOf }: ClusterRules,
  apart: ApartRule,
): (edge: number, a: number, b: number) => boolean {
  if (weightOf === undefined) return () => false
  const { left, right, weights } = edges
  const edgesOf = edgesByRow(edges, rowCount, mergeWeight - MARGIN)
  const hasRival = (row: number, partner: number, edge: number, a: number, b: number) => {
    for (let at = edgesOf.starts[row]; at < edgesOf.starts[row + 1]; at++) {
      const other = edgesOf.items[at]
      if (other === edge || weights[other] < weights[edge] - MARGIN) continue
      const rival = left[other] === row ? right[other] : left[other]
      const root = findRoot(sets, rival)
      // One that a person has told apart from the row is no rival.
      if (root === a || root === b || apart.forbids(findRoot(sets, row), root)) continue
      if (weightOf(Math.min(rival, partner), Math.max(rival, partner), APART) < APART) return true
    }
    return false
  }
  return (edge, a, b) => {
    if (weights[edge] >= mergeWeight + SURE) return false
    return hasRival(left[edge], right[edge], edge, a, b) || hasRival(right[edge], left[edge], edge, a, b)
  }
}

/** The edges of each row that weigh at least that much and have no veto. */
function edgesByRow({ left, right, weights, vetoes, count }: Edges, rowCount: number, least: number): Groups {
  const starts = plainUint32(rowCount + 1)
  const isIn = (edge: number) => weights[edge] >= least && vetoes[edge] < 0
  for (let edge = 0; edge < count; edge++) {
    if (!isIn(edge)) continue
    starts[left[edge] + 1]++
    starts[right[edge] + 1]++
  }
  for (let row = 0; row < rowCount; row++) starts[row + 1] += starts[row]
  const items = plainUint32(starts[rowCount])
  const next = starts.slice()
  for (let edge = 0; edge < count; edge++) {
    if (!isIn(edge)) continue
    items[next[left[edge]]++] = edge
    items[next[right[edge]]++] = edge
  }
  return { starts, items }
}

interface MemberLists {
  /** Joins the sets that hold the two rows. */
  readonly join: (a: number, b: number) => void
  /** Some members of the set that holds a row, that row first. */
  readonly first: (row: number, most: number) => number[]
}

/** Sets as rings: each row points to the next of its set, and two rings are joined by swapping two pointers. */
function createMemberLists(rowCount: number): MemberLists {
  const next = plainUint32(rowCount)
  for (let row = 0; row < rowCount; row++) next[row] = row
  return {
    join(a, b) {
      const after = next[a]
      next[a] = next[b]
      next[b] = after
    },
    first(row, most) {
      const found = [row]
      for (let at = next[row]; at !== row && found.length < most; at = next[at]) found.push(at)
      return found
    },
  }
}
