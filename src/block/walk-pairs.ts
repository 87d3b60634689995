import type { RuleBlocks } from './build-blocks.ts'

/** The blocks of a rule from `from` up to `to`. */
export interface BlockRange {
  readonly rule: number
  readonly from: number
  readonly to: number
}

/** Smaller ranges are not worth the claim, larger ones let threads wait for each other. */
const PAIRS_OF_RANGE = 20_000

/** All blocks in ranges of about as many pairs each, the work that threads share; one large block is a range by itself. */
export function rangesOfBlocks(rules: readonly RuleBlocks[]): BlockRange[] {
  return rules.flatMap(({ blocks: { starts }, blockOfAnchor }, rule) => {
    const ranges: BlockRange[] = []
    let [from, pairs] = [0, 0]
    for (let block = 0; block + 1 < starts.length; block++) {
      const size = starts[block + 1] - starts[block]
      pairs += blockOfAnchor === undefined ? (size * (size - 1)) / 2 : size - 1
      if (pairs < PAIRS_OF_RANGE && block + 2 < starts.length) continue
      ranges.push({ rule, from, to: block + 1 })
      from = block + 1
      pairs = 0
    }
    return ranges
  })
}

/**
 * Calls `visit` for each candidate pair (`left` < `right`) that a range of blocks brings and no earlier rule does. A pair is
 * skipped where an earlier rule, or an earlier block of this rule, holds both rows: so each pair of the rules
 * together is visited once, and nothing is materialised.
 */
export function walkPairs(
  rules: readonly RuleBlocks[],
  { rule, from, to }: BlockRange,
  visit: (left: number, right: number) => void,
): void {
  const { blocks, blockOfAnchor } = rules[rule]
  const { starts, items } = blocks
  for (let block = from; block < to; block++) {
    const end = starts[block + 1]
    for (let i = starts[block]; i < end; i++) {
      const row = items[i]
      // A block that an anchor has is there for its pairs alone.
      if (blockOfAnchor !== undefined && blockOfAnchor[row] !== block) continue
      for (let j = blockOfAnchor === undefined ? i + 1 : starts[block]; j < end; j++) {
        if (j === i) continue
        const left = Math.min(row, items[j])
        const right = Math.max(row, items[j])
        if (!isBroughtEarlier(rules, rule, block, left, right)) visit(left, right)
      }
    }
  }
}

function isBroughtEarlier(
  rules: readonly RuleBlocks[],
  rule: number,
  block: number,
  left: number,
  right: number,
): boolean {
  for (let earlier = 0; earlier < rule; earlier++) {
    if (firstBlock(rules[earlier], left, right) >= 0) return true
  }
  return firstBlock(rules[rule], left, right) !== block
}

/** Whether a rule brings a pair of rows. */
export function doesBring(rule: RuleBlocks, left: number, right: number): boolean {
  return firstBlock(rule, left, right) >= 0
}

/** The least block of the rule that brings the pair; −1 none. */
function firstBlock({ ofRow, blockOfAnchor }: RuleBlocks, left: number, right: number): number {
  const { starts, items } = ofRow
  if (blockOfAnchor === undefined) return firstShared(starts, items, left, right)
  const ofLeft = blockOfAnchor[left]
  const ofRight = blockOfAnchor[right]
  const first = ofLeft >= 0 && holds(items, starts[right], starts[right + 1], ofLeft) ? ofLeft : -1
  const second = ofRight >= 0 && holds(items, starts[left], starts[left + 1], ofRight) ? ofRight : -1
  return first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second)
}

/** Whether an item is in an ascending stretch. */
function holds(items: Uint32Array, from: number, to: number, item: number): boolean {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (items[middle] < item) low = middle + 1
    else high = middle
  }
  return low < to && items[low] === item
}

/** The least block that holds both rows; −1 none. Both lists ascend. */
function firstShared(starts: Uint32Array, items: Uint32Array, left: number, right: number): number {
  let i = starts[left]
  let j = starts[right]
  const leftEnd = starts[left + 1]
  const rightEnd = starts[right + 1]
  while (i < leftEnd && j < rightEnd) {
    if (items[i] === items[j]) return items[i]
    if (items[i] < items[j]) i++
    else j++
  }
  return -1
}
