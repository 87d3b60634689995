import { BRAND_CHARACTERS, BRAND_LENGTHS } from './brand-characters.ts'

const bitsOf = new Map<string, number>()
for (const [bits, characters] of BRAND_CHARACTERS)
  for (const character of characters) bitsOf.set(character, bits)

const bitsOfLength = new Map(BRAND_LENGTHS.map(([length, share]) => [length, -Math.log2(share)]))

/** A character that the table lacks is rarer than its last class. */
const RAREST_BITS = Math.max(...bitsOf.values()) + 1
/** Brands share characters by taste (恒通, 恒达), so that their characters are not quite independent: beyond this no brand counts as rarer. */
const MOST_BITS = 20

/**
 * How likely a brand is before any data is seen: the product of its characters' shares among all brands, times the
 * share of brands of its length. At least 2^-20.
 * @example brandFrequency('鑫源') > brandFrequency('曜麟') // => true
 */
export function brandFrequency(brand: string): number {
  let bits = bitsOfLength.get(brand.length) ?? 5
  for (const character of brand) bits += bitsOf.get(character) ?? RAREST_BITS
  return 2 ** -Math.min(MOST_BITS, bits)
}
