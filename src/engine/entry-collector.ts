import { allocateUint8 } from '../data/buffers.ts'
import { type Dictionary, DictionaryBuilder } from '../data/dictionary.ts'
import type { FieldColumns, KeyColumn } from '../data/field-columns.ts'
import { IntegerList } from '../data/grouping.ts'
import { BASIS, endHash, hashPiece } from '../data/hash.ts'
import { TupleIndex } from '../data/tuple-index.ts'
import type { FieldType, KeyWriter } from '../model/field-type.ts'

/** The distinct entries of a field, without the records that have them. */
export type Entries = Omit<FieldColumns, 'starts' | 'entries'>

/** Numbers the distinct entries of a field in order of first sight. */
export interface EntryCollector {
  /** The number, from 0, of an entry given as the texts of its parts. */
  readonly add: (texts: readonly string[]) => number
  /** Adds the entries that another collector has found, in their order; gives the number of each here. */
  readonly addAll: (others: Entries) => Uint32Array
  /** What was found; the collector is empty again, and keeps its room for the next. */
  readonly finish: () => Entries
}

/** A collector of entries: each distinct one is a row of the part columns, with its blocking keys. */
export function createEntryCollector(type: FieldType): EntryCollector {
  const tuples = new TupleIndex(type.parts.length)
  const tuple = new Uint32Array(type.parts.length)
  const builders = type.parts.map(() => new DictionaryBuilder())
  const keys = type.keys.map(createKeyCollector)
  return {
    add(texts) {
      const known = tuples.size
      for (let part = 0; part < builders.length; part++) tuple[part] = builders[part].encode(texts[part])
      const entry = tuples.add(tuple)
      if (entry === known) for (let i = 0; i < keys.length; i++) keys[i].add(texts)
      return entry
    },
    addAll({ entryCount, parts, keys: others }) {
      // In the order in which they were first seen there, so that codes come out as if all had been added here.
      const codes = parts.map(({ dictionary }, part) => encodeAll(builders[part], dictionary))
      const numbers = new Uint32Array(entryCount)
      for (let other = 0; other < entryCount; other++) {
        const known = tuples.size
        for (let part = 0; part < parts.length; part++) tuple[part] = codes[part][parts[part].codes[other]]
        const number = tuples.add(tuple)
        numbers[other] = number
        if (number !== known) continue
        for (let i = 0; i < keys.length; i++) keys[i].copy(others[i], other)
      }
      return numbers
    },
    finish() {
      const codes = tuples.finish()
      const parts = type.parts.map((name, part) => {
        return { name, codes: codes[part], dictionary: builders[part].finish() }
      })
      const found = { entryCount: tuples.size, parts, keys: keys.map((key) => key.finish()) }
      tuples.clear()
      for (const builder of builders) builder.clear()
      return found
    },
  }
}

/** The code here of each text of another dictionary. */
function encodeAll(builder: DictionaryBuilder, dictionary: Dictionary): Uint32Array {
  const codes = new Uint32Array(dictionary.size)
  for (let code = 1; code < codes.length; code++) codes[code] = builder.encodeFrom(dictionary, code)
  return codes
}

function createKeyCollector({ name, write, isAnchor }: FieldType['keys'][number]) {
  const starts = new IntegerList()
  const hashes = new IntegerList()
  const anchors = new IntegerList()
  const keys = new KeyHasher(hashes)
  starts.push(0)
  return {
    add(texts: readonly string[]): void {
      write(texts, keys)
      starts.push(hashes.length)
      if (isAnchor !== undefined) anchors.push(isAnchor(texts) ? 1 : 0)
    },
    copy(other: KeyColumn, entry: number): void {
      for (let at = other.starts[entry]; at < other.starts[entry + 1]; at++) hashes.push(other.hashes[at])
      starts.push(hashes.length)
      if (other.anchors !== undefined) anchors.push(other.anchors[entry])
    },
    finish(): KeyColumn {
      const flags = isAnchor !== undefined && { anchors: flagsOf(anchors.finish()) }
      const found = { name, starts: starts.finish(), hashes: hashes.finish(), ...flags }
      for (const list of [starts, hashes, anchors]) list.clear()
      starts.push(0)
      return found
    },
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
