/**
 * A map by whole numbers, rows or codes, without a bound on its entries: a `Map` throws at 2^24. Plain data, so that a thread
 * can send it.
 */
export interface NumberMap<Value> {
  /** The keys from `width * i` on are in map `i`; one that has none may be missing. */
  readonly maps: Map<number, Value>[]
  readonly width: number
}

/** So many numbers in a row share a `Map`. */
export const NUMBERS_OF_MAP = 1 << 23

/** @example setNumber(createNumberMap<string>(), 20_000_000, '散客') */
export function createNumberMap<Value>(width = NUMBERS_OF_MAP): NumberMap<Value> {
  return { maps: [], width }
}

/** A `Map` whose keys are all below NUMBERS_OF_MAP, taken as it is. */
export function numberMapOf<Value>(map: Map<number, Value>): NumberMap<Value> {
  return { maps: [map], width: NUMBERS_OF_MAP }
}

export function setNumber<Value>({ maps, width }: NumberMap<Value>, key: number, value: Value): void {
  const range = Math.floor(key / width)
  while (maps.length <= range) maps.push(new Map())
  maps[range].set(key, value)
}

/** undefined where the key was not set. */
export function getNumber<Value>({ maps, width }: NumberMap<Value>, key: number): Value | undefined {
  return maps[Math.floor(key / width)]?.get(key)
}

/** How many entries there are. */
export function countNumbers({ maps }: NumberMap<unknown>): number {
  return maps.reduce((sum, { size }) => sum + size, 0)
}

/** Entries by ranges of keys; within one as they were set. */
export function* numberEntries<Value>({ maps }: NumberMap<Value>): Generator<[number, Value]> {
  for (const map of maps) yield* map
}
