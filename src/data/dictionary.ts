import { allocateFloat64, allocateUint16 } from './buffers.ts'

/**
 * The distinct texts of a column, by code. Code 0 is the missing text ''.
 * Text `c` is the UTF-16 units from `starts[c]` up to `starts[c + 1]`. Offsets are doubles: a
 * dictionary may hold more than 2^32 units. All of it is flat memory that threads can share.
 */
export interface Dictionary {
  readonly size: number
  readonly units: Uint16Array
  readonly starts: Float64Array
}

/** Longer texts are turned to strings piecewise: the call stack bounds one `fromCharCode`. */
const PIECE = 4096

/**
 * The text of a code; '' for code 0.
 * @example textOf(dictionary, 0) // => ''
 */
export function textOf(dictionary: Dictionary, code: number): string {
  return textOfUnits(dictionary.units, dictionary.starts[code], dictionary.starts[code + 1])
}

/** Short texts go through a list of their length: `apply` is three times faster with a plain list than with a typed array. */
const SHORT = 64
const lists = Array.from({ length: SHORT + 1 }, (_, length): number[] => new Array(length).fill(0))

function textOfUnits(units: Uint16Array, start: number, end: number): string {
  if (end - start <= SHORT) {
    const list = lists[end - start]
    for (let i = 0; i < list.length; i++) list[i] = units[start + i]
    return String.fromCharCode.apply(null, list)
  }
  if (end - start <= PIECE) return String.fromCharCode.apply(null, asNumbers(units.subarray(start, end)))
  const pieces: string[] = []
  for (let at = start; at < end; at += PIECE) {
    pieces.push(String.fromCharCode.apply(null, asNumbers(units.subarray(at, Math.min(end, at + PIECE)))))
  }
  return pieces.join('')
}

// `apply` takes any array-like at run time; its type asks for number[].
function asNumbers(units: Uint16Array): number[] {
  return units as unknown as number[]
}

/** All texts in code order, '' first. For small dictionaries; large ones are read by code. */
export function textsOf(dictionary: Dictionary): string[] {
  return Array.from({ length: dictionary.size }, (_, code) => textOf(dictionary, code))
}

/**
 * Gives each distinct text a code, in order of first sight, from 1.
 * A hash table over typed arrays: a `Map` throws at 2^24 entries and is slower.
 */
export class DictionaryBuilder {
  #units = new Uint16Array(1024)
  #starts = new Float64Array(64)
  #size = 1
  #end = 0
  #slots = new Uint32Array(128)
  #hashes = new Uint32Array(64)

  get size(): number {
    return this.#size
  }

  /**
   * The code of a text, new or known; 0 for ''.
   * @example builder.encode('恒通') === builder.encode('恒通') // => true
   */
  encode(text: string): number {
    const length = text.length
    if (length === 0) return 0
    const end = this.#end
    this.#makeRoom(end + length)
    const units = this.#units
    for (let i = 0; i < length; i++) units[end + i] = text.charCodeAt(i)
    return this.#encodeTail(length)
  }

  /** The code of a text of another dictionary, without making a string of it. */
  encodeFrom(dictionary: Dictionary, code: number): number {
    const start = dictionary.starts[code]
    const length = dictionary.starts[code + 1] - start
    if (length === 0) return 0
    const end = this.#end
    this.#makeRoom(end + length)
    const units = this.#units
    for (let i = 0; i < length; i++) units[end + i] = dictionary.units[start + i]
    return this.#encodeTail(length)
  }

  /** The code of the text that was put behind all others: there it stays when it is new. */
  #encodeTail(length: number): number {
    const units = this.#units
    const starts = this.#starts
    const hashes = this.#hashes
    const slots = this.#slots
    const end = this.#end
    let hash = length
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ units[end + i], 0x5bd1e995)
    hash = (hash ^ (hash >>> 15)) >>> 0
    const mask = slots.length - 1
    let slot = hash & mask
    // The one-liner this replaces: map.get(text) ?? add(text)
    probe: for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const code = slots[slot]
      if (hashes[code] !== hash) continue
      const start = starts[code]
      if (starts[code + 1] - start !== length) continue
      for (let i = 0; i < length; i++) if (units[start + i] !== units[end + i]) continue probe
      return code
    }
    return this.#add(length, hash, slot)
  }

  /** The distinct texts so far as flat shared memory; the builder may go on. */
  finish(): Dictionary {
    const units = allocateUint16(this.#end)
    units.set(this.#units.subarray(0, this.#end))
    const starts = allocateFloat64(this.#size + 1)
    starts.set(this.#starts.subarray(0, this.#size + 1))
    return { size: this.#size, units, starts }
  }

  #makeRoom(end: number): void {
    if (end > this.#units.length) this.#units = grow(this.#units, new Uint16Array(roomFor(end)))
  }

  #add(length: number, hash: number, slot: number): number {
    const code = this.#size++
    if (code + 2 > this.#starts.length) {
      this.#starts = grow(this.#starts, new Float64Array(roomFor(code + 2)))
      this.#hashes = grow(this.#hashes, new Uint32Array(roomFor(code + 2)))
    }
    this.#starts[code] = this.#end
    this.#end += length
    this.#starts[code + 1] = this.#end
    this.#hashes[code] = hash
    this.#slots[slot] = code
    if (this.#size * 2 > this.#slots.length) this.#rehash()
    return code
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let code = 1; code < this.#size; code++) {
      let slot = this.#hashes[code] & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = code
    }
    this.#slots = slots
  }
}

function roomFor(length: number): number {
  return Math.ceil(length * 1.5)
}

function grow<A extends Uint16Array | Uint32Array | Float64Array>(from: A, into: A): A {
  into.set(from)
  return into
}
