import type { ParsedCell } from '../model/field-type.ts'

/** A cell with nothing in it. */
export const EMPTY_CELL: ParsedCell = {
  entries: [],
  display: '',
  quality: 0,
  unreadable: '',
  repaired: '',
  junk: '',
}

/** A cell of which only what differs from an empty one is given. */
export function parsedCell(cell: Partial<ParsedCell>): ParsedCell {
  return { ...EMPTY_CELL, ...cell }
}
