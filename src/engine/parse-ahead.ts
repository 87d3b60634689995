import type { Dictionary } from '../data/dictionary.ts'
import type { Table } from '../data/table.ts'
import type { FieldType } from '../model/field-type.ts'

/**
 * Takes the distinct cells of columns while the input is still read. It may leave any; those that it takes of a column begin
 * with the first and leave no gap.
 */
export interface ParseAhead {
  /** How many cells it takes at a time. */
  readonly portion: number
  /** Whether it would take cells of that column now. */
  readonly wants: (column: string) => boolean
  /** @param before how many distinct cells of the column came before these. */
  readonly take: (column: string, before: number, cells: Dictionary) => void
  /** Told the table that the cells have become part of. */
  readonly finish: (table: Table) => void
}

/** What a column of that heading is sure to be taken for, whatever its cells; undefined where they may decide. */
export type HeadingReader = (heading: string) => HeadingUse | undefined

export interface HeadingUse {
  readonly field: FieldType
  readonly role: string
}
