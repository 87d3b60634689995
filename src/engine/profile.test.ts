import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SettingsError } from '../model/settings.ts'
import { dedupe } from './dedupe.ts'
import { type ColumnProfile, type Profile, profile } from './profile.ts'
import type { RecordInput } from './to-records.ts'

const rows: RecordInput[] = [
  { 编号: 1, 客户名称: '山西煤业有限公司', 电话: '0351-4666688', 税号: '914403001922038217', 备注: '' },
  { 编号: 2, 客户名称: '太原恒通商贸有限公司晋源分公司', 电话: '0351-4666688', 税号: '914403001922038216' },
  { 编号: 3, 客户名称: '散客', 电话: '4006688888', 税号: '9144O3001922038216' },
  { 编号: 4, 客户名称: '散客', 电话: '无', 税号: '123456789012345678' },
  { 编号: 5, 客户名称: '***', 电话: '12', 税号: '待补' },
  { 编号: 6, 客户名称: '  ', 电话: '015987120463', 税号: '' },
]

function columnOf({ columns }: Profile, name: string): ColumnProfile {
  const column = columns.find((found) => found.name === name)
  if (column === undefined) throw new Error(`no column ${name}`)
  return column
}

const partOf = ({ parts }: ColumnProfile, name: string) =>
  parts.find((part) => part.name === name)?.commonest.map(({ value, rows }) => `${value} ${rows}`)

describe('profile', () => {
  test('says what each column was taken for and why', async () => {
    const { columns, records } = await profile(
      [{ 甲: '太原恒通商贸有限公司', 电话: '15987120463', 往来: '91440300192203821X', 备注: '好' }],
      { settings: { map: { contact: '备注' } } },
    )
    expect(records).toBe(1)
    expect(columns.map(({ name, role, by }) => [name, role, by])).toEqual([
      ['甲', 'companyName', 'cells'],
      ['电话', 'phone', 'heading'],
      ['往来', '', 'none'],
      ['备注', 'contact', 'setting'],
    ])
  })

  test('names: parts with their commonest values, junk names, and what has no letters', async () => {
    const names = columnOf(await profile(rows), '客户名称')
    expect(names).toMatchObject({ filled: 5, distinct: 4 })
    expect(names.valid.rows).toBe(2)
    expect(names.generic).toMatchObject({ rows: 3, distinct: 2 })
    expect(names.generic.examples[0]).toEqual({ value: '散客', rows: 2, reason: 'walk-in customer' })
    expect(partOf(names, 'brand')).toEqual(['恒通 1'])
    expect(partOf(names, 'division')).toEqual(['太原市 1', '山西省 1'])
    expect(partOf(names, 'legalForm')).toEqual(['有限公司 2'])
    expect(partOf(names, 'kind')).toEqual(['company 2'])
    expect(partOf(names, 'branchKind')).toEqual(['分公司 1'])
    expect(partOf(names, 'industry')).toHaveLength(2)
  })

  test('phones: hotlines and fillers are generic, mended ones are valid and repaired', async () => {
    const phones = columnOf(await profile(rows), '电话')
    expect(phones).toMatchObject({ filled: 6, distinct: 5 })
    expect(phones.valid).toMatchObject({ rows: 3, distinct: 2 })
    expect(phones.repaired.examples).toEqual([
      { value: '015987120463', rows: 1, reason: 'leadingZero', readAs: '15987120463' },
    ])
    expect(phones.generic.reasons).toEqual([
      { reason: 'placeholder', rows: 1 },
      { reason: 'tollFree', rows: 1 },
    ])
    expect(phones.unreadable.examples.map(({ value }) => value)).toEqual(['12'])
    expect(partOf(phones, 'kind')).toEqual(['landline 2', 'mobile 1'])
    expect(partOf(phones, 'areaCode')).toEqual(['0351 2'])
  })

  test('credit codes: sound, mended, made up and broken ones', async () => {
    const codes = columnOf(await profile(rows), '税号')
    expect(codes.valid.rows).toBe(2)
    expect(codes.repaired.examples[0]).toMatchObject({ readAs: '914403001922038216' })
    expect(codes.generic.examples[0]).toMatchObject({ value: '123456789012345678', reason: 'placeholder' })
    expect(codes.unreadable.reasons.map(({ reason }) => reason)).toContain('checkCharacter')
    expect(partOf(codes, 'body')).toEqual(['企业 2'])
  })

  test('a phone that many brands share is generic, and says how many', async () => {
    const brands = ['恒通', '鑫源', '宏达', '瑞丰', '盛世', '金桥', '东方红', '天顺', '永信']
    const shared = brands.map((brand, id) => ({
      id,
      name: `太原${brand}商贸有限公司`,
      phone: '0351-4666688',
    }))
    const column = columnOf(await profile(shared), 'phone')
    expect(column.valid.rows).toBe(0)
    expect(column.generic.examples).toEqual([
      { value: '0351-4666688', rows: 9, reason: 'shared by many customers', sharedBy: 9 },
    ])
    const two = columnOf(
      await profile(
        shared.map((row, i) => ({ ...row, phone: i % 9 ? row.phone : `${row.phone}/15987120463` })),
      ),
      'phone',
    )
    expect(two.valid.examples.map(({ value }) => value)).toEqual(['0351-4666688/15987120463'])
  })

  test('addresses, emails, websites, contacts and times are judged by their own rules', async () => {
    const { columns } = await profile([
      {
        地址: '太原市迎泽区并州北路21号',
        邮箱: 'li@hengtong#',
        网址: 'www.1688.com',
        联系人: '张伟',
        更新时间: '2024-03-05',
      },
      { 地址: '###', 邮箱: 'test@test.com', 网址: 'www.hengtong.com.cn', 联系人: '王经理', 更新时间: '昨天' },
      { 地址: '太原市', 邮箱: 'li@hengtong.com', 网址: '没有', 联系人: 'ZZ', 更新时间: '2024年3月' },
    ])
    const counts = columns.map(({ name, valid, generic, unreadable }) => [
      name,
      valid.rows,
      generic.rows,
      unreadable.rows,
    ])
    expect(counts).toEqual([
      ['地址', 2, 1, 0],
      ['邮箱', 1, 1, 1],
      ['网址', 1, 2, 0],
      ['联系人', 2, 0, 1],
      ['更新时间', 2, 0, 1],
    ])
  })

  test('needs no name column, and says that one is lacking', async () => {
    const { lacking } = await profile([{ 电话: '0351-4666688' }])
    expect(lacking.map(({ field }) => field)).toEqual(['companyName'])
    expect((await profile(rows)).lacking).toEqual([])
    expect(await profile([])).toMatchObject({ records: 0, columns: [] })
  })

  test('names that the settings call junk are generic', async () => {
    const { columns } = await profile([{ name: '门店零售' }, { name: '恒通' }], {
      settings: { junkNames: ['门店 零售'] },
    })
    expect(columns[0].generic.examples).toEqual([
      { value: '门店零售', rows: 1, reason: 'named in the settings' },
    ])
  })

  test('wrong settings throw', async () => {
    await expect(profile(rows, { settings: { map: { phone: '没有这列' } } })).rejects.toThrow(SettingsError)
  })

  test('as many examples as are asked for, long cells cut', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ name: `恒通${i}号店`, note: `${i}`.repeat(500) }))
    const [names, notes] = (await profile(many, { examples: 7 })).columns
    expect(names.valid.examples).toHaveLength(7)
    expect(notes.valid.examples[0].value.length).toBeLessThan(100)
    expect((await profile(many, { examples: 0 })).columns[0].valid.examples).toEqual([])
  })

  test('cells that it calls unreadable are those that dedupe reports', async () => {
    const { report } = await dedupe(rows)
    const reported = report.problems.examples.filter(({ code }) => code === 'unreadable-value')
    const { columns } = await profile(rows)
    for (const { column, value } of reported) {
      const group = columns.find(({ name }) => name === column)
      const known = [...(group?.unreadable.examples ?? []), ...(group?.generic.examples ?? [])]
      expect(known.map((example) => example.value)).toContain(value)
    }
    expect(reported.length).toBeGreaterThan(0)
  })

  const cell = fc.constantFrom(
    '',
    ' ',
    '无',
    '0351-4666688',
    '15987120463',
    '恒通',
    '山西煤业',
    '散客',
    '914403001922038216',
    '太原市并州北路21号',
  )
  const record = fc.record({ 客户名称: cell, 电话: cell, 地址: cell, 税号: cell, 联系人: cell, 备注: cell })

  test('filled cells are valid, generic or unreadable, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 20 }), async (records) => {
        const { columns } = await profile(records)
        for (const { name, filled, distinct, valid, generic, unreadable, repaired } of columns) {
          const texts = records.map((row) => row[name as '电话']).filter((text) => text.trim() !== '')
          expect(filled).toBe(texts.length)
          expect(distinct).toBe(new Set(texts).size)
          expect(valid.rows + generic.rows + unreadable.rows).toBe(filled)
          expect(repaired.rows).toBeLessThanOrEqual(valid.rows)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order of rows does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
        const forwards = await profile(records)
        const backwards = await profile(records.toReversed())
        expect(backwards).toEqual(forwards)
      }),
      { numRuns: 40 },
    )
  })
})
