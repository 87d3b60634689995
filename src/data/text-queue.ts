import { type DictionaryBuilder, hashBegun, hashEnded, hashNext } from './dictionary.ts'
import { lengthOf, unitAt } from './units.ts'

/** Texts that wait to be encoded many at once, hashed while they are at hand. */
export class TextQueue {
  #units = new Uint16Array(1024)
  /** Text `i` is the units from `ends[i]` up to `ends[i + 1]`. */
  readonly #ends: Uint32Array
  readonly #hashes: Uint32Array
  #count = 0

  /** A queue for so many texts. */
  constructor(most: number) {
    this.#ends = new Uint32Array(most + 1)
    this.#hashes = new Uint32Array(most)
  }

  get count(): number {
    return this.#count
  }

  put(text: string): void {
    const length = lengthOf(text)
    const from = this.#ends[this.#count]
    const units = this.#roomFor(from + length)
    let hash = hashBegun(length)
    for (let i = 0; i < length; i++) {
      const unit = unitAt(text, i)
      units[from + i] = unit
      hash = hashNext(hash, unit)
    }
    this.#end(from + length, hash)
  }

  /**
   * Writes the codes of the texts `first`, `first + step` … in their own places in `codes`; no more than MOST_AT_ONCE. Texts stay
   * until the queue is cleared, since those of other steps may go to other builders.
   */
  encode(builder: DictionaryBuilder, codes: Uint32Array, first = 0, step = 1): void {
    builder.encodeMany(
      { units: this.#units, ends: this.#ends, hashes: this.#hashes, count: this.#count, first, step },
      codes,
    )
  }

  clear(): void {
    this.#count = 0
  }

  #end(end: number, hash: number): void {
    this.#hashes[this.#count] = hashEnded(hash)
    this.#ends[++this.#count] = end
  }

  #roomFor(end: number): Uint16Array {
    if (end <= this.#units.length) return this.#units
    const larger = new Uint16Array(end * 2)
    larger.set(this.#units)
    this.#units = larger
    return larger
  }
}
