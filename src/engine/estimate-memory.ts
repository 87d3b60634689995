import type { Records } from '../data/records.ts'
import { fieldTypes } from '../fields/index.ts'
import { recogniseColumns } from './recognise-columns.ts'

/** What a run holds, in bytes. */
interface Needs {
  readonly base: number
  readonly thread: number
  readonly row: number
  readonly distinctCell: number
  /** For each part that the field of a cell has: a name has twenty, an address two. */
  readonly part: number
  readonly partInThreads: number
}

/** Round figures above which no peak lay: 10,000 to 10,000,000 generated records, and a register of names, codes and addresses. */
const USUAL: Needs = { base: 210e6, thread: 70e6, row: 100, distinctCell: 10, part: 56, partInThreads: 6 }
/** The same where the cells wait on the disk and garbage is collected early. */
const LEAN: Needs = { base: 190e6, thread: 70e6, row: 100, distinctCell: 10, part: 51, partInThreads: 6 }

/**
 * The peak of memory that a run on these records is expected to reach, in bytes: told by rows, distinct cells and what their
 * columns are by their headings or cells, before the work begins.
 * @param threads in all, the calling one included.
 * @param isLean whether cells are put aside where they can be.
 * @example estimateMemory(records, 1) / 1e6 // => megabytes
 */
export function estimateMemory({ table }: Records, threads: number, isLean = false): number {
  const { base, thread, row, distinctCell, part, partInThreads } = isLean ? LEAN : USUAL
  const ofPart = part + (threads > 1 ? partInThreads : 0)
  const ofCells = recogniseColumns(table, fieldTypes, {}).map(({ column, field }) => {
    return (column.dictionary.size - 1) * (distinctCell + ofPart * (field?.parts.length ?? 0))
  })
  return base + thread * (threads - 1) + row * table.rowCount + ofCells.reduce((sum, bytes) => sum + bytes, 0)
}
