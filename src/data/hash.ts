import { lengthOf, unitAt } from './units.ts'

/**
 * A 32-bit hash of a text, never 0 (FNV-1a with a final mix). Two keys that collide only add a candidate pair.
 * @example hashText('恒通') === hashText('恒通') // => true
 */
export function hashText(text: string): number {
  return endHash(hashPiece(BASIS, text, 0, lengthOf(text)))
}

/** The hash of no text yet: {@link hashPiece} goes on from it, piece by piece, and {@link endHash} ends it. Signed, as all between are. */
export const BASIS = 0x811c9dc5 | 0

/** Goes on with the characters of a text from `from` up to `to`. */
export function hashPiece(begun: number, text: string, from: number, to: number): number {
  let hash = begun
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ unitAt(text, i), PRIME)
  return hash
}

/** The hash of all pieces together: that of {@link hashText} for one text of them. */
export function endHash(begun: number): number {
  return mix(begun)
}

const PRIME = 0x01000193

/** The same hash of a stretch of UTF-16 units: that of a text in a dictionary, without making the string. */
export function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = BASIS
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i], PRIME)
  return mix(hash)
}

/** The hash of two hashes in order, never 0. */
export function combineHashes(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ b)
}

// The finaliser of MurmurHash3: every input bit reaches every output bit.
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0 || 1
}
