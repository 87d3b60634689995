import { expect, test } from 'vitest'
import { createPieceSlots, PIECES_AHEAD, putPiece, readPiece } from './piece-slots.ts'

const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte)

test('pieces are read as they were put, those that fit no slot too, until the slot is free for another', () => {
  const slots = createPieceSlots()
  const lengths = Array.from({ length: PIECES_AHEAD }, (_, i) =>
    i % 5 === 0 ? (1 << 20) + i : (1 << 20) - i,
  )
  const written = lengths.map((length, piece) => {
    const made = filled(length, piece)
    const put = putPiece(slots, piece, made)
    // Who made it writes the next into the same memory.
    made.fill(255)
    return put
  })
  const areRead = (first: number) =>
    written.slice(first).every((put, i) => {
      const bytes = readPiece(slots, put)
      return bytes.length === lengths[first + i] && bytes.every((byte) => byte === first + i)
    })
  expect(areRead(0)).toBe(true)
  putPiece(slots, PIECES_AHEAD + 1, filled(3, 200))
  expect(areRead(2)).toBe(true)
})
