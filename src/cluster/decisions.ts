import { type DisjointSets, findRoot } from '../data/union-find.ts'

/** Two rows. */
export type RowPair = readonly [left: number, right: number]

/** What people have decided of pairs of rows. It holds whatever the evidence says. */
export interface Decisions {
  /** Pairs that are one customer. */
  readonly same: readonly RowPair[]
  /** Pairs that are not, and never meet in one through any chain. */
  readonly different: readonly RowPair[]
}

/** Which sets may not meet. */
export interface ApartRule {
  /** Whether two sets, given by their roots, hold two rows that were decided to be different. */
  readonly forbids: (a: number, b: number) => boolean
  /** Told that two sets have become the one of `root`. */
  readonly join: (a: number, b: number, root: number) => void
}

/** Keeps rows apart that were decided to be different: each set knows the rows that it must not meet. */
export function createApartRule(sets: DisjointSets, different: readonly RowPair[]): ApartRule {
  const against = new Map<number, number[]>()
  const note = (root: number, row: number) => against.set(root, [...(against.get(root) ?? []), row])
  for (const [left, right] of different) {
    note(left, right)
    note(right, left)
  }
  return {
    forbids(a, b) {
      const ofA = against.get(a)
      if (ofA === undefined || !against.has(b)) return false
      return ofA.some((row) => findRoot(sets, row) === b)
    },
    join(a, b, root) {
      if (against.size === 0) return
      const all = [...(against.get(a) ?? []), ...(against.get(b) ?? [])]
      against.delete(a)
      against.delete(b)
      if (all.length > 0) against.set(root, all)
    },
  }
}
