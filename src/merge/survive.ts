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

/** Below 0 where `a` goes before `b`; `countA` and `countB` of the candidates have their texts. */
type Order = (a: CandidateCell, b: CandidateCell, countA: number, countB: number) => number

const byQuality: Order = (a, b) => b.quality - a.quality
const byCount: Order = (_, __, countA, countB) => countB - countA
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
  const countOf = counterOf(cells)
  let best = cells[0]
  for (let i = 1; i < cells.length; i++) if (isBefore(cells[i], best, ORDERS[rule], countOf)) best = cells[i]
  return best
}

function isBefore(
  a: CandidateCell,
  b: CandidateCell,
  orders: readonly Order[],
  countOf: (code: number) => number,
): boolean {
  const countA = countOf(a.code)
  const countB = countOf(b.code)
  for (let i = 0; i < orders.length; i++) {
    const difference = orders[i](a, b, countA, countB)
    if (difference !== 0) return difference < 0
  }
  return a.row < b.row
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
