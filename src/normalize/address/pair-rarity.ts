/** How rare pairs of neighbouring characters are in addresses. */
import { PLACE_RARITY } from '../lexicon/place-rarity.ts'

/** A number for two units, in order. */
export function pairId(first: number, second: number): number {
  return first * 65536 + second
}

/** An open hash table, a power of two large: a `Map` keyed by numbers beyond 2^31 makes an object a look. */
const SLOTS = 1 << 15
/** The pairs; unpacked when addresses are first compared. */
let pairs: Uint32Array | undefined
const rarities = new Float64Array(SLOTS)

/** From 0 to 1; 1 for a pair that is not listed. */
export function rarityOf(pair: number): number {
  pairs ??= unpack()
  const slot = slotOf(pairs, pair)
  return pairs[slot] === 0 ? 1 : (rarities[slot] as number)
}

function unpack(): Uint32Array {
  const table = new Uint32Array(SLOTS)
  const lines = PLACE_RARITY.trim().split('\n')
  const rarest = Number(lines.at(-1)?.split(' ')[0]) + 1
  for (const line of lines) {
    const [bits, listed = ''] = line.split(' ')
    for (let i = 0; i < listed.length; i += 2) {
      const pair = pairId(listed.charCodeAt(i), listed.charCodeAt(i + 1))
      const slot = slotOf(table, pair)
      table[slot] = pair
      rarities[slot] = Number(bits) / rarest
    }
  }
  return table
}

/** The slot that holds a pair, or the free one where it would be. */
function slotOf(table: Uint32Array, pair: number): number {
  let slot = Math.imul(pair | 0, 0x9e3779b1) >>> 17
  while (table[slot] !== 0 && table[slot] !== pair) slot = (slot + 1) & (SLOTS - 1)
  return slot
}
