import type { Edges } from '../data/edges.ts'
import type { RuleBlocks } from './build-blocks.ts'
import { doesBring } from './does-bring.ts'

/** By rule, the edges that no other rule brings: what would be lost without it. */
export function countAlone(rules: readonly RuleBlocks[], { left, right, count }: Edges): Uint32Array {
  const alone = new Uint32Array(rules.length)
  for (let edge = 0; edge < count; edge++) {
    const first = rules.findIndex((rule) => doesBring(rule, left[edge], right[edge]))
    if (first < 0) continue
    const isShared = rules.some((rule, i) => i > first && doesBring(rule, left[edge], right[edge]))
    if (!isShared) alone[first]++
  }
  return alone
}
