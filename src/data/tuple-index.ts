import { IntegerList } from './grouping.ts'
import { combineHashes } from './hash.ts'

/**
 * Numbers distinct tuples of codes in order of first sight, from 0: a hash table over typed arrays, the tuples stored by
 * column. Replaces a `Map` from joined codes to numbers.
 * @example index.add([7, 0]) === index.add([7, 0]) // => true
 */
export class TupleIndex {
  readonly #columns: readonly IntegerList[]
  #hashes = new IntegerList()
  /** Number + 1 of the tuple in a slot; 0 is free. */
  #slots = new Uint32Array(128)

  constructor(width: number) {
    this.#columns = Array.from({ length: width }, () => new IntegerList())
  }

  get size(): number {
    return this.#hashes.length
  }

  /** The tuple's number, new or known. */
  add(codes: ArrayLike<number>): number {
    let hash = 1
    for (let i = 0; i < this.#columns.length; i++) hash = combineHashes(hash, codes[i])
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const known = this.#slots[slot] - 1
      if (this.#hashes.at(known) === hash && this.#isEqual(known, codes)) return known
    }
    const number = this.size
    this.#slots[slot] = number + 1
    this.#hashes.push(hash)
    for (let i = 0; i < this.#columns.length; i++) this.#columns[i].push(codes[i])
    if (this.size * 2 > this.#slots.length) this.#rehash()
    return number
  }

  /** The tuples by column. */
  finish(): Uint32Array[] {
    return this.#columns.map((column) => column.finish())
  }

  /** Forgets all tuples and keeps the room for the next. */
  clear(): void {
    for (const column of this.#columns) column.clear()
    this.#hashes.clear()
    this.#slots.fill(0)
  }

  #isEqual(number: number, codes: ArrayLike<number>): boolean {
    for (let i = 0; i < this.#columns.length; i++) if (this.#columns[i].at(number) !== codes[i]) return false
    return true
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes.at(number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}
