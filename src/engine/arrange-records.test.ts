import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProblemLog } from '../data/problems.ts'
import type { Records } from '../data/records.ts'
import { cellText } from '../data/table.ts'
import { arrangeRecords, originOf, sourceNames } from './arrange-records.ts'
import { joinRecords } from './join-records.ts'
import { recogniseColumns } from './recognise-columns.ts'
import { type RecordInput, toRecords } from './to-records.ts'

function arrange(records: Records) {
  const log = new ProblemLog()
  const arranged = arrangeRecords(records, recogniseColumns(records.table, [], {}), log)
  const { table, source, recordId } = arranged
  const rows = Array.from({ length: table.rowCount }, (_, row) => ({
    source: cellText(source, row),
    id: cellText(recordId, row),
    cells: table.columns.map((column) => cellText(column, row)).join('|'),
  }))
  return { arranged, rows, problems: log.finish() }
}

const arrangeRows = (rows: readonly RecordInput[]) => arrange(toRecords(rows))

function named(name: string, rows: readonly RecordInput[]): Records {
  const records = toRecords(rows)
  return { ...records, origins: [{ name, start: 0, end: rows.length }] }
}

describe('arrangeRecords', () => {
  const anyRow = fc.record({
    id: fc.constantFrom('', '1', '2', '9', '10', '2#2', '2#3', '#1'),
    来源: fc.constantFrom('', '营销', '财务'),
    名称: fc.constantFrom('', '甲', '乙', '恒通'),
  })

  test('whatever the order of rows, the same records come out in the same order', () => {
    const shuffled = fc
      .array(anyRow, { maxLength: 14 })
      // Without an id a record is known by its row number, and that is another one after a shuffle.
      .map((rows) => rows.map((row) => ({ ...row, id: row.id || '7' })))
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(arrangeRows(others).rows).toEqual(arrangeRows(rows).rows)
      }),
    )
  })

  test('every record has an id of its own within its source', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 14 }), (list) => {
        const { rows, problems } = arrangeRows(list)
        expect(new Set(rows.map(({ source, id }) => JSON.stringify([source, id]))).size).toBe(list.length)
        expect(problems.counts['missing-record-id'] ?? 0).toBe(list.filter(({ id }) => id === '').length)
      }),
    )
  })

  test('cells stay with their rows, and each row knows where it was', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 14 }), (list) => {
        const { arranged, rows } = arrangeRows(list)
        expect([...arranged.order].sort((a, b) => a - b)).toEqual([...list.keys()])
        rows.forEach(({ cells }, row) => {
          const { id, 来源, 名称 } = list[arranged.order[row]]
          expect(cells).toBe([id, 来源, 名称].slice(0, arranged.table.columns.length).join('|'))
          expect(arranged.placeOf(row)).toEqual({ file: 'records', row: arranged.order[row] + 1 })
        })
      }),
    )
  })

  test('rows stand as comparing them by source, length of the id, id, cells and row sorts them', () => {
    const row = fc.record({
      id: fc.constantFrom('1', '2', '9', '10', ' 9', '2 ', '　2'),
      来源: fc.constantFrom('营销', '财务'),
      名称: fc.constantFrom('甲', '恒通'),
    })
    const byLength = (a: string, b: string) => a.length - b.length || (a < b ? -1 : Number(a > b))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (list) => {
        const compare = (i: number, j: number) => {
          const [a, b] = [list[i], list[j]]
          const bySource = a.来源 < b.来源 ? -1 : Number(a.来源 > b.来源)
          const byCells = byLength(a.id, b.id) || byLength(a.来源, b.来源) || byLength(a.名称, b.名称)
          return bySource || byLength(a.id.trim(), b.id.trim()) || byCells || i - j
        }
        expect([...arrangeRows(list).arranged.order]).toEqual([...list.keys()].sort(compare))
      }),
    )
  })

  test('ids stand in the order of numbers, sources in that of texts', () => {
    const ids = ['10', '9', 'A1', '100', '2'].map((id) => ({ id, 来源: '甲' }))
    const { rows } = arrangeRows([{ id: '1', 来源: '乙' }, ...ids])
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '9', '10', 'A1', '100'])
  })

  test('without an id column the row number is the id, and that is no problem', () => {
    const { rows, problems } = arrangeRows([{ 名称: '甲' }, { 名称: '乙' }])
    expect(rows.map(({ id }) => id)).toEqual(['1', '2'])
    expect(problems.counts).toEqual({})
  })

  test('a record without an id takes none that another has', () => {
    const { rows, problems } = arrangeRows([{ 名称: '甲' }, { id: '1', 名称: '乙' }, { id: ' ', 名称: '丙' }])
    expect(rows.map(({ id, cells }) => [id, cells])).toEqual([
      ['1', '乙|1'],
      ['#1', '甲|'],
      ['#3', '丙| '],
    ])
    expect(problems.counts).toEqual({ 'missing-record-id': 2 })
  })

  test('a repeated id is kept under a new one that is free, and reported', () => {
    const { rows, problems } = arrangeRows(
      ['7', '7', '7', '7#2', '7 '].map((id, i) => ({ id, 名称: `${i}` })),
    )
    expect(rows.map(({ id }) => id)).toEqual(['7', '7#3', '7#4', '7#5', '7#2'])
    expect(problems.counts).toEqual({ 'duplicate-record-id': 3 })
    expect(problems.examples[0]).toMatchObject({ file: 'records', column: 'id', value: '7' })
  })

  test('one id in two sources is two ids', () => {
    const records = joinRecords(named('a/营销.csv', [{ id: '1' }]), named('b/财务.xlsx', [{ id: '1' }]))
    const { rows, problems } = arrange(records)
    expect(rows.map(({ source, id }) => [source, id])).toEqual([
      ['营销', '1'],
      ['财务', '1'],
    ])
    expect(problems.counts).toEqual({})
  })

  test('where the source column is empty the file is the source', () => {
    const records = joinRecords(
      named('营销.csv', [{ id: '1', 来源: '门店' }]),
      named('财务.csv', [{ id: '2' }]),
    )
    expect(arrange(records).rows.map(({ source }) => source)).toEqual(['财务', '门店'])
  })

  test('uses point to the columns in their new order', () => {
    const { arranged } = arrangeRows([
      { id: '2', 来源: '乙' },
      { id: '1', 来源: '甲' },
    ])
    for (const { column } of arranged.uses) expect(arranged.table.columns).toContain(column)
  })

  // With each rank looked up by search this took minutes.
  test('a source column with as many sources as rows is arranged all the same', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({ id: '1', 来源: String((i * 7919) % 20_000) }))
    const { rows: arranged } = arrangeRows(rows)
    const sources = arranged.map(({ source }) => source)
    expect(sources).toEqual([...sources].sort())
  })
})

test.each([
  [
    ['a/营销.csv', '财务.xlsx'],
    ['营销', '财务'],
  ],
  [
    ['C:\\导出\\营销.csv.gz', './.hidden'],
    ['营销', '.hidden'],
  ],
  [
    ['营销.csv', '营销.xlsx'],
    ['营销.csv', '营销.xlsx'],
  ],
  [
    ['一月/营销.csv', '二月/营销.csv'],
    ['一月/营销.csv', '二月/营销.csv'],
  ],
  [['records'], ['records']],
  [[], []],
])('the sources of %j are %j', (files, names) => {
  expect(sourceNames(files)).toEqual(names)
})

test('the origin of a row is the input whose range it is in', () => {
  const origins = [
    { name: 'a', start: 0, end: 2 },
    { name: 'empty', start: 2, end: 2 },
    { name: 'b', start: 2, end: 3 },
  ]
  expect([0, 1, 2, 3].map((row) => originOf(origins, row).name)).toEqual(['a', 'a', 'b', ''])
})
