import type { Records } from '../data/records.ts'

/** What a run holds, in bytes: round figures under which no peak of 10,000 to 1,000,000 generated records lay above. */
const BASE = 250e6
const OF_THREAD = 150e6
const OF_ROW = 500
const OF_DISTINCT_CELL = 750
const OF_DISTINCT_CELL_IN_THREADS = 200

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
