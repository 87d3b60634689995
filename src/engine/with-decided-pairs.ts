import type { RowPair } from '../cluster/decisions.ts'
import { EdgeList, type Edges, sortEdges } from '../data/edges.ts'
import { createFindingPacker, widthOfFinding } from './findings.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

/** The edges, and one for each pair that a person joined and the evidence did not keep: it weighs what the evidence says. */
export function withDecidedPairs(edges: Edges, same: readonly RowPair[], weighed: WeighedFields): Edges {
  if (same.length === 0) return edges
  const missing = new Map(
    same.map(([a, b]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)] as const]),
  )
  for (let edge = 0; edge < edges.count; edge++) missing.delete(`${edges.left[edge]} ${edges.right[edge]}`)
  const { weigh, comparer } = createWeigher(weighed)
  const packer = createFindingPacker(weighed.fields, comparer, edges.width - widthOfFinding(weighed.fields))
  const added = new EdgeList(packer.width)
  for (const [left, right] of missing.values()) {
    const weight = weigh(left, right)
    added.push(left, right, weight, comparer.veto(), packer.pack())
  }
  return sortEdges([edges, added.finish()])
}
