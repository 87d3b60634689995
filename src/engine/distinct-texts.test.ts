import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectRows } from '../data/cells.ts'
import { createDistinctWriter, createSetWriter, distinctTexts } from './distinct-texts.ts'
import { toRecords } from './to-records.ts'

test('distinct texts come by number, then in order of rows, without blanks around them', () => {
  const { table } = toRecords([
    { a: ' 乙', b: '' },
    { a: '甲', b: '丙' },
    { a: '丙 ', b: '丁' },
    { a: ' ', b: '乙' },
  ])
  expect(distinctTexts(table.columns, Uint32Array.of(0, 1, 2, 3))).toEqual(['乙', '丙', '甲', '丁'])
  expect(distinctTexts(table.columns, Uint32Array.of(1))).toEqual(['甲', '丙'])
  expect(distinctTexts([], Uint32Array.of(0))).toEqual([])
})

const anyCell = fc.constantFrom(
  '',
  '甲',
  ' 甲',
  '乙',
  '丙 ',
  '丁',
  'Ａ',
  'a b',
  'a',
  '\u3000乙',
  '“乙”',
  '𠮷',
  '\ufeff丁',
)
const someRows = fc.array(fc.record({ a: anyCell, b: anyCell }), { minLength: 1, maxLength: 100 })

test('what is written of rows are their distinct texts, of one column and of two, of few rows and of many', () => {
  fc.assert(
    fc.property(someRows, fc.constantFrom(1, 2), (records, width) => {
      const columns = toRecords(records).table.columns.slice(0, width)
      const rows = Uint32Array.from(records.keys())
      const cells = collectRows()
      createDistinctWriter(columns)(rows, cells)
      createSetWriter(columns[0])(rows, cells)
      cells.endRow()
      const told = (texts: readonly string[]) => texts.join(' | ')
      expect(cells.row()).toEqual([
        told(distinctTexts(columns, rows)),
        told(distinctTexts([columns[0]], rows).sort()),
      ])
    }),
  )
})
