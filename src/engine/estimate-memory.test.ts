import { expect, test } from 'vitest'
import { estimateMemory } from './estimate-memory.ts'
import { toRecords } from './to-records.ts'

const records = (count: number, distinct: number) =>
  toRecords(Array.from({ length: count }, (_, i) => ({ 客户名称: `客户${i % distinct}` })))

test('more rows, more distinct cells and more threads need more, in proportion', () => {
  const none = estimateMemory(toRecords([]), 1)
  const extra = (count: number, distinct: number, threads = 1) =>
    estimateMemory(records(count, distinct), threads) - estimateMemory(toRecords([]), threads)
  expect(none).toBeGreaterThan(100e6)
  expect(extra(2000, 1)).toBeGreaterThan(1.9 * extra(1000, 1))
  expect(extra(1000, 1000)).toBeGreaterThan(extra(1000, 1))
  expect(extra(2000, 2000)).toBe(2 * extra(1000, 1000))
  expect(extra(1000, 1000, 2)).toBeGreaterThan(extra(1000, 1000))
  expect(estimateMemory(toRecords([]), 3)).toBeGreaterThan(estimateMemory(toRecords([]), 2))
})
