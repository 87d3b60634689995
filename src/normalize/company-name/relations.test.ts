import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEGAL_FORMS } from '../lexicon/legal-forms.ts'
import { formBefore } from './forms.ts'
import { industryRelation } from './industry-relation.ts'
import { legalFormRelation } from './legal-form-relation.ts'
import { splitCompanyNames } from './several.ts'
import { INDUSTRY_GROUPS, INDUSTRY_WORDS } from './words.ts'

const allWords = Array.from({ length: 65536 }, (_, unit) => INDUSTRY_WORDS.beginningWith(unit)).flat()

describe('industryRelation', () => {
  it('is 1 for the same words, 0.9 within a group, 0 for strangers and for nothing', () => {
    expect(industryRelation(['煤业'], ['煤业'])).toBe(1)
    expect(industryRelation(['煤业'], ['煤产品'])).toBe(0.9)
    expect(industryRelation(['煤矿'], ['煤业'])).toBe(0.9)
    expect(industryRelation(['煤业'], ['婚庆'])).toBe(0)
    expect(industryRelation([], ['煤业'])).toBe(0)
  })

  it('takes concept ids as well as words', () => {
    expect(industryRelation(['coal'], ['煤业'])).toBe(0.9)
  })

  it('lets generic words weigh little', () => {
    const sharesTrade = industryRelation(['煤业', '科技'], ['煤业', '贸易'])
    const sharesNothingButGeneric = industryRelation(['煤业', '科技'], ['婚庆', '科技'])
    expect(sharesTrade).toBeGreaterThan(0.8)
    expect(sharesNothingButGeneric).toBeLessThan(0.25)
  })

  it('puts related groups between strangers and kin', () => {
    const related = industryRelation(['煤业'], ['矿业'])
    expect(related).toBeGreaterThan(0.2)
    expect(related).toBeLessThan(0.9)
  })

  const someWords = fc.array(fc.constantFrom(...allWords.map(({ text }) => text)), {
    minLength: 1,
    maxLength: 4,
  })
  it('is symmetric, between 0 and 1, and 1 with itself', () => {
    fc.assert(
      fc.property(someWords, someWords, (a, b) => {
        const relation = industryRelation(a, b)
        expect(relation).toBeCloseTo(industryRelation(b, a), 12)
        expect(relation).toBeGreaterThanOrEqual(0)
        expect(relation).toBeLessThanOrEqual(1)
        expect(industryRelation(a, a)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('legalFormRelation', () => {
  it.each([
    ['有限公司', '有限公司', 'same'],
    ['有限公司', '股份有限公司', 'reform'],
    ['厂', '有限公司', 'compatible'],
    ['店', '超市', 'compatible'],
    ['有限公司', '合作社', 'different'],
    ['有限公司', '店', 'different'],
    ['有限公司', '', 'missing'],
    ['有限公司', '没有这种形式', 'missing'],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(legalFormRelation(a, b)).toBe(relation)
    expect(legalFormRelation(b, a)).toBe(relation)
  })
})

describe('splitCompanyNames', () => {
  it.each([
    ['启新煤业有限公司/大同晋华机械厂', ['启新煤业有限公司', '大同晋华机械厂']],
    [
      '启新煤业有限公司、晋华机械有限公司；北山商贸有限公司',
      ['启新煤业有限公司', '晋华机械有限公司', '北山商贸有限公司'],
    ],
    ['启新煤业有限公司\n晋华机械有限公司', ['启新煤业有限公司', '晋华机械有限公司']],
    ['启新煤业(太原/大同)有限公司', ['启新煤业(太原/大同)有限公司']],
    ['粮油、副食经营部', ['粮油、副食经营部']],
    ['A/B测试科技有限公司', ['A/B测试科技有限公司']],
    ['启新煤业有限公司', ['启新煤业有限公司']],
    ['', []],
  ])('%s', (cell, names) => {
    expect(splitCompanyNames(cell)).toEqual(names)
  })
})

describe('the lexicon', () => {
  it('has no group twice and no empty word', () => {
    const ids = INDUSTRY_GROUPS.map((g) => g.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const word of allWords) {
      expect(word.text).toMatch(/^\S+$/)
      expect(word.groups.length).toBeGreaterThan(0)
      expect(word.concepts.length).toBeGreaterThan(0)
    }
  })

  it('finds every legal form by itself, and no spelling stands for two forms', () => {
    const seen = new Map<string, string>()
    for (const line of LEGAL_FORMS.trim().split('\n')) {
      if (line.startsWith('#')) continue
      const [canonical = '', ...spellings] = line.split(' ')
      for (const spelling of [canonical, ...spellings]) {
        expect([spelling, seen.get(spelling)]).toEqual([spelling, undefined])
        seen.set(spelling, canonical)
        expect([spelling, formBefore(spelling, spelling.length)?.canonical]).toEqual([spelling, canonical])
      }
    }
  })
})
