import { describe, expect, test } from 'vitest'
import { SettingsError } from '../model/settings.ts'
import { type LinkOptions, link } from './link.ts'
import { type RecordsInput, toRecords } from './to-records.ts'

async function linked(left: RecordsInput, right: RecordsInput, options?: LinkOptions) {
  const { links } = await link(left, right, options)
  return [...links.rows()].map((row) => Object.fromEntries(links.headings.map((name, i) => [name, row[i]])))
}

const idsOf = (rows: readonly Record<string, unknown>[]) =>
  rows.map(({ left_id, right_id }) => [left_id, right_id])

const register = [
  { 注册编号: 'R1', 企业名称: '山西恒通煤业有限公司', 电话: '0351-4666666' },
  { 注册编号: 'R2', 企业名称: '太原昌硕贸易有限公司', 电话: '13800001111' },
  { 注册编号: 'R3', 企业名称: '大同宏运物流有限公司', 电话: '0352-2000001' },
]
const options = { settings: { map: { id: ['客户编号', '注册编号'] } } }

describe('link', () => {
  test('gives each left record the right one that fits it best, with verdict and reason', async () => {
    const left = [
      { 客户编号: 'C1', 客户名称: '山西恒通煤业', 联系电话: '(0351)4666666' },
      { 客户编号: 'C2', 客户名称: '昌硕贸易', 联系电话: '138-0000-1111' },
      { 客户编号: 'C3', 客户名称: '江苏宏达纺织有限公司', 联系电话: '0512-67000001' },
    ]
    const rows = await linked(left, register, options)
    expect(idsOf(rows)).toEqual([
      ['C1', 'R1'],
      ['C2', 'R2'],
    ])
    expect(rows[0]).toMatchObject({ verdict: 'merge', reason: expect.stringContaining('字号“恒通”相同') })
    expect(rows[0].probability).toBeGreaterThan(0.95)
    expect(await link(left, register, options)).toMatchObject({ leftCount: 3, rightCount: 3 })
  })

  test('two left records may have one right one, unless it is one to one: then the better has it', async () => {
    const left = [
      { 客户编号: 'C1', 客户名称: '山西恒通煤业', 联系电话: '' },
      { 客户编号: 'C2', 客户名称: '山西恒通煤业有限公司', 联系电话: '0351-4666666' },
    ]
    expect(idsOf(await linked(left, register, options))).toEqual([
      ['C1', 'R1'],
      ['C2', 'R1'],
    ])
    expect(idsOf(await linked(left, register, { ...options, oneToOne: true }))).toEqual([['C2', 'R1']])
  })

  test('never links within one side', async () => {
    const twice = [register[0], { ...register[0], 注册编号: 'R9' }]
    expect(await linked(twice, [register[1]], { settings: { map: { id: '注册编号' } } })).toEqual([])
  })

  test('records keep their ids, also where both sides use the same, or none', async () => {
    const plain = register.map(({ 企业名称, 电话 }) => ({ 企业名称, 电话 }))
    const same = ['1', '2', '3'].map((id) => [id, id])
    expect(idsOf(await linked(plain, plain))).toEqual(same)
    const numbered = plain.map((row, i) => ({ 编号: i + 1, ...row }))
    expect(idsOf(await linked(numbered, numbered))).toEqual(same)
  })

  test('a branch is no link, unless branches are to be merged', async () => {
    const left = [{ 客户编号: 'C1', 客户名称: '山西恒通煤业有限公司大同分公司', 联系电话: '0351-4666666' }]
    expect(await linked(left, register, options)).toEqual([])
    const merged = { settings: { ...options.settings, branches: 'merge' as const } }
    expect(idsOf(await linked(left, register, merged))).toEqual([['C1', 'R1']])
  })

  test('less than sure is for review, less than that is no link', async () => {
    const left = [{ 客户编号: 'C1', 客户名称: '山西恒通煤业', 联系电话: '' }]
    const at = async (merge: number, review: number) =>
      (
        await linked(left, register, { settings: { ...options.settings, thresholds: { merge, review } } })
      ).map(({ verdict }) => verdict)
    const nearlyCertain = 1 - 1e-12
    expect(await at(nearlyCertain, 0.5)).toEqual(['review'])
    expect(await at(nearlyCertain, nearlyCertain)).toEqual([])
  })

  describe('where several fit about as well', () => {
    const firms = ['晟恒', '鸿晟'].map((brand, i) => ({
      注册编号: `R${i}`,
      企业名称: `太原${brand}贸易有限公司`,
    }))
    const rows = [
      { 注册编号: 'R5', 企业名称: '太原恒通煤业有限公司' },
      { 注册编号: 'R6', 企业名称: '江苏恒通纺织有限公司' },
      ...firms,
    ]
    const left = [
      { 客户编号: 'C1', 客户名称: '恒通' },
      { 客户编号: 'C2', 客户名称: '太原鸿晟贸易有限公司' },
    ]

    test('a person is to judge, and all of them are listed', async () => {
      const { links, candidates, report } = await link(left, rows, options)
      const table = ({ headings, rows }: typeof links) =>
        [...rows()].map((row) => Object.fromEntries(headings.map((name, i) => [name, row[i]])))
      const [first, second] = table(links)
      expect(first).toMatchObject({
        left_id: 'C1',
        verdict: 'review',
        alternatives: 1,
        left_name: '恒通',
      })
      expect(second).toMatchObject({ left_id: 'C2', right_id: 'R1', verdict: 'merge', alternatives: 0 })
      const listed = table(candidates)
      expect(listed.map(({ left_id, rank }) => [left_id, rank])).toEqual([
        ['C1', 1],
        ['C1', 2],
      ])
      expect(listed[0]).toMatchObject({
        right_id: first.right_id,
        weight: first.weight,
        reason: first.reason,
      })
      expect(new Set(listed.map(({ right_id }) => right_id))).toEqual(new Set(['R5', 'R6']))
      expect([links.rowCount, candidates.rowCount]).toEqual([2, 2])
      expect(report).toMatchObject({ left: 2, right: 4, merge: 1, review: 1, unlinked: 0, ambiguous: 1 })
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    })

    test('the same firm twice in the right list is no doubt', async () => {
      const twice = [register[0], { ...register[0], 注册编号: 'R9' }]
      const [found] = await linked(
        [{ 客户编号: 'C1', 客户名称: '山西恒通煤业', 电话: '0351-4666666' }],
        twice,
        options,
      )
      expect(found).toMatchObject({ verdict: 'merge', alternatives: 1 })
    })
  })

  test('the columns of links begin with those that were promised', async () => {
    const { links } = await link(register, register)
    expect(links.headings.slice(0, 6)).toEqual([
      'left_id',
      'right_id',
      'probability',
      'weight',
      'verdict',
      'reason',
    ])
  })

  test('nothing on one side links to nothing', async () => {
    expect(await linked([], register)).toEqual([])
    expect(await linked(register, toRecords([]))).toEqual([])
  })

  test('wrong settings are named', async () => {
    await expect(link(register, register, { settings: { map: { id: '编号' } } })).rejects.toThrow(
      SettingsError,
    )
  })
})
