import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUpdatedAt } from './updated-at.ts'

const utc = (...parts: readonly [number, number, number?, number?, number?, number?]) => {
  const [year, month, day = 1, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

test.each<[string, number]>([
  ['2024-03-05', utc(2024, 3, 5)],
  ['2024/3/5', utc(2024, 3, 5)],
  ['2024.03.05', utc(2024, 3, 5)],
  ['2024年3月5日', utc(2024, 3, 5)],
  ['2024年12月31日 23:59', utc(2024, 12, 31, 23, 59)],
  [' 2024-03-05 14:30:07 ', utc(2024, 3, 5, 14, 30, 7)],
  ['2024-03-05T14:30:07.000Z', utc(2024, 3, 5, 14, 30, 7)],
  ['2024/3/5 9:05', utc(2024, 3, 5, 9, 5)],
  ['20240305', utc(2024, 3, 5)],
  ['20240305143007', utc(2024, 3, 5, 14, 30, 7)],
  ['20240305 14:30', utc(2024, 3, 5, 14, 30)],
  ['2024-12', utc(2024, 12)],
  ['2024年3月', utc(2024, 3)],
  ['202412', utc(2024, 12)],
  ['45356', utc(2024, 3, 5)],
  ['45356.5', utc(2024, 3, 5, 12)],
  ['1709648999', 1_709_648_999_000],
  ['1709648999123', 1_709_648_999_123],
])('%j is a time', (text, time) => {
  expect(parseUpdatedAt(text)).toBe(time)
})

test.each([
  '',
  '昨天',
  '2024',
  '2024-13-01',
  '2024-00-10',
  '2024-01-32',
  '12-05',
  '20241301',
  '2024-123',
  '0',
  '—',
])('%j is none', (text) => {
  expect(parseUpdatedAt(text)).toBe(0)
})

describe('whatever the form', () => {
  const day = fc.record({
    year: fc.integer({ min: 1990, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  const two = (n: number) => String(n).padStart(2, '0')

  test('a day is the same day', () => {
    fc.assert(
      fc.property(day, ({ year, month, date }) => {
        const time = utc(year, month, date)
        for (const text of [
          `${year}-${two(month)}-${two(date)}`,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          `${year}${two(month)}${two(date)}`,
          new Date(time).toISOString(),
        ])
          if (parseUpdatedAt(text) !== time) return false
        return true
      }),
    )
  })

  test('a text of any kind gives a whole number', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Number.isInteger(parseUpdatedAt(text))))
    expect(parseUpdatedAt('2024-'.repeat(200_000))).toBe(0)
  })
})
