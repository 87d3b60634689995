import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { textsOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import { type ComparisonFrequency, defineComparison, type FieldType } from '../model/field-type.ts'
import type { Model } from '../model/model.ts'
import { weighField } from './weigh-field.ts'

const label = { zh: '', en: '' }
const levels = (...names: readonly string[]) => names.map((name) => ({ name, label }))
const made = { label, prepare: () => '', level: () => 0 }

const type: FieldType = {
  name: 'companyName',
  label,
  roles: [],
  parts: ['brand', 'branch'],
  parse: () => ({ entries: [], display: '', quality: 0, unreadable: '', repaired: '', junk: '' }),
  comparisons: [
    defineComparison({
      ...made,
      name: 'brand',
      parts: ['brand'],
      levels: levels('different', 'typo', 'same'),
      frequency: { part: 'brand', levels: { typo: 0.25, same: 1 } },
    }),
    defineComparison({
      ...made,
      name: 'branch',
      parts: ['branch'],
      levels: levels('different', 'same'),
      vetoes: { different: 'branch' },
      frequency: { part: 'branch', levels: { different: 1, same: 1 } },
    }),
  ],
  keys: [],
}

const model: Model = {
  version: 1,
  origin: 'made',
  prior: 0,
  sisterPrior: 6,
  comparisons: {
    companyName: {
      brand: {
        different: { m: 0.125, u: 0.5 },
        typo: { m: 0.25, u: 0.0625 },
        same: { m: 0.5, u: 0.001 },
      },
      branch: { different: { m: 0.01, u: 0.9 }, same: { m: 0.5, u: 0.25 } },
    },
  },
}

/** A rare brand, and one that stands in a thousand different names. */
const columns = columnsOf(
  type.parts,
  [['昌硕', ''], ...Array.from({ length: 1000 }, (_, i) => ['恒通', `第${i}分公司`]), ['', '甲']].map(
    (entry) => [entry],
  ),
)
const weigh = (lifted: readonly string[] = [], by: Model = model) =>
  weighField(by, type, columns, undefined, new Set(lifted))

describe('weighField', () => {
  test('levels weigh log2(m / u)', () => {
    const [brand, branch] = weigh()
    expect([...brand.levels.subarray(0, 2)]).toEqual([-2, 2])
    expect(brand.levels[2]).toBeCloseTo(Math.log2(500), 9)
    expect(branch.levels[1]).toBe(1)
  })

  test('a level that forbids a merge weighs nothing, not even by rarity', () => {
    const [brand, branch] = weigh()
    expect([...branch.vetoes]).toEqual([1, 0])
    expect(branch.levels[0]).toBe(0)
    expect([...(branch.frequency?.shares ?? [])]).toEqual([0, 1])
    expect([...brand.vetoes]).toEqual([0, 0, 0])
  })

  test('a lifted veto neither forbids nor speaks against the merge', () => {
    const [, branch] = weigh(['branch'])
    expect([...branch.vetoes]).toEqual([0, 0])
    expect(branch.levels[0]).toBe(0)
  })

  test('a rare value adds, a common one takes away, smoothed towards u', () => {
    const { frequency } = weigh()[0]
    const { dictionary } = partOf(columns, 'brand')
    expect(textsOf(dictionary)).toEqual(['', '昌硕', '恒通'])
    const smoothed = (count: number) => (count - 1 + 3000 * 0.001) / (1001 + 3000)
    expect(frequency?.adjustments[1]).toBeCloseTo(Math.log2(0.001 / smoothed(1)), 5)
    expect(frequency?.adjustments[2]).toBeCloseTo(Math.log2(0.001 / smoothed(1000)), 5)
    expect(frequency?.adjustments[1]).toBeGreaterThan(0)
    expect(frequency?.adjustments[2]).toBeLessThan(-7)
    expect([...(frequency?.shares ?? [])]).toEqual([0, 0.25, 1])
    expect(frequency?.codes).toBe(partOf(columns, 'brand').codes)
  })

  describe('with more said of the frequency', () => {
    const weighBrand = (more: Partial<ComparisonFrequency>) => {
      const [brand, branch] = type.comparisons
      const frequency = { part: 'brand', levels: { same: 1 }, ...more }
      const changed = { ...type, comparisons: [{ ...brand, frequency }, branch] }
      return weighField(model, changed, columns, undefined, new Set())[0].frequency?.adjustments ?? []
    }

    test('a value is as likely as expected before there is data', () => {
      const expected = (text: string) => (text === '昌硕' ? 2 ** -16 : 2 ** -4)
      const [, rare, common] = weighBrand({ expected })
      expect(rare).toBeCloseTo(Math.log2(0.001 / ((3000 * 2 ** -16) / 4001)), 4)
      expect(common).toBeCloseTo(Math.log2(0.001 / ((999 + 3000 * 2 ** -4) / 4001)), 4)
    })

    test('rarity adds and takes no more than the limit', () => {
      expect([...weighBrand({ limit: 0.25 })]).toEqual([0, 0.25, -0.25])
    })

    test('holders are counted by the parts that tell them apart', () => {
      const one = [
        ['恒通', ''],
        ['恒通', '甲'],
        ['昌硕', '甲'],
        ['昌硕', '乙'],
        ['昌硕', '丙'],
      ]
      const few = columnsOf(
        type.parts,
        one.map((entry) => [entry]),
      )
      const [brand] = type.comparisons
      const frequency = { part: 'brand', levels: { same: 1 }, by: ['branch'] }
      const changed = { ...type, comparisons: [{ ...brand, frequency }] }
      const [weights] = weighField(model, changed, few, undefined, new Set())
      // One holder with and without a branch, three with a branch each: four in all.
      const adjusted = (count: number) => Math.log2(0.001 / ((count - 1 + 3) / (4 + 3000)))
      expect(weights.frequency?.adjustments[1]).toBeCloseTo(adjusted(1), 4)
      expect(weights.frequency?.adjustments[2]).toBeCloseTo(adjusted(3), 4)
    })
  })

  describe('holders by several parts', () => {
    const holderType: FieldType = {
      ...type,
      parts: ['brand', 'province', 'trade'],
      comparisons: [
        {
          ...type.comparisons[0],
          frequency: { part: 'brand', levels: { same: 1 }, by: ['province', 'trade'] },
        },
      ],
    }
    const countOf = (entries: readonly (readonly string[])[]) => {
      const rare = [['昌硕', '', '']]
      const made = columnsOf(
        holderType.parts,
        [...entries, ...rare].map((entry) => [entry]),
      )
      const [{ frequency }] = weighField(model, holderType, made, undefined, new Set())
      const { codes } = partOf(made, 'brand')
      const adjustment = frequency?.adjustments[codes[0]] ?? 0
      // From log2(u / tf) back to the count: tf is (count − 1 + 3000 u) / (count + 1 + 3000), the 1 being 昌硕.
      const frequencyOf = 0.001 / 2 ** adjustment
      return Math.round((frequencyOf * 3001 - 2) / (1 - frequencyOf))
    }
    test.each([
      ['one, typed in two ways', [['恒通', '14', '煤业'], ['恒通', '', '煤业']], 1], // biome-ignore format: a table
      ['one whose trade was reworded', [['恒通', '14', '煤业'], ['恒通', '14', '贸易']], 1], // biome-ignore format: a table
      ['three trades: one may be a rewording', [['恒通', '14', '煤业'], ['恒通', '14', '贸易'], ['恒通', '14', '物流']], 2], // biome-ignore format: a table
      ['two provinces', [['恒通', '14', '煤业'], ['恒通', '32', '煤业']], 2], // biome-ignore format: a table
      ['two provinces and four trades', [['恒通', '14', '煤业'], ['恒通', '32', '贸易'], ['恒通', '', '物流'], ['恒通', '', '餐饮']], 3], // biome-ignore format: a table
      ['one of which nothing is known', [['恒通', '', '']], 1],
    ])('%s', (_, entries, count) => {
      expect(countOf(entries)).toBe(count)
    })
  })

  test('against sisters a level weighs log2(m / s), where the model knows s', () => {
    const { brand, branch } = model.comparisons.companyName
    const withSisters = { ...brand, same: { ...brand.same, s: 0.25 } }
    const [weights] = weigh([], { ...model, comparisons: { companyName: { brand: withSisters, branch } } })
    expect([...weights.sisters]).toEqual([-2, 2, 1])
    expect(weights.levels).toEqual(weigh()[0].levels)
  })

  test('what the model does not know weighs nothing, rare or not', () => {
    for (const weights of weigh([], { ...model, comparisons: {} })) {
      expect(weights.levels.every((weight) => weight === 0)).toBe(true)
      expect(weights.frequency).toBeUndefined()
    }
  })

  test('factors are handed on to every comparison', () => {
    const factors = new Float32Array(columns.entryCount).fill(0.5)
    for (const weights of weighField(model, type, columns, factors, new Set())) {
      expect(weights.factors).toBe(factors)
    }
  })
})
