import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it, test } from 'vitest'
import { readCell } from './phone/cell.ts'
import { areaOf } from './phone/plan.ts'
import { type Phone, parsePhones } from './phone.ts'

/** One line of the golden table for one phone. */
function describePhone(phone: Phone): string {
  const { kind, national, areaCode, extension, country, isFax, repaired, reason } = phone
  return [
    kind,
    national || '-',
    areaCode && `area=${areaCode}`,
    extension && `ext=${extension}`,
    country && country !== 'CN' && `in=${country}`,
    isFax && 'fax',
    repaired && `repaired=${repaired}`,
    reason && `reason=${reason}`,
  ]
    .filter(Boolean)
    .join(' ')
}

const table = readFileSync(new URL('../../fixtures/phones/phones.tsv', import.meta.url), 'utf8')
const cases = table
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string])

describe('golden table', () => {
  test.each(cases)('%j with hint %j', (written, areaCode, expected) => {
    const cell = written.replaceAll('\\n', '\n').replaceAll('\\\\', '\\')
    expect(parsePhones(cell, { areaCode }).map(describePhone).join(' | ')).toBe(expected)
  })
})

const digit = fc.integer({ min: 0, max: 9 })
const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''))
const mobile = fc
  .tuple(fc.constantFrom('130', '139', '145', '158', '166', '178', '186', '191', '199'), digits(8))
  .map((parts) => parts.join(''))
const areaCodes = Array.from({ length: 1000 }, (_, n) => `0${n}`).filter((code) => areaOf(code) !== undefined)
const landline = fc
  .tuple(fc.constantFrom(...areaCodes), fc.integer({ min: 2, max: 8 }), digits(6))
  .map(([code, first, rest]) => ({ code, local: `${first}${rest}` }))
const longLandline = fc
  .tuple(
    fc.constantFrom(...areaCodes.filter((code) => areaOf(code)?.eight)),
    fc.integer({ min: 2, max: 8 }),
    digits(7),
  )
  .map(([code, first, rest]) => ({ code, local: `${first}${rest}` }))
const anyLandline = fc.oneof(landline, longLandline)

describe('against libphonenumber', () => {
  it('knows the same mobile prefixes', () => {
    for (let prefix = 13000; prefix <= 19999; prefix += 5) {
      const number = `${prefix}564738`
      const theirs = parsePhoneNumberFromString(number, 'CN')?.isValid() === true
      expect(`${number} ${parsePhones(number)[0]?.kind === 'mobile'}`).toBe(`${number} ${theirs}`)
    }
  })

  it('knows the same area codes and lengths, given-up codes and old numbers apart', () => {
    // They do not list Nagqu's second code; they list one of Qinghai that nobody answers to.
    const differing = new Set(['0807'])
    for (const code of areaCodes) {
      const area = areaOf(code)
      if (area === undefined || differing.has(code)) continue
      for (const local of ['5647382', '56473829']) {
        const isCurrent = area.successor === '' && (local.length === 8 ? area.eight : area.seven)
        const theirs = parsePhoneNumberFromString(code + local, 'CN')
        expect(`${code}-${local} ${theirs?.isValid()}`).toBe(`${code}-${local} ${isCurrent}`)
        if (isCurrent) expect(parsePhones(`${code}-${local}`)[0]?.national).toBe(`0${theirs?.nationalNumber}`)
      }
    }
  })

  it('reads foreign numbers to their E.164', () => {
    for (const written of ['+44 20 7946 0958', '001-650-555-0147', '+81 3 5555 0147', '+49 30 5550147']) {
      const theirs = parsePhoneNumberFromString(written.replace(/^00/, '+'))
      expect(parsePhones(written)[0]).toMatchObject({ kind: 'foreign', national: theirs?.number })
    }
  })
})

const KIND = /^(?:mobile|landline|placeholder)$/

describe('however it is written', () => {
  it('a mobile is the same number', () => {
    const writings = [
      (n: string) => n,
      (n: string) => `${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)}`,
      (n: string) => `${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`,
      (n: string) => `+86${n}`,
      (n: string) => `+86 ${n}`,
      (n: string) => `86-${n}`,
      (n: string) => `0086${n}`,
      (n: string) => `0${n}`,
      (n: string) => `17951${n}`,
      (n: string) => `张经理${n}（手机）`,
      (n: string) => `电话:${n}`,
      (n: string) => `${n}.0`,
      (n: string) => `\u202d${n}\u202c`,
      (n: string) => [...n].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
      (n: string) => `${n}/${n}`,
    ]
    fc.assert(
      fc.property(mobile, fc.constantFrom(...writings), (number, write) => {
        const found = parsePhones(write(number))
        expect(found.map((phone) => phone.national)).toEqual([number])
        expect(found[0]?.kind).toMatch(KIND)
      }),
    )
  })

  it('a landline is the same number', () => {
    const writings = [
      (code: string, local: string) => `${code}-${local}`,
      (code: string, local: string) => `(${code})${local}`,
      (code: string, local: string) => `（${code}） ${local.slice(0, -4)} ${local.slice(-4)}`,
      (code: string, local: string) => `${code} ${local.slice(0, -4)}-${local.slice(-4)}`,
      (code: string, local: string) => `${code}--${local}`,
      (code: string, local: string) => `+86-${code.slice(1)}-${local}`,
      (code: string, local: string) => `0086 ${code} ${local}`,
      (code: string, local: string) => `17909${code}${local}`,
      (code: string, local: string) => `电话：${code}－${local}`,
      (code: string, local: string) => `${code}-${local}-8001`,
      (code: string, local: string) => `${code}-${local}转8001`,
    ]
    fc.assert(
      fc.property(anyLandline, fc.constantFrom(...writings), ({ code, local }, write) => {
        const found = parsePhones(write(code, local))
        expect(found.map((phone) => phone.national)).toEqual([code + local])
        expect(found[0]?.kind).toMatch(KIND)
      }),
    )
  })

  it('a landline that lost its zero, or its area code, is the same number', () => {
    fc.assert(
      fc.property(anyLandline, ({ code, local }) => {
        const lost = parsePhones(code.slice(1) + local)[0]
        // 852 and 853 with eight digits would be Hong Kong and Macau, ten digits from 400 and 800 a hotline.
        expect(lost?.national).toBe(code + local)
        const hinted = parsePhones(local, { areaCode: code })[0]
        if (hinted?.kind === 'landline') expect(hinted.national).toBe(code + local)
      }),
    )
  })

  it('a number that was read is read again as itself', () => {
    const cell = fc.oneof(
      mobile,
      anyLandline.map(({ code, local }) => code + local),
    )
    fc.assert(
      fc.property(cell, (number) => {
        const once = parsePhones(number)[0]!
        expect(parsePhones(once.national)[0]?.national).toBe(once.national)
      }),
    )
  })
})

describe('the short way and the long way', () => {
  it('agree on plain digits with dashes', () => {
    const plain = fc
      .tuple(
        fc.constantFrom('', '0', '010', '0755', '0592', '4', '400', '852', '1', '86'),
        fc.array(fc.constantFrom('0', '1', '2', '5', '8', '9', '-', '6', '3'), {
          minLength: 5,
          maxLength: 14,
        }),
      )
      .map(([head, tail]) => head + tail.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          plain,
          mobile,
          landline.map(({ code, local }) => `${code}-${local}-123`),
        ),
        (cell) => {
          expect(parsePhones(cell).map(describePhone)).toEqual(readCell(cell, '').map(describePhone))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('read anything without complaint, and give what a phone must have', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '0',
        '1',
        '3',
        '8',
        '9',
        '010',
        '86',
        '+',
        '-',
        ' ',
        '/',
        '转',
        '*',
        '~',
        '.',
        'O',
        'x',
        '传真',
        '(',
        '、',
        '@',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          hostile.map((parts) => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 80 }),
        ),
        (cell) => {
          const found = parsePhones(cell)
          expect(found.length).toBeLessThanOrEqual(64)
          for (const phone of found) {
            expect(phone.kind === 'invalid').toBe(phone.national === '')
            expect(phone.kind === 'invalid').toBe(phone.reason !== '')
            expect(phone.national).toBe(
              phone.country === 'CN' ? phone.areaCode + phone.local : phone.national,
            )
            expect(cell).toContain(phone.text)
            expect(phone.extension.length).toBeLessThanOrEqual(6)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('cuts off what no cell holds', () => {
    expect(parsePhones(`${' '.repeat(1000)}13912340567`)).toEqual([])
    expect(parsePhones('13912340567,13812340568,'.repeat(100)).length).toBe(2)
  })
})
