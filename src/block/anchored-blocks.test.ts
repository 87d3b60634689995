import { expect, test } from 'vitest'
import { anchoredBlocks } from './anchored-blocks.ts'

/** One anchor with a rare key, one that few rows have and one that most have; the others are anchors of nobody. */
const ROWS: readonly (readonly number[])[] = [
  [1, 2, 3],
  ...Array.from({ length: 3 }, () => [1]),
  ...Array.from({ length: 6 }, () => [2, 3]),
  ...Array.from({ length: 40 }, () => [2]),
  ...Array.from({ length: 40 }, (_, i) => [100 + i]),
]

function blockOfFirst(maxBlockSize: number) {
  const starts = Uint32Array.from([...ROWS.keys()], (row) => ROWS.slice(0, row).flat().length)
  const keys = {
    starts: Uint32Array.of(...starts, ROWS.flat().length),
    hashes: Uint32Array.from(ROWS.flat()),
  }
  const anchors = Uint8Array.from(ROWS, (own, row) => (row === 0 || own[0] >= 100 ? 1 : 0))
  const [first, ...others] = anchoredBlocks(keys, anchors, maxBlockSize)
  expect(others).toEqual([])
  return { anchor: first.anchor, rows: [...first.rows], left: first.left }
}

test('all rows that share a key are there while they are few', () => {
  expect(blockOfFirst(200)).toEqual({ anchor: 0, rows: Array.from({ length: 50 }, (_, row) => row), left: 0 })
})

test('of a key that many have only the rows that share a second one, as many as are allowed; the rest is counted', () => {
  expect(blockOfFirst(20)).toEqual({ anchor: 0, rows: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], left: 0 })
  expect(blockOfFirst(16)).toEqual({ anchor: 0, rows: [0, 1, 2, 3, 4, 5, 6, 7], left: 2 })
})
