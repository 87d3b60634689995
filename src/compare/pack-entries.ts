import { type FieldColumns, partOf } from '../data/field-columns.ts'
import type { FieldType } from '../model/field-type.ts'
import type { FieldWeights } from '../model/weights.ts'

/**
 * What nearly every pair asks of an entry, side by side: entry `e` has its codes from `e * width` on. Column by column
 * each pair would miss the processor's cache a dozen times.
 */
export interface PackedCodes {
  readonly codes: Uint32Array
  readonly width: number
  /** The place of a part within an entry's codes. */
  readonly slotOf: (part: string) => number
}

const packedCodes = new WeakMap<FieldColumns, PackedCodes>()

/** The codes of the parts that comparisons look at first, and of those that gates do. */
export function packCodes(type: FieldType, columns: FieldColumns): PackedCodes {
  const known = packedCodes.get(columns)
  if (known !== undefined) return known
  const names = type.comparisons.flatMap(({ parts, gate }) => [parts[0], ...(gate ? [gate.part] : [])])
  const distinct = [...new Set(names)]
  const width = distinct.length
  const codes = new Uint32Array(columns.entryCount * width)
  distinct.forEach((name, slot) => {
    const own = partOf(columns, name).codes
    for (let entry = 0; entry < columns.entryCount; entry++) codes[entry * width + slot] = own[entry]
  })
  const packed = { codes, width, slotOf: (part: string) => distinct.indexOf(part) }
  packedCodes.set(columns, packed)
  return packed
}

/** How rare the values of an entry are, in bits: entry `e` has those of comparison `i` at `e * width + slots[i]`. */
export interface PackedRarities {
  readonly rarities: Float32Array
  readonly width: number
  /** By comparison; −1 where rarity says nothing. */
  readonly slots: Int32Array
}

const packedRarities = new WeakMap<FieldWeights, PackedRarities>()

/** The rarities of all comparisons that have frequencies. */
export function packRarities(weights: FieldWeights, entryCount: number): PackedRarities {
  const known = packedRarities.get(weights)
  if (known !== undefined) return known
  let width = 0
  const slots = Int32Array.from(weights, ({ frequency }) => (frequency === undefined ? -1 : width++))
  const rarities = new Float32Array(entryCount * width)
  weights.forEach(({ frequency }, i) => {
    if (frequency === undefined) return
    const { codes, adjustments } = frequency
    for (let entry = 0; entry < entryCount; entry++) {
      rarities[entry * width + slots[i]] = adjustments[codes[entry]]
    }
  })
  const packed = { rarities, width, slots }
  packedRarities.set(weights, packed)
  return packed
}
