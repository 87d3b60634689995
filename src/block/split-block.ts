import { type BoundKey, keysOfRow } from './row-keys.ts'

/** Cuts an oversize block: the parts that are small enough, and how many rows remain that nothing could split. */
export type Splitter = (rows: Uint32Array) => {
  readonly parts: readonly Uint32Array[]
  readonly residue: number
}

/**
 * A splitter by further keys, tried in turn: rows that share a value of the key stay together, and a group
 * that is still too large goes on to the next key. A row with several values is in several parts.
 */
export function createSplitter(splitters: readonly BoundKey[], maxSize: number): Splitter {
  return (rows) => {
    const parts: Uint32Array[] = []
    const residue = splitInto(rows, splitters, 0, maxSize, parts)
    return { parts, residue }
  }
}

function splitInto(
  rows: Uint32Array,
  splitters: readonly BoundKey[],
  depth: number,
  maxSize: number,
  parts: Uint32Array[],
): number {
  if (rows.length <= maxSize) {
    if (rows.length > 1) parts.push(rows)
    return 0
  }
  if (depth === splitters.length) return rows.length
  const groups = new Map<number, number[]>()
  const without: number[] = []
  for (const row of rows) {
    const keys = keysOfRow([splitters[depth]], row)
    if (keys.length === 0) without.push(row)
    for (const key of keys) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
  }
  let residue = 0
  for (const group of [...groups.values(), without]) {
    residue += splitInto(Uint32Array.from(group), splitters, depth + 1, maxSize, parts)
  }
  return residue
}
