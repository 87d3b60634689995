import type { Edges } from '../data/edges.ts'

/** A left row and the right row it is linked to. */
export interface ChosenLink {
  readonly leftRow: number
  readonly rightRow: number
  readonly weight: number
}

/**
 * The best right row of each left row, in the order of left rows. Edges with a veto are no links.
 * @param isLeft by row, 1 for the left input.
 * @param oneToOne takes each right row once, for the left row that fits it best; the others take their next best.
 */
export function bestOfEachLeft(edges: Edges, isLeft: Uint8Array, oneToOne: boolean): ChosenLink[] {
  const candidates: ChosenLink[] = []
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.vetoes[edge] >= 0) continue
    const [a, b] = [edges.left[edge], edges.right[edge]]
    const [leftRow, rightRow] = isLeft[a] === 1 ? [a, b] : [b, a]
    candidates.push({ leftRow, rightRow, weight: edges.weights[edge] })
  }
  // Equal weights go to the lower row, so that the answer does not depend on the order of edges.
  candidates.sort((a, b) => b.weight - a.weight || a.leftRow - b.leftRow || a.rightRow - b.rightRow)
  const linked = new Set<number>()
  const taken = new Set<number>()
  const chosen = candidates.filter(({ leftRow, rightRow }) => {
    if (linked.has(leftRow) || (oneToOne && taken.has(rightRow))) return false
    linked.add(leftRow)
    taken.add(rightRow)
    return true
  })
  return chosen.sort((a, b) => a.leftRow - b.leftRow)
}
