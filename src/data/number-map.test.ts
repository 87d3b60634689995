import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countNumbers,
  createNumberMap,
  getNumber,
  numberEntries,
  numberMapOf,
  setNumber,
} from './number-map.ts'

test('equals a Map, in ranges of any width, also when it was sent', () => {
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.string()))
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 60 }), (list, width) => {
      const twin = new Map(list)
      const made = createNumberMap<string>(width)
      for (const [key, value] of list) setNumber(made, key, value)
      const map = structuredClone(made)
      expect(countNumbers(map)).toBe(twin.size)
      const byKey = (pairs: Iterable<readonly [number, string]>) => [...pairs].sort(([a], [b]) => a - b)
      expect(byKey(numberEntries(map))).toEqual(byKey(twin))
      for (let key = 0; key <= 50; key++) expect(getNumber(map, key)).toBe(twin.get(key))
    }),
  )
})

test('a key far off, one that was not set, a Map as it is', () => {
  const map = createNumberMap<number>()
  setNumber(map, 2 ** 25 + 1, 5)
  setNumber(map, 0, 6)
  expect([getNumber(map, 2 ** 25 + 1), getNumber(map, 1), getNumber(map, 0), countNumbers(map)]).toEqual([
    5,
    undefined,
    6,
    2,
  ])
  expect(getNumber(numberMapOf(new Map([[3, 'a']])), 3)).toBe('a')
})
