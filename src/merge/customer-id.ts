/** Crockford's base 32: no I, L, O, U, so that ids can be read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id is 'C' and two hashes of six digits each. */
export const ID_UNITS = 13
const DIGITS = 6
const SEEDS = [0x811c9dc5, 0x01234567] as const

/** The hashes of an id, begun with what its record's source is called. */
export type BegunId = readonly [first: number, second: number]

/**
 * A customer's id, made from its least member, so that the same input has the same ids: 'C' and 12
 * characters (60 bits; a chance of one in 20,000 that any two of ten million customers collide).
 * @example customerIdOf('营销', '1007') // => 'C…'
 */
export function customerIdOf(source: string, recordId: string): string {
  const units = Uint16Array.from({ length: recordId.length }, (_, i) => recordId.charCodeAt(i))
  const id = new Uint16Array(ID_UNITS)
  writeCustomerId(beginId(source), units, 0, units.length, id, 0)
  return String.fromCharCode(...id)
}

/** Begins the ids of the records of a source. */
export function beginId(source: string): BegunId {
  const [first, second] = SEEDS.map((seed) => {
    let hash: number = seed
    for (let i = 0; i < source.length; i++) hash = mix(hash, source.charCodeAt(i))
    return mix(hash, 0)
  })
  return [first, second]
}

/** Writes `customerIdOf` as the UTF-16 units from `at` on, of a record id that is the `units` from `start` up to `end`. */
export function writeCustomerId(
  [first, second]: BegunId,
  units: Uint16Array,
  start: number,
  end: number,
  into: Uint16Array,
  at: number,
): void {
  let [a, b] = [first, second]
  for (let i = start; i < end; i++) {
    a = mix(a, units[i])
    b = mix(b, units[i])
  }
  into[at] = LETTER
  writeDigits(finish(a), into, at + 1)
  writeDigits(finish(b), into, at + 1 + DIGITS)
}

const LETTER = 'C'.charCodeAt(0)
const DIGIT_UNITS = Uint16Array.from(ALPHABET, (digit) => digit.charCodeAt(0))

function writeDigits(hash: number, into: Uint16Array, at: number): void {
  for (let i = 0; i < DIGITS; i++) into[at + i] = DIGIT_UNITS[(hash >>> (5 * i)) & 31]
}

/** FNV-1a by units. */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

function finish(begun: number): number {
  let hash = begun
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
