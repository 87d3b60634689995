import type { Dictionary } from './dictionary.ts'

/** One part of a field: entry `e` holds the text of `codes[e]`; code 0 is missing. */
export interface PartColumn {
  readonly name: string
  readonly codes: Uint32Array
  readonly dictionary: Dictionary
}

/** The blocking keys of the entries, hashed to 32 bits: entry `e` has `hashes[starts[e]]` up to `hashes[starts[e + 1]]`. */
export interface KeyColumn {
  readonly name: string
  readonly starts: Uint32Array
  readonly hashes: Uint32Array
  /** By entry, 1 for those of which one must be in every pair; undefined where any two may meet. */
  readonly anchors?: Uint8Array
}

/**
 * A field of all records, parsed. A record has none, one or several *entries* of a field (two phones
 * in a cell, a name and a former name, two readings of one address): those of row `i` are
 * `entries[starts[i]]` up to `entries[starts[i + 1]]`. An entry is parsed once however many rows hold it,
 * and is a row of the part columns.
 */
export interface FieldColumns {
  readonly starts: Uint32Array
  readonly entries: Uint32Array
  readonly entryCount: number
  readonly parts: readonly PartColumn[]
  readonly keys: readonly KeyColumn[]
}

/** Lets go of the blocking keys, once there are blocks: no one reads them after that, and they are a tenth of what a run holds. */
export function releaseKeys(columns: FieldColumns): void {
  ;(columns as { keys: readonly KeyColumn[] }).keys = []
}

/** The part column of that name. Throws when the field has none: a programmer's error. */
export function partOf(columns: FieldColumns, name: string): PartColumn {
  const part = columns.parts.find((column) => column.name === name)
  if (part === undefined)
    throw new Error(`no part '${name}' among ${columns.parts.map((p) => p.name).join(', ')}`)
  return part
}
