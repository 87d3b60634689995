import type { PackedEntries } from './pack-entries.ts'
import type { PackedRows } from './pack-rows.ts'

/** So many rows are read ahead: what is read of them stays in the nearest caches until they are compared. */
export const ROWS_AHEAD = 32

/** Integers in a line of the processor's cache. */
const LINE = 16

/**
 * Reads what comparing asks of rows before any is compared, one after the other and without a decision between: so the memory is
 * waited for once, and not once for each row. `read(rows, from, to)` takes the rows from place `from` up to `to`.
 */
export function createReadAhead(
  fields: readonly { readonly packed: PackedEntries }[],
  { entries, stride }: PackedRows,
): (rows: Uint32Array, from: number, to: number) => void {
  const places = fields.flatMap(({ packed: { cells, width } }, field) => {
    const lines = Math.max(1, Math.ceil(width / LINE))
    return Array.from({ length: lines }, (_, line) => ({ field, cells, width, at: line * LINE }))
  })
  const found = new Int32Array(1)
  return (rows, from, to) => {
    let sum = 0
    for (let i = from; i < to; i++) sum += entries[rows[i] * stride]
    for (let k = 0; k < places.length; k++) {
      const { field, cells, width, at } = places[k]
      for (let i = from; i < to; i++) {
        const entry = entries[rows[i] * stride + field]
        if (entry >= 0) sum += cells[entry * width + at]
      }
    }
    // Kept, so that no compiler takes the reading for work that leads nowhere.
    found[0] = sum
  }
}
