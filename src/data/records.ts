import type { CellWriter } from './cells.ts'
import type { Problems } from './problems.ts'
import type { Table } from './table.ts'

/** The rows of one input, in a row range of the table. */
export interface Origin {
  /** The input's name as the user gave it: a file name, or 'records' for rows handed in by code. */
  readonly name: string
  /** Its rows are `start` up to, not including, `end`. */
  readonly start: number
  readonly end: number
}

/** Records as they were read: all inputs below one another, columns united by heading. */
export interface Records {
  readonly table: Table
  readonly origins: readonly Origin[]
  /** For each row its 1-based number in its input, the header being row 1. */
  readonly rowNumbers: Uint32Array
  readonly problems: Problems
}

/** Any value a caller may hand in for a cell; null and undefined are missing. */
export type CellValue = string | number | boolean | bigint | Date | null | undefined

/** A table to be written: its file's stem, its headings, and its rows made as they are written. */
export interface OutputTable {
  readonly name: string
  readonly headings: readonly string[]
  readonly rowCount: number
  readonly rows: () => Iterable<readonly (string | number)[]>
  /** Writes the row of that number, from 0, as cells: no list of them is made. */
  readonly writeRow?: (index: number, cells: CellWriter) => void
  /**
   * All rows as CSV in UTF-8, in order, where they are made in several threads.
   * @param options.reuse memory is used again: each piece is good until the one after the next is asked for. Without it pieces are yours.
   */
  readonly csv?: (options?: { readonly reuse?: boolean }) => AsyncIterable<Uint8Array>
}

/** A table of which any row can be made by itself. */
export interface IndexedTable extends OutputTable {
  /** The row of that number, from 0. */
  readonly row: (index: number) => readonly (string | number)[]
}
