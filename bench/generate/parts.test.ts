import fc from 'fast-check'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, test } from 'vitest'
import { type BaseRow, leadsOf, splitName } from './base.ts'
import { makeCompany, type World } from './companies.ts'
import { creditCodeCheck, makeCreditCode, organisationCodeCheck } from './credit-code.ts'
import { generateCustomers } from './generate.ts'
import { makeGroup, makeLead } from './groups.ts'
import { makeMobile } from './phones.ts'
import { cities } from './places.ts'
import { Random } from './random.ts'
import { mistype } from './typos.ts'

const simplify = Converter({ from: 't', to: 'cn' })

describe('parts', () => {
  test('check digits are those of published codes', () => {
    // Worked examples of GB 32100 and GB 11714.
    expect(creditCodeCheck('91440300192203821')).toBe('6')
    expect(creditCodeCheck('12100000400002259')).toBe('P')
    expect(organisationCodeCheck('19220382')).toBe('1')
    expect(organisationCodeCheck('71526726')).toBe('X')
  })

  test('codes and mobiles are nobody else’s', () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => index * 97)
    expect(new Set(numbers.map((number) => makeCreditCode(number, '91', '140100', 0.9).slice(8))).size).toBe(
      100_000,
    )
    expect(new Set(numbers.map((number) => makeCreditCode(number, '91', '140100', 0.1).slice(8))).size).toBe(
      100_000,
    )
    expect(new Set(numbers.map((number) => makeMobile(number, 1))).size).toBe(100_000)
    expect(numbers.every((number) => /^1[3-9]\d{9}$/.test(makeMobile(number, 1)))).toBe(true)
  })

  test('a typing error changes the text, by one character or two', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('恒通', '华源达', '新世纪', '人人', '鑫'), (seed, text) => {
        const typed = mistype(text, new Random(seed))
        if (text.length < 2) expect(typed).toBe(text)
        else expect(typed).not.toBe(text)
        expect(Math.abs(typed.length - text.length)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('each company of a group has its own name', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = new Random(seed)
        const taken = new Set<string>()
        const key = (name: { region: string; brand: string; industry: string }) =>
          name.region + name.brand + name.industry
        const claim: World['claim'] = (_, name) => !taken.has(key(name)) && taken.add(key(name)) !== undefined
        const world: World = { customers: 1000, claim }
        const group = makeGroup(5, (random) => makeLead(world, random), world, random) ?? []
        const names = group.map(({ name }) => key(name) + name.branch)
        expect(new Set(names).size).toBe(names.length)
        expect(group.map((company) => company.index)).toEqual(group.map((_, at) => 5 + at))
      }),
    )
  })
})

const taiyuan = cities.find((city) => city.short === '太原') ?? cities[0]

describe('a base of companies', () => {
  const rows: BaseRow[] = ['甲', '乙', '丙', '丁', '戊'].map((letter, at) => ({
    uscc: makeCreditCode(at, '91', '140105', 0.9),
    name: `太原市晨${letter}建筑材料有限公司`,
    address: `山西省太原市小店区某某路${at}号`,
    province: '山西',
    city: '太原',
  }))

  test('names are split by plain rules', () => {
    const { region, brand, industry, form } = splitName('山西太原晨甲建筑材料有限公司', taiyuan)
    expect([region, brand, industry, form]).toEqual(['山西太原', '晨甲', '建筑材料', '有限公司'])
    expect(splitName('太原市晨甲商贸有限公司大同分公司', taiyuan).branch).toBe('大同分公司')
    expect(splitName('晨甲玄黄', taiyuan).brand).toBe('晨甲玄黄')
  })

  test('each row is a customer of its own, and the end of the base is the end', () => {
    const doubled = [...rows, { ...rows[0] }, { ...rows[1], name: rows[1].name, uscc: '' }]
    const made = [...generateCustomers({ seed: 3, records: 1000, base: leadsOf(doubled, 3) })]
    expect(made.length).toBeLessThan(1000)
    for (const row of rows) {
      const holders = made.filter((record) => record.credit_code === row.uscc).map(({ customer }) => customer)
      expect(new Set(holders).size).toBeLessThanOrEqual(1)
    }
    const texts = made.map((record) => simplify(record.name))
    expect(rows.every((row) => texts.some((text) => text.includes(row.name.slice(3, 5))))).toBe(true)
  })

  test('a row without a city that is known, or without a name, is left out', () => {
    const next = leadsOf(
      [
        { ...rows[0], city: '无此市' },
        { ...rows[1], name: '' },
      ],
      1,
    )
    expect(next(new Random(1))).toBeNull()
  })

  test('the code and the address are the row’s', () => {
    const random = new Random(1)
    const lead = leadsOf([rows[2]], 1)(random)
    const world: World = { customers: 10, claim: () => true }
    const company = lead && makeCompany(lead, 0, world, random)
    expect(company?.creditCode).toBe(rows[2].uscc)
    expect(company?.registered).toMatchObject({
      province: '山西省',
      city: '太原市',
      county: '小店区',
      street: '某某路2号',
    })
  })
})
