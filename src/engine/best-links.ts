import type { Edges } from '../data/edges.ts'

/** A right row that a left row fits. */
export interface LinkCandidate {
  readonly rightRow: number
  readonly weight: number
}

/** A left row and the right row it is linked to. */
export interface ChosenLink extends LinkCandidate {
  readonly leftRow: number
  /** The other right rows that fit the left one about as well, the best first. */
  readonly alternatives: readonly LinkCandidate[]
}

/** How links are chosen. */
export interface LinkRules {
  /** Takes each right row once, for the left row that fits it best; the others take their next best. */
  readonly oneToOne: boolean
  /** Edges below this are no links. */
  readonly leastWeight: number
  /** The length of a row's name: of right rows that fit equally well, the shortest has the least that the left one lacks. */
  readonly lengthOf?: (row: number) => number
}

/** Two right rows fit a left one about equally when their match weights differ by no more than this. */
const MARGIN = 3

interface Candidate extends LinkCandidate {
  readonly leftRow: number
  readonly length: number
}

/**
 * The best right row of each left row, in the order of left rows, with those that fit about as well. Edges with a veto
 * are no links.
 * @param isLeft by row, 1 for the left input.
 */
export function bestOfEachLeft(
  edges: Edges,
  isLeft: Uint8Array,
  { oneToOne, leastWeight, lengthOf = () => 0 }: LinkRules,
): ChosenLink[] {
  const candidates = candidatesOf(edges, isLeft, leastWeight, lengthOf)
  const byLeft = new Map<number, LinkCandidate[]>()
  for (const candidate of candidates) {
    const known = byLeft.get(candidate.leftRow)
    if (known === undefined) byLeft.set(candidate.leftRow, [candidate])
    else known.push(candidate)
  }
  const linked = new Set<number>()
  const taken = new Set<number>()
  const chosen = candidates.filter(({ leftRow, rightRow }) => {
    if (linked.has(leftRow) || (oneToOne && taken.has(rightRow))) return false
    linked.add(leftRow)
    taken.add(rightRow)
    return true
  })
  return chosen
    .sort((a, b) => a.leftRow - b.leftRow)
    .map(({ leftRow, rightRow, weight }) => {
      const alternatives = (byLeft.get(leftRow) ?? [])
        .filter((other) => other.rightRow !== rightRow && other.weight >= weight - MARGIN)
        .map((other) => ({ rightRow: other.rightRow, weight: other.weight }))
      return { leftRow, rightRow, weight, alternatives }
    })
}

/** Weights closer than this are one: the same evidence, added up in another order. */
const EQUAL = 1 / 64

/**
 * The strongest first. Equal weights go to the shorter name, and then to the lower row, so that the answer does not depend
 * on the order of edges.
 */
function candidatesOf(
  edges: Edges,
  isLeft: Uint8Array,
  leastWeight: number,
  lengthOf: (row: number) => number,
): Candidate[] {
  const candidates: Candidate[] = []
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.vetoes[edge] >= 0 || edges.weights[edge] < leastWeight) continue
    const [a, b] = [edges.left[edge], edges.right[edge]]
    const [leftRow, rightRow] = isLeft[a] === 1 ? [a, b] : [b, a]
    candidates.push({ leftRow, rightRow, weight: edges.weights[edge], length: lengthOf(rightRow) })
  }
  const steps = ({ weight }: Candidate) => Math.round(weight / EQUAL)
  return candidates.sort(
    (a, b) => steps(b) - steps(a) || a.leftRow - b.leftRow || a.length - b.length || a.rightRow - b.rightRow,
  )
}
