import { describe, expect, test } from 'vitest'
import { fieldTypes } from '../fields/index.ts'
import { defineSettings, SettingsError, type SettingsInput } from '../model/settings.ts'
import { resolveSettings } from './resolve-settings.ts'
import { toRecords } from './to-records.ts'

const { table } = toRecords([{ 客户名称: '甲', 电话: '1' }])
const resolve = (input: unknown) => resolveSettings(input as SettingsInput, fieldTypes, table)

function mistakesOf(input: unknown): readonly string[] {
  try {
    resolve(input)
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes
    throw error
  }
  return []
}

describe('resolveSettings', () => {
  test('settings that name what there is are whole, with every default', () => {
    expect(resolve(undefined)).toEqual(defineSettings())
    const input: SettingsInput = {
      map: { companyName: '客户名称', phone: ['电话'], id: [] },
      blocking: [['phone.number', 'companyName.brand']],
      survivorship: { phone: 'newest' },
    }
    expect(resolve(input)).toEqual(defineSettings(input))
  })

  test('wrong values and wrong names are named together', () => {
    const mistakes = mistakesOf({
      treshold: 1,
      language: 'fr',
      map: { phnoe: '电话', phone: ['电话', '座机'] },
      blocking: [['phone.nummer']],
      survivorship: { mobile: 'newest' },
    })
    const places = [
      'language is',
      'treshold is no setting',
      'map.phnoe is no field',
      "map.phone names the column '座机'",
      "blocking: 'phone.nummer' is no key",
      'survivorship.mobile is no field',
    ]
    expect(mistakes).toHaveLength(places.length)
    for (const place of places) expect(mistakes.join('\n')).toContain(place)
  })

  test.each([
    [null, ['settings is null']],
    [[1], ['settings is [1]']],
    ['{}', ['settings is "{}"']],
    [{ map: '电话' }, ['map is "电话"']],
    [{ map: { phone: 1 }, blocking: 'phone' }, ['map.phone is 1', 'blocking is "phone"']],
    [{ survivorship: { mobile: 'best', phone: 'shortest' } }, ['survivorship.phone is "shortest"']],
  ])('what has the wrong form is a mistake once: %j', (input, starts) => {
    const mistakes = mistakesOf(input)
    expect(mistakes.map((mistake, i) => mistake.startsWith(starts[i]))).toEqual(starts.map(() => true))
  })
})
