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

interface RankedCell extends CandidateCell {
  /** How many of the candidates have this text. */
  readonly count: number
}

type Order = (a: RankedCell, b: RankedCell) => number

const byQuality: Order = (a, b) => b.quality - a.quality
const byCount: Order = (a, b) => b.count - a.count
const byNewest: Order = (a, b) => b.updatedAt - a.updatedAt
const byLength: Order = (a, b) => b.length - a.length
const bySource: Order = (a, b) => a.sourceRank - b.sourceRank

/** What decides, in turn; the least row decides what is left, so that one answer is always the same. */
const ORDERS: Readonly<Record<SurvivorshipRule, readonly Order[]>> = {
  best: [byQuality, byCount, bySource, byNewest, byLength],
  newest: [byNewest, byQuality, bySource, byCount, byLength],
  commonest: [byCount, byQuality, bySource, byNewest, byLength],
  longest: [byLength, byQuality, byCount, bySource, byNewest],
  sourceOrder: [bySource, byQuality, byNewest, byCount, byLength],
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
  const counts = new Map<number, number>()
  for (const { code } of cells) counts.set(code, (counts.get(code) ?? 0) + 1)
  const ranked = cells.map((cell) => ({ cell, ...cell, count: counts.get(cell.code) ?? 0 }))
  const compare: Order = (a, b) => {
    for (const order of ORDERS[rule]) {
      const difference = order(a, b)
      if (difference !== 0) return difference
    }
    return a.row - b.row
  }
  return ranked.reduce((best, next) => (compare(next, best) < 0 ? next : best)).cell
}
