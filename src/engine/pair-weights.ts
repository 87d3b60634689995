import type { Edges } from '../data/edges.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

/**
 * The match weights of any two rows, the lesser first: that of their edge where they have one, else what comparing them gives, −∞ where
 * that is below `least`.
 * @param edges by their left row, then by their right.
 */
export function createPairWeights(
  { left, right, weights, count }: Edges,
  rowCount: number,
  weighed: WeighedFields,
): (left: number, right: number, least: number) => number {
  const starts = new Uint32Array(rowCount + 1)
  for (let edge = 0; edge < count; edge++) starts[left[edge] + 1]++
  for (let row = 0; row < rowCount; row++) starts[row + 1] += starts[row]
  const { weigh } = createWeigher(weighed)
  return (a, b, least) => {
    for (let edge = starts[a]; edge < starts[a + 1] && right[edge] <= b; edge++) {
      if (right[edge] === b) return weights[edge]
    }
    return weigh(a, b, least)
  }
}
