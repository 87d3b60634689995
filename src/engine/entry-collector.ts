import { plainUint32 } from '../data/buffers.ts'
import { DictionaryBuilder, MOST_AT_ONCE } from '../data/dictionary.ts'
import type { FieldColumns } from '../data/field-columns.ts'
import { IntegerList } from '../data/grouping.ts'
import { TextQueue } from '../data/text-queue.ts'
import { TupleIndex } from '../data/tuple-index.ts'
import type { FieldType } from '../model/field-type.ts'
import { KeyCollector } from './key-collector.ts'

/** The distinct entries of a field, without the records that have them. */
export type Entries = Omit<FieldColumns, 'starts' | 'entries'>

/**
 * Numbers the distinct entries of a field from 0, in order of first sight: each is a row of the part columns, with its blocking
 * keys. The texts of an entry are copied and its keys are written as it comes, while they are in the cache; then it waits until
 * there are many, which are encoded part by part.
 */
export class EntryCollector {
  readonly #type: FieldType
  readonly #width: number
  readonly #tuples: TupleIndex
  readonly #builders: readonly DictionaryBuilder[]
  readonly #keys: readonly KeyCollector[]
  readonly #numbers = new IntegerList()
  /** The texts of the entries that wait, one entry behind the other. */
  readonly #waiting: TextQueue
  /** The codes of as many entries as are added at once, likewise. */
  readonly #batch: Uint32Array

  constructor(type: FieldType) {
    this.#type = type
    this.#width = type.parts.length
    this.#tuples = new TupleIndex(this.#width)
    this.#builders = type.parts.map(() => new DictionaryBuilder())
    this.#keys = type.keys.map((key) => new KeyCollector(key))
    this.#waiting = new TextQueue(MOST_AT_ONCE * this.#width)
    this.#batch = new Uint32Array(MOST_AT_ONCE * this.#width)
  }

  /** Adds an entry, given as the texts of its parts and key parts. */
  add(texts: readonly string[]): void {
    const waiting = this.#waiting
    for (let part = 0; part < this.#width; part++) waiting.put(texts[part])
    const keys = this.#keys
    for (let i = 0; i < keys.length; i++) keys[i].add(texts)
    if (waiting.count === this.#batch.length) this.#addWaiting()
  }

  /** The number of each entry that was added since this was last asked. */
  numbers(): Uint32Array {
    this.#addWaiting()
    const numbers = this.#numbers.finish()
    this.#numbers.clear()
    return numbers
  }

  /** Adds the entries that another collector has found, in their order; gives the number of each here. */
  addAll({ entryCount, parts, keys }: Entries): Uint32Array {
    // In the order in which they were first seen there, so that codes come out as if all had been added here.
    const codes = parts.map(({ dictionary }, part) => this.#builders[part].encodeAll(dictionary))
    const width = this.#width
    const batch = this.#batch
    const numbers = plainUint32(entryCount)
    for (let from = 0; from < entryCount; from += MOST_AT_ONCE) {
      const to = Math.min(entryCount, from + MOST_AT_ONCE)
      for (let part = 0; part < width; part++) {
        const [here, there] = [codes[part], parts[part].codes]
        for (let at = from, put = part; at < to; at++, put += width) batch[put] = here[there[at]]
      }
      const known = this.#tuples.size
      this.#tuples.addMany(batch, to - from, numbers.subarray(from, to))
      copyNew(this.#keys, keys, numbers, { from, to, known })
    }
    return numbers
  }

  /** What was found; the collector is empty again, and keeps its room for the next. */
  finish(): Entries {
    const entryCount = this.#tuples.size
    const codes = this.#tuples.finish()
    const parts = this.#type.parts.map((name, part) => {
      return { name, codes: codes[part], dictionary: this.#builders[part].finish() }
    })
    this.#tuples.clear()
    for (const builder of this.#builders) builder.clear()
    return { entryCount, parts, keys: this.#keys.map((key) => key.finish()) }
  }

  #addWaiting(): void {
    const waiting = this.#waiting
    const width = this.#width
    const count = waiting.count / width
    for (let part = 0; part < width; part++) waiting.encode(this.#builders[part], this.#batch, part, width)
    waiting.clear()
    const known = this.#tuples.size
    this.#tuples.addMany(this.#batch, count, own)
    this.#numbers.pushAll(own, 0, count)
    for (const key of this.#keys) key.keepNew(own, count, known)
  }
}

const own = new Uint32Array(MOST_AT_ONCE)

interface Batch {
  readonly from: number
  readonly to: number
  /** How many entries there were here before. */
  readonly known: number
}

/** Copies the keys of the entries of a batch that are new here: they have the numbers from `known` on, in order. */
function copyNew(
  keys: readonly KeyCollector[],
  others: Entries['keys'],
  numbers: Uint32Array,
  { from, to, known }: Batch,
): void {
  let next = known
  for (let at = from; at < to; ) {
    const begin = at
    while (at < to && numbers[at] === next) {
      at++
      next++
    }
    for (let i = 0; i < keys.length && at > begin; i++) keys[i].copy(others[i], begin, at)
    while (at < to && numbers[at] !== next) at++
  }
}
