import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_AT_ONCE } from './dictionary.ts'
import { TupleIndex } from './tuple-index.ts'

function numbersOf(index: TupleIndex, tuples: readonly (readonly number[])[]): number[] {
  const numbers = new Uint32Array(tuples.length)
  index.addMany(Uint32Array.from(tuples.flat()), tuples.length, numbers)
  return [...numbers]
}

test('numbers tuples as a Map of joined codes does, through growth', () => {
  const tuple = fc.tuple(fc.nat(5), fc.nat(40), fc.nat(0xffffffff))
  fc.assert(
    fc.property(
      fc.array(tuple, { maxLength: 400 }),
      fc.integer({ min: 1, max: MOST_AT_ONCE }),
      (tuples, many) => {
        const index = new TupleIndex(3)
        const twin = new Map<string, number>()
        for (let from = 0; from < tuples.length; from += many) {
          const batch = tuples.slice(from, from + many)
          for (const codes of batch) if (!twin.has(codes.join(' '))) twin.set(codes.join(' '), twin.size)
          expect(numbersOf(index, batch)).toEqual(batch.map((codes) => twin.get(codes.join(' '))))
        }
        expect(index.size).toBe(twin.size)
        const columns = index.finish()
        const stored = Array.from({ length: index.size }, (_, i) =>
          columns.map((column) => column[i]).join(' '),
        )
        expect(stored).toEqual([...twin.keys()])
      },
    ),
  )
})

test('a tuple of missing parts is one tuple', () => {
  const index = new TupleIndex(2)
  expect(
    numbersOf(index, [
      [0, 0],
      [0, 1],
      [0, 0],
    ]),
  ).toEqual([0, 1, 0])
})
