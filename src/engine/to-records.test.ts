import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText } from '../data/table.ts'
import { type RecordInput, toRecords } from './to-records.ts'

function rowsOf(input: Iterable<RecordInput>) {
  const { table } = toRecords(input)
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  )
}

describe('toRecords', () => {
  test('values become text, what is missing is missing', () => {
    const when = new Date(Date.UTC(2024, 2, 5, 14, 30))
    const values = { a: 12, b: 0, c: true, d: false, e: 10n ** 20n, f: when, g: null, h: undefined, i: '' }
    expect(rowsOf([{ ...values, j: new Date(Number.NaN) }])).toEqual([
      {
        a: '12',
        b: '0',
        c: 'true',
        d: 'false',
        e: '1'.padEnd(21, '0'),
        f: '2024-03-05T14:30:00.000Z',
        g: '',
        h: '',
        i: '',
        j: '',
      },
    ])
  })

  test('keys become columns in order of first sight, also keys that objects have by birth', () => {
    const { table } = toRecords([{ 客户名称: '山西煤业' }, { constructor: '甲', 电话: '1' }, {}])
    expect(table.columns.map(({ name }) => name)).toEqual(['客户名称', 'constructor', '电话'])
    expect(table.rowCount).toBe(3)
    expect(cellText(table.columns[1], 0)).toBe('')
  })

  test('takes anything that can be gone through, once', () => {
    function* rows() {
      yield { id: 1 }
      yield { id: 2 }
    }
    expect(rowsOf(rows())).toEqual([{ id: '1' }, { id: '2' }])
    expect(rowsOf(new Set([{ id: 1 }]))).toEqual([{ id: '1' }])
    expect(rowsOf([])).toEqual([])
  })

  test('records are taken as they are', () => {
    const records = toRecords([{ id: 1 }])
    expect(toRecords(records)).toBe(records)
    expect(records.origins).toEqual([{ name: 'records', start: 0, end: 1 }])
    expect([...records.rowNumbers]).toEqual([1])
    expect(records.problems).toEqual({ counts: {}, examples: [] })
  })

  test('each text is where it was', () => {
    const cell = fc.constantFrom('', '甲', '乙', '丙丁')
    const rows = fc.array(fc.record({ a: cell, b: cell }))
    fc.assert(
      fc.property(rows, (list) => {
        expect(rowsOf(list)).toEqual(list)
      }),
    )
  })
})
