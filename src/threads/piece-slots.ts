import { allocateInt32, allocateUint8 } from '../data/buffers.ts'

/** So many pieces of a table may wait for those before them. */
export const PIECES_AHEAD = 24

/** Room for a piece, twice what most take. */
const SLOT_BYTES = 1 << 20

/**
 * Where pieces of a table wait in shared memory until they are read. Were each sent in memory of its own, that would have to be
 * collected, again and again, by a thread that holds all that a run knows.
 */
export interface PieceSlots {
  readonly bytes: Uint8Array
  /** How many pieces the reader is done with: the slot of piece `p` is free for `p + PIECES_AHEAD` after that. */
  readonly done: Int32Array
}

/** A piece that is written: how long it is in its slot, or the bytes of one that does not fit. */
export interface WrittenPiece {
  readonly piece: number
  readonly length: number
  readonly apart?: Uint8Array<ArrayBuffer>
}

export function createPieceSlots(): PieceSlots {
  return { bytes: allocateUint8(PIECES_AHEAD * SLOT_BYTES), done: allocateInt32(1) }
}

/** Puts a piece into its slot, which is free. */
export function putPiece({ bytes }: PieceSlots, piece: number, made: Uint8Array): WrittenPiece {
  const { length } = made
  if (length > SLOT_BYTES) return { piece, length, apart: made.slice() }
  bytes.set(made, (piece % PIECES_AHEAD) * SLOT_BYTES)
  return { piece, length }
}

/** The bytes of a piece, good until its slot is free. */
export function readPiece({ bytes }: PieceSlots, { piece, length, apart }: WrittenPiece): Uint8Array {
  const start = (piece % PIECES_AHEAD) * SLOT_BYTES
  return apart ?? bytes.subarray(start, start + length)
}
