import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NumberMap } from './number-map.ts'

test('equals a Map, in ranges of any width', () => {
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.string()))
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 6 }), (list, bits) => {
      const twin = new Map(list)
      const map = new NumberMap<string>(bits)
      for (const [key, value] of list) map.set(key, value)
      expect(map.size).toBe(twin.size)
      const byKey = (pairs: Iterable<readonly [number, string]>) => [...pairs].sort(([a], [b]) => a - b)
      expect(byKey(map)).toEqual(byKey(twin))
      expect([...map.values()].sort()).toEqual([...twin.values()].sort())
      for (let key = 0; key <= 50; key++) expect(map.get(key)).toBe(twin.get(key))
      for (let key = 0; key <= 50; key++) expect(map.has(key)).toBe(twin.has(key))
    }),
  )
})

test('keys beyond 32 bits, and none that was not set', () => {
  const map = new NumberMap<number>().set(2 ** 33 + 1, 5).set(0, 6)
  expect([map.get(2 ** 33 + 1), map.get(1), map.get(0), map.size]).toEqual([5, undefined, 6, 2])
})
