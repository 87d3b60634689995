import fc from 'fast-check'
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

function keysOf(rows: readonly (readonly number[])[]) {
  const starts = [...rows.keys()].map((row) => rows.slice(0, row).flat().length)
  return {
    starts: Uint32Array.of(...starts, rows.flat().length),
    hashes: Uint32Array.from(rows.flat()),
  }
}

function blockOfFirst(maxBlockSize: number) {
  const keys = keysOf(ROWS)
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

/** By the definition: every list is looked through, row by row. */
function slowBlocks(rows: readonly (readonly number[])[], anchors: Uint8Array, maxBlockSize: number) {
  const count = anchors.filter((flag) => flag === 1).length
  const most = Math.max(maxBlockSize >> 1, Math.floor((2 * rows.length) / count))
  const rowsOf = (key: number) => [...rows.keys()].filter((row) => rows[row].includes(key))
  return [...rows.keys()].flatMap((anchor) => {
    if (anchors[anchor] === 0) return []
    const own = rows[anchor].toSorted((a, b) => rowsOf(a).length - rowsOf(b).length || a - b)
    const found = new Set([anchor])
    const crowded = new Set<number>()
    let left = 0
    for (const key of own) {
      const list = rowsOf(key)
      if (found.size + list.length - 1 <= most) for (const row of list) found.add(row)
      else if (list.length > most * 20 || own.length < 2) left += list.length
      else {
        for (const row of list) {
          if (found.has(row) || rows[row].filter((other) => own.includes(other)).length < 2) continue
          if (found.size < most) found.add(row)
          else crowded.add(row)
        }
      }
    }
    left += crowded.size
    return found.size > 1 || left > 0 ? [{ anchor, rows: [...found].sort((a, b) => a - b), left }] : []
  })
}

test('the blocks are those of looking through every list', () => {
  // Hashes of all ranges; many rows share the first ones.
  const hash = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0x7fffffff, 0x80000000, 0xffffffff))
  const row = fc.tuple(fc.uniqueArray(hash, { maxLength: 5 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(row, { maxLength: 50 }), fc.integer({ min: 2, max: 12 }), (drawn, maxBlockSize) => {
      const rows = drawn.map(([own]) => own)
      const anchors = Uint8Array.from(drawn, ([, isAnchor]) => (isAnchor ? 1 : 0))
      const blocks = [...anchoredBlocks(keysOf(rows), anchors, maxBlockSize)]
      const found = blocks.map(({ anchor, rows, left }) => ({ anchor, rows: [...rows], left }))
      expect(found).toEqual(slowBlocks(rows, anchors, maxBlockSize))
    }),
  )
})

test('keys that most rows have are left to rarer ones', () => {
  const many = Array.from({ length: 300 }, (_, i) => [1, 2 + (i % 2), 10 + i])
  const anchors = Uint8Array.from(many, (_, i) => (i < 150 ? 1 : 0))
  const found = [...anchoredBlocks(keysOf(many), anchors, 4)]
  expect(found.map(({ anchor, rows, left }) => ({ anchor, rows: [...rows], left }))).toEqual(
    slowBlocks(many, anchors, 4),
  )
})
