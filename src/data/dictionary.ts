import { copyFloat64, copyUint16, plainFloat64, plainSlots, plainUint16, plainUint32 } from './buffers.ts'
import { lengthOf, unitAt } from './units.ts'

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
  // Plain memory, not shared: what is outgrown counts as garbage of this thread, and is collected.
  #units = new Uint16Array(1024)
  #starts = new Float64Array(64)
  #size = 1
  #end = 0
  /** Code and hash of a text side by side, so that a look reads one line of the cache; code 0 is a free slot. */
  #slots = new Uint32Array(256)

  get size(): number {
    return this.#size
  }

  /**
   * The code of a text, new or known; 0 for ''.
   * @example builder.encode('恒通') === builder.encode('恒通') // => true
   */
  encode(text: string): number {
    const length = lengthOf(text)
    if (length === 0) return 0
    const end = this.#end
    this.#makeRoom(end + length)
    const units = this.#units
    let hash = hashBegun(length)
    for (let i = 0; i < length; i++) {
      const unit = unitAt(text, i)
      units[end + i] = unit
      hash = hashNext(hash, unit)
    }
    return this.#encodeTail(length, hash)
  }

  /**
   * The codes of many texts at once, in their order, each in its own place in `codes`. Texts lie all over memory: to look at all
   * their places first and then at each text waits for the memory once instead of each time.
   */
  encodeMany(texts: WaitingTexts, codes: Uint32Array): void {
    const { units, ends, hashes, count, first, step } = texts
    let filled = 0
    for (let i = first; i < count; i += step) {
      if (ends[i] === ends[i + 1]) codes[i] = 0
      else picked[filled++] = i
    }
    this.#touch(hashes, filled)
    for (let i = 0; i < filled; i++) {
      const text = picked[i]
      const from = ends[text]
      codes[text] = this.#encodeOne(units, from, ends[text + 1] - from, hashes[text])
    }
  }

  /** The same of `count` texts that are not hashed yet: text `i` is the units from `ends[i]` up to `ends[i + 1]`. */
  encodeUnits(units: Uint16Array, ends: Uint32Array, count: number, codes: Uint32Array): void {
    for (let i = 0; i < count; i++) hashed[i] = hashOf(units, ends[i], ends[i + 1])
    this.encodeMany({ units, ends, hashes: hashed, count, first: 0, step: 1 }, codes)
  }

  /** The code here of each text of another dictionary, in their order. */
  encodeAll({ size, units, starts }: Dictionary): Uint32Array {
    const codes = plainUint32(size)
    const ends = new Uint32Array(MOST_AT_ONCE + 1)
    for (let from = 1; from < size; from += MOST_AT_ONCE) {
      const count = Math.min(MOST_AT_ONCE, size - from)
      const begin = starts[from]
      for (let i = 0; i < count; i++) ends[i + 1] = starts[from + i + 1] - begin
      this.encodeUnits(units.subarray(begin, begin + ends[count]), ends, count, codes.subarray(from))
    }
    return codes
  }

  #encodeOne(units: Uint16Array, from: number, length: number, hash: number): number {
    const slot = this.#find(units, from, length, hash)
    if (this.#slots[slot] !== 0) return this.#slots[slot]
    const end = this.#end
    this.#makeRoom(end + length)
    const into = this.#units
    for (let i = 0; i < length; i++) into[end + i] = units[from + i]
    return this.#add(length, hash, slot)
  }

  /** Reads what finding the picked texts will read, so that it is in the cache by then. */
  #touch(hashes: Uint32Array, count: number): void {
    const [slots, starts, units] = [this.#slots, this.#starts, this.#units]
    const mask = slots.length - 2
    let sum = 0
    for (let i = 0; i < count; i++) touched[i] = slots[(hashes[picked[i]] << 1) & mask]
    for (let i = 0; i < count; i++) places[i] = starts[touched[i]]
    for (let i = 0; i < count; i++) sum += units[places[i]]
    touched[0] = sum
  }

  /** The code of the text that was put behind all others: there it stays when it is new. */
  #encodeTail(length: number, begun: number): number {
    const hash = hashEnded(begun)
    const slot = this.#find(this.#units, this.#end, length, hash)
    return this.#slots[slot] === 0 ? this.#add(length, hash, slot) : this.#slots[slot]
  }

  /** The slot of a text, or the free one that it would take. */
  #find(source: Uint16Array, from: number, length: number, hash: number): number {
    const units = this.#units
    const starts = this.#starts
    const slots = this.#slots
    const mask = slots.length - 2
    let slot = (hash << 1) & mask
    // The one-liner this replaces: map.get(text) ?? add(text)
    probe: for (; slots[slot] !== 0; slot = (slot + 2) & mask) {
      if (slots[slot + 1] !== hash) continue
      const start = starts[slots[slot]]
      if (starts[slots[slot] + 1] - start !== length) continue
      for (let i = 0; i < length; i++) if (units[start + i] !== source[from + i]) continue probe
      return slot
    }
    return slot
  }

  /** The distinct texts so far, in memory that threads can share; the builder may go on. */
  finish(): Dictionary {
    return {
      size: this.#size,
      units: copyUint16(this.#units.subarray(0, this.#end)),
      starts: copyFloat64(this.#starts.subarray(0, this.#size + 1)),
    }
  }

  /**
   * The texts of the codes from `from` up to `to` as a dictionary of their own, in memory that threads can share; there they
   * have the codes from 1 on.
   */
  cut(from: number, to: number): Dictionary {
    const begin = this.#starts[from]
    const starts = plainFloat64(to - from + 2)
    for (let code = from; code <= to; code++) starts[code - from + 1] = this.#starts[code] - begin
    return {
      size: to - from + 1,
      units: copyUint16(this.#units.subarray(begin, this.#starts[to])),
      starts: copyFloat64(starts),
    }
  }

  /** Forgets all texts and keeps the room for the next. */
  clear(): void {
    this.#slots.fill(0)
    this.#size = 1
    this.#end = 0
  }

  // Twice as much room at a time: what no text has reached yet is no memory of the machine.
  #makeRoom(end: number): void {
    if (end <= this.#units.length) return
    const larger = plainUint16(end * 2)
    larger.set(this.#units.subarray(0, this.#end))
    this.#units = larger
  }

  #add(length: number, hash: number, slot: number): number {
    const code = this.#size++
    if (code + 2 > this.#starts.length) {
      const larger = plainFloat64(this.#starts.length * 2)
      larger.set(this.#starts)
      this.#starts = larger
    }
    this.#starts[code] = this.#end
    this.#end += length
    this.#starts[code + 1] = this.#end
    this.#slots[slot] = code
    this.#slots[slot + 1] = hash
    if (this.#size * 4 > this.#slots.length) this.#rehash()
    return code
  }

  #rehash(): void {
    const old = this.#slots
    const slots = plainSlots(old.length * 2)
    const mask = slots.length - 2
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue
      let slot = (old[at + 1] << 1) & mask
      while (slots[slot] !== 0) slot = (slot + 2) & mask
      slots[slot] = old[at]
      slots[slot + 1] = old[at + 1]
    }
    this.#slots = slots
  }
}

const PRIME = 0x5bd1e995

/** The hash by which a text is found, unit by unit from its length on. */
export function hashBegun(length: number): number {
  return length
}

export function hashNext(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME)
}

export function hashEnded(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0
}

function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = hashBegun(to - from)
  for (let at = from; at < to; at++) hash = hashNext(hash, units[at])
  return hashEnded(hash)
}

/** At most so many texts are encoded at once. */
export const MOST_AT_ONCE = 128

/** Texts to be encoded: of `count`, the texts `first`, `first + step` …; text `i` is the units from `ends[i]` up to `ends[i + 1]`. */
export interface WaitingTexts {
  readonly units: Uint16Array
  readonly ends: Uint32Array
  readonly hashes: Uint32Array
  readonly count: number
  readonly first: number
  readonly step: number
}

const hashed = new Uint32Array(MOST_AT_ONCE)
const picked = new Uint32Array(MOST_AT_ONCE)
const touched = new Uint32Array(MOST_AT_ONCE)
const places = new Float64Array(MOST_AT_ONCE)
