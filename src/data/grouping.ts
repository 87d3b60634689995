import { allocateUint32, copyUint32, plainUint32 } from './buffers.ts'

/** Items in groups: group `g` holds `items[starts[g]]` up to `items[starts[g + 1]]`. */
export interface Groups {
  readonly starts: Uint32Array
  readonly items: Uint32Array
}

/** How many groups there are. */
export function groupCount(groups: Groups): number {
  return groups.starts.length - 1
}

/**
 * Groups the items 0 … n − 1, or those given, by a small integer label each (counting sort): items stay in order within a group.
 * @example groupByLabel(Uint32Array.of(1, 0, 1), 2) // => { starts: [0, 1, 3], items: [1, 0, 2] }
 */
export function groupByLabel(labels: Uint32Array, labelCount: number, given?: Uint32Array): Groups {
  const starts = allocateUint32(labelCount + 1)
  for (let i = 0; i < labels.length; i++) starts[labels[i] + 1]++
  for (let label = 0; label < labelCount; label++) starts[label + 1] += starts[label]
  const next = plainUint32(labelCount + 1)
  next.set(starts)
  const items = allocateUint32(labels.length)
  if (given === undefined) for (let i = 0; i < labels.length; i++) items[next[labels[i]]++] = i
  else for (let i = 0; i < labels.length; i++) items[next[labels[i]]++] = given[i]
  return { starts, items }
}

/** Fewer keys than this are sorted sooner by comparing them than by counting their digits. */
const FEW = 1024

/** Sorts items, which number the keys, by unsigned 32-bit keys, stable (radix sort, two passes of 16 bits); `items` may be used for it. */
export function sortByKey(items: Uint32Array, keys: Uint32Array): Uint32Array {
  const count = items.length
  let from: Uint32Array = items
  if (count < FEW) return from.sort((a, b) => keys[a] - keys[b])
  let into: Uint32Array = plainUint32(count)
  const next = new Uint32Array(65537)
  for (const shift of [0, 16]) {
    next.fill(0)
    for (let i = 0; i < count; i++) next[((keys[from[i]] >>> shift) & 0xffff) + 1]++
    for (let digit = 0; digit < 65536; digit++) next[digit + 1] += next[digit]
    for (let i = 0; i < count; i++) {
      const item = from[i]
      into[next[(keys[item] >>> shift) & 0xffff]++] = item
    }
    const sorted = into
    into = from
    from = sorted
  }
  return from
}

/** Digits of 11 bits: what is written to 2048 places at a time stays in the cache. */
const DIGITS = 2048
const SHIFTS = [0, 11, 22]

/**
 * Sorts pairs of words, key and item one after the other, by unsigned 32-bit keys, stable. The key goes along with its item:
 * to look it up would wait for the memory in each pass. `pairs` may be used for it.
 * @example sortPairs(Uint32Array.of(7, 0, 3, 1)) // => [3, 1, 7, 0]
 */
export function sortPairs(pairs: Uint32Array): Uint32Array {
  let from: Uint32Array = pairs
  let into: Uint32Array = plainUint32(pairs.length)
  const next = new Uint32Array(DIGITS)
  for (const shift of SHIFTS) {
    next.fill(0)
    for (let i = 0; i < from.length; i += 2) next[(from[i] >>> shift) & (DIGITS - 1)]++
    let before = 0
    for (let digit = 0; digit < DIGITS; digit++) {
      const count = next[digit]
      next[digit] = before
      before += 2 * count
    }
    for (let i = 0; i < from.length; i += 2) {
      const digit = (from[i] >>> shift) & (DIGITS - 1)
      const at = next[digit]
      next[digit] = at + 2
      into[at] = from[i]
      into[at + 1] = from[i + 1]
    }
    ;[from, into] = [into, from]
  }
  return from
}

/** An array of 32-bit integers that grows; `finish` gives what was pushed. */
export class IntegerList {
  #items = new Uint32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const larger = plainUint32(this.#items.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.#length++] = item
  }

  /** Pushes the items of a list from `from` up to `to`. */
  pushAll(items: Uint32Array, from: number, to: number): void {
    const length = this.#length + to - from
    if (length > this.#items.length) {
      const larger = plainUint32(Math.max(length, this.#items.length * 2))
      larger.set(this.#items)
      this.#items = larger
    }
    // A loop: mostly there are few, and a view of them costs more than to copy them.
    const own = this.#items
    const shift = this.#length - from
    for (let at = from; at < to; at++) own[at + shift] = items[at]
    this.#length = length
  }

  at(index: number): number {
    return this.#items[index]
  }

  set(index: number, item: number): void {
    this.#items[index] = item
  }

  /** Copies the items from `from` up to `to` to where they begin at `into`, which lies before. */
  move(from: number, to: number, into: number): void {
    const items = this.#items
    for (let at = from; at < to; at++) items[into + at - from] = items[at]
  }

  /** Forgets the items from `length` on. */
  cut(length: number): void {
    this.#length = length
  }

  finish(): Uint32Array {
    return copyUint32(this.#items.subarray(0, this.#length))
  }

  /** What was pushed, good until the list changes. */
  view(): Uint32Array {
    return this.#items.subarray(0, this.#length)
  }

  /** Forgets all items and keeps the room for the next. */
  clear(): void {
    this.#length = 0
  }
}
