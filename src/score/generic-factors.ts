import { allocateFloat32 } from '../data/buffers.ts'
import type { FieldColumns, PartColumn } from '../data/field-columns.ts'

/** A value that so many different customers share that it is no evidence: an agency's phone, an incubator's address. */
export interface GenericValue {
  readonly field: string
  /** The code of the value in the field's generic part. */
  readonly code: number
  /** How many different identities (brands) have it. */
  readonly identities: number
}

/** Up to this many identities behind a value it counts in full: one firm is often typed in three ways. */
const FULL_UNTIL = 3
/** From this many on it counts nothing, and is reported. */
const NOTHING_FROM = 8

/**
 * By entry: 1 for an ordinary value, falling to 0 as more different identities share it.
 * @param identityOf by row, a code that tells customers apart well enough to count (the brand); 0 unknown.
 */
export function genericFactors(
  field: string,
  columns: FieldColumns,
  part: PartColumn,
  identityOf: Uint32Array,
): { readonly factors: Float32Array; readonly generic: readonly GenericValue[] } {
  return factorsOf(field, columns, part, countIdentities(columns, part, identityOf))
}

/** Up to this many identities a value counts in full, so that their number need not be known. */
export const COUNTS_IN_FULL = FULL_UNTIL

/** The same where it is known how many identities share each value: `identities`, by its code. */
export function factorsOf(
  field: string,
  columns: FieldColumns,
  part: PartColumn,
  identities: Uint32Array,
): { readonly factors: Float32Array; readonly generic: readonly GenericValue[] } {
  const factors = allocateFloat32(columns.entryCount)
  for (let entry = 0; entry < columns.entryCount; entry++) {
    const count = part.codes[entry] === 0 ? 0 : identities[part.codes[entry]]
    factors[entry] = Math.min(1, Math.max(0, (NOTHING_FROM - count) / (NOTHING_FROM - FULL_UNTIL)))
  }
  const generic: GenericValue[] = []
  for (let code = 1; code < identities.length; code++) {
    if (identities[code] >= NOTHING_FROM) generic.push({ field, code, identities: identities[code] })
  }
  generic.sort((a, b) => b.identities - a.identities || a.code - b.code)
  return { factors, generic }
}

/** By code of the part, how many different identities its rows have. */
export function countIdentities(
  columns: FieldColumns,
  part: PartColumn,
  identityOf: Uint32Array,
): Uint32Array {
  const { starts, entries } = columns
  const first = new Uint32Array(part.dictionary.size)
  // The distinct identities of the few values that have several.
  const several = new Map<number, number[]>()
  for (let row = 0; row < identityOf.length; row++) {
    const identity = identityOf[row]
    if (identity === 0) continue
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const code = part.codes[entries[at]]
      if (code === 0 || first[code] === identity) continue
      if (first[code] === 0) {
        first[code] = identity
        continue
      }
      const seen = several.get(code)
      if (seen === undefined) several.set(code, [first[code], identity])
      // Beyond a hundred the exact number tells nothing more.
      else if (seen.length < 100 && !seen.includes(identity)) seen.push(identity)
    }
  }
  const counts = first.map((identity) => Math.min(1, identity))
  for (const [code, seen] of several) counts[code] = seen.length
  return counts
}
