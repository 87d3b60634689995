import type { RuleBlocks } from './build-blocks.ts'

/** Every `parts`-th block, from block `part` on: how several threads share the blocks. */
export interface Share {
  readonly part: number
  readonly parts: number
}

const WHOLE: Share = { part: 0, parts: 1 }

/**
 * Calls `visit` for each candidate pair (`left` < `right`) that one rule brings and no earlier one does. A pair is
 * skipped where an earlier rule, or an earlier block of this rule, holds both rows: so each pair of the rules
 * together is visited once, and nothing is materialised.
 */
export function walkPairs(
  rules: readonly RuleBlocks[],
  rule: number,
  visit: (left: number, right: number) => void,
  { part, parts }: Share = WHOLE,
): void {
  const { starts, items } = rules[rule].blocks
  const { anchors } = rules[rule]
  for (let block = part; block + 1 < starts.length; block += parts) {
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
