import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Address, parseAddress } from './address.ts'
import { divisionOf } from './divisions.ts'
import { inferCounty } from './towns.ts'

const fixture = (name: string): string[][] =>
  readFileSync(new URL(`../../fixtures/addresses/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

const PLACES = ['text', 'province', 'city', 'county', 'divisions']

/** One line of the golden table for one address. */
const describeParts = (address: Address): string =>
  Object.entries(address)
    .filter(([part, value]) => !PLACES.includes(part) && value !== '')
    .map(([part, value]) => `${part}=${value}`)
    .join(' | ') || '-'

describe('golden table', () => {
  test.each(fixture('addresses.tsv'))('%s', (written, codes, parts) => {
    const address = parseAddress(written as string)
    expect([address.divisions.join('/') || '-', describeParts(address)]).toEqual([codes, parts])
  })
})

describe('equivalences', () => {
  test.each(fixture('equivalent.tsv'))('%s = %s', (one, other) => {
    expect({ ...parseAddress(one as string), text: '' }).toEqual({
      ...parseAddress(other as string),
      text: '',
    })
  })
})

describe('divisions', () => {
  it('gives province, city and county of one place, and what all readings share of several', () => {
    expect(parseAddress('宜兴市丁蜀镇')).toMatchObject({
      province: '320000',
      city: '320200',
      county: '320282',
    })
    expect(parseAddress('朝阳区抚松路907号')).toMatchObject({ province: '', city: '', county: '' })
    expect(parseAddress('山东省莱芜市文化路1号')).toMatchObject({
      province: '370000',
      city: '370100',
      county: '',
    })
  })

  it('lets hints decide between places of one name', () => {
    const written = '朝阳区抚松路907号'
    expect(parseAddress(written, { divisions: ['220100'] }).county).toBe('220104')
    expect(parseAddress(written, { divisions: ['110000'] }).county).toBe('110105')
    expect(parseAddress(written, { areaCode: '0431' }).county).toBe('220104')
    expect(parseAddress(written, { divisions: ['440300'] }).divisions).toEqual(['110105', '220104'])
  })

  it('infers the county from the town when one county has such a town', () => {
    expect(inferCounty(parseAddress('苏州市木渎镇金山路5号')).county).toBe('320506')
    // A town that was merged since.
    expect(inferCounty(parseAddress('苏州市浒墅关镇惠民路5号')).county).toBe('320505')
    const unknown = parseAddress('城关镇人民路5号')
    expect(inferCounty(unknown)).toBe(unknown)
  })
})

const place = fc.constantFrom('山西省太原市小店区', '太原市', '上海市浦东新区', '襄樊市', '昆山市', '')
const road = fc.constantFrom('长风街', '中山三路', '人民路北段', '文二西路', '东二环', '')
const house = fc.constantFrom('12号', '十二号', '甲8号院', '3-5号', '118号之一', '')
const name = fc.constantFrom('锦秋花园', '翠湖工业园', '万象大厦', '和平里小区', '')
const inside = fc.constantFrom('3栋2单元501室', '8楼', '12-3-402', 'A座1203', '2期5号楼', '')
const written = fc.tuple(place, road, house, name, inside).map((parts) => parts.join(''))
const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'省市区县镇乡村路街道号弄栋楼层室0123A-()与、附至东西一二十 百'),
    maxLength: 40,
  }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

describe('properties', () => {
  it('never throws, whatever the text, and gives codes in use', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const code of parseAddress(text).divisions) expect(divisionOf(code)?.code).toBe(code)
      }),
      { numRuns: 500 },
    )
  })

  it('reads a long cell up to its limit in linear time', () => {
    for (const unit of ['东', '1-', '一', '路', '山西省', '(', '南京市南京市', ' 号', '村镇']) {
      expect(parseAddress(unit.repeat(300_000)).text.length).toBeLessThanOrEqual(400)
    }
  })

  it('gives no names, roads or numbers that the text does not hold', () => {
    fc.assert(
      fc.property(written, (text) => {
        const address = parseAddress(text)
        for (const word of address.poi.split(' '))
          expect(text.replace('二', '2')).toContain(word.replace('二', '2'))
        if (/\d/.test(address.number)) expect(text).toMatch(/\d|[一二三四五六七八九十]/)
      }),
    )
  })

  it('reads its own folded text to the same parts', () => {
    fc.assert(
      fc.property(fc.oneof(written, hostile), (text) => {
        const address = parseAddress(text)
        expect(parseAddress(address.text)).toEqual(address)
      }),
      { numRuns: 500 },
    )
  })

  it('is not changed by its hints unless the place is ambiguous', () => {
    fc.assert(
      fc.property(written, (text) => {
        const address = parseAddress(text)
        if (address.divisions.length < 2) {
          expect(parseAddress(text, { divisions: ['110000'], areaCode: '0755' })).toEqual(address)
        }
      }),
    )
  })
})
