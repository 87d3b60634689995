import type { Records } from '../data/records.ts'

/** What a run holds, in bytes. */
interface Needs {
  readonly base: number
  readonly thread: number
  readonly row: number
  readonly distinctCell: number
  readonly distinctCellInThreads: number
}

/** Round figures under which no peak of 10,000 to 1,000,000 generated records lay above. */
const USUAL: Needs = { base: 290e6, thread: 90e6, row: 100, distinctCell: 280, distinctCellInThreads: 100 }
/** The same up to 10,000,000 records where the texts of the cells wait on the disk and garbage is collected early. */
const LEAN: Needs = { base: 250e6, thread: 80e6, row: 100, distinctCell: 240, distinctCellInThreads: 100 }

/**
 * The peak of memory that a run on these records is expected to reach, in bytes: told by rows and distinct cells, before the
 * work begins.
 * @param threads in all, the calling one included.
 * @param isLean whether texts are put aside where they can be.
 * @example estimateMemory(records, 1) / 1e6 // => megabytes
 */
export function estimateMemory({ table }: Records, threads: number, isLean = false): number {
  const { base, thread, row, distinctCell, distinctCellInThreads } = isLean ? LEAN : USUAL
  const distinct = table.columns.reduce((sum, { dictionary }) => sum + dictionary.size - 1, 0)
  const ofCell = distinctCell + (threads > 1 ? distinctCellInThreads : 0)
  return base + thread * (threads - 1) + row * table.rowCount + ofCell * distinct
}
