import type { NameParts } from './names.ts'
import type { City } from './places.ts'
import { hashOf } from './random.ts'

const BITS_PER_KEY = 16
const PROBES = 6

/**
 * Remembers keys in 16 bits each (a Bloom filter), so that no two customers get a name that people could not
 * tell apart. It may take a new key for a known one, once in a thousand; the caller then draws again.
 */
export class KeyRegister {
  #bits: Uint32Array
  #mask: number

  constructor(expectedKeys: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(expectedKeys * BITS_PER_KEY, 1024)))
    this.#bits = new Uint32Array(size / 32)
    this.#mask = size - 1
  }

  has(key: string): boolean {
    const [a, b] = hashText(key)
    for (let i = 0; i < PROBES; i++) {
      const bit = (a + Math.imul(i, b)) & this.#mask
      if ((this.#bits[bit >>> 5] & (1 << (bit & 31))) === 0) return false
    }
    return true
  }

  add(key: string): void {
    const [a, b] = hashText(key)
    for (let i = 0; i < PROBES; i++) {
      const bit = (a + Math.imul(i, b)) & this.#mask
      this.#bits[bit >>> 5] |= 1 << (bit & 31)
    }
  }
}

function hashText(text: string): [number, number] {
  let hash = text.length
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995) ^ (hash >>> 15)
  return [hashOf(hash, 1), hashOf(hash, 2) | 1]
}

/**
 * Takes a name for one customer. False, and nothing taken, when a name of the same brand and trade in the same
 * city is taken, or one whose region includes this one's or lies in it: 山西恒通煤业 beside 太原恒通煤炭 could be
 * one firm or two, and nobody could say.
 */
export function claimName(
  register: KeyRegister,
  city: City,
  { regionShort, brand, trade, industry }: NameParts,
): boolean {
  const stem = `${brand}|${trade < 0 ? industry : trade}`
  const anywhere = `*${stem}`
  const inProvince = `${city.provinceShort}*${stem}`
  const nationwide = `中国${stem}`
  const provincial = `${city.provinceShort}${stem}`
  const local = `${city.index}${stem}`
  if (regionShort === '') {
    if (register.has(anywhere)) return false
    register.add(nationwide)
  } else if (regionShort === city.provinceShort) {
    if (register.has(inProvince) || register.has(nationwide)) return false
    register.add(provincial)
  } else {
    if (register.has(local) || register.has(provincial) || register.has(nationwide)) return false
    register.add(local)
  }
  register.add(anywhere)
  register.add(inProvince)
  return true
}
