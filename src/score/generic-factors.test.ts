import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { textOf } from '../data/dictionary.ts'
import { genericFactors } from './generic-factors.ts'

/** Rows that hold phones, each with the brand it is counted by (0 unknown). */
function factorsOf(phones: readonly (readonly string[])[], brands: readonly number[]) {
  const columns = columnsOf(
    ['number'],
    phones.map((row) => row.map((phone) => [phone])),
  )
  const [part] = columns.parts
  const { factors, generic } = genericFactors('phone', columns, part, Uint32Array.from(brands))
  const entries = Array.from(part.codes, (code) => textOf(part.dictionary, code))
  return {
    of: (phone: string) => factors[entries.indexOf(phone)],
    all: [...factors],
    generic: generic.map(({ field, code, identities }) => [field, textOf(part.dictionary, code), identities]),
  }
}

const brandsFrom1 = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

describe('genericFactors', () => {
  test.each([
    [1, 1],
    [3, 1],
    [4, 0.8],
    [7, 0.2],
    [8, 0],
    [50, 0],
  ])('a value behind %i brands counts %f', (count, factor) => {
    const found = factorsOf(
      brandsFrom1(count).map(() => ['62781234']),
      brandsFrom1(count),
    )
    expect(found.of('62781234')).toBeCloseTo(factor, 6)
    expect(found.generic).toEqual(count >= 8 ? [['phone', '62781234', count]] : [])
  })

  test('many records of one brand are one customer', () => {
    expect(factorsOf(Array(50).fill(['1']), Array(50).fill(7)).of('1')).toBe(1)
  })

  test('records without a brand tell nothing', () => {
    expect(factorsOf(Array(50).fill(['1']), Array(50).fill(0)).of('1')).toBe(1)
  })

  test('a missing value is not generic, however many lack it', () => {
    const found = factorsOf(Array(50).fill(['']), brandsFrom1(50))
    expect(found.of('')).toBe(1)
    expect(found.generic).toEqual([])
  })

  test('the most shared comes first', () => {
    const phones = [...Array(9).fill(['a']), ...Array(20).fill(['b']), ['c']]
    const { generic } = factorsOf(phones, brandsFrom1(30))
    expect(generic.map(([, value]) => value)).toEqual(['b', 'a'])
  })

  test('factors run from 0 to 1, and more brands never make a value count more', () => {
    const rows = fc.array(fc.tuple(fc.subarray(['a', 'b', 'c']), fc.nat(12)), { maxLength: 60 })
    fc.assert(
      fc.property(rows, (list) => {
        const found = factorsOf(
          list.map(([phones]) => phones),
          list.map(([, brand]) => brand),
        )
        const brandsOf = (phone: string) =>
          new Set(list.filter(([phones, brand]) => brand !== 0 && phones.includes(phone)).map(([, b]) => b))
            .size
        const known = ['a', 'b', 'c'].filter((phone) => found.of(phone) !== undefined)
        for (const factor of found.all) expect(factor >= 0 && factor <= 1).toBe(true)
        for (const a of known)
          for (const b of known) {
            if (brandsOf(a) <= brandsOf(b)) expect(found.of(a)).toBeGreaterThanOrEqual(found.of(b))
          }
      }),
    )
  })
})
