import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellTextOf, hasLostDigits, numberFormatOf, numberText, workbookNumber } from './cell-text.ts'

describe('cellTextOf', () => {
  test.each([
    [null, ''],
    [undefined, ''],
    [Number.NaN, ''],
    ['恒通', '恒通'],
    [0, '0'],
    [13_800_138_000, '13800138000'],
    [9.14403007084611e17, '914403007084611000'],
    [1.5e-7, '1.5e-7'],
    [914403007084610990n, '914403007084610990'],
    [true, 'true'],
    [new Date(0), '1970-01-01'],
    [new Date(1_500), '1970-01-01T00:00:01.500'],
    [new Date(Number.NaN), ''],
    [Buffer.from('恒通'), '恒通'],
    [Uint8Array.of(0xff, 0x00), 'ff00'],
    [{ 省: '山西', 编号: 5n }, '{"省":"山西","编号":"5"}'],
  ])('%s', (value, text) => {
    expect(cellTextOf(value)).toBe(text)
  })

  test('a number below 1e21 is read back as it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(Number(numberText(value))).toBe(value + 0)
      }),
    )
  })
})

test.each([
  [0, '', 'number'],
  [14, '', 'date'],
  [22, '', 'date'],
  [49, '', 'number'],
  [57, '', 'date'],
  [164, 'yyyy-mm-dd hh:mm:ss.000', 'date'],
  [165, '[$-804]yyyy"年"m"月";@', 'date'],
  [166, '#,##0.00_ ;[Red]-#,##0.00', 'number'],
  [167, '"¥"#,##0', 'number'],
  [168, '[h]:mm', 'date'],
  [169, 'General', 'number'],
  [170, '0000000000', { zeros: 10 }],
  [171, '@', 'number'],
  [172, '0.00E+00', 'number'],
])('format %i %s shows a %j', (id, code, format) => {
  expect(numberFormatOf(id, code)).toEqual(format)
})

test.each([
  ['13800138000', '13800138000', false],
  ['1.38E+10', '13800000000', false],
  ['914403007084610990', '914403007084610990', false],
  ['914403007084610000', '914403007084610000', true],
  ['9.1440300708461005E+17', '914403007084610000', true],
  ['-0.1', '-0.1', false],
  ['text', 'text', false],
])('the number %s of a workbook is %s', (raw, text, lost) => {
  expect(workbookNumber(raw, 'number', false)).toBe(text)
  expect(hasLostDigits(raw)).toBe(lost)
})
