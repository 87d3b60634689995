import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LevelShares, type Pattern, runEm } from './run-em.ts'

/** Three comparisons of two levels, independent within each kind of pair. */
const SAME = { m: [0.9, 0.8, 0.7], u: [0.01, 0.05, 0.02], s: [0.8, 0.1, 0.1] }
const sharesOf = (m: readonly number[]): LevelShares[] =>
  m.map((share, i) => ({
    m: Float64Array.of(1 - share, share),
    u: Float64Array.of(1 - SAME.u[i], SAME.u[i]),
    s: Float64Array.of(1 - SAME.s[i], SAME.s[i]),
  }))

/** The patterns that so many pairs of each kind make, exactly. */
function patternsOf(matches: number, strangers: number, sisters: number, m = SAME.m): Pattern[] {
  const chance = (shares: readonly number[], levels: readonly number[]) =>
    shares.reduce((product, share, i) => product * (levels[i] === 1 ? share : 1 - share), 1)
  return Array.from({ length: 8 }, (_, bits) => {
    const levels = [bits & 1, (bits >> 1) & 1, (bits >> 2) & 1]
    const count =
      matches * chance(m, levels) + strangers * chance(SAME.u, levels) + sisters * chance(SAME.s, levels)
    return { levels: Int8Array.from(levels), count }
  })
}

describe('runEm', () => {
  test('finds the shares that made the patterns, from a guess that is off', () => {
    const found = runEm(patternsOf(4000, 3000, 3000), sharesOf([0.75, 0.65, 0.85]))
    expect(found.isConverged).toBe(true)
    found.m.forEach((shares, i) => {
      expect(Math.abs(shares[1] - SAME.m[i])).toBeLessThan(0.03)
    })
    expect(Math.abs(found.share - 0.4)).toBeLessThan(0.03)
  })

  test('what made the patterns stays as it is', () => {
    const found = runEm(patternsOf(1000, 1000, 1000), sharesOf(SAME.m))
    found.m.forEach((shares, i) => {
      expect(shares[1]).toBeCloseTo(SAME.m[i], 3)
    })
  })

  test('never makes the patterns less likely, gives shares that add up to one, and counts no pair twice', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 27, maxLength: 27 })
    const guess = fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(counts, guess, (list, m) => {
        // All patterns of three comparisons, missing ones among them.
        const patterns = list.map((count, i) => {
          const digits = [i % 3, Math.floor(i / 3) % 3, Math.floor(i / 9)]
          return { levels: Int8Array.from(digits, (digit) => digit - 1), count }
        })
        const total = list.reduce((sum, count) => sum + count, 0)
        const { m: found, matches, share } = runEm(patterns, sharesOf(m))
        found.forEach((shares, i) => {
          expect(shares[0] + shares[1]).toBeCloseTo(1, 9)
          expect(shares.every((value) => value > 0)).toBe(true)
          expect(matches[i][0] + matches[i][1]).toBeLessThanOrEqual(total + 1e-6)
        })
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('the slow twin, pair by pair: one round of it changes nothing once settled', () => {
    const shares = sharesOf([0.8, 0.8, 0.8])
    const patterns = patternsOf(300, 500, 200).map(({ levels, count }) => ({
      levels,
      count: Math.round(count),
    }))
    const { m, share, isConverged } = runEm(patterns, shares)
    expect(isConverged).toBe(true)
    const pairs = patterns.flatMap(({ levels, count }) => Array.from({ length: count }, () => levels))
    const product = (levels: Int8Array, of: readonly Float64Array[]) =>
      levels.reduce((chance, level, i) => chance * of[i][level], 1)
    // Of what is no match, how much is of strangers is what makes the pairs likeliest: found by trying.
    const likelihood = (stranger: number) =>
      pairs.reduce((sum, levels) => {
        const rest =
          stranger *
            product(
              levels,
              shares.map(({ u }) => u),
            ) +
          (1 - share - stranger) *
            product(
              levels,
              shares.map(({ s }) => s),
            )
        return sum + Math.log(share * product(levels, m) + rest)
      }, 0)
    const tried = Array.from({ length: 400 }, (_, i) => ((1 - share) * (i + 0.5)) / 400)
    const stranger = tried.reduce((best, value) => (likelihood(value) > likelihood(best) ? value : best))
    const chances = pairs.map((levels) => {
      const match = share * product(levels, m)
      const rest =
        stranger *
          product(
            levels,
            shares.map(({ u }) => u),
          ) +
        (1 - share - stranger) *
          product(
            levels,
            shares.map(({ s }) => s),
          )
      return match / (match + rest)
    })
    const sum = chances.reduce((total, chance) => total + chance, 0)
    m.forEach((of, i) => {
      const same = chances.reduce((total, chance, pair) => total + (pairs[pair][i] === 1 ? chance : 0), 0)
      expect(same / sum).toBeCloseTo(of[1], 1)
    })
    expect(sum / pairs.length).toBeCloseTo(share, 1)
  })

  test('no pairs teach nothing', () => {
    const found = runEm([], sharesOf([0.5, 0.6, 0.7]))
    expect(found).toMatchObject({ share: 0, rounds: 0 })
    expect(found.m.map((shares) => shares[1])).toEqual([0.5, 0.6, 0.7])
  })
})
