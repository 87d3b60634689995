import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEAST_PAIRS, refitShares } from './refit-shares.ts'

describe('refitShares', () => {
  test('what was counted often enough is the share of the counts', () => {
    expect(refitShares([0.5, 0.5], [300, 700])).toEqual({ shares: [0.3, 0.7], isKept: [false, false] })
  })

  test('a level with few pairs keeps what was known, the others share the rest', () => {
    const { shares, isKept } = refitShares([0.2, 0.1, 0.7], [400, 10, 600])
    expect(isKept).toEqual([false, true, false])
    // Ten of about a thousand may be forty: a tenth they are not.
    expect(shares[1]).toBeCloseTo(40 / 1010, 5)
    expect(shares[0] / shares[2]).toBeCloseTo(400 / 600, 4)
    expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(1, 4)
    expect(refitShares([0.9, 0.000003], [1_000_000, 1]).shares[1]).toBe(0.000003)
  })

  test('shares that were found in another way are taken instead of the counts', () => {
    expect(refitShares([0.5, 0.5], [100, 100], [0.25, 0.75]).shares).toEqual([0.25, 0.75])
  })

  test('too few pairs at every level change nothing', () => {
    const known = [0.1, 0.2, 0.9]
    expect(refitShares(known, [LEAST_PAIRS - 1, 0, 3])).toEqual({ shares: known, isKept: [true, true, true] })
  })

  test('gives shares that a model may hold, whatever was known', () => {
    const levels = fc.array(
      fc.tuple(
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        fc.oneof(fc.nat(60), fc.double({ min: 0, max: 1e6, noNaN: true })),
      ),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(levels, (list) => {
        const { shares, isKept } = refitShares(
          list.map(([known]) => known),
          list.map(([, count]) => count),
        )
        shares.forEach((share, level) => {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThanOrEqual(1)
          expect(isKept[level]).toBe(list[level][1] < LEAST_PAIRS)
          if (isKept[level]) expect(share).toBeLessThanOrEqual(list[level][0] * (1 + 1e-5))
        })
      }),
    )
  })
})
