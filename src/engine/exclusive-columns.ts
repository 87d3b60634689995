import { type FieldColumns, type PartColumn, partOf } from '../data/field-columns.ts'
import type { NormalizedRecords } from './normalized-records.ts'

/**
 * By row, the values that a customer can have only one of (its credit code, its branch); 0 is free. A record that
 * itself holds two different values of such a part fits no other record that has one.
 * @param lifted relations that are no reason to stay apart in this run.
 */
export function exclusiveColumns(
  { fields, isJunk }: Pick<NormalizedRecords, 'fields' | 'isJunk'>,
  lifted: ReadonlySet<string>,
): Uint32Array[] {
  return fields.flatMap(({ type, columns }) =>
    (type.exclusive ?? [])
      .filter(({ relation }) => !lifted.has(relation))
      .map(({ part }) => exclusiveColumn(columns, partOf(columns, part), isJunk.length)),
  )
}

/** Whether two rows hold different values of an exclusive column. */
export function isConflict(exclusives: readonly Uint32Array[], left: number, right: number): boolean {
  return exclusives.some((codes) => codes[left] !== 0 && codes[right] !== 0 && codes[left] !== codes[right])
}

/** A part of which two rows hold different values, and a customer can have one only. */
export interface ExclusiveConflict {
  readonly field: string
  readonly part: string
  /** What it shows them to be to each other; '' nothing. */
  readonly relation: string
}

/** The exclusive parts in which two rows differ. */
export function conflictsOf(
  { fields, isJunk }: Pick<NormalizedRecords, 'fields' | 'isJunk'>,
  lifted: ReadonlySet<string>,
  left: number,
  right: number,
): ExclusiveConflict[] {
  return fields.flatMap(({ type, columns }) =>
    (type.exclusive ?? []).flatMap(({ part, relation }) => {
      if (lifted.has(relation)) return []
      const codes = exclusiveColumn(columns, partOf(columns, part), isJunk.length)
      return isConflict([codes], left, right) ? [{ field: type.name, part, relation }] : []
    }),
  )
}

function exclusiveColumn(
  columns: FieldColumns,
  { codes, dictionary }: PartColumn,
  rowCount: number,
): Uint32Array {
  const out = new Uint32Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    for (let at = columns.starts[row]; at < columns.starts[row + 1]; at++) {
      const code = codes[columns.entries[at]]
      if (code === 0 || code === out[row]) continue
      // Codes end below the dictionary's size: this one is the row's alone.
      out[row] = out[row] === 0 ? code : dictionary.size + row
    }
  }
  return out
}
