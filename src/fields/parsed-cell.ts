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
export function parsedCell({
  entries = EMPTY_CELL.entries,
  display = '',
  quality = 0,
  unreadable = '',
  repaired = '',
  junk = '',
}: Partial<ParsedCell>): ParsedCell {
  return { entries, display, quality, unreadable, repaired, junk }
}
