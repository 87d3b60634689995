import { describe, expect, test } from 'vitest'
import { madeName, madePhone } from '../../fixtures/field-types.ts'
import { type CellWriter, collectRows } from '../data/cells.ts'
import { ProblemLog } from '../data/problems.ts'
import { defineSettings, type SettingsInput } from '../model/settings.ts'
import { arrangeRecords } from './arrange-records.ts'
import { createSurvivors } from './golden-records.ts'
import { normalizeRecords } from './normalize-records.ts'
import { recogniseColumns } from './recognise-columns.ts'
import { type RecordInput, toRecords } from './to-records.ts'

const types = [madeName, madePhone]

/** What survives among all rows: `column` of an input column, `field` of a field. */
function survivorsOf(rows: readonly RecordInput[], settings: SettingsInput = {}) {
  const { table, ...records } = toRecords(rows.map((row, i) => ({ id: i + 1, ...row })))
  const log = new ProblemLog()
  const arranged = arrangeRecords({ table, ...records }, recogniseColumns(table, types, {}), log)
  const normalized = normalizeRecords(arranged, types, { abbreviations: {}, junkNames: [] }, log, () => {})
  const survivors = createSurvivors(normalized, defineSettings(settings))
  const all = Uint32Array.from(rows.keys())
  return {
    field: (name: string) => written((cells) => survivors.ofField(name)(all, cells)),
    column(name: string) {
      const column = arranged.table.columns.find((found) => found.name === name)
      return column && written((cells) => survivors.ofColumn(column)(all, cells))
    },
  }
}

function written(write: (cells: CellWriter) => void) {
  const cells = collectRows()
  write(cells)
  cells.endRow()
  return cells.row()[0]
}

describe('the surviving value of a column', () => {
  test('is the best cell, mended where the field could', () => {
    const { column } = survivorsOf([{ phone: '123' }, { phone: '466 6666' }, { phone: '' }])
    expect(column('phone')).toBe('4666666')
  })

  test('is missing where no record has one', () => {
    expect(survivorsOf([{ phone: '' }, { phone: null }, { phone: '1' }]).column('id')).toBe('1')
    expect(survivorsOf([{ name: '恒通' }, { former: '' }]).column('former')).toBe('')
  })

  test('of a column that is no field, the commonest stands', () => {
    const { column } = survivorsOf(['普通', '重要', '重要'].map((等级) => ({ name: '恒通', 等级 })))
    expect(column('等级')).toBe('重要')
  })

  test.each<[string, SettingsInput, string]>([
    ['newest', { survivorship: 'newest' }, '乙乙'],
    ['newest for the field alone', { survivorship: { name: 'newest' } }, '乙乙'],
    ['another field’s rule', { survivorship: { phone: 'newest' } }, '甲甲甲甲'],
    ['longest', { survivorship: 'longest' }, '甲甲甲甲'],
    ['sourceOrder', { survivorship: 'sourceOrder', sourceOrder: ['财务', '营销'] }, '丙'],
    ['sourceOrder, sources not named last', { survivorship: 'sourceOrder', sourceOrder: ['营销'] }, '乙乙'],
  ])('%s', (_, settings, expected) => {
    const rows = [
      { name: '甲甲甲甲', 更新时间: '2023-01-01', 来源: '门店' },
      { name: '乙乙', 更新时间: '2024年3月', 来源: '营销' },
      { name: '丙', 更新时间: '不详', 来源: '财务' },
    ]
    expect(survivorsOf(rows, settings).column('name')).toBe(expected)
  })

  test('a record with two times counts by the later', () => {
    const rows = [
      { name: '甲', 更新时间: '2020-01-01', 修改时间: '2025-01-01' },
      { name: '乙', 更新时间: '2024-01-01', 修改时间: '' },
    ]
    expect(survivorsOf(rows, { survivorship: 'newest' }).column('name')).toBe('甲')
  })
})

describe('the surviving value of a field', () => {
  test('comes from whichever of its columns has the best cell, also within one record', () => {
    expect(survivorsOf([{ phone: '12', phone2: '4666666' }]).field('phone')).toBe('4666666')
    expect(survivorsOf([{ phone: '4666666', phone2: '12' }]).field('phone')).toBe('4666666')
  })

  test('the commonest is counted over all columns', () => {
    const rows = [
      { phone: '1111111', phone2: '2222222' },
      { phone: '2222222', phone2: '3333333' },
    ]
    expect(survivorsOf(rows, { survivorship: 'commonest' }).field('phone')).toBe('2222222')
  })

  test('is the name, not the former name, even where that stands first or is longer', () => {
    expect(survivorsOf([{ former: '恒通恒通恒通', name: '昌硕' }]).field('name')).toBe('昌硕')
    expect(survivorsOf([{ name: '昌硕', former: '恒通恒通恒通' }]).field('name')).toBe('昌硕')
  })

  test('is the former name where there is no other', () => {
    expect(survivorsOf([{ former: '恒通' }]).field('name')).toBe('恒通')
  })

  test('is missing for a field that the input does not have', () => {
    expect(survivorsOf([{ name: '恒通' }]).field('phone')).toBe('')
  })
})
