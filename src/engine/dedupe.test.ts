import { describe, expect, test } from 'vitest'
import type { OutputTable } from '../data/records.ts'
import { SettingsError } from '../model/settings.ts'
import { dedupe } from './dedupe.ts'
import type { Phase, Progress } from './options.ts'
import { NoNameColumnError } from './recognise-columns.ts'
import { type RecordInput, toRecords } from './to-records.ts'

function rowsOf({ headings, rows }: OutputTable): Record<string, string | number>[] {
  return [...rows()].map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i]])))
}

/** The names of the records of each customer. */
async function groupsOf(names: readonly RecordInput[], settings = {}): Promise<string[]> {
  const { customers } = await dedupe(names, { settings })
  return rowsOf(customers).map(({ all_names }) => String(all_names).split(' | ').sort().join(' '))
}

const named = (...names: readonly string[]) => names.map((客户名称, i) => ({ 编号: i, 客户名称 }))

describe('the founding case, from code', () => {
  test('two names with a phone in common are one customer, with the reason', async () => {
    const result = await dedupe([
      { 编号: 1, 客户名称: '山西煤业', 电话: '0351-4666666' },
      { 编号: 2, 客户名称: '山西煤矿', 电话: '(0351) 4666666' },
    ])
    expect(result).toMatchObject({ customerCount: 1, recordCount: 2 })
    expect(rowsOf(result.links)).toMatchObject([
      { left_id: '1', right_id: '2', reason: expect.stringContaining('电话相同') },
    ])
  })

  test('three that share something two by two are one', async () => {
    const rows = [
      { 客户名称: '山西煤业', 电话: '0351-4666666、13800001111', 地址: '太原市小店区长风街115号' },
      { 客户名称: '山西煤矿', 电话: '03514666666', 地址: '山西省太原市万柏林区西矿街128号' },
      { 客户名称: '山西煤产品总公司', 电话: '13800001111', 地址: '太原市万柏林区西矿街128号' },
    ]
    expect((await dedupe(rows)).customerCount).toBe(1)
  })

  test('names alone: 煤业 and 煤矿 of a province are one, those of others are not', async () => {
    expect(
      (await groupsOf(named('河南煤业', '河南煤矿', '陕西煤业', '山西焦煤', '山东煤业'))).sort(),
    ).toEqual(['河南煤业 河南煤矿', '陕西煤业', '山西焦煤', '山东煤业'].sort())
  })
})

describe('what stands apart whatever else agrees', () => {
  const alike = { 电话: '0351-4666666', 地址: '太原市小店区长风街12号' }

  test('numbered units', async () => {
    const rows = named('大同市第一人民医院', '大同市第二人民医院').map((row) => ({ ...row, ...alike }))
    expect(await groupsOf(rows)).toHaveLength(2)
  })

  test('a branch and its parent, unless branches are to be merged', async () => {
    const rows = named('山西昌硕贸易有限公司', '山西昌硕贸易有限公司太原分公司').map((row) => ({
      ...row,
      ...alike,
    }))
    const result = await dedupe(rows)
    expect(result.customerCount).toBe(2)
    expect(rowsOf(result.relations)).toMatchObject([{ relation: 'branch', left_id: '0', right_id: '1' }])
    expect((await dedupe(rows, { settings: { branches: 'merge' } })).customerCount).toBe(1)
  })

  test('one brand in two provinces', async () => {
    expect(await groupsOf(named('山西恒通煤业有限公司', '江苏恒通纺织有限公司'))).toHaveLength(2)
  })

  test('one brand and one trade in two cities of a province', async () => {
    expect(await groupsOf(named('太原恒通煤业', '大同恒通煤业'))).toHaveLength(2)
    expect(await groupsOf(named('太原恒通煤业有限公司', '大同恒通煤业有限公司'))).toHaveLength(2)
  })

  test('junk, also with a phone in common', async () => {
    const result = await dedupe(named('散客', '散客', '测试', '').map((row) => ({ ...row, ...alike })))
    expect([result.customerCount, result.junk.rowCount, result.links.rowCount]).toEqual([0, 4, 0])
  })
})

describe('records as code hands them in', () => {
  test('numbers, dates and missing values; columns known by what they hold', async () => {
    const result = await dedupe([
      { A: '山西恒通煤业有限公司', B: 13800001111, C: new Date('2024-01-05'), D: null },
      { A: '山西恒通煤业', B: '138 0000 1111', C: undefined, D: true },
      { A: '太原昌硕贸易有限公司', B: 13900002222n, C: '', D: false },
    ])
    expect(result.customerCount).toBe(2)
    expect(result.report.columns.map(({ name, role, by }) => [name, role, by])).toEqual([
      ['A', 'companyName', 'cells'],
      ['B', 'phone', 'cells'],
      ['C', '', 'none'],
      ['D', '', 'none'],
    ])
  })

  test('an iterator is gone through once, records are taken as they are, nothing is written to', async () => {
    const rows = named('山西恒通煤业有限公司', '山西恒通煤业有限公司').map((row) => Object.freeze(row))
    const expected = rowsOf((await dedupe(rows)).crosswalk)
    expect(rowsOf((await dedupe(rows.values())).crosswalk)).toEqual(expected)
    const records = toRecords(rows)
    expect(rowsOf((await dedupe(records)).crosswalk)).toEqual(expected)
    expect(rowsOf((await dedupe(records)).crosswalk)).toEqual(expected)
  })

  test('tables may be read as often as one likes', async () => {
    const { customers } = await dedupe(named('山西恒通煤业有限公司', '太原昌硕贸易有限公司'))
    expect(rowsOf(customers)).toEqual(rowsOf(customers))
    expect(rowsOf(customers)).toHaveLength(customers.rowCount)
  })

  test('customers keep their ids while others come and go', async () => {
    const idOf = async (rows: readonly RecordInput[]) =>
      new Map(
        rowsOf((await dedupe(rows)).crosswalk).map(({ record_id, customer_id }) => [record_id, customer_id]),
      )
    const rows = named('山西恒通煤业有限公司', '山西恒通煤业有限公司', '太原昌硕贸易有限公司')
    const before = await idOf(rows.slice(0, 2))
    const after = await idOf([...rows].reverse())
    expect(after.get('1')).toBe(before.get('0'))
  })
})

describe('decisions of people', () => {
  const records = [
    { id: 'a', source: '营销', 客户名称: '太原恒通煤业有限公司', 电话: '0351-4666666' },
    { id: 'b', source: '财务', 客户名称: '太原恒通煤业有限公司', 电话: '0351-4666666' },
    { id: 'c', source: '财务', 客户名称: '大同晋华机械厂', 电话: '0352-5555555' },
    { id: 'd', source: '服务', 客户名称: '散客', 电话: '' },
  ]
  const decided = (left: string, right: string, judgement: string) => ({
    left_source: '',
    left_id: left,
    right_source: '',
    right_id: right,
    judgement,
  })
  const run = async (...decisions: readonly ReturnType<typeof decided>[]) => {
    const result = await dedupe(records, { decisions })
    const of = new Map([...result.crosswalk.rows()].map(([id, , customer]) => [id, customer]))
    return { result, of }
  }

  test('same joins what has nothing in common, different keeps apart what is equal', async () => {
    const plain = await run()
    expect(plain.of.get('a')).toBe(plain.of.get('b'))
    expect(plain.of.get('a')).not.toBe(plain.of.get('c'))
    const { of, result } = await run(decided('a', 'b', '不同'), decided('b', 'c', 'same'))
    expect(of.get('a')).not.toBe(of.get('b'))
    expect(of.get('b')).toBe(of.get('c'))
    expect([...result.review.rows()]).toEqual([])
    expect(result.report.problems.counts).toEqual({})
  })

  test('what only a person joins has a link that says so, with the weight of the evidence', async () => {
    const { result } = await run(decided('c', 'a', 'same'))
    const links = rowsOf(result.links)
    expect(links.map(({ left_id, right_id }) => [left_id, right_id].sort().join(''))).toEqual(['ab', 'ac'])
    const [byEvidence, byPerson] = links
    expect(byEvidence.reason).not.toContain('人工')
    expect(byPerson.reason).toMatch(/^人工确认为同一客户；.*字号“恒通”与“晋华”不同/)
    expect(byPerson.weight).toBeLessThan(0)
    expect(byPerson.probability).toBeLessThan(0.01)
    const crosswalk = rowsOf(result.crosswalk).filter(({ record_id }) => record_id === 'c')
    expect(crosswalk).toMatchObject([{ probability: 1 }])
    expect(Array.from(result.customersOfLinks)).toEqual([0, 0])
  })

  test('a person who confirms what the evidence shows is told as well', async () => {
    const { result } = await run(decided('a', 'b', 'same'))
    expect(rowsOf(result.links)).toMatchObject([{ reason: expect.stringMatching(/^人工确认为同一客户；/) }])
    expect(rowsOf(result.links)[0].probability).toBeGreaterThan(0.9)
  })

  test('what is not sure decides nothing, and junk stays junk', async () => {
    const { of, result } = await run(
      decided('a', 'c', 'unsure'),
      decided('a', 'd', 'same'),
      decided('b', 'c', ''),
    )
    expect(result.customerCount).toBe(2)
    expect(of.get('d')).toBe('')
  })

  test('of decisions that contradict each other different holds, and it is said', async () => {
    const lists = [decided('a', 'b', 'same'), decided('b', 'c', 'same'), decided('a', 'c', 'different')]
    for (const list of [lists, [...lists].reverse()]) {
      const { of, result } = await run(...list)
      expect(of.get('a')).toBe(of.get('b'))
      expect(of.get('b')).not.toBe(of.get('c'))
      expect(result.report.problems.counts).toEqual({ 'contradictory-decision': 1 })
    }
  })

  test('a record that is not there and a word that judges nothing are reported', async () => {
    const { result } = await run(decided('a', 'x', 'same'), decided('a', 'b', '也许'))
    expect(result.report.problems.examples).toMatchObject([
      { code: 'unknown-record', row: 1, column: 'right_id', value: 'x' },
      { code: 'unreadable-judgement', row: 2, column: 'judgement', value: '也许' },
    ])
  })

  test('a list without its columns is refused', async () => {
    const decisions = [{ left_id: 'a', right_id: 'b' }]
    await expect(dedupe(records, { decisions })).rejects.toThrow(
      'the list of decisions has no column of judgements: judgement (same, different or unsure) is wanted (columns: left_id, right_id)',
    )
  })
})

describe('mistakes', () => {
  test('no column that could be a name', async () => {
    await expect(dedupe([{ 数量: 1 }])).rejects.toThrow(NoNameColumnError)
    await expect(dedupe([])).rejects.toThrow(NoNameColumnError)
  })

  test('settings', async () => {
    const settings = { thresholds: { merge: 0.1 }, map: { companyName: '抬头' } }
    const wrong = dedupe(named('甲'), { settings })
    await expect(wrong).rejects.toThrow(SettingsError)
    await expect(wrong).rejects.toThrow(
      /^2 mistakes .*review must not be above merge; map\.companyName names/,
    )
  })
})

test('progress tells its phases in order, and never more than there is', async () => {
  const told: Progress[] = []
  await dedupe(named('山西恒通煤业有限公司', '山西恒通煤业'), {
    onProgress: (progress) => told.push(progress),
  })
  const order: Phase[] = ['read', 'normalize', 'block', 'score', 'cluster', 'merge', 'write']
  const places = told.map(({ phase }) => order.indexOf(phase))
  expect(places.length).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(told.filter(({ done, total }) => done > total)).toEqual([])
  // A pair that several rules bring is one.
  expect(told.findLast(({ phase }) => phase === 'score')).toEqual({ phase: 'score', done: 1, total: 1 })
})
