import { allocateInt32 } from './buffers.ts'

/** Pieces of work, numbered from 0, of which each is claimed once by whichever thread is free. */
export interface Claims {
  readonly count: number
  /** How many were claimed, in shared memory. */
  readonly taken: Int32Array
}

/** Claims on `count` pieces of work. */
export function createClaims(count: number): Claims {
  return { count, taken: allocateInt32(1) }
}

/**
 * The numbers that this thread claims, until all are taken.
 * @example for (const piece of claim(claims)) done[piece] = work(piece)
 */
export function* claim({ count, taken }: Claims): Generator<number> {
  for (let next = Atomics.add(taken, 0, 1); next < count; next = Atomics.add(taken, 0, 1)) yield next
}
