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
  return rules.flatMap(({ blocks: { starts } }, rule) => {
    const ranges: BlockRange[] = []
    let [from, pairs] = [0, 0]
    for (let block = 0; block + 1 < starts.length; block++) {
      const size = starts[block + 1] - starts[block]
      pairs += (size * (size - 1)) / 2
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
  const { starts, items } = rules[rule].blocks
  const { anchors } = rules[rule]
  for (let block = from; block < to; block++) {
    const end = starts[block + 1]
    for (let i = starts[block]; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        if (anchors !== undefined && (anchors[items[i]] | anchors[items[j]]) === 0) continue
        if (!isBroughtEarlier(rules, rule, block, items[i], items[j])) visit(items[i], items[j])
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
    const { anchors } = rules[earlier]
    if (anchors !== undefined && (anchors[left] | anchors[right]) === 0) continue
    if (firstShared(rules[earlier].ofRow.starts, rules[earlier].ofRow.items, left, right) >= 0) return true
  }
  const { starts, items } = rules[rule].ofRow
  return firstShared(starts, items, left, right) !== block
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
