import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldType } from './field-type.ts'
import {
  levelWeights,
  type Model,
  matchWeightOf,
  probabilityOf,
  shareOfOdds,
  weighAgainstBoth,
} from './model.ts'
import { modelSchema } from './model-schema.ts'
import { shippedModel } from './shipped-model.ts'

const label = { zh: '', en: '' }
const field: FieldType = {
  name: 'phone',
  label,
  roles: [],
  parts: ['number'],
  parse: () => ({ entries: [], display: '', quality: 0, unreadable: '', repaired: '', junk: '' }),
  comparisons: [
    {
      name: 'phone',
      label,
      parts: ['number'],
      levels: ['different', 'near', 'same'].map((name) => ({ name, label })),
      prepare: () => '',
      level: () => 0,
    },
  ],
  keys: [],
}

function modelOf(levels: Record<string, { m: number; u: number; s?: number }>): Model {
  return { version: 1, origin: 'made', prior: 0, sisterPrior: 6, comparisons: { phone: { phone: levels } } }
}

describe('levelWeights', () => {
  test('is log2(m / u) by level, 0 where the model knows none', () => {
    const model = modelOf({ different: { m: 0.25, u: 0.5 }, same: { m: 0.5, u: 2 ** -20 } })
    expect([...levelWeights(model, field, 'phone')]).toEqual([-1, 0, 19])
  })

  test('against sisters is log2(m / s), and log2(m / u) where the model says nothing of them', () => {
    const model = modelOf({ different: { m: 0.25, u: 0.5, s: 0.125 }, same: { m: 0.5, u: 2 ** -20 } })
    expect([...levelWeights(model, field, 'phone', 's')]).toEqual([1, 0, 19])
  })

  test('is 0 throughout for a field that the model does not know, and empty for a comparison that is none', () => {
    expect([...levelWeights({ ...modelOf({}), comparisons: {} }, field, 'phone')]).toEqual([0, 0, 0])
    expect([...levelWeights(modelOf({}), field, 'fax')]).toEqual([])
  })

  test('is finite for any model that is allowed', () => {
    const share = fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, (m, u) => {
        const model = modelOf({ same: { m, u } })
        expect(modelSchema.safeParse(model).success).toBe(true)
        expect(levelWeights(model, field, 'phone').every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

describe('weights and probabilities', () => {
  test.each([
    [0, 0.5],
    [1, 2 / 3],
    [-1, 1 / 3],
    [2000, 1],
    [-2000, 0],
    [Number.NEGATIVE_INFINITY, 0],
  ])('log2 odds of %f are a share of %f', (logOdds, share) => {
    expect(shareOfOdds(logOdds)).toBeCloseTo(share, 12)
  })

  test.each([
    [2.2, 0.5],
    [4.2, 0.8],
    [2000, 1],
    [-2000, 0],
    [Number.NEGATIVE_INFINITY, 0],
  ])('a match weight of %f is a probability of %f', (weight, probability) => {
    expect(probabilityOf(weight)).toBeCloseTo(probability, 12)
  })

  test('each leads back to the other', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (weight) => {
        expect(matchWeightOf(probabilityOf(weight))).toBeCloseTo(weight, 5)
      }),
    )
  })

  test('more weight is never less probable', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        expect(probabilityOf(Math.max(a, b))).toBeGreaterThanOrEqual(probabilityOf(Math.min(a, b)))
      }),
    )
  })
})

describe('weighAgainstBoth', () => {
  const weight = fc.double({ min: -60, max: 60, noNaN: true })

  test('the odds against add up', () => {
    fc.assert(
      fc.property(weight, weight, (strangers, sisters) => {
        const against = 2 ** -strangers + 2 ** -sisters
        expect(weighAgainstBoth(strangers, sisters)).toBeCloseTo(-Math.log2(against), 9)
      }),
    )
  })

  test('is the same either way round, and never above the lesser', () => {
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        expect(weighAgainstBoth(a, b)).toBe(weighAgainstBoth(b, a))
        expect(weighAgainstBoth(a, b)).toBeLessThanOrEqual(Math.min(a, b))
      }),
    )
  })

  test.each([
    [3, 3, 2],
    [2000, 3, 3],
    [-2000, 3, -2000],
    [2000, 2000, 1999],
  ])('%f against strangers and %f against sisters are %f', (strangers, sisters, both) => {
    expect(weighAgainstBoth(strangers, sisters)).toBeCloseTo(both, 9)
  })
})

describe('modelSchema', () => {
  const model = modelOf({ same: { m: 0.5, u: 0.1 } })

  test('takes a model as JSON, and gives it back', () => {
    expect(modelSchema.parse(JSON.parse(JSON.stringify(shippedModel)))).toEqual(shippedModel)
  })

  test.each<[string, unknown]>([
    ['a share of nothing', modelOf({ same: { m: 0, u: 0.1 } })],
    ['a share above all', modelOf({ same: { m: 0.5, u: 1.5 } })],
    ['another version', { ...model, version: 2 }],
    ['a prior that is no number', { ...model, prior: Number.NaN }],
    ['a key that is not known', { ...model, lambda: 1 }],
    ['no prior of sisters', { version: 1, origin: '', prior: 0, comparisons: {} }],
    ['a share of sisters of nothing', modelOf({ same: { m: 0.5, u: 0.1, s: 0 } })],
    ['no comparisons', { version: 1, origin: '', prior: 0, sisterPrior: 6 }],
  ])('refuses %s', (_, wrong) => {
    expect(modelSchema.safeParse(wrong).success).toBe(false)
  })
})

describe('the shipped model', () => {
  const comparisons = Object.entries(shippedModel.comparisons).flatMap(([field, byName]) =>
    Object.entries(byName).map(([name, levels]) => [`${field}.${name}`, levels] as const),
  )

  // Figures are counted and then rounded or damped by hand: they need not add up, but must not stray.
  test.each(comparisons)('the shares of %s add up to about one', (_, levels) => {
    for (const of of ['m', 'u'] as const) {
      const sum = Object.values(levels).reduce((total, level) => total + level[of], 0)
      expect(sum).toBeGreaterThan(0.6)
      expect(sum).toBeLessThan(1.4)
    }
  })

  test.each(comparisons)('the weakest level of %s speaks against, the strongest for', (_, levels) => {
    const weights = Object.values(levels).map(({ m, u }) => Math.log2(m / u))
    expect(weights[0]).toBeLessThan(0)
    expect(weights[weights.length - 1]).toBeGreaterThan(0)
  })
})
