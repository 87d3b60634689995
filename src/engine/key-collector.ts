import { allocateUint8 } from '../data/buffers.ts'
import type { KeyColumn } from '../data/field-columns.ts'
import { IntegerList } from '../data/grouping.ts'
import { BASIS, endHash, hashPiece } from '../data/hash.ts'
import { lengthOf } from '../data/units.ts'
import type { BlockingKey, KeyWriter } from '../model/field-type.ts'

/** Gathers the keys of one kind, entry by entry. */
export class KeyCollector {
  readonly #name: string
  // Kept here, since each key is an object of another shape.
  readonly #write: BlockingKey['write']
  readonly #isAnchor: BlockingKey['isAnchor']
  readonly #starts = new IntegerList()
  readonly #hashes = new IntegerList()
  readonly #anchors = new IntegerList()
  readonly #keys = new KeyHasher(this.#hashes)

  constructor({ name, write, isAnchor }: BlockingKey) {
    this.#name = name
    this.#write = write
    this.#isAnchor = isAnchor
    this.#starts.push(0)
  }

  /** The keys of the next entry, given as the texts of its parts and key parts. */
  add(texts: readonly string[]): void {
    const [write, isAnchor] = [this.#write, this.#isAnchor]
    write(texts, this.#keys)
    this.#starts.push(this.#hashes.length)
    if (isAnchor !== undefined) this.#anchors.push(isAnchor(texts) ? 1 : 0)
  }

  /** Of the last entries that were added, by their numbers, keeps the keys of those that are new: numbered from `known` on. */
  keepNew(numbers: Uint32Array, count: number, known: number): void {
    const first = this.#starts.length - 1 - count
    let next = known
    let [kept, end] = [first, this.#starts.at(first)]
    for (let i = 0; i < count; i++) {
      if (numbers[i] !== next) continue
      next++
      const [from, to] = [this.#starts.at(first + i), this.#starts.at(first + i + 1)]
      if (from !== end) this.#hashes.move(from, to, end)
      if (this.#isAnchor !== undefined) this.#anchors.move(first + i, first + i + 1, kept)
      end += to - from
      kept++
      this.#starts.set(kept, end)
    }
    this.#starts.cut(kept + 1)
    this.#hashes.cut(end)
    if (this.#isAnchor !== undefined) this.#anchors.cut(kept)
  }

  /** Takes the keys of the entries of another column from `from` up to `to` for the next ones here. */
  copy({ starts, hashes, anchors }: KeyColumn, from: number, to: number): void {
    const shift = this.#hashes.length - starts[from]
    this.#hashes.pushAll(hashes, starts[from], starts[to])
    for (let entry = from; entry < to; entry++) {
      this.#starts.push(starts[entry + 1] + shift)
      if (anchors !== undefined) this.#anchors.push(anchors[entry])
    }
  }

  /** What was gathered; the collector is empty again, and keeps its room for the next. */
  finish(): KeyColumn {
    const flags = this.#isAnchor !== undefined && { anchors: flagsOf(this.#anchors.finish()) }
    const found = { name: this.#name, starts: this.#starts.finish(), hashes: this.#hashes.finish(), ...flags }
    for (const list of [this.#starts, this.#hashes, this.#anchors]) list.clear()
    this.#starts.push(0)
    return found
  }
}

function flagsOf(items: Uint32Array): Uint8Array {
  const flags = allocateUint8(items.length)
  flags.set(items)
  return flags
}

/** Hashes keys as they are written. A class, so that all share one shape and their calls stay fast. */
class KeyHasher implements KeyWriter {
  readonly #hashes: IntegerList
  #hash = BASIS
  #isEmpty = true

  constructor(hashes: IntegerList) {
    this.#hashes = hashes
  }

  put(text: string, from = 0, to = lengthOf(text)): void {
    const end = Math.min(to, lengthOf(text))
    if (end <= from) return
    this.#hash = hashPiece(this.#hash, text, from, end)
    this.#isEmpty = false
  }

  end(): void {
    // A missing key is no key: else all who lack it would meet.
    if (!this.#isEmpty) this.#hashes.push(endHash(this.#hash))
    this.#hash = BASIS
    this.#isEmpty = true
  }
}
