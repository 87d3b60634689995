import { allocateInt32 } from '../data/buffers.ts'
import { claim, createClaims } from '../data/claims.ts'
import type { PairRowsJob } from '../engine/tables/pair-rows.ts'
import { countPieces, createPieceWriter } from '../engine/tables/write-pairs.ts'
import type { Crew } from './crew.ts'
import { PIECES_AHEAD, weighedByName } from './protocol.ts'

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
  const taken = allocateInt32(1)
  const ready = new Map<number, Uint8Array>()
  let wake = () => {}
  const request = { kind: 'write', job, weighed: weighedByName(weighed), claims, taken } as const
  const others = crew.stream(request, ({ piece, bytes }) => {
    ready.set(piece, bytes)
    wake()
  })
  // Told where it is waited for.
  others.catch(() => {})
  const pass = (pieces: number) => {
    Atomics.store(taken, 0, pieces)
    Atomics.notify(taken, 0)
  }
  const write = createPieceWriter({ ...job, weighed })
  const own = claim(claims)
  try {
    for (let next = 0; next < count; ) {
      const bytes = ready.get(next)
      if (bytes !== undefined) {
        ready.delete(next)
        yield bytes
        pass(++next)
        continue
      }
      const isFarAhead = Atomics.load(claims.taken, 0) >= next + PIECES_AHEAD
      const piece = isFarAhead ? undefined : own.next().value
      if (piece === undefined) {
        const arrival = new Promise<void>((resolve) => {
          wake = resolve
        })
        await Promise.race([arrival, others])
      } else {
        ready.set(piece, write(piece))
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
