import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TupleIndex } from './tuple-index.ts'

test('numbers tuples as a Map of joined codes does, through growth', () => {
  const tuple = fc.tuple(fc.nat(5), fc.nat(40), fc.nat(0xffffffff))
  fc.assert(
    fc.property(fc.array(tuple, { maxLength: 400 }), (tuples) => {
      const index = new TupleIndex(3)
      const twin = new Map<string, number>()
      for (const codes of tuples) {
        const key = codes.join(' ')
        if (!twin.has(key)) twin.set(key, twin.size)
        expect(index.add(codes)).toBe(twin.get(key))
      }
      expect(index.size).toBe(twin.size)
      const columns = index.finish()
      const stored = Array.from({ length: index.size }, (_, i) =>
        columns.map((column) => column[i]).join(' '),
      )
      expect(stored).toEqual([...twin.keys()])
    }),
  )
})

test('a tuple of missing parts is one tuple', () => {
  const index = new TupleIndex(2)
  expect([index.add([0, 0]), index.add([0, 1]), index.add([0, 0])]).toEqual([0, 1, 0])
})
