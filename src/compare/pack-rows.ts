import { allocateInt32 } from '../data/buffers.ts'
import type { FieldColumns } from '../data/field-columns.ts'

/** A row without an entry of a field, and one with several. */
export const [NO_ENTRY, SEVERAL] = [-1, -2]

/**
 * The entries of each row side by side, in shared memory: row `r` has the entry of field `f` at `r * stride + f`, NO_ENTRY
 * where it has none, SEVERAL where it has more than one.
 */
export interface PackedRows {
  readonly entries: Int32Array
  readonly stride: number
}

/** Packs the rows of all fields once, for all threads. */
export function packRows(fields: readonly { readonly columns: FieldColumns }[]): PackedRows {
  const stride = fields.length
  const rowCount = stride === 0 ? 0 : fields[0].columns.starts.length - 1
  const packed = allocateInt32(rowCount * stride)
  fields.forEach(({ columns: { starts, entries } }, field) => {
    for (let row = 0; row < rowCount; row++) {
      const count = starts[row + 1] - starts[row]
      packed[row * stride + field] = count === 0 ? NO_ENTRY : count === 1 ? entries[starts[row]] : SEVERAL
    }
  })
  return { entries: packed, stride }
}
