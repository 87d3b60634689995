import { type Groups, groupByLabel, IntegerList } from '../data/grouping.ts'
import type { AnchorKeys } from './anchor-keys.ts'

/** The rows that have two keys of one anchor. */
export interface KeyPairs {
  /** The number of two keys, in any order; −1 where no anchor has both, or both are longer than was asked for. */
  readonly numberOf: (a: number, b: number) => number
  /** By number, the rows that have both, ascending. */
  readonly rows: Groups
}

/** Lists the rows of every two keys that an anchor has, where at most `longest` rows have the one or the other. */
export function listKeyPairs(keys: AnchorKeys, anchors: Uint8Array, longest: number): KeyPairs {
  const { starts, items } = keys.ofRows
  const isShort = Uint8Array.from(keys.sizes, (size) => (size <= longest ? 1 : 0))
  const index = new PairIndex(keys.hashes, countPairs(starts, anchors))
  for (let row = 0; row < anchors.length; row++) {
    if (anchors[row] === 0) continue
    for (let i = starts[row]; i < starts[row + 1]; i++) {
      for (let j = i + 1; j < starts[row + 1]; j++) {
        if ((isShort[items[i]] | isShort[items[j]]) !== 0) index.add(items[i], items[j])
      }
    }
  }
  return { numberOf: (a, b) => index.find(a, b), rows: rowsOfPairs(keys, isShort, index) }
}

function countPairs(starts: Uint32Array, anchors: Uint8Array): number {
  let pairs = 0
  for (let row = 0; row < anchors.length; row++) {
    const own = starts[row + 1] - starts[row]
    if (anchors[row] !== 0) pairs += (own * (own - 1)) / 2
  }
  return pairs
}

function rowsOfPairs({ hashes, ofRows }: AnchorKeys, isShort: Uint8Array, index: PairIndex): Groups {
  const { starts, items } = ofRows
  const [numbers, rows] = [new IntegerList(), new IntegerList()]
  const longestRow = starts.reduce((most, start, row) => Math.max(most, start - (starts[row - 1] ?? 0)), 0)
  const own = new Uint32Array(longestRow)
  const hashesOfOwn = new Int32Array(longestRow)
  for (let row = 0; row + 1 < starts.length; row++) {
    // The short keys first: none but these have pairs with those after them.
    let count = 0
    for (let i = starts[row]; i < starts[row + 1]; i++) if (isShort[items[i]] === 1) own[count++] = items[i]
    const short = count
    if (short === 0) continue
    for (let i = starts[row]; i < starts[row + 1]; i++) if (isShort[items[i]] === 0) own[count++] = items[i]
    for (let i = 0; i < count; i++) hashesOfOwn[i] = hashes[own[i]]
    for (let i = 0; i < short; i++) {
      for (let j = i + 1; j < count; j++) {
        if (!index.mayHold((hashesOfOwn[i] + hashesOfOwn[j]) | 0)) continue
        const number = index.find(own[i], own[j])
        if (number < 0) continue
        numbers.push(number)
        rows.push(row)
      }
    }
  }
  return groupByLabel(numbers.finish(), index.size, rows.finish())
}

/** Words of a pair in the slots: its number + 1, 0 where the slot is free, and both keys. */
const WORDS = 3

/** Numbers pairs of keys: a hash table behind a bit for each hash, which tells most pairs that are not there. */
class PairIndex {
  readonly #hashes: Uint32Array
  readonly #shift: number
  readonly #mask: number
  readonly #bits: Int32Array
  readonly #slots: Uint32Array
  #size = 0

  /** Room for so many pairs of keys that have those hashes. */
  constructor(hashes: Uint32Array, most: number) {
    const width = Math.min(29, 33 - Math.clz32(most))
    this.#hashes = hashes
    this.#shift = 29 - width
    this.#mask = 2 ** width - 1
    this.#bits = new Int32Array(2 ** Math.max(0, width - 2))
    this.#slots = new Uint32Array(2 ** width * WORDS)
  }

  get size(): number {
    return this.#size
  }

  add(a: number, b: number): void {
    const at = this.#placeOf(a, b)
    if (this.#slots[at] !== 0) return
    const bit = (this.#hashes[a] + this.#hashes[b]) >>> this.#shift
    this.#bits[bit >>> 5] |= 1 << bit
    this.#slots[at] = ++this.#size
    this.#slots[at + 1] = Math.min(a, b)
    this.#slots[at + 2] = Math.max(a, b)
  }

  /** Never false where a pair was added whose hashes have that sum. */
  mayHold(sum: number): boolean {
    const bit = sum >>> this.#shift
    return (this.#bits[bit >>> 5] & (1 << bit)) !== 0
  }

  /** The number of a pair in any order; −1 where it was not added. */
  find(a: number, b: number): number {
    return this.#slots[this.#placeOf(a, b)] - 1
  }

  /** Where in the slots a pair is or would be. */
  #placeOf(a: number, b: number): number {
    const slots = this.#slots
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    let slot = (this.#hashes[a] + this.#hashes[b]) >>> (this.#shift + 3)
    let at = slot * WORDS
    while (slots[at] !== 0 && (slots[at + 1] !== low || slots[at + 2] !== high)) {
      slot = (slot + 1) & this.#mask
      at = slot * WORDS
    }
    return at
  }
}
