/** A stream of random numbers that is the same on every machine for the same seed. */
export class Random {
  // Fields would hold their 32-bit integers as boxed doubles.
  readonly #state: Int32Array

  constructor(seed: number) {
    this.#state = Int32Array.of(seed, Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b), 0x243f6a88, 1)
    for (let i = 0; i < 15; i++) this.next()
  }

  /** A 32-bit integer (sfc32, Chris Doty-Humphrey's PractRand). */
  next(): number {
    const state = this.#state
    const b = state[1]
    const c = state[2]
    const sum = (state[0] + b + state[3]++) | 0
    state[0] = b ^ (b >>> 9)
    state[1] = (c + (c << 3)) | 0
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** 0 up to, not including, 1. */
  fraction(): number {
    return this.next() / 2 ** 32
  }

  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  chance(probability: number): boolean {
    return this.next() < probability * 2 ** 32
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]
  }

  /** A character of a text of the basic plane. */
  character(text: string): string {
    return text[this.below(text.length)]
  }
}

/** A 32-bit hash of up to four integers: the same attributes for the same agency, village or street whenever it is met. */
export function hashOf(a: number, b = 0, c = 0, d = 0): number {
  let hash = 0x811c9dc5
  for (const part of [a, b, c, d]) {
    hash = Math.imul(hash ^ part, 0x85ebca6b)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** Draws an index in proportion to its weight. */
export type Draw = (random: Random) => number

/**
 * A drawer over weights in constant time: a table of 4,096 slots, filled in proportion.
 * @example const draw = drawByWeight([3, 1]) // draw(random) is 0 three times out of four
 */
export function drawByWeight(weights: readonly number[]): Draw {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const slots = new Uint16Array(4096)
  let end = 0
  let sum = 0
  weights.forEach((weight, index) => {
    sum += weight
    const next = Math.round((sum / total) * slots.length)
    slots.fill(index, end, next)
    end = next
  })
  return (random) => slots[random.next() >>> 20]
}

/** Weights of the Zipf-Mandelbrot law, 1 / (rank + offset)^exponent: names and characters are spread so. */
export function zipfWeights(count: number, offset: number, exponent: number): number[] {
  return Array.from({ length: count }, (_, rank) => (rank + 1 + offset) ** -exponent)
}
