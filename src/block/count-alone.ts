import type { Edges } from '../data/edges.ts'
import type { RuleBlocks } from './build-blocks.ts'
import { doesBring } from './does-bring.ts'

/** By rule, the edges that no other rule brings: what would be lost without it. */
export function countAlone(rules: readonly RuleBlocks[], { left, right, count }: Edges): Uint32Array {
  const alone = new Uint32Array(rules.length)
  for (let edge = 0; edge < count; edge++) {
    const only = onlyRule(rules, left[edge], right[edge])
    if (only >= 0) alone[only]++
  }
  return alone
}

/** The one rule that brings a pair; −1 where none or several do. */
function onlyRule(rules: readonly RuleBlocks[], left: number, right: number): number {
  let only = -1
  for (let rule = 0; rule < rules.length; rule++) {
    if (!doesBring(rules[rule], left, right)) continue
    if (only >= 0) return -1
    only = rule
  }
  return only
}
