import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemLog } from '../data/problems.ts'
import { cellText } from '../data/table.ts'
import { joinRecords } from './join-records.ts'
import { type RecordInput, toRecords } from './to-records.ts'

const cell = fc.constantFrom('', '甲', '乙', '丙丁')
const someRows = fc.array(fc.dictionary(fc.constantFrom('名称', '电话', '地址'), cell), { maxLength: 8 })

test('the rows of both stand below one another, each cell where it was', () => {
  fc.assert(
    fc.property(someRows, someRows, (first, second) => {
      const { table } = joinRecords(toRecords(first), toRecords(second))
      const names = [...new Set([...first, ...second].flatMap((row) => Object.keys(row)))]
      expect(table.columns.map(({ name }) => name)).toEqual(names)
      expect(table.rowCount).toBe(first.length + second.length)
      const all: readonly RecordInput[] = [...first, ...second]
      all.forEach((row, at) => {
        for (const column of table.columns) expect(cellText(column, at)).toBe(row[column.name] ?? '')
      })
    }),
  )
})

test('where the rows came from, and what was odd there, stays known', () => {
  const problemsOf = (file: string, count: number) => {
    const log = new ProblemLog()
    for (let row = 1; row <= count; row++) log.add({ code: 'too-few-cells', file, row })
    return log.finish()
  }
  const first = { ...toRecords([{ a: 1 }, { a: 2 }]), problems: problemsOf('甲', 150) }
  const second = { ...toRecords([{ a: 3 }]), rowNumbers: Uint32Array.of(9), problems: problemsOf('乙', 1) }
  const joined = joinRecords(first, second)
  expect(joined.origins).toEqual([
    { name: 'records', start: 0, end: 2 },
    { name: 'records', start: 2, end: 3 },
  ])
  expect([...joined.rowNumbers]).toEqual([1, 2, 9])
  expect(joined.problems.counts).toEqual({ 'too-few-cells': 151 })
})
