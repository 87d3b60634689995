import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { survivorshipRules } from '../model/settings.ts'
import { type CandidateCell, survivingCell } from './survive.ts'

const plain: CandidateCell = { row: 0, code: 1, quality: 0.5, length: 4, updatedAt: 0, sourceRank: 9 }
const cells = (...changes: readonly Partial<CandidateCell>[]): CandidateCell[] =>
  changes.map((change, row) => ({ ...plain, row, code: row + 1, ...change }))

describe('survivingCell', () => {
  test('nothing survives of nothing', () => {
    expect(survivingCell([], 'best')).toBeUndefined()
  })

  /** Each row is best at one thing: quality, age, number, length, source. */
  const rivals = cells(
    { quality: 0.9 },
    { updatedAt: 5000 },
    { code: 77 },
    { code: 77 },
    { length: 30 },
    { sourceRank: 0 },
  )
  test.each([
    ['best', 0],
    ['newest', 1],
    ['commonest', 2],
    ['longest', 4],
    ['sourceOrder', 5],
  ] as const)('%s', (rule, row) => {
    expect(survivingCell(rivals, rule)?.row).toBe(row)
  })

  test.each([
    ['best: the commoner of equally good', 'best', [{}, { code: 9 }, { code: 9 }], 1],
    ['best: then the more trusted source', 'best', [{ updatedAt: 9 }, { sourceRank: 1 }], 1],
    ['best: then the newer', 'best', [{ length: 9 }, { updatedAt: 9 }], 1],
    ['best: then the longer', 'best', [{}, { length: 9 }], 1],
    ['newest: the better of one day', 'newest', [{ updatedAt: 9 }, { updatedAt: 9, quality: 0.9 }], 1],
    ['newest: a date beats none', 'newest', [{ quality: 1 }, { updatedAt: 1 }], 1],
    ['commonest: the better of equally common', 'commonest', [{ length: 9 }, { quality: 0.9 }], 1],
    ['longest: the better of equally long', 'longest', [{ sourceRank: 0 }, { quality: 0.9 }], 1],
    ['sourceOrder: the better of one source', 'sourceOrder', [{ updatedAt: 9 }, { quality: 0.9 }], 1],
    ['all alike: the first record', 'best', [{}, {}, {}], 0],
  ] as const)('%s', (_, rule, changes, row) => {
    expect(survivingCell(cells(...changes), rule)?.row).toBe(row)
  })

  const anyCell = fc.record({
    code: fc.integer({ min: 1, max: 3 }),
    quality: fc.constantFrom(0, 0.5, 1),
    length: fc.constantFrom(2, 8),
    updatedAt: fc.constantFrom(0, 5, 9),
    sourceRank: fc.nat(2),
  })
  test('the order of records does not matter, and the answer is one of them as it was given', () => {
    const shuffled = fc
      .array(anyCell, { minLength: 1, maxLength: 24 })
      .map((list) => list.map((cell, row) => ({ ...cell, row })))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...survivorshipRules), ([list, others], rule) => {
        const survivor = survivingCell(list, rule)
        expect(list).toContain(survivor)
        expect(survivingCell(others, rule)).toBe(survivor)
      }),
    )
  })

  test('the commonest text survives, of few records and of many', () => {
    const list = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(list, (codes) => {
        const times = (code: number) => codes.filter((other) => other === code).length
        const survivor = survivingCell(cells(...codes.map((code, row) => ({ code, row }))), 'commonest')
        expect(times(survivor?.code ?? 0)).toBe(Math.max(...codes.map(times)))
      }),
    )
  })
})
