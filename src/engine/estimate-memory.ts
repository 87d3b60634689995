import type { Records } from '../data/records.ts'

/** What a run holds, in bytes: the least round figures under which no peak of 20,000 to 200,000 generated records lay above. */
const BASE = 200e6
const OF_THREAD = 100e6
const OF_ROW = 500
const OF_DISTINCT_CELL = 750
const OF_DISTINCT_CELL_IN_THREADS = 600

/**
 * The peak of memory that a run on these records is expected to reach, in bytes: told by rows and distinct cells, before the
 * work begins.
 * @param threads in all, the calling one included.
 * @example estimateMemory(records, 1) / 1e6 // => megabytes
 */
export function estimateMemory({ table }: Records, threads: number): number {
  const distinct = table.columns.reduce((sum, { dictionary }) => sum + dictionary.size - 1, 0)
  const ofCell = OF_DISTINCT_CELL + (threads > 1 ? OF_DISTINCT_CELL_IN_THREADS : 0)
  return BASE + OF_THREAD * (threads - 1) + OF_ROW * table.rowCount + ofCell * distinct
}
