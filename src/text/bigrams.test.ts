import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigramSimilarity } from './bigrams.ts'

const text = fc.string({ unit: fc.constantFrom(...'山西煤业A'), maxLength: 12 })

function slow(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const bigrams = (one: string) =>
    Array.from({ length: Math.max(one.length - 1, 0) }, (_, i) => one.slice(i, i + 2))
  const rest = bigrams(b)
  const common = bigrams(a).filter((one) => {
    const at = rest.indexOf(one)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return a.length < 2 || b.length < 2 ? 0 : (2 * common.length) / (a.length + b.length - 2)
}

describe('bigramSimilarity', () => {
  it('compares by common bigrams', () => {
    expect(bigramSimilarity('山西煤业公司', '公司山西煤业')).toBe(0.8)
    expect(bigramSimilarity('', '')).toBe(0)
    expect(bigramSimilarity('山', '山')).toBe(1)
    expect(bigramSimilarity('山', '山西')).toBe(0)
    expect(bigramSimilarity('山山山', '山山')).toBeCloseTo(2 / 3)
  })

  it('equals the slow twin, is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const similarity = bigramSimilarity(a, b)
        expect(similarity).toBe(slow(a, b))
        expect(bigramSimilarity(b, a)).toBe(similarity)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })

  it('is bounded on hostile input', () => {
    expect(bigramSimilarity('山'.repeat(1_000_000), `${'山'.repeat(2000)}西`)).toBe(1)
  })
})
