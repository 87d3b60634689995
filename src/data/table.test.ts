import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText, constantColumn, gatherRows, type Table, TableBuilder } from './table.ts'

/** Rows as objects, the slow twin of a table. */
function rowsOf(table: Table): Record<string, string>[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  )
}

const names = ['客户名称', '电话', '地址', 'constructor']
const someRows = fc.array(
  fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', '甲', '乙', '山西煤业'), { maxKeys: 4 }),
  { maxLength: 40 },
)

function build(rows: readonly Readonly<Record<string, string>>[]): Table {
  const builder = new TableBuilder()
  for (const row of rows) {
    expect(builder.startRow()).toBe(builder.rowCount - 1)
    const places = builder.places(Object.keys(row))
    Object.values(row).forEach((text, i) => {
      builder.set(places[i], text)
    })
  }
  return builder.finish()
}

describe('TableBuilder', () => {
  test('holds the cells of the rows; what a row does not have is missing', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const table = build(rows)
        const seen = [...new Set(rows.flatMap((row) => Object.keys(row)))]
        expect(table.columns.map(({ name }) => name)).toEqual(seen)
        expect(rowsOf(table)).toEqual(
          rows.map((row) =>
            Object.fromEntries(seen.map((name) => [name, Object.hasOwn(row, name) ? row[name] : ''])),
          ),
        )
      }),
    )
  })

  test('grows past its first thousand rows, with columns that appear late', () => {
    const builder = new TableBuilder()
    const [first] = builder.places(['first'])
    for (let row = 0; row < 5000; row++) {
      builder.startRow()
      builder.set(first, String(row % 7))
      if (row === 3000) builder.places(['late'])
      if (row >= 3000) builder.set(builder.places(['late'])[0], String(row))
    }
    const rows = rowsOf(builder.finish())
    expect(rows.length).toBe(5000)
    expect(rows[1024]).toEqual({ first: '2', late: '' })
    expect(rows[4999]).toEqual({ first: '1', late: '4999' })
  })

  test('a cell that is set twice holds the last text, also a missing one', () => {
    const builder = new TableBuilder()
    const [place] = builder.places(['电话'])
    builder.startRow()
    builder.set(place, '1')
    builder.set(place, '')
    expect(rowsOf(builder.finish())).toEqual([{ 电话: '' }])
  })
})

test('gatherRows takes rows in any order, some twice, and leaves the table as it was', () => {
  fc.assert(
    fc.property(someRows, fc.array(fc.nat(1000), { maxLength: 60 }), (rows, picks) => {
      const table = build(rows)
      const before = rowsOf(table)
      const order = Uint32Array.from(rows.length === 0 ? [] : picks.map((pick) => pick % rows.length))
      expect(rowsOf(gatherRows(table, order))).toEqual(Array.from(order, (row) => before[row]))
      expect(rowsOf(table)).toEqual(before)
    }),
  )
})

test.each(['营销', ''])('a constant column holds %j in every row', (text) => {
  const column = constantColumn('source', text, 3)
  expect([0, 1, 2].map((row) => cellText(column, row))).toEqual([text, text, text])
})
