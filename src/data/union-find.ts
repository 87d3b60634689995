import { allocateUint32, plainUint32 } from './buffers.ts'

/** Disjoint sets over the rows 0 … n − 1, as parent links (Tarjan; path halving, union by size). */
export interface DisjointSets {
  readonly parents: Uint32Array
  readonly sizes: Uint32Array
}

/** `count` sets of one row each. */
export function createDisjointSets(count: number): DisjointSets {
  const parents = allocateUint32(count)
  for (let row = 0; row < count; row++) parents[row] = row
  return { parents, sizes: allocateUint32(count).fill(1) }
}

/** The root of a row's set. */
export function findRoot({ parents }: DisjointSets, row: number): number {
  let at = row
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]]
    at = parents[at]
  }
  return at
}

/** Joins two sets given by their roots, and gives the root of the whole. */
export function uniteRoots({ parents, sizes }: DisjointSets, a: number, b: number): number {
  if (a === b) return a
  // Ties by row number, so that the shape does not depend on the order of arguments.
  const [child, root] = sizes[a] < sizes[b] || (sizes[a] === sizes[b] && a > b) ? [a, b] : [b, a]
  parents[child] = root
  sizes[root] += sizes[child]
  return root
}

/** For each row the least row of its set. */
export function leastMembers(sets: DisjointSets): Uint32Array {
  const count = sets.parents.length
  const least = plainUint32(count).fill(count)
  for (let row = 0; row < count; row++) {
    const root = findRoot(sets, row)
    if (row < least[root]) least[root] = row
  }
  const out = allocateUint32(count)
  for (let row = 0; row < count; row++) out[row] = least[findRoot(sets, row)]
  return out
}
