import { describe, expect, test } from 'vitest'
import type { OutputTable } from '../../data/records.ts'
import { dedupe } from '../dedupe.ts'
import type { RecordInput } from '../to-records.ts'

type Row = Readonly<Record<string, string | number>>

function rowsOf({ headings, rows }: OutputTable): Row[] {
  return [...rows()].map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i]])))
}

async function relationsOf(rows: readonly RecordInput[], settings = {}): Promise<Row[]> {
  return rowsOf((await dedupe(rows, { settings })).relations)
}

const named = (...names: readonly string[]) => names.map((客户名称, i) => ({ 编号: i, 客户名称 }))

/** What is told, as relation and the ids of its two records. */
const told = (rows: readonly Row[]) =>
  rows.map(({ relation, left_id, right_id }) => `${relation} ${left_id} ${right_id}`)

describe('members of a group', () => {
  test('whose names say the group are each told with the group itself', async () => {
    const relations = await relationsOf(
      named('山西鸿晋集团有限公司', '山西鸿晋集团锅炉有限公司', '山西鸿晋集团酒店管理有限公司'),
    )
    expect(told(relations)).toEqual(['group 0 1', 'group 0 2'])
    expect(relations[0].reason).toContain('集团与其成员：“山西鸿晋集团有限公司”与“山西鸿晋集团锅炉有限公司”')
    expect(new Set(relations.flatMap((row) => [row.left_customer_id, row.right_customer_id])).size).toBe(3)
  })

  test('are told with one another where the group itself is no customer', async () => {
    const relations = await relationsOf(
      named('山西鸿晋集团锅炉有限公司', '山西鸿晋集团酒店管理有限公司', '山西焦煤集团临汾锅炉有限公司').map(
        (row, i) => ({ ...row, 电话: `0351-466666${i}` }),
      ),
    )
    expect(told(relations)).toEqual(['group 0 1'])
    expect(relations[0].reason).toContain('名称均含“山西鸿晋集团”')
  })

  test('keep the group and its members apart through any chain', async () => {
    const rows = named('山西鸿晋集团有限公司', '山西鸿晋集团锅炉有限公司', '山西鸿晋集团').map((row) => ({
      ...row,
      电话: '0351-4666666',
    }))
    const result = await dedupe(rows)
    const customers = new Map(rowsOf(result.crosswalk).map((row) => [row.record_id, row.customer_id]))
    expect(customers.get('0')).not.toBe(customers.get('1'))
  })

  test('of a rare brand are told with what calls itself a group; a common brand makes none', async () => {
    const rare = await relationsOf(named('曜麟锅炉（集团）有限公司', '太原曜麟酒店管理有限公司'))
    expect(told(rare)).toEqual(['group 0 1'])
    expect(rare[0].reason).toContain('同一字号“曜麟”，其中有集团')
    expect(await relationsOf(named('恒通锅炉（集团）有限公司', '太原恒通酒店管理有限公司'))).toEqual([])
  })

  test('are sister firms where a phone or an address is shared, in the language of the run', async () => {
    const [mine, hotel] = named('太原曜麟煤业有限公司', '太原曜麟酒店管理有限公司')
    const rows = [
      { ...mine, 电话: '0351-4666666', 税号: '91110000802100433B' },
      { ...hotel, 电话: '0351-4666666', 税号: '91110108551385082Q' },
    ]
    const relations = await relationsOf(rows, { language: 'en' })
    expect(told(relations)).toEqual(['group 0 1'])
    expect(relations[0].reason).toContain('sister firms of one brand, “曜麟”')
    const apart = rows.map((row, i) => ({ ...row, 电话: `0351-466666${i}` }))
    expect(await relationsOf(apart)).toEqual([])
  })

  test('of a brand that thousands have are none, however many call themselves a group', async () => {
    const cities = ['太原', '大同', '长治', '晋城', '朔州', '运城', '忻州', '临汾', '吕梁', '晋中']
    const trades = ['煤业', '酒店管理', '锅炉', '建材', '印刷', '广告', '食品', '服装', '物流', '园林']
    const names = cities.flatMap((city, i) =>
      trades.map((trade, j) => `${city}恒通${trade}${(i + j) % 5 === 0 ? '集团' : ''}有限公司`),
    )
    const result = await dedupe(named(...names))
    expect(result.relations.rowCount).toBeLessThan(10)
  })
})

describe('former names', () => {
  const renamed = (code: string, other: string) => [
    { 编号: 0, 客户名称: '太原曜麟锅炉有限公司（原山西博泽锅炉有限公司）', 税号: code, 电话: '' },
    { 编号: 1, 客户名称: '山西博泽锅炉有限公司', 税号: other, 电话: '' },
  ]

  test('a rename that was linked is told within the customer, once a name', async () => {
    const relations = await relationsOf([
      ...renamed('', ''),
      { 编号: 2, 客户名称: '山西博泽锅炉有限公司', 税号: '', 电话: '0351-4666666' },
    ])
    expect(told(relations)).toEqual(['former-name 0 1'])
    expect(relations[0].left_customer_id).toBe(relations[0].right_customer_id)
    expect(relations[0].reason).toContain('曾用名“山西博泽锅炉有限公司”是另一条记录的名称')
  })

  test('codes that differ keep two customers, and the relation is told', async () => {
    const relations = await relationsOf(renamed('91110000802100433B', '91110108551385082Q'))
    expect(told(relations)).toEqual(['former-name 0 1'])
    expect(relations[0].left_customer_id).not.toBe(relations[0].right_customer_id)
  })

  test('a column of former names says it as well', async () => {
    const relations = await relationsOf([
      { 编号: 0, 客户名称: '太原曜麟锅炉有限公司', 曾用名: '山西博泽锅炉有限公司' },
      { 编号: 1, 客户名称: '山西博泽锅炉有限公司', 曾用名: '' },
    ])
    expect(told(relations)).toEqual(['former-name 0 1'])
  })

  test('a short name, and one that many bear, are nobody’s former name', async () => {
    const short = await relationsOf([
      { 编号: 0, 客户名称: '太原曜麟锅炉有限公司', 曾用名: '博泽' },
      { 编号: 1, 客户名称: '博泽', 曾用名: '' },
    ])
    expect(short).toEqual([])
  })
})

describe('branches', () => {
  test('that are numbered are told with their parent, numbered or not, and merge with it where branches do', async () => {
    const rows = named(
      '山西昌硕贸易有限公司',
      '山西昌硕贸易有限公司第一项目部',
      '山西昌硕贸易有限公司第二项目部',
      '中建三局集团有限公司',
      '中建三局集团有限公司第一项目部',
    )
    expect(told(await relationsOf(rows))).toEqual(['branch 0 1', 'branch 0 2', 'branch 3 4'])
    expect((await dedupe(rows, { settings: { branches: 'merge' } })).customerCount).toBe(2)
  })

  test('a branch is told once with its parent, however many records both have', async () => {
    const parents = named('山西昌硕贸易有限公司', '山西昌硕贸易有限公司', '山西昌硕贸易有限责任公司')
    const branches = named('山西昌硕贸易有限公司大同分公司', '山西昌硕贸易有限公司大同分公司')
    const rows = [...parents, ...branches.map((row, i) => ({ ...row, 编号: i + 3 }))]
    const relations = await relationsOf(rows)
    expect(relations.map(({ relation }) => relation)).toEqual(['branch'])
  })
})

test('relations do not depend on the order of the records', async () => {
  const rows = named(
    '山西鸿晋集团有限公司',
    '山西鸿晋集团锅炉有限公司',
    '山西鸿晋集团酒店管理有限公司',
    '太原曜麟锅炉有限公司（原山西博泽锅炉有限公司）',
    '山西博泽锅炉有限公司',
    '山西昌硕贸易有限公司',
    '山西昌硕贸易有限公司大同分公司',
  )
  expect(await relationsOf([...rows].reverse())).toEqual(await relationsOf(rows))
})
