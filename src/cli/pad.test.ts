import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignRows, displayWidth, fitCells, padCells } from './pad.ts'

test.each([
  ['', 0],
  ['ABC 12', 6],
  ['山西煤业', 8],
  ['（中国）', 8],
  ['ｶﾅ', 2],
  ['𠮷野家', 6],
  ['e\u0301', 1],
  ['葛\u{e0100}城', 4],
  ['–…', 2],
])('%j is %i cells wide', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test('what is too long is cut at a whole character', () => {
  expect(fitCells('山西煤产品总公司', 9)).toBe('山西煤产…')
  expect(fitCells('山西煤产品总公司', 10)).toBe('山西煤产…')
  expect(fitCells('山西煤业', 8)).toBe('山西煤业')
})

test('a cell of a file cannot write to the screen', () => {
  expect(fitCells('\u001b[31m恒通\r\n\u202e', 40)).toBe('·[31m恒通···')
})

test('never wider than asked for, and short of it only by one character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 2, max: 30 }),
      (text, cells) => {
        const fitted = fitCells(text, cells)
        expect(displayWidth(fitted)).toBeLessThanOrEqual(cells)
        expect(displayWidth(padCells(fitted, cells))).toBe(cells)
        expect(/\p{Cc}/u.test(fitted)).toBe(false)
      },
    ),
  )
})

test('a huge cell costs no more than what is shown of it', () => {
  expect(fitCells('煤'.repeat(1_000_000), 6)).toBe('煤煤…')
})

test('columns align, numbers to the right', () => {
  const rows = [
    ['列', '填写', '识别为'],
    ['客户名称', '1,200', '名称'],
  ]
  expect(alignRows(rows, new Set([1]))).toEqual(['列         填写  识别为', '客户名称  1,200  名称'])
})
