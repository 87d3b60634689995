import { claim, createClaims } from '../data/claims.ts'
import type { PairRowsJob } from '../engine/tables/pair-rows.ts'
import { countPieces, createPieceWriter } from '../engine/tables/write-pairs.ts'
import type { Crew } from './crew.ts'
import { createPieceSlots, PIECES_AHEAD, putPiece, readPiece, type WrittenPiece } from './piece-slots.ts'
import { weighedByName } from './protocol.ts'

/**
 * The rows of a table of pairs as CSV, in order: all threads write pieces, the calling one too while the next is not there.
 * Who stops reading stops the writing.
 */
export async function* writeInThreads(
  { weighed, ...job }: PairRowsJob,
  crew: Crew,
): AsyncGenerator<Uint8Array> {
  const count = countPieces(job.rows)
  if (count < 2) {
    if (count === 1) yield createPieceWriter({ ...job, weighed })(0)
    return
  }
  const claims = createClaims(count)
  const slots = createPieceSlots()
  const ready = new Map<number, WrittenPiece>()
  let wake = () => {}
  const request = { kind: 'write', job, weighed: weighedByName(weighed), claims, slots } as const
  const others = crew.stream(request, (written) => {
    ready.set(written.piece, written)
    wake()
  })
  // Told where it is waited for.
  others.catch(() => {})
  const pass = (pieces: number) => {
    Atomics.store(slots.done, 0, pieces)
    Atomics.notify(slots.done, 0)
  }
  const write = createPieceWriter({ ...job, weighed })
  const own = claim(claims)
  try {
    for (let next = 0; next < count; ) {
      const written = ready.get(next)
      if (written !== undefined) {
        ready.delete(next)
        yield readPiece(slots, written)
        // The next is asked for: the one before this is done with.
        pass(next++)
        continue
      }
      const isFarAhead = Atomics.load(claims.taken, 0) >= Atomics.load(slots.done, 0) + PIECES_AHEAD
      const piece = isFarAhead ? undefined : own.next().value
      if (piece === undefined) {
        const arrival = new Promise<void>((resolve) => {
          wake = resolve
        })
        await Promise.race([arrival, others])
      } else {
        ready.set(piece, putPiece(slots, piece, write(piece)))
        // What the others have sent arrives between two turns.
        await new Promise(setImmediate)
      }
    }
  } finally {
    Atomics.store(claims.taken, 0, count)
    pass(count)
    await others
  }
}
