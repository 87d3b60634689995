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
