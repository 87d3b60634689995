import { type BoundKey, keysOfRow } from './row-keys.ts'

/** An oversize block cut up: the parts that are small enough, and the groups of rows that nothing could split. */
export interface SplitBlock {
  readonly parts: readonly Uint32Array[]
  readonly residue: readonly Uint32Array[]
}

/** Cuts a block; one that is small enough comes back as its only part, the same array. */
export type Splitter = (rows: Uint32Array) => SplitBlock

/**
 * A splitter by further keys, tried in turn: rows that share a value of the key stay together, and a group
 * that is still too large goes on to the next key. A row with several values is in several parts. Rows without a value may
 * belong anywhere: they are in every part that has room for all of them, and go on by themselves where one has not.
 */
export function createSplitter(splitters: readonly BoundKey[], maxSize: number): Splitter {
  return (rows) => {
    const parts: Uint32Array[] = []
    const residue: Uint32Array[] = []
    splitInto(rows, splitters, 0, maxSize, parts, residue)
    return { parts, residue }
  }
}

function splitInto(
  rows: Uint32Array,
  splitters: readonly BoundKey[],
  depth: number,
  maxSize: number,
  parts: Uint32Array[],
  residue: Uint32Array[],
): void {
  if (rows.length <= maxSize) {
    if (rows.length > 1) parts.push(rows)
    return
  }
  if (depth === splitters.length) {
    residue.push(rows)
    return
  }
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
  let isApart = groups.size === 0
  for (const group of groups.values()) {
    if (group.length + without.length <= maxSize) {
      if (group.length + without.length > 1) parts.push(Uint32Array.from([...group, ...without]).sort())
      continue
    }
    isApart = true
    splitInto(Uint32Array.from(group), splitters, depth + 1, maxSize, parts, residue)
  }
  if (isApart) splitInto(Uint32Array.from(without), splitters, depth + 1, maxSize, parts, residue)
}
