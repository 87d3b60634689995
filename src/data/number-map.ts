/** What is asked of a map by number, however many entries it has. */
export interface ReadonlyNumberMap<Value> extends Iterable<readonly [number, Value]> {
  readonly size: number
  readonly get: (key: number) => Value | undefined
  readonly has: (key: number) => boolean
  readonly values: () => Iterable<Value>
}

/** A `Map` throws at 2^24 entries: each of ours holds the keys of so many numbers in a row. */
const BITS = 22

/**
 * A map by whole numbers without a bound on its entries: rows, codes of cells.
 * @example new NumberMap<string>().set(20_000_000, '散客')
 */
export class NumberMap<Value> implements ReadonlyNumberMap<Value> {
  #maps: Map<number, Value>[] = []
  #size = 0
  #width: number

  constructor(bits = BITS) {
    this.#width = 2 ** bits
  }

  get size(): number {
    return this.#size
  }

  set(key: number, value: Value): this {
    const range = Math.floor(key / this.#width)
    this.#maps[range] ??= new Map()
    const map = this.#maps[range]
    const before = map.size
    map.set(key, value)
    this.#size += map.size - before
    return this
  }

  readonly get = (key: number): Value | undefined => this.#maps[Math.floor(key / this.#width)]?.get(key)

  readonly has = (key: number): boolean => this.#maps[Math.floor(key / this.#width)]?.has(key) ?? false

  readonly values = (): Iterable<Value> => this.#values();

  /** Entries by ranges of keys; within one as they were set. */
  *[Symbol.iterator](): Generator<readonly [number, Value]> {
    for (const map of this.#maps) if (map !== undefined) yield* map
  }

  *#values(): Generator<Value> {
    for (const [, value] of this) yield value
  }
}
