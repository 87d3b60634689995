import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { cellText } from '../data/table.ts'
import { readRecords } from '../files/read-records.ts'

const MEGABYTE = 1 << 20

const LINES = [
  '编号,客户名称,电话,备注',
  '1,山西恒通煤业有限公司,0351-4666666,',
  '2,山西恒通煤业,(0351)4666666',
  '3,太原昌硕贸易有限公司,13800001111,,多出来的,一格',
  '4,昌硕贸易,13800001111,',
  '4,大同宏运物流有限公司,0352-2000001,',
  `5,大同宏运物流,0352-2000001,${'长'.repeat(MEGABYTE)}`,
  `6,${'名'.repeat(MEGABYTE)},0352-2000002,`,
  ',测试,,',
  '8,散客,13900002222,',
  '9,,0351-4666666,',
  '10,同上,0352-2000001,',
  '11,无,,',
  '12,作废,,',
]

test('odd rows are reported, and the run goes on', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '客户.csv'), `${LINES.join('\n')}\n`)
  const { code, stderr } = await runCli(['dedupe', '客户.csv', '--out', 'out'], folder)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })

  const report = JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))
  expect(report.records).toBe(LINES.length - 1)
  expect(report.problems.counts).toMatchObject({
    'too-few-cells': 1,
    'too-many-cells': 1,
    'duplicate-record-id': 1,
    'missing-record-id': 1,
    'cell-too-long': 2,
  })
  const placeOf = (code: string) =>
    report.problems.examples.find((problem: { code: string }) => problem.code === code)
  expect(placeOf('too-few-cells')).toMatchObject({ file: '客户.csv', row: 3 })
  expect(placeOf('too-many-cells')).toMatchObject({ row: 4, value: '多出来的 | 一格' })
  expect(placeOf('duplicate-record-id')).toMatchObject({ row: 6, column: '编号', value: '4' })
  expect(placeOf('cell-too-long')).toMatchObject({ row: 7, column: '备注' })

  const customerOf = await crosswalkOf(join(folder, 'out/crosswalk.csv'))
  expect([...customerOf.keys()]).toHaveLength(LINES.length - 1)
  expect(customerOf.get('1')).toBe(customerOf.get('2'))
  expect(customerOf.get('3')).toBe(customerOf.get('4'))
  expect(customerOf.get('4#2')).toBe(customerOf.get('5'))
  expect(customerOf.get('4#2')).not.toBe(customerOf.get('4'))
})

test('junk rows join no customer, and are listed with why', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '客户.csv'), `${LINES.join('\n')}\n`)
  const settings = { junkNames: ['昌硕贸易'] }
  writeFileSync(join(folder, 's.json'), JSON.stringify(settings))
  const args = ['dedupe', '客户.csv', '--out', 'out', '--settings', 's.json', '--format', 'jsonl']
  expect((await runCli(args, folder)).code).toBe(0)
  const rows = readFileSync(join(folder, 'out/junk.jsonl'), 'utf8').trim().split('\n')
  const reasons = rows
    .map((row) => JSON.parse(row))
    .map(({ record_id, reason }): [string, string] => [record_id, reason])
  expect(new Map(reasons)).toEqual(
    new Map([
      ['4', '设置中列为非客户'],
      ['8', '散客，不是具体客户'],
      ['9', '名称为空'],
      ['#9', '测试数据'],
      ['10', '指向别的行（同上之类）'],
      ['11', '没有名称'],
      ['12', '已作废'],
    ]),
  )
  const customerOf = await crosswalkOf(join(folder, 'out/crosswalk.jsonl'))
  for (const [id] of reasons) expect([id, customerOf.get(id)]).toEqual([id, ''])
})

async function crosswalkOf(file: string): Promise<Map<string, string>> {
  const { table } = await readRecords(file)
  const column = (name: string) => table.columns.find((column) => column.name === name)
  const [ids, customers] = [column('record_id'), column('customer_id')]
  if (ids === undefined || customers === undefined) throw new Error('no crosswalk')
  return new Map(
    Array.from({ length: table.rowCount }, (_, row) => [cellText(ids, row), cellText(customers, row)]),
  )
}
