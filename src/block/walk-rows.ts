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
  const anchors = rules.map(anchorsOfBlocks)
  return (range, visit) => {
    const end = Math.min(order.length, (range + 1) * ROWS_OF_RANGE)
    for (let at = range * ROWS_OF_RANGE; at < end; at++) {
      const row = order[at]
      const meet = (other: number, rule: number) => {
        if (other <= row || metBy[other] === row + 1) return
        metBy[other] = row + 1
        visit(row, other, rule)
      }
      for (let rule = 0; rule < rules.length; rule++) meetRows(rules[rule], anchors[rule], row, rule, meet)
    }
  }
}

function meetRows(
  { blocks, ofRow, blockOfAnchor }: RuleBlocks,
  anchors: Uint32Array | undefined,
  row: number,
  rule: number,
  meet: (other: number, rule: number) => void,
): void {
  const { starts, items } = blocks
  for (let i = ofRow.starts[row]; i < ofRow.starts[row + 1]; i++) {
    const block = ofRow.items[i]
    // A block that an anchor has is there for its pairs alone.
    if (anchors !== undefined && blockOfAnchor?.[row] !== block) meet(anchors[block], rule)
    else for (let j = starts[block]; j < starts[block + 1]; j++) meet(items[j], rule)
  }
}

/** By block, the row that it was made for. */
function anchorsOfBlocks({ blocks, blockOfAnchor }: RuleBlocks): Uint32Array | undefined {
  if (blockOfAnchor === undefined) return undefined
  const anchors = new Uint32Array(blocks.starts.length - 1)
  blockOfAnchor.forEach((block, row) => {
    if (block >= 0) anchors[block] = row
  })
  return anchors
}
