import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { comparePhones, type Phone, parsePhones } from '../phone.ts'

describe('comparePhones', () => {
  const one = (cell: string, areaCode = ''): Phone => parsePhones(cell, { areaCode })[0]!

  test.each([
    ['13912340567', '+86 139-1234-0567', 'same'],
    ['13912340567', '13912340568', 'different'],
    ['0755-26780000-8001', '0755-26780000转8001', 'same'],
    ['0755-26780000-8001', '0755-26780000', 'sameLine'],
    ['0755-26780000-8001', '0755-26780000-8002', 'sameLine'],
    ['0551-2345671', '0551-62345671', 'oldForm'],
    ['0852-2851736', '0851-22851736', 'oldForm'],
    ['0448-4312345', '0435-4312345', 'oldForm'],
    ['0410-2841735', '0413-2841735', 'different'],
    ['0852-2851736', '0853-2851736', 'different'],
    ['62781235', '010-62781235', 'sameLocal'],
    ['62781235', '010-62781236', 'different'],
    ['62781235', '62781235', 'same'],
    ['010-62781235', '021-62781235', 'different'],
    ['139****0567', '13912340567', 'maskedFits'],
    ['139****0567', '13912340568', 'different'],
    ['139****0567', '1391234****', 'missing'],
    ['****0567', '13912340567', 'maskedFits'],
    ['010-6278****', '010-62781235', 'maskedFits'],
    ['0592-5678901', '0592-5678934', 'sameSwitch'],
    ['0592-5678901', '0592-5679901', 'different'],
    ['13912340567', '0592-5678901', 'different'],
    ['400-820-0357', '4008200357', 'same'],
    ['13800138000', '13800138000', 'missing'],
    ['12345', '13912340567', 'different'],
    ['1391234', '13912340567', 'missing'],
    ['+852 2976 3145', '852-29763145', 'same'],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(comparePhones(one(left), one(right))).toBe(expected)
    expect(comparePhones(one(right), one(left))).toBe(expected)
  })

  it('is symmetric, and the same for a number and itself', () => {
    const digits = (min: number, max: number) => fc.integer({ min, max }).map(String)
    const mobile = digits(13900000000, 13999999999)
    const landline = digits(2000000, 8999999).map((local) => ({ code: '0592', local }))
    const long = digits(20000000, 89999999).map((local) => ({ code: '0755', local }))
    const anyLandline = fc.oneof(landline, long)
    const cell = fc.oneof(
      mobile,
      anyLandline.map(({ code, local }) => `${code}-${local}`),
      landline.map(({ local }) => local),
      mobile.map((number) => `${number.slice(0, 3)}****${number.slice(7)}`),
    )
    fc.assert(
      fc.property(cell, cell, (left, right) => {
        const [a, b] = [one(left), one(right)]
        expect(comparePhones(a, b)).toBe(comparePhones(b, a))
        expect(comparePhones(a, a)).toMatch(
          a.kind === 'placeholder' ? 'missing' : a.kind === 'masked' ? 'maskedFits' : 'same',
        )
      }),
    )
  })
})
