import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  compareIdentifiers,
  creditCheckCharacter,
  organisationCheckCharacter,
  parseIdentifier,
  parseIdentifiers,
  personalCheckCharacter,
  registrationCheckDigit,
} from './credit-code.ts'

function readTable(name: string): string[][] {
  const text = readFileSync(new URL(`../../fixtures/identifiers/${name}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

test.each(readTable('published.tsv'))(
  'published example %s is a valid %s',
  (written, kind, organisationCode) => {
    expect(parseIdentifier(written!)).toMatchObject({
      kind,
      organisationCode,
      isValid: true,
      grade: 'checked',
      repaired: '',
    })
  },
)

test.each(readTable('identifiers.tsv'))('%j is %s %s, %s', (written, ...expected) => {
  const { kind, text, grade, division, body, repaired, reason, isValid } = parseIdentifier(written!)
  expect([kind, text, grade, division, body, repaired, reason]).toEqual(expected)
  expect(isValid).toBe(grade !== 'broken')
})

describe('check characters, with the sums that were published', () => {
  it('follow the standards', () => {
    expect(creditCheckCharacter('91440300192203821')).toBe('6')
    expect(creditCheckCharacter('12100000400002259')).toBe('P')
    expect(organisationCheckCharacter('19220382')).toBe('1')
    expect(organisationCheckCharacter('71526726')).toBe('X')
    expect(registrationCheckDigit('11010800000001')).toBe('6')
    expect(personalCheckCharacter('11010519491231002')).toBe('X')
  })

  it('are none when a character cannot be counted', () => {
    expect(creditCheckCharacter('9144030019220382I')).toBe('')
    expect(creditCheckCharacter('9144030019220382中')).toBe('')
    expect(organisationCheckCharacter('1922-382')).toBe('')
  })

  it('agree with the formulas written as sums', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const code = fc
      .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(code, (text) => {
        const sum = [...text].reduce((all, c, i) => all + BigInt(alphabet.indexOf(c)) * 3n ** BigInt(i), 0n)
        expect(creditCheckCharacter(text)).toBe(alphabet[Number((31n - (sum % 31n)) % 31n)])
      }),
    )
    const digits = fc
      .array(fc.constantFrom(...'0123456789'), { minLength: 17, maxLength: 17 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(digits, (text) => {
        const sum = [...text].reduce((all, c, i) => all + Number(c) * 2 ** (17 - i), 0)
        expect(personalCheckCharacter(text)).toBe('10X98765432'[sum % 11])
      }),
    )
  })
})

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const oldBody = digits(8)
const newBody = fc
  .array(fc.constantFrom(...alphabet), { minLength: 6, maxLength: 6 })
  .map((all) => `MA${all.join('')}`)
const creditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '52', '12', 'N2'),
    fc.constantFrom('11', '35', '44'),
    digits(4),
    fc.oneof(oldBody, newBody),
  )
  .map(([head, province, office, body]) => {
    const start = head + province + office + body + organisationCheckCharacter(body)
    return start + creditCheckCharacter(start)
  })
  .filter((code) => parseIdentifier(code).reason !== 'placeholder')

describe('a valid credit code', () => {
  it('is read, and gives its organisation code and office', () => {
    fc.assert(
      fc.property(creditCode, (code) => {
        expect(parseIdentifier(code)).toMatchObject({
          kind: 'creditCode',
          text: code,
          grade: 'checked',
          organisationCode: code.slice(8, 17),
          division: code.slice(2, 8),
          repaired: '',
        })
      }),
    )
  })

  it('with any one character replaced is noticed, every place and every character', () => {
    fc.assert(
      fc.property(creditCode, (code) => {
        for (let place = 0; place < 18; place++) {
          for (const character of alphabet) {
            if (character === code[place]) continue
            const wrong = code.slice(0, place) + character + code.slice(place + 1)
            expect(creditCheckCharacter(wrong)).not.toBe(wrong[17])
            const found = parseIdentifier(wrong)
            if (found.text === wrong) expect(found.isValid && found.kind === 'creditCode').toBe(false)
          }
        }
      }),
      { numRuns: 10 },
    )
  })

  it('with two neighbours swapped is noticed, everywhere', () => {
    fc.assert(
      fc.property(creditCode, (code) => {
        for (let place = 0; place < 17; place++) {
          if (code[place] === code[place + 1]) continue
          const wrong = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)
          expect(creditCheckCharacter(wrong)).not.toBe(wrong[17])
        }
      }),
    )
  })

  it('is never repaired into another one by a look-alike slip', () => {
    const slips: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', U: 'V' }
    fc.assert(
      fc.property(creditCode, fc.integer({ min: 0, max: 17 }), (code, place) => {
        const slip = slips[code[place]!]
        fc.pre(slip !== undefined)
        const found = parseIdentifier(code.slice(0, place) + slip + code.slice(place + 1))
        if (found.isValid) expect([found.text, found.repaired]).toEqual([code, 'lookAlike'])
      }),
      { numRuns: 500 },
    )
  })

  it('is the same however it is written', () => {
    const writings = [
      (code: string) => code.toLowerCase(),
      (code: string) => `${code.slice(0, 4)} ${code.slice(4, 9)} ${code.slice(9)}`,
      (code: string) => `税号：${code}`,
      (code: string) => `${code.slice(0, 8)}-${code.slice(8)}`,
      (code: string) => `${code}.0`,
      (code: string) => [...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
      (code: string) => `\u200b${code}\ufeff`,
    ]
    // The letters of a code that stand by themselves are no word.
    expect(parseIdentifier('9111 2000M ACPDXGJXD').text).toBe('91112000MACPDXGJXD')
    fc.assert(
      fc.property(creditCode, fc.constantFrom(...writings), (code, write) => {
        expect(parseIdentifier(write(code)).text).toBe(code)
      }),
    )
  })

  it('meets its older numbers', () => {
    fc.assert(
      fc.property(creditCode, (code) => {
        const whole = parseIdentifier(code)
        const old = parseIdentifier(code.slice(8, 17))
        expect(compareIdentifiers(whole, old)).toBe('bridged')
        expect(compareIdentifiers(old, whole)).toBe('bridged')
      }),
    )
  })
})

describe('parseIdentifiers', () => {
  it('takes nine letters for an organisation code only when they check', () => {
    expect(parseIdentifier('MABMCCWGX').organisationCode).toBe('MABMCCWGX')
    expect(parseIdentifiers('MABMCCWGY')).toEqual([])
  })

  it('finds several numbers in a cell, each once', () => {
    const cell = '91350200750138463A、350200200012345；75013846-3 / 91350200750138463a'
    expect(parseIdentifiers(cell).map(({ text }) => text)).toEqual([
      '91350200750138463A',
      '350200200012345',
      '750138463',
    ])
    expect(parseIdentifiers('91350200750138463A 92350203MA31QK7B4R').length).toBe(2)
    expect(parseIdentifiers('91350200 750138463A 92350203 MA31QK7B4R').length).toBe(2)
  })

  it('reads anything without complaint, and reads what it read again as itself', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '9',
        '1',
        '0',
        'O',
        'l',
        'X',
        'MA',
        '35',
        ' ',
        '-',
        '.',
        '*',
        '：',
        'A',
        '91350200',
        '企合',
        '字第',
        '001234',
        '号',
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          hostile.map((all) => all.join('')),
          fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        (cell) => {
          const found = parseIdentifiers(cell)
          expect(found.length).toBeLessThanOrEqual(32)
          for (const identifier of found) {
            expect(identifier.isValid).toBe(identifier.grade !== 'broken')
            if (!identifier.isValid) continue
            const again = parseIdentifier(identifier.text)
            expect({ ...again, repaired: '' }).toEqual({ ...identifier, repaired: '' })
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('compareIdentifiers', () => {
  test.each([
    ['91350200750138463A', '91350200 750138463a', 'same'],
    ['91350200750138463A', '75013846-3', 'bridged'],
    ['91350200750138463A', '350200750138463', 'bridged'],
    ['75013846-3', '350200750138463', 'bridged'],
    ['91350200750138463A', '91350200581205863C', 'different'],
    ['75013846-3', '91350200581205863C', 'different'],
    ['350200200012345', '350200600043217', 'different'],
    ['91350200750138463A', '350200200012345', 'missing'],
    ['3502002001234', '350200200012345', 'missing'],
    ['91350200750138463A', '', 'missing'],
    ['91350200750138463A', '000000000000000000', 'missing'],
    ['91350200750138463A', '9135020075****463A', 'missing'],
    ['91350200750138463A', '91350200750138468A', 'typo'],
    ['91350200750138463A', '91350200750183463A', 'typo'],
    ['91350200750138463A', '91350200750138463', 'typo'],
    ['91350200750138463A', '913502007501384635A', 'typo'],
    ['91350200750138463A', '91350211750138463A', 'typo'],
    ['91350200750138463A', '91350299999138468A', 'missing'],
    ['91350200750138468A', '91350200750138468A', 'same'],
    ['11010519491231002X', '91350200750138463A', 'missing'],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(compareIdentifiers(parseIdentifier(left), parseIdentifier(right))).toBe(expected)
    expect(compareIdentifiers(parseIdentifier(right), parseIdentifier(left))).toBe(expected)
  })

  it('never calls two valid codes of different organisations anything but different', () => {
    fc.assert(
      fc.property(creditCode, creditCode, (left, right) => {
        fc.pre(left.slice(8, 17) !== right.slice(8, 17))
        expect(compareIdentifiers(parseIdentifier(left), parseIdentifier(right))).toBe('different')
      }),
    )
  })
})
