import type { FieldType } from '../model/field-type.ts'
import type { FieldWeights } from '../model/weights.ts'
import { flattenWeights, LEVELS } from './flat-weights.ts'
import type { PackedEntries } from './pack-entries.ts'

/** What the level of a comparison adds for two entries. */
export type LevelWeigher = (comparison: number, level: number, left: number, right: number) => number

/** The weights of the levels of one field as `weightOfLevel` has them, read from what is packed of the entries. */
export function createLevelWeigher({
  type,
  weights,
  packed: { numbers, width, rareAt },
}: {
  readonly type: FieldType
  readonly weights: FieldWeights
  readonly packed: PackedEntries
}): LevelWeigher {
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
