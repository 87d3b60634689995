import { allocateUint8 } from '../data/buffers.ts'
import type { KeyColumn } from '../data/field-columns.ts'
import { IntegerList } from '../data/grouping.ts'
import { BASIS, endHash, hashPiece } from '../data/hash.ts'
import type { FieldType, KeyWriter } from '../model/field-type.ts'

/** Gathers the keys of one kind, entry by entry. */
export class KeyCollector {
  readonly #type: FieldType['keys'][number]
  readonly #starts = new IntegerList()
  readonly #hashes = new IntegerList()
  readonly #anchors = new IntegerList()
  readonly #keys = new KeyHasher(this.#hashes)

  constructor(type: FieldType['keys'][number]) {
    this.#type = type
    this.#starts.push(0)
  }

  /** The keys of the next entry, given as the texts of its parts. */
  add(texts: readonly string[]): void {
    const { write, isAnchor } = this.#type
    write(texts, this.#keys)
    this.#starts.push(this.#hashes.length)
    if (isAnchor !== undefined) this.#anchors.push(isAnchor(texts) ? 1 : 0)
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
    const { name, isAnchor } = this.#type
    const flags = isAnchor !== undefined && { anchors: flagsOf(this.#anchors.finish()) }
    const found = { name, starts: this.#starts.finish(), hashes: this.#hashes.finish(), ...flags }
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

  put(text: string, from = 0, to = text.length): void {
    const end = Math.min(to, text.length)
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
