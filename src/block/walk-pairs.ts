import { allocateUint32 } from '../data/buffers.ts'
import type { RuleBlocks } from './build-blocks.ts'

/** Called for each pair, `left` < `right`, with the number of the first rule that brings it. */
export type VisitPair = (left: number, right: number, rule: number) => void

/** So many rows are walked at a time: enough that a claim costs nothing, few enough that no thread waits for another. */
const ROWS_OF_RANGE = 512

/** How many ranges of rows there are to walk, the work that threads share. */
export function countRanges(rowCount: number): number {
  return Math.ceil(rowCount / ROWS_OF_RANGE)
}

/**
 * The order in which rows are walked: those that share a block of the rule with the most pairs one after the other, so that
 * what was read of a record is still at hand for its next pair.
 */
export function orderOfWalk(rules: readonly RuleBlocks[], rowCount: number): Uint32Array {
  const order = allocateUint32(rowCount)
  const isPlaced = new Uint8Array(rowCount)
  let placed = 0
  const place = (row: number) => {
    if (isPlaced[row] !== 0) return
    isPlaced[row] = 1
    order[placed++] = row
  }
  const [first] = rules.toSorted((a, b) => b.report.pairs - a.report.pairs)
  const items = first?.blocks.items ?? []
  for (let i = 0; i < items.length; i++) place(items[i])
  for (let row = 0; row < rowCount; row++) place(row)
  return order
}

/**
 * A walk over the candidate pairs: `walk(range, visit)` visits each pair once that the rows of a range have with rows of
 * higher number, whatever blocks bring it, the rules in their order. Nothing is materialised: a stamp on each row says for
 * which row it was met last.
 */
export function createWalk(
  rules: readonly RuleBlocks[],
  order: Uint32Array,
): (range: number, visit: VisitPair) => void {
  // By row, 1 + the last row that met it.
  const metBy = new Uint32Array(order.length)
  const walks = rules.map((rule, number) => walkOfRule(rule, number, metBy))
  return (range, visit) => {
    const end = Math.min(order.length, (range + 1) * ROWS_OF_RANGE)
    for (let at = range * ROWS_OF_RANGE; at < end; at++) {
      for (let rule = 0; rule < walks.length; rule++) walks[rule](order[at], visit)
    }
  }
}

/** Visits all pairs that rules bring, each once. */
export function visitPairs(rules: readonly RuleBlocks[], visit: VisitPair): void {
  const order = orderOfWalk(rules, (rules[0]?.ofRow.starts.length ?? 1) - 1)
  const walk = createWalk(rules, order)
  for (let range = 0; range < countRanges(order.length); range++) walk(range, visit)
}

/** Visits the pairs that a rule brings of a row and that no rule before it has brought. */
function walkOfRule(
  { blocks, ofRow, blockOfAnchor }: RuleBlocks,
  rule: number,
  metBy: Uint32Array,
): (row: number, visit: VisitPair) => void {
  const { starts, items } = blocks
  const anchors = blockOfAnchor && anchorsOfBlocks(starts.length - 1, blockOfAnchor)
  return (row, visit) => {
    const mark = row + 1
    for (let i = ofRow.starts[row]; i < ofRow.starts[mark]; i++) {
      const block = ofRow.items[i]
      if (anchors !== undefined && anchors[block] !== row) {
        // A block that an anchor has is there for its pairs alone.
        const anchor = anchors[block]
        if (anchor < row || metBy[anchor] === mark) continue
        metBy[anchor] = mark
        visit(row, anchor, rule)
        continue
      }
      // Rows ascend within a block: those after this one are its end.
      for (let j = starts[block + 1] - 1; j >= starts[block] && items[j] > row; j--) {
        const other = items[j]
        if (metBy[other] === mark) continue
        metBy[other] = mark
        visit(row, other, rule)
      }
    }
  }
}

/** By block, the row that it was made for. */
function anchorsOfBlocks(blockCount: number, blockOfAnchor: Int32Array): Uint32Array {
  const anchors = new Uint32Array(blockCount)
  for (let row = 0; row < blockOfAnchor.length; row++) {
    if (blockOfAnchor[row] >= 0) anchors[blockOfAnchor[row]] = row
  }
  return anchors
}
