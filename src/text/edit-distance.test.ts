import fc from 'fast-check'
import { distance as fastest } from 'fastest-levenshtein'
import { describe, expect, it } from 'vitest'
import {
  createPattern,
  distanceToPattern,
  distanceToPatternUnits,
  editDistance,
  editDistanceUnits,
} from './edit-distance.ts'
import { LONGEST_TEXT } from './text-units.ts'
import { typoDistance } from './typo-distance.ts'

/** Wagner and Fischer 1974 over code points; with `swaps`, the optimal string alignment. */
function textbook(a: string, b: string, swaps: boolean): number {
  const x = Array.from(a)
  const y = Array.from(b)
  const table = x.map(() => [0]).concat([[0]])
  for (let i = 0; i <= x.length; i++) {
    for (let k = 0; k <= y.length; k++) {
      if (i === 0 || k === 0) {
        table[i]![k] = i + k
        continue
      }
      const cost = x[i - 1] === y[k - 1] ? 0 : 1
      let best = Math.min(table[i - 1]![k]! + 1, table[i]![k - 1]! + 1, table[i - 1]![k - 1]! + cost)
      if (swaps && i > 1 && k > 1 && x[i - 1] === y[k - 2] && x[i - 2] === y[k - 1]) {
        best = Math.min(best, table[i - 2]![k - 2]! + 1)
      }
      table[i]![k] = best
    }
  }
  return table[x.length]![y.length]!
}

const units = (text: string) => Uint16Array.from(text, (one) => one.charCodeAt(0))
const short = fc.string({ unit: fc.constantFrom(...'山西煤业矿𠮷𠮾'), maxLength: 12 })
const long = fc.string({ unit: fc.constantFrom(...'山西煤业\ud842'), maxLength: 110 })
const random = fc.string({ unit: 'binary', maxLength: 20 })
const text = fc.oneof(short, long, random)
const plain = fc.string({ unit: fc.constantFrom(...'山西煤业矿A'), maxLength: 70 })

describe('editDistance', () => {
  it('counts characters', () => {
    expect(editDistance('', '')).toBe(0)
    expect(editDistance('', '山西')).toBe(2)
    expect(editDistance('𠮷野家', '吉野家')).toBe(1)
    expect(editDistance('𠮷野家', '𠮾野家')).toBe(1)
    expect(editDistance('野家', '𠮷野家')).toBe(1)
  })

  it('equals the slow twin', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(editDistance(a, b)).toBe(textbook(a, b, false))
      }),
      { numRuns: 1500 },
    )
  })

  it('equals fastest-levenshtein on the basic plane', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(editDistance(a, b)).toBe(fastest(a, b))
      }),
      { numRuns: 1000 },
    )
  })

  it('stops at the cap', () => {
    fc.assert(
      fc.property(text, text, fc.nat(8), (a, b, cap) => {
        const capped = Math.min(editDistance(a, b), cap + 1)
        expect(editDistance(a, b, cap)).toBe(capped)
        expect(distanceToPattern(createPattern(a), b, cap)).toBe(capped)
        expect(typoDistance(a, b, cap)).toBe(Math.min(typoDistance(a, b), cap + 1))
      }),
      { numRuns: 1500 },
    )
  })

  it('cuts texts beyond the longest', () => {
    const long = '山'.repeat(1_000_000)
    expect(editDistance(long, `${'山'.repeat(LONGEST_TEXT)}西`)).toBe(0)
    expect(editDistance('西', long)).toBe(LONGEST_TEXT)
    expect(typoDistance('西', long)).toBe(LONGEST_TEXT)
    expect(distanceToPattern(createPattern(long), '')).toBe(LONGEST_TEXT)
    const surrogates = Array.from({ length: LONGEST_TEXT }, (_, i) => String.fromCharCode(0xd800 + i)).join(
      'a',
    )
    expect(editDistance(surrogates, surrogates.slice(1))).toBe(2)
  })
})

describe('slices', () => {
  it('equals the whole texts', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const all = units(`西${a}山${b}业`)
        const start = a.length + 2
        const expected = editDistance(a, b)
        expect(editDistanceUnits(all, 1, 1 + a.length, start, start + b.length, 999)).toBe(expected)
        expect(distanceToPatternUnits(createPattern(a), all, start, start + b.length, 999)).toBe(expected)
      }),
    )
  })
})

describe('distanceToPattern', () => {
  it('equals the slow twin, whatever pattern was used before', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.array(text, { maxLength: 4 }),
        (some, others) => {
          const patterns = some.map(createPattern)
          for (const other of others) {
            for (const [i, pattern] of patterns.entries()) {
              expect(distanceToPattern(pattern, other)).toBe(textbook(some[i]!, other, false))
            }
          }
        },
      ),
    )
  })
})

describe('typoDistance', () => {
  it('counts a swap of neighbours once', () => {
    expect(typoDistance('', '')).toBe(0)
    expect(typoDistance('山西业煤', '山西煤业')).toBe(1)
    expect(typoDistance('业煤西山', '山西煤业')).toBe(textbook('业煤西山', '山西煤业', true))
  })

  it('equals the slow twin', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(typoDistance(a, b)).toBe(textbook(a, b, true))
      }),
      { numRuns: 1500 },
    )
  })
})
