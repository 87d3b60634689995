import { describe, expect, test } from 'vitest'
import { defineSettings, SettingsError, type SettingsInput, survivorshipRules } from './settings.ts'

/** The mistakes in settings as someone without types may write them. */
function mistakesOf(input: unknown): readonly string[] {
  try {
    defineSettings(input as SettingsInput)
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes
    throw error
  }
  return []
}

describe('defineSettings', () => {
  test('nothing is a whole set of settings', () => {
    const defaults = {
      map: {},
      thresholds: { merge: 0.65, review: 0.2 },
      maxBlockSize: 25,
      branches: 'separate',
      survivorship: 'best',
      sourceOrder: [],
      abbreviations: {},
      junkNames: [],
      language: 'zh',
    }
    expect(defineSettings()).toEqual(defaults)
    expect(defineSettings({})).toEqual(defaults)
    expect(defineSettings(defineSettings({}))).toEqual(defaults)
  })

  test('what is given is kept, what is not has its default', () => {
    const settings = defineSettings({
      thresholds: { merge: 0.99 },
      map: { phone: ['电话1', '电话2'], companyName: '抬头' },
      survivorship: { phone: 'newest' },
      blocking: [['phone.number', 'companyName.province']],
    })
    expect(settings.thresholds).toEqual({ merge: 0.99, review: 0.2 })
    expect(settings.map).toEqual({ phone: ['电话1', '电话2'], companyName: '抬头' })
    expect(settings.survivorship).toEqual({ phone: 'newest' })
    expect(settings.blocking).toEqual([['phone.number', 'companyName.province']])
  })

  test('what was given is not written to, and two runs share nothing', () => {
    const input: SettingsInput = Object.freeze({ thresholds: Object.freeze({ merge: 0.9 }) })
    const [one, two] = [defineSettings(input), defineSettings(input)]
    one.sourceOrder.push('营销')
    one.thresholds.review = 0.1
    expect(two.sourceOrder).toEqual([])
    expect(two.thresholds.review).toBe(0.2)
    expect(input).toEqual({ thresholds: { merge: 0.9 } })
  })

  test.each([...survivorshipRules])('survivorship may be %s, for all fields or one', (rule) => {
    expect(defineSettings({ survivorship: rule }).survivorship).toBe(rule)
    expect(defineSettings({ survivorship: { phone: rule } }).survivorship).toEqual({ phone: rule })
  })
})

describe('mistakes', () => {
  test('three mistakes are named at once, each with its place and what it holds', () => {
    const input = { threshold: 0.9, language: 'fr', thresholds: { merge: 1.5 } }
    const mistakes = mistakesOf(input)
    expect(mistakes.length).toBe(3)
    const all = mistakes.join('\n')
    expect(all).toContain('threshold is no setting (known: map, thresholds, blocking,')
    expect(all).toContain('language is "fr": Invalid option: expected one of "zh"|"en"')
    expect(all).toContain('thresholds.merge is 1.5')
    expect(() => defineSettings(input as SettingsInput)).toThrow(/^3 mistakes in the settings: .+; .+; /)
  })

  test('one mistake is one', () => {
    expect(() => defineSettings({ maxBlockSize: 1 })).toThrow(
      /^one mistake in the settings: maxBlockSize is 1/,
    )
  })

  test.each<[unknown, string]>([
    [{ thresholds: { merg: 0.9 } }, 'thresholds.merg is no setting (known: merge, review)'],
    [{ thresholds: { merge: 0.1 } }, 'thresholds is {"merge":0.1}: review must not be above merge'],
    [{ thresholds: { merge: Number.NaN } }, 'thresholds.merge is NaN'],
    [{ thresholds: { merge: 1 } }, 'thresholds.merge is 1'],
    [{ survivorship: 'newst' }, 'expected one of "best"|"newest"'],
    [
      { survivorship: { phone: 'newst' } },
      'survivorship.phone is "newst": Invalid option: expected one of "best"',
    ],
    [{ map: { phone: 3 } }, 'map.phone is 3: Invalid input: expected string, received number, or'],
    [{ map: { phone: ['a', 3] } }, 'map.phone.1 is 3'],
    [{ blocking: [] }, 'blocking is []'],
    [{ blocking: [[]] }, 'blocking.0 is []'],
    [{ blocking: ['phone.number'] }, 'blocking.0 is "phone.number"'],
    [{ maxBlockSize: 10n }, 'maxBlockSize is 10: '],
    [{ maxBlockSize: 2.5 }, 'maxBlockSize is 2.5'],
    [{ junkNames: { 测试: 7n } }, 'junkNames is [object Object]'],
    [{ abbreviations: { 启钢: 7 } }, 'abbreviations.启钢 is 7'],
    [{ abbreviations: { 启钢: [] } }, 'abbreviations.启钢 is []'],
    [{ abbreviations: { 启钢: ' ' } }, 'a text that is not empty is wanted'],
    [{ abbreviations: ['启钢'] }, 'abbreviations is ["启钢"]'],
    [null, 'settings is null'],
    ['strict', 'settings is "strict"'],
  ])('%o', (input, expected) => {
    const mistakes = mistakesOf(input)
    expect(mistakes.length).toBe(1)
    expect(mistakes[0]).toContain(expected)
  })

  test('a value of any length is shown short', () => {
    const [mistake] = mistakesOf({ branches: 'x'.repeat(1_000_000) })
    expect(mistake.length).toBeLessThan(300)
  })

  test('the error can be told apart by code', () => {
    expect(new SettingsError(['x'])).toMatchObject({ name: 'SettingsError', code: 'wrong-settings' })
  })
})
