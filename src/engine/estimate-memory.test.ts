import { expect, test } from 'vitest'
import { estimateMemory } from './estimate-memory.ts'
import { toRecords } from './to-records.ts'

const records = (count: number, distinct: number) =>
  toRecords(Array.from({ length: count }, (_, i) => ({ 客户名称: `客户${i % distinct}` })))

test('a name is kept in many parts, a code in few, and of a column that is no field only the text', () => {
  const ofColumn = (heading: string) =>
    estimateMemory(toRecords(Array.from({ length: 1000 }, (_, i) => ({ [heading]: `甲${i}` }))), 1)
  expect(ofColumn('客户名称')).toBeGreaterThan(ofColumn('电话'))
  expect(ofColumn('电话')).toBeGreaterThan(ofColumn('某列'))
})

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
