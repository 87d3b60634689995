import type { SurvivorshipRule } from '../model/settings.ts'

/** One cell that could survive. */
export interface CandidateCell {
  readonly row: number
  /** The code of its text: equal codes are equal texts. */
  readonly code: number
  /** 0 … 1: valid and complete. */
  readonly quality: number
  readonly length: number
  /** Milliseconds since 1970; 0 unknown. */
  readonly updatedAt: number
  /** Place in the user's order of sources; sources not named come last. */
  readonly sourceRank: number
}

/** What can decide between two cells. */
const [QUALITY, COUNT, SOURCE, AGE, LENGTH] = [0, 1, 2, 3, 4]

/** What decides, in turn; the least row decides what is left, so that one answer is always the same. */
const ORDERS: Readonly<Record<SurvivorshipRule, readonly number[]>> = {
  best: [QUALITY, COUNT, SOURCE, AGE, LENGTH],
  newest: [AGE, QUALITY, SOURCE, COUNT, LENGTH],
  commonest: [COUNT, QUALITY, SOURCE, AGE, LENGTH],
  longest: [LENGTH, QUALITY, COUNT, SOURCE, AGE],
  sourceOrder: [SOURCE, QUALITY, AGE, COUNT, LENGTH],
}

/**
 * The cell that survives in the golden record; undefined when there is none.
 * @example survivingCell(cells, 'newest')?.code
 */
export function survivingCell<Cell extends CandidateCell>(
  cells: readonly Cell[],
  rule: SurvivorshipRule,
): Cell | undefined {
  if (cells.length <= 1) return cells[0]
  const countOf = counterOf(cells)
  let best = cells[0]
  for (let i = 1; i < cells.length; i++) if (isBefore(cells[i], best, ORDERS[rule], countOf)) best = cells[i]
  return best
}

function isBefore(
  a: CandidateCell,
  b: CandidateCell,
  orders: readonly number[],
  countOf: (code: number) => number,
): boolean {
  for (let i = 0; i < orders.length; i++) {
    const difference = differenceIn(orders[i], a, b, countOf)
    if (difference !== 0) return difference < 0
  }
  return a.row < b.row
}

/** Below 0 where `a` goes before `b`; `countOf` tells how many of the candidates have a text. */
function differenceIn(
  what: number,
  a: CandidateCell,
  b: CandidateCell,
  countOf: (code: number) => number,
): number {
  switch (what) {
    case QUALITY:
      return b.quality - a.quality
    case COUNT:
      return a.code === b.code ? 0 : countOf(b.code) - countOf(a.code)
    case SOURCE:
      return a.sourceRank - b.sourceRank
    case AGE:
      return b.updatedAt - a.updatedAt
    default:
      return b.length - a.length
  }
}

/** Few cells are counted over and over: nearly all customers have few, and a map for each takes longer. */
const FEW = 16

function counterOf(cells: readonly CandidateCell[]): (code: number) => number {
  if (cells.length <= FEW) {
    return (code) => {
      let count = 0
      for (let i = 0; i < cells.length; i++) if (cells[i].code === code) count++
      return count
    }
  }
  const counts = new Map<number, number>()
  for (const { code } of cells) counts.set(code, (counts.get(code) ?? 0) + 1)
  return (code) => counts.get(code) ?? 0
}
