import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupByLabel, groupCount, IntegerList, sortByKey, sortPairs } from './grouping.ts'

test('groupByLabel puts each item under its label, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(8)), (labelCount, raw) => {
      const labels = Uint32Array.from(raw, (label) => label % labelCount)
      const groups = groupByLabel(labels, labelCount)
      expect(groupCount(groups)).toBe(labelCount)
      for (let label = 0; label < labelCount; label++) {
        const slow = [...labels.keys()].filter((item) => labels[item] === label)
        expect([...groups.items.subarray(groups.starts[label], groups.starts[label + 1])]).toEqual(slow)
        const given = groupByLabel(labels, labelCount, labels)
        expect([...given.items]).toEqual([...groups.items].map((item) => labels[item]))
      }
    }),
  )
})

test('no labels at all make no groups', () => {
  expect(groupCount(groupByLabel(new Uint32Array(0), 0))).toBe(0)
})

const key = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(
    0,
    1,
    0x7ff,
    0x800,
    0xffff,
    0x10000,
    0x10001,
    0x3fffff,
    0x400000,
    0x7fffffff,
    0x80000000,
    0xffffffff,
  ),
)

test('sortPairs sorts as a stable sort does, the item with its key', () => {
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const pairs = Uint32Array.from(keys.flatMap((key, item) => [key, item]))
      const slow = keys.map((key, item) => [key, item]).sort(([a], [b]) => a - b)
      expect([...sortPairs(pairs)]).toEqual(slow.flat())
    }),
  )
})

describe('sortByKey', () => {
  test('orders as a stable sort does, unsigned', () => {
    fc.assert(
      fc.property(fc.array(key), (list) => {
        const keys = Uint32Array.from(list)
        const slow = [...keys.keys()].sort((a, b) => keys[a] - keys[b] || a - b)
        expect([...sortByKey(Uint32Array.from(keys.keys()), keys)]).toEqual(slow)
        expect([...keys]).toEqual(list)
      }),
      { numRuns: 60 },
    )
  })
})

test('an integer list gives back what was pushed, however much', () => {
  const list = new IntegerList()
  for (let i = 0; i < 5000; i++) list.push(2 ** 32 - 1 - i)
  expect(list.length).toBe(5000)
  expect(list.at(4999)).toBe(2 ** 32 - 5000)
  expect(list.finish()).toEqual(Uint32Array.from({ length: 5000 }, (_, i) => 2 ** 32 - 1 - i))
})
