import type { ComparedField } from './create-entry-comparer.ts'
import { flattenWeights, LEVELS } from './flat-weights.ts'

/** The weights of the levels of one field as `weightOfLevel` has them, read from what is packed of the entries. */
export function createLevelWeigher({
  type,
  weights,
  packed: { numbers, width, rareAt },
}: ComparedField): (comparison: number, level: number, left: number, right: number) => number {
  const { levelWeights, shares } = flattenWeights(type, weights)
  const factors = weights.map((weight) => weight.factors)
  return (comparison, level, left, right) => {
    const at = comparison * LEVELS + level
    let weight = levelWeights[at]
    if (shares[at] !== 0) {
      const rare = rareAt[comparison]
      weight += Math.min(numbers[left * width + rare], numbers[right * width + rare]) * shares[at]
    }
    const softened = factors[comparison]
    if (softened !== undefined && weight > 0) weight *= Math.min(softened[left], softened[right])
    return weight
  }
}
