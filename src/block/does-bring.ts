import type { Groups } from '../data/grouping.ts'
import type { RuleBlocks } from './build-blocks.ts'

/** Whether a rule brings a pair of rows. */
export function doesBring(rule: RuleBlocks, left: number, right: number): boolean {
  const { ofRow, blockOfAnchor } = rule
  if (blockOfAnchor === undefined) return shareBlock(ofRow, left, right)
  return isIn(ofRow, right, blockOfAnchor[left]) || isIn(ofRow, left, blockOfAnchor[right])
}

/** Whether a row is in a block; −1 is none. */
function isIn({ starts, items }: Groups, row: number, block: number): boolean {
  return block >= 0 && holds(items, starts[row], starts[row + 1], block)
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

/** Whether a block holds both rows. Both lists ascend. */
function shareBlock({ starts, items }: Groups, left: number, right: number): boolean {
  let i = starts[left]
  let j = starts[right]
  const leftEnd = starts[left + 1]
  const rightEnd = starts[right + 1]
  while (i < leftEnd && j < rightEnd) {
    if (items[i] === items[j]) return true
    if (items[i] < items[j]) i++
    else j++
  }
  return false
}
