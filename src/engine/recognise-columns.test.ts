import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldTypes } from '../fields/index.ts'
import type { FieldType } from '../model/field-type.ts'
import { SettingsError } from '../model/settings.ts'
import { checkForName, headingKey, NoNameColumnError, recogniseColumns } from './recognise-columns.ts'
import { type RecordInput, toRecords } from './to-records.ts'

const label = { zh: '', en: '' }
const empty = { entries: [], display: '', quality: 0, unreadable: '', repaired: '', junk: '' }
const made = { label, parts: ['text'], parse: () => empty, comparisons: [], keys: [] }
const types: readonly FieldType[] = [
  {
    ...made,
    name: 'phone',
    roles: [{ name: 'phone', headings: ['电话', 'phone number'], fragments: ['电话'] }],
    recognises: (text) => /^\d{11}$/.test(text),
  },
  {
    ...made,
    name: 'companyName',
    required: true,
    roles: [
      { name: 'companyName', headings: ['客户名称'], fragments: ['客户名'] },
      { name: 'formerName', headings: ['曾用名'], fragments: ['曾用客户名'] },
    ],
    recognises: (text) => text.endsWith('公司'),
  },
]

type Map = Parameters<typeof recogniseColumns>[2]

function rolesOf(rows: readonly RecordInput[], map: Map = {}) {
  return recogniseColumns(toRecords(rows).table, types, map).map(({ column, role, by }) => [
    column.name,
    role,
    by,
  ])
}

const roleOfHeading = (heading: string) => rolesOf([{ [heading]: '甲' }])[0].slice(1)

describe('by heading', () => {
  test.each([
    ['客户名称', 'companyName'],
    [' 客户名称（必填）* ', 'companyName'],
    ['客户名称2', 'companyName'],
    ['Phone_Number', 'phone'],
    ['ＰＨＯＮＥ　ＮＵＭＢＥＲ', 'phone'],
    ['采购客户名', 'companyName'],
    ['备用电话', 'phone'],
    // The longer fragment is the more telling one.
    ['曾用客户名', 'formerName'],
    ['客户编号', 'id'],
    ['ID', 'id'],
    ['来源', 'source'],
    ['更新时间', 'updatedAt'],
  ])('%j is %s', (heading, role) => {
    expect(roleOfHeading(heading)).toEqual([role, 'heading'])
  })

  test.each(['', '备注', '客户', '（电话）', '***', '\u0000'])('%j says nothing', (heading) => {
    expect(roleOfHeading(heading)).toEqual(['', 'none'])
  })

  test('two columns may have one role', () => {
    expect(rolesOf([{ 电话1: '1', 电话2: '2' }])).toEqual([
      ['电话1', 'phone', 'heading'],
      ['电话2', 'phone', 'heading'],
    ])
  })

  test('a heading of a megabyte is read in no time', () => {
    for (const heading of ['('.repeat(1_000_000), `电话${'9'.repeat(1_000_000)}`, '电'.repeat(1_000_000)]) {
      expect(headingKey(heading).length).toBeLessThanOrEqual(200)
    }
  })

  test('the key of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (heading) => {
        const key = headingKey(heading)
        expect(headingKey(key)).toBe(key)
      }),
    )
  })
})

describe('by cells', () => {
  const cells = (...texts: readonly string[]) => texts.map((text) => ({ 备注: text }))
  const roleOf = (rows: readonly RecordInput[]) => rolesOf(rows)[0].slice(1)

  test('three in five must look like the field', () => {
    expect(roleOf(cells('甲公司', '乙公司', '丙公司', '丁', '戊'))).toEqual(['companyName', 'cells'])
    expect(roleOf(cells('甲公司', '乙公司', '丙', '丁', '戊'))).toEqual(['', 'none'])
  })

  test('empty cells do not count', () => {
    expect(roleOf(cells('', '', '', '13800000001'))).toEqual(['phone', 'cells'])
    expect(roleOf(cells('', ''))).toEqual(['', 'none'])
  })

  test('a column whose heading says something is not asked for its cells', () => {
    expect(rolesOf([{ 更新时间: '13800000001' }])).toEqual([['更新时间', 'updatedAt', 'heading']])
  })

  test('of a long column a sample decides, the same whatever the order of rows', () => {
    // At three in five the answer hangs by a thread: every other sample would tell another story.
    const column = (seed: number) =>
      Array.from({ length: 4000 }, (_, i) => ({
        备注: (i * 7 + seed) % 5 < 3 ? `${i + seed}公司` : `${i + seed}店`,
      }))
    for (const seed of [0, 1, 2, 3, 4, 5]) {
      const rows = column(seed)
      const answer = roleOf(rows)
      expect(roleOf([...rows].reverse())).toEqual(answer)
      expect(roleOf([...rows.slice(1777), ...rows.slice(0, 1777)])).toEqual(answer)
    }
  })

  test('a long column with enough of them is known', () => {
    const share = (tenths: number) =>
      Array.from({ length: 20_000 }, (_, i) => ({ 备注: i % 10 < tenths ? `${i}公司` : `${i}店` }))
    expect(roleOf(share(8))).toEqual(['companyName', 'cells'])
    expect(roleOf(share(4))).toEqual(['', 'none'])
  })
})

describe('by setting', () => {
  const rows = [{ 抬头: '甲', 电话: '1', 备用电话: '2', 库存: '13800000001' }]

  test('a setting comes before the heading and the cells', () => {
    expect(rolesOf(rows, { companyName: '抬头', ignore: ['电话', '库存'] })).toEqual([
      ['抬头', 'companyName', 'setting'],
      ['电话', 'ignore', 'setting'],
      ['备用电话', 'phone', 'heading'],
      ['库存', 'ignore', 'setting'],
    ])
  })

  test('a role that a setting gave away is not guessed for another column', () => {
    expect(rolesOf(rows, { phone: '备用电话' })).toEqual([
      ['抬头', '', 'none'],
      ['电话', '', 'none'],
      ['备用电话', 'phone', 'setting'],
      ['库存', '', 'none'],
    ])
  })

  test('all mistakes are named at once, with what there is', () => {
    const wrong = () => rolesOf(rows, { phnoe: '电话', companyName: ['抬头', '名称'] })
    expect(wrong).toThrow(SettingsError)
    expect(wrong).toThrow(
      /^2 mistakes in the settings: map\.phnoe is no field \(known: id, source,.* phone, /,
    )
    expect(wrong).toThrow("map.companyName names the column '名称', which is not there (columns: 抬头, 电话,")
  })
})

describe('checkForName', () => {
  test('lets uses pass that have a name', () => {
    const uses = recogniseColumns(toRecords([{ 曾用名: '甲' }]).table, types, {})
    expect(checkForName(uses)).toBe(uses)
  })

  test('says which columns there were, and what to do', () => {
    const uses = recogniseColumns(toRecords([{ 电话: '1', 备注: '甲' }]).table, types, {})
    expect(() => checkForName(uses)).toThrow(NoNameColumnError)
    expect(() => checkForName(uses)).toThrow(
      'no column could be a company name (columns: 电话, 备注); say which',
    )
    expect(() => checkForName([])).toThrow('(columns: none)')
  })
})

test.each([
  [
    '营销',
    { 客户编码: 'id', 客户名称: 'companyName', 联系电话: 'phone', 地址: 'address', 联系人: 'contact' },
  ],
  ['财务', { 编号: 'id', 开票抬头: 'companyName', 税号: 'creditCode', 注册地址: 'address', 电话: 'phone' }],
  ['服务', { 单位名称: 'companyName', 手机: 'phone', 邮箱: 'email', 更新时间: 'updatedAt', 网址: 'website' }],
  [
    'English',
    {
      'Customer ID': 'id',
      'Company Name': 'companyName',
      Tel: 'phone',
      'E-mail': 'email',
      Address: 'address',
    },
  ],
])('the headings of %s are known', (_, expected) => {
  const { table } = toRecords([expected])
  const uses = recogniseColumns(table, fieldTypes, {})
  expect(Object.fromEntries(uses.map(({ column, role }) => [column.name, role]))).toEqual(expected)
})
