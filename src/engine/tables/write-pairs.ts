import { CsvBytes } from '../../data/csv-bytes.ts'
import { createPairExplainer } from '../explain-pairs.ts'
import { createPairWriter, type PairRows, type PairRowsJob } from './pair-rows.ts'

/** So many rows are written at a time: about half a megabyte, which stays in the cache until it is handed on. */
const ROWS_OF_PIECE = 1024

/** In how many pieces a table of pairs is written. */
export function countPieces({ chosen }: PairRows): number {
  return Math.ceil(chosen.length / ROWS_OF_PIECE)
}

/**
 * Makes the pieces of a table of pairs as CSV: rows without headings, all pieces in order being the table. The bytes are good until the
 * one after the next is made.
 */
export function createPieceWriter({ rows, weighed, language }: PairRowsJob): (piece: number) => Uint8Array {
  const writeRow = createPairWriter(rows, createPairExplainer(weighed, language))
  const csv = new CsvBytes()
  return (piece) => {
    const from = piece * ROWS_OF_PIECE
    const to = Math.min(rows.chosen.length, from + ROWS_OF_PIECE)
    for (let row = from; row < to; row++) writeRow(row, csv)
    return csv.take()
  }
}
