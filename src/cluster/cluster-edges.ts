import type { Edges } from '../data/edges.ts'
import { createDisjointSets, type DisjointSets, findRoot, uniteRoots } from '../data/union-find.ts'

/** Why two rows that fit were not put under one customer. */
export const EDGE_KEPT = 0
export const EDGE_BELOW_MERGE = 1
export const EDGE_IN_CONFLICT = 2

/** What became of the edges: the customers as disjoint sets, and a fate for each edge. */
export interface Clustering {
  readonly sets: DisjointSets
  /** By edge: EDGE_KEPT, EDGE_BELOW_MERGE or EDGE_IN_CONFLICT. */
  readonly fates: Uint8Array
}

/**
 * Joins rows along edges of at least `mergeWeight`, the strongest edge first, unless that would put two
 * different values of an exclusive column (two valid credit codes) under one customer, through whatever chain.
 * The order of edges does not matter: equal weights are taken by row numbers.
 * @param exclusives columns of codes by row; 0 is free and fits any value.
 */
export function clusterEdges(
  edges: Edges,
  rowCount: number,
  mergeWeight: number,
  exclusives: readonly Uint32Array[],
): Clustering {
  const sets = createDisjointSets(rowCount)
  const held = exclusives.map((codes) => codes.slice())
  const fates = new Uint8Array(edges.count).fill(EDGE_BELOW_MERGE)
  for (const edge of strongestFirst(edges, mergeWeight)) {
    const a = findRoot(sets, edges.left[edge])
    const b = findRoot(sets, edges.right[edge])
    if (a !== b && held.some((codes) => codes[a] !== 0 && codes[b] !== 0 && codes[a] !== codes[b])) {
      fates[edge] = EDGE_IN_CONFLICT
      continue
    }
    fates[edge] = EDGE_KEPT
    const root = uniteRoots(sets, a, b)
    for (const codes of held) codes[root] = codes[a] || codes[b]
  }
  return { sets, fates }
}

function strongestFirst(edges: Edges, mergeWeight: number): Uint32Array {
  const { left, right, weights, vetoes } = edges
  const order: number[] = []
  for (let edge = 0; edge < edges.count; edge++) {
    if (weights[edge] >= mergeWeight && vetoes[edge] < 0) order.push(edge)
  }
  order.sort((a, b) => weights[b] - weights[a] || left[a] - left[b] || right[a] - right[b])
  return Uint32Array.from(order)
}
