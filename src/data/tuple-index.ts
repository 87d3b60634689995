import { allocateUint32, plainSlots, plainUint32 } from './buffers.ts'
import { MOST_AT_ONCE } from './dictionary.ts'
import { endHash } from './hash.ts'

/**
 * Numbers distinct tuples of codes in order of first sight, from 0: a hash table over typed arrays, the codes of a tuple side by
 * side. Replaces a `Map` from joined codes to numbers.
 * @example index.addMany(Uint32Array.of(7, 0, 7, 0), 2, numbers) // numbers 0 and 0, of two tuples of width 2
 */
export class TupleIndex {
  readonly #width: number
  #size = 0
  /** Tuple `n` is row `n + 1`. */
  #codes: Uint32Array
  /** Row and hash of a tuple side by side; row 0 is a free slot. */
  #slots = new Uint32Array(256)

  constructor(width: number) {
    this.#width = width
    this.#codes = plainUint32(width * 64)
  }

  get size(): number {
    return this.#size
  }

  /**
   * Gives the numbers of `count` tuples that lie one behind the other, new or known, at most MOST_AT_ONCE. Tuples lie all over
   * memory: to look at all their places first waits for the memory once instead of each time.
   */
  addMany(tuples: Uint32Array, count: number, numbers: Uint32Array): void {
    this.#touch(tuples, count)
    for (let i = 0; i < count; i++) numbers[i] = this.#add(tuples, i * this.#width, hashes[i])
  }

  /** The tuples by column. */
  finish(): Uint32Array[] {
    const width = this.#width
    const columns = Array.from({ length: width }, () => allocateUint32(this.#size))
    // A stretch of all columns stays in the cache.
    for (let from = 0; from < this.#size; from += STRETCH) {
      const to = Math.min(this.#size, from + STRETCH)
      for (let i = 0; i < width; i++) {
        const column = columns[i]
        for (let at = from; at < to; at++) column[at] = this.#codes[(at + 1) * width + i]
      }
    }
    return columns
  }

  /** Forgets all tuples and keeps the room for the next. */
  clear(): void {
    this.#slots.fill(0)
    this.#size = 0
  }

  /** Hashes the tuples, and reads what finding them will read, so that it is in the cache by then. */
  #touch(tuples: Uint32Array, count: number): void {
    const width = this.#width
    const slots = this.#slots
    const mask = slots.length - 2
    for (let i = 0; i < count; i++) {
      let hash = 1
      for (let at = i * width; at < (i + 1) * width; at++) hash = Math.imul(hash ^ tuples[at], PRIME)
      hashes[i] = endHash(hash)
    }
    const codes = this.#codes
    let sum = 0
    for (let i = 0; i < count; i++) touched[i] = slots[(hashes[i] << 1) & mask]
    for (let i = 0; i < count; i++) sum += codes[touched[i] * width]
    touched[0] = sum
  }

  #add(tuples: Uint32Array, from: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 2
    let slot = (hash << 1) & mask
    for (; slots[slot] !== 0; slot = (slot + 2) & mask) {
      if (slots[slot + 1] === hash && this.#isEqual(slots[slot], tuples, from)) return slots[slot] - 1
    }
    const row = ++this.#size
    slots[slot] = row
    slots[slot + 1] = hash
    this.#store(row, tuples, from)
    if (this.#size * 4 > slots.length) this.#rehash()
    return row - 1
  }

  #isEqual(row: number, tuples: Uint32Array, from: number): boolean {
    const codes = this.#codes
    const begin = row * this.#width
    for (let i = 0; i < this.#width; i++) if (codes[begin + i] !== tuples[from + i]) return false
    return true
  }

  #store(row: number, tuples: Uint32Array, from: number): void {
    const begin = row * this.#width
    if (begin + this.#width > this.#codes.length) {
      const larger = plainUint32(this.#codes.length * 2)
      larger.set(this.#codes)
      this.#codes = larger
    }
    const codes = this.#codes
    for (let i = 0; i < this.#width; i++) codes[begin + i] = tuples[from + i]
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

const STRETCH = 128

const PRIME = 0x9e3779b1

const hashes = new Uint32Array(MOST_AT_ONCE)
const touched = new Uint32Array(MOST_AT_ONCE)
