import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { divisionPath } from './division-path.ts'
import { findDivisionByPinyin } from './division-pinyin.ts'
import {
  currentCodes,
  divisionOf,
  divisions,
  findDivisions,
  matchDivisions,
  mayBeginDivision,
} from './divisions.ts'
import { FORMER_DIVISIONS } from './lexicon/divisions.ts'
import { relateDivisions } from './relate-divisions.ts'

const all = [...divisions()]
const anyCode = fc.constantFrom(...all.map((division) => division.code))

describe('divisions in use', () => {
  test.each([
    ['140105', '小店区', '小店', 'county', '140100'],
    ['422800', '恩施土家族苗族自治州', '恩施', 'city', '420000'],
    ['429004', '仙桃市', '仙桃', 'county', '420000'],
    ['110105', '朝阳区', '朝阳', 'county', '110000'],
    ['150000', '内蒙古自治区', '内蒙古', 'province', ''],
    ['623027', '夏河县', '夏河', 'county', '623000'],
    ['150522', '科尔沁左翼后旗', '科尔沁左翼后旗', 'county', '150500'],
    ['410104', '管城回族区', '管城', 'county', '410100'],
  ])('%s is %s', (code, name, short, level, parent) => {
    expect(divisionOf(code)).toEqual({ code, name, short, level, parent })
  })

  it('knows a parent for every division below a province', () => {
    for (const { code, level, parent } of all) {
      if (level === 'province') expect(parent).toBe('')
      else expect(relateDivisions(code, parent)).toBe('inside')
    }
  })

  test.each([
    ['110105', { province: '110000', city: '110000', county: '110105' }],
    ['419001', { province: '410000', city: '', county: '419001' }],
    ['330100', { province: '330000', city: '330100', county: '' }],
    ['310000', { province: '310000', city: '310000', county: '' }],
    ['999999', { province: '', city: '', county: '' }],
  ])('path of %s', (code, path) => expect(divisionPath(code)).toEqual(path))
})

describe('former divisions', () => {
  test.each([
    ['110103', ['110101']],
    ['320586', ['320506', '320507']],
    ['420600', ['420600']],
    ['341400', ['340181']],
    ['371202', ['370116']],
    ['330104', ['330102', '330114']],
    ['310108', ['310106']],
    ['310119', ['310115']],
    ['460001', ['469001']],
    ['522501', ['520402']],
    ['110100', ['110000']],
    ['440301', ['440300']],
    ['', []],
    ['12', []],
    ['990101', []],
  ])('%j is now %j', (code, current) => expect(currentCodes(code)).toEqual(current))

  it('leads every former division to divisions in use', () => {
    const codes = new Set(all.map((division) => division.code))
    for (const [, prefix = '', rest = ''] of FORMER_DIVISIONS.matchAll(/^(\d{4})(.*)$/gm)) {
      for (const [, end = '', heirs = ''] of rest.matchAll(/ (\d\d)[^>]+>([\d/]+)/g)) {
        expect(currentCodes(prefix + end).length).toBeGreaterThan(0)
        for (const heir of heirs.split('/')) {
          expect(codes.has(heir.length === 2 ? prefix + heir : heir)).toBe(true)
        }
      }
    }
  })
})

describe('names', () => {
  const codesOf = (name: string) => findDivisions(name).map((match) => match.codes.join('/'))

  test.each([
    ['襄樊市', ['420600']],
    ['徐水县', ['130609']],
    ['恩施州', ['422800']],
    ['内蒙', ['150000']],
    ['长阳县', ['420528']],
    ['荆沙市', ['421000']],
    ['鼓楼区', ['320106', '320302', '350102', '410204']],
    ['没有这里', []],
    ['', []],
  ])('%s reads as %j', (name, codes) => expect(codesOf(name)).toEqual(codes))

  it('gives large places first and says what was written', () => {
    expect(findDivisions('海南')[0]).toEqual({
      codes: ['460000'],
      level: 'province',
      full: false,
      former: false,
    })
    expect(findDivisions('崇文')[0]).toEqual({
      codes: ['110101'],
      level: 'county',
      full: false,
      former: true,
    })
  })

  it('finds every division under its name and its short name', () => {
    for (const { code, name, short } of all) {
      expect(codesOf(name)).toContain(code)
      expect(codesOf(short)).toContain(code)
    }
  })

  it('matches in a text what it finds by name, longest first', () => {
    expect(matchDivisions('太原市小店区', 0).map((span) => span.length)).toEqual([3, 2])
    expect(matchDivisions('山西太原', 2)).toMatchObject([{ length: 2, matches: findDivisions('太原') }])
    expect(matchDivisions('内蒙古包头', 0).map((span) => span.length)).toEqual([3])
    expect(matchDivisions('内蒙包头', 0).map((span) => span.length)).toEqual([2])
    expect(matchDivisions('太', 0)).toEqual([])
    expect(matchDivisions('', 0)).toEqual([])
  })

  it('agrees with looking up every stretch of the text', () => {
    const piece = fc.constantFrom(...all.slice(0, 400).map((division) => division.name), '路', '某', '北')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), fc.nat(6), (pieces, start) => {
        const text = pieces.join('')
        const slow: number[] = []
        for (let end = text.length; end > start; end--) {
          const name = text.slice(start, end)
          const isBroken = name === '内蒙' && text.startsWith('内蒙古', start)
          if (!isBroken && findDivisions(name).length > 0) slow.push(end)
        }
        expect(matchDivisions(text, start).map((span) => start + span.length)).toEqual(slow)
        if (slow.length > 0) expect(mayBeginDivision(text, start)).toBe(true)
      }),
    )
  })
})

describe('relations', () => {
  test.each([
    ['140105', '140100', 'inside'],
    ['140000', '140105', 'contains'],
    ['140105', '140106', 'apart'],
    ['140105/140106', '140106', 'same'],
    ['110103', '110101', 'same'],
    ['110100', '110000', 'same'],
    ['429004', '420000', 'inside'],
    ['429004', '420100', 'apart'],
    ['370116/370117', '370100', 'inside'],
    ['440309', '440306', 'inside'],
    ['440306', '440309', 'contains'],
    ['', '140100', 'missing'],
    ['140100', '', 'missing'],
    ['xx', 'xx', 'missing'],
    ['100000', '140100', 'missing'],
  ])('%s to %s: %s', (a, b, relation) => expect(relateDivisions(a, b)).toBe(relation))

  it('is the other way round the other way round', () => {
    const turned = {
      inside: 'contains',
      contains: 'inside',
      same: 'same',
      apart: 'apart',
      missing: 'missing',
    }
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(relateDivisions(b, a)).toBe(turned[relateDivisions(a, b)])
        expect(relateDivisions(a, a)).toBe('same')
      }),
    )
  })
})

describe('pinyin', () => {
  test.each([
    ['SUZHOU', '320500'],
    ['Kunshan City', '320583'],
    ["Xi'an", '610100'],
    ['Chongqing', '500000'],
    ['Shaanxi Province', '610000'],
    ['Shanxi', '140000'],
    ['harbin', '230100'],
    ['Inner Mongolia', '150000'],
    ['Hong Kong', '810000'],
    ['Xiamen', '350200'],
    ['Dongguan', '441900'],
    ['Yueqing', '330382'],
  ])('%s is %s', (latin, code) => expect(findDivisionByPinyin(latin)[0]?.codes).toEqual([code]))

  it('knows nothing of other words', () => {
    expect(findDivisionByPinyin('Fastener')).toEqual([])
    expect(findDivisionByPinyin('')).toEqual([])
    expect(findDivisionByPinyin('x'.repeat(10_000))).toEqual([])
  })
})
