import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectRows, TextPiece } from './cells.ts'
import { CsvBytes } from './csv-bytes.ts'
import { DictionaryBuilder } from './dictionary.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '甲', '𠮷', '\ud842', '\udfb7', 'é', 'a') }),
)

/** The slow twin of a cell. */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

test('texts come out as they went in, quoted where they must be; half a character becomes U+FFFD', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
      const csv = new CsvBytes()
      for (const row of rows) {
        for (const cell of row) csv.text(cell)
        csv.endRow()
      }
      const twin = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
      expect(textOf(csv.take())).toBe(Buffer.from(twin).toString('utf8'))
    }),
  )
})

test('codes and pieces are written as their texts are', () => {
  // Whole characters only: one whose halves stand in two pieces is two halves.
  const whole = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 5 }), whole, (texts, separator) => {
      const builder = new DictionaryBuilder()
      const codes = texts.map((text) => builder.encode(text))
      const dictionary = builder.finish()
      const [asTexts, asPieces] = [new CsvBytes(), new CsvBytes()]
      for (const text of [...texts, texts.join(separator)]) asTexts.text(text)
      for (const code of codes) asPieces.coded(dictionary, code)
      asPieces.beginCell()
      for (const [i, code] of codes.entries()) {
        if (i > 0) asPieces.piece(new TextPiece(separator))
        if (i % 2 === 0) asPieces.codedPiece(dictionary, code)
        else asPieces.piece(new TextPiece(texts[i]))
      }
      asPieces.endCell()
      expect(textOf(asPieces.take())).toBe(textOf(asTexts.take()))
    }),
  )
})

test('cells that are known by a key are written as they were, wherever in a row they stand and whatever was taken', () => {
  const key = fc.oneof(fc.nat({ max: 3 }), fc.constantFrom(1025, 2049, 2 ** 32 + 1))
  const cell = fc.oneof(fc.record({ key }), fc.record({ text: anyText }), fc.constant('take' as const))
  const textsOf = (key: number) => [`键${key}`, '', `a,"${key}`]
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
      const [csv, twin] = [new CsvBytes(), new CsvBytes()]
      let written = ''
      for (const row of rows) {
        for (const one of row) {
          if (one === 'take') written += textOf(csv.take())
          else if ('text' in one) for (const cells of [csv, twin]) cells.text(one.text)
          else {
            csv.cellsOf(one.key, (key, cells) => {
              for (const text of textsOf(key)) cells.text(text)
            })
            for (const text of textsOf(one.key)) twin.text(text)
          }
        }
        csv.endRow()
        twin.endRow()
      }
      expect(written + textOf(csv.take())).toBe(textOf(twin.take()))
    }),
  )
})

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0.5, '-0.5'],
    [42.44, '42.44'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('%d is written %j', (number, expected) => {
    const csv = new CsvBytes()
    csv.number(number)
    expect(textOf(csv.take())).toBe(expected)
  })

  test('decimals are written as the numbers they are', () => {
    const units = fc.oneof(
      fc.integer({ min: -20_000, max: 20_000 }),
      fc.maxSafeInteger(),
      fc.constantFrom(-0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, -(2 ** 31)),
    )
    fc.assert(
      fc.property(units, fc.nat({ max: 8 }), (units, places) => {
        const [asDecimal, asNumber] = [new CsvBytes(), new CsvBytes()]
        asDecimal.decimal(units, places)
        asNumber.number(units / 10 ** places)
        expect(textOf(asDecimal.take())).toBe(textOf(asNumber.take()))
      }),
    )
  })
})

test('what was taken stays until the next is taken, which begins anew', () => {
  const csv = new CsvBytes()
  let last = csv.take()
  let expected = ''
  for (const text of ['甲', '乙'.repeat(100_000), '丙', '', '丁'.repeat(40_000), '戊']) {
    csv.text(text)
    csv.endRow()
    expect(textOf(last)).toBe(expected)
    expected = `${text}\r\n`
    last = csv.take()
    expect(textOf(last)).toBe(expected)
    expect(csv.length).toBe(0)
  }
})

test('a collector of rows has the cells themselves', () => {
  const cells = collectRows()
  cells.text('甲')
  cells.number(3)
  cells.decimal(1230, 2)
  cells.beginCell()
  cells.piece(new TextPiece('乙'))
  cells.piece(new TextPiece('；'))
  cells.endCell()
  cells.beginCell()
  cells.endCell()
  cells.cellsOf(7, (key, { text }) => text(`键${key}`))
  cells.endRow()
  expect(cells.row()).toEqual(['甲', 3, 12.3, '乙；', '', '键7'])
})

test('a cell is whole wherever the room for bytes runs out', () => {
  const builder = new DictionaryBuilder()
  const code = builder.encode('甲乙')
  const dictionary = builder.finish()
  // Short cells fill the room byte by byte; a long one would make more.
  for (let cells = 2 ** 15 - 30; cells <= 2 ** 15; cells++) {
    for (const first of ['丙', 'ab']) {
      const csv = new CsvBytes()
      csv.cellsOf(1, (_, known) => known.text(first))
      for (let cell = 0; cell < cells; cell++) csv.text('x')
      csv.decimal(-609, 2)
      csv.cellsOf(1, () => expect.unreachable())
      csv.coded(dictionary, code)
      csv.beginCell()
      csv.codedPiece(dictionary, code)
      csv.piece(new TextPiece('"'))
      csv.endCell()
      csv.endRow()
      const text = textOf(csv.take())
      expect(text.slice(text.lastIndexOf('x'))).toBe(`x,-6.09,${first},甲乙,"甲乙"""\r\n`)
      expect(text.startsWith(`${first},x,`)).toBe(true)
    }
  }
})
