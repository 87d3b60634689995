import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutputTable } from '../data/records.ts'
import type { Storage } from '../data/storage.ts'
import { dedupe } from './dedupe.ts'
import { type Executor, inline } from './executor.ts'
import { link } from './link.ts'
import type { DedupeOptions } from './options.ts'
import { type RecordInput, type RecordsInput, toRecords } from './to-records.ts'

const rows: RecordInput[] = [
  ['营销', '山西恒通煤业有限公司', '0351-4666666', '太原市小店区长风街12号'],
  ['财务', '山西恒通煤业有限责任公司', '(0351) 4666666', ''],
  ['服务', '恒通煤业', '4666666', '太原市长风街12号'],
  ['财务', '山西恒通煤矿', '', '太原市小店区长风街12号'],
  ['营销', '山西昌硕贸易有限公司太原分公司', '13800001111', '太原市并州路3号'],
  ['财务', '山西昌硕贸易有限公司', '13800001111', '太原市并州路3号'],
  ['服务', '昌硕贸易', '13800001111/0351-7000001', ''],
  ['服务', '测试客户', '13800001111', ''],
  ['营销', '大同市第一人民医院', '0352-2000001', '大同市平城区医卫街1号'],
  ['财务', '大同市第二人民医院', '0352-2000001', '大同市平城区医卫街1号'],
  ['营销', '', '0352-2000001', ''],
  ['财务', '大同一院', '0352-2000001', ''],
  ['营销', '山西鸿晋集团有限公司', '', '太原市小店区南中环街7号'],
  ['财务', '山西鸿晋集团锅炉有限公司', '0351-7000002', ''],
  ['服务', '山西鸿晋集团酒店管理有限公司', '0351-7000003', ''],
  ['营销', '太原曜麟锅炉有限公司（原山西博泽锅炉有限公司）', '0351-7000004', ''],
  ['财务', '山西博泽锅炉有限公司', '', ''],
].map(([来源, 客户名称, 电话, 地址], i) => ({ 编号: String(100 + i), 来源, 客户名称, 电话, 地址 }))

const written = ({ name, headings, rowCount, rows }: OutputTable) => ({
  name,
  headings,
  rowCount,
  rows: [...rows()],
})

async function outputOf(input: RecordsInput, options: DedupeOptions = {}) {
  const { report, customers, crosswalk, links, review, relations, junk } = await dedupe(input, options)
  const { timings, problems, ...figures } = report
  const tables = [customers, crosswalk, links, review, relations, junk].map(written)
  // A problem says in which row of the file it was: that is the one thing a shuffle changes.
  return { tables, figures, problems: problems.counts }
}

const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length })

test('the order of rows changes nothing in what comes out', async () => {
  const expected = await outputOf(rows)
  expect(expected.figures.links).toBeGreaterThan(0)
  const relations = expected.tables.find(({ name }) => name === 'relations')
  expect(new Set(relations?.rows.map(([relation]) => relation))).toEqual(
    new Set(['branch', 'group', 'former-name']),
  )
  await fc.assert(
    fc.asyncProperty(shuffled, async (others) => {
      expect(await outputOf(others)).toEqual(expected)
    }),
    { numRuns: 15 },
  )
})

test('nor does the order of decisions', async () => {
  const decisions: RecordInput[] = [
    ['100', '108', 'same'],
    ['108', '103', 'same'],
    ['101', '112', 'different'],
    ['104', '105', 'same'],
  ].map(([left_id, right_id, judgement]) => ({ left_id, right_id, judgement }))
  const expected = await outputOf(rows, { decisions })
  const links = expected.tables.find(({ name }) => name === 'links')
  expect(links?.rows.filter((row) => String(row.at(-1)).startsWith('人工确认')).length).toBe(3)
  await fc.assert(
    fc.asyncProperty(
      shuffled,
      fc.shuffledSubarray(decisions, { minLength: decisions.length }),
      async (others, list) => {
        expect(await outputOf(others, { decisions: list })).toEqual(expected)
      },
    ),
    { numRuns: 10 },
  )
})

test('nor does it where the cells wait while pairs are compared', async () => {
  const stored: Uint8Array[] = []
  const storage: Storage = {
    async store(bytes) {
      const copy = bytes.slice()
      stored.push(copy)
      return async (into) => into.set(copy)
    },
  }
  const records = toRecords(rows)
  let readable = -1
  const executor: Executor = {
    ...inline,
    scorePairs(job, onPairs) {
      readable = records.table.columns.filter(
        ({ codes, dictionary: { units, starts } }) => codes.length + units.length + starts.length > 0,
      ).length
      return inline.scorePairs(job, onPairs)
    },
  }
  const decisions = [{ left_id: '100', right_id: '108', judgement: 'same' }]
  expect(await outputOf(records, { decisions, storage, executor })).toEqual(
    await outputOf(rows, { decisions }),
  )
  expect(readable).toBe(0)
  expect(stored.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(200)
})

test('the order of rows changes nothing in what is linked', async () => {
  const [left, right] = [rows.slice(0, 6), rows.slice(6, 12)]
  const linked = async (a: RecordInput[], b: RecordInput[]) => written((await link(a, b)).links)
  const expected = await linked(left, right)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(left, { minLength: left.length }),
      fc.shuffledSubarray(right, { minLength: right.length }),
      async (a, b) => {
        expect(await linked(a, b)).toEqual(expected)
      },
    ),
    { numRuns: 10 },
  )
})

test('records are as they were where the storage is full midway, and can be taken again without it', async () => {
  const records = toRecords(rows)
  let room = 5
  const storage: Storage = {
    async store(bytes) {
      if (room-- === 0) throw new Error('no space left')
      const copy = bytes.slice()
      return async (into) => into.set(copy)
    },
  }
  await expect(outputOf(records, { storage })).rejects.toThrow('no space left')
  expect(room).toBeLessThan(0)
  expect(await outputOf(records)).toEqual(await outputOf(rows))
})
