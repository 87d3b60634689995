import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import golden from '../../fixtures/text/numerals.json' with { type: 'json' }
import { foldNumerals, parseNumeral } from './numerals.ts'

const DIGITS = '零一二三四五六七八九'

/** The standard spelling of 0 to 99,999,999, by the book. */
function spell(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    return `${spell(Math.floor(value / 10_000))}万${rest === 0 ? '' : rest < 1000 ? `零${spell(rest)}` : spell(rest)}`
  }
  if (value < 10) return DIGITS[value]!
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${name}`
      gap = false
    }
  }
  return text
}

describe('parseNumeral', () => {
  it.each(golden.parse as [string, number][])('reads %s as %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  it.each(golden.reject)('does not read %j', (text) => {
    expect(parseNumeral(text)).toBeUndefined()
  })

  it('reads every number as it is spelled, in standard, formal and positional form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(200), fc.nat(9999), fc.nat(99_999_999)), (value) => {
        const standard = spell(value)
        expect(parseNumeral(standard)).toBe(value)
        expect(parseNumeral(standard.replace(/^一十/, '十'))).toBe(value)
        const formal: Record<string, string> = {
          一: '壹',
          二: '贰',
          三: '叁',
          四: '肆',
          五: '伍',
          六: '陆',
          七: '柒',
          八: '捌',
          九: '玖',
          十: '拾',
          百: '佰',
          千: '仟',
        }
        expect(parseNumeral(Array.from(standard, (one) => formal[one] ?? one).join(''))).toBe(value)
        expect(parseNumeral(Array.from(String(value), (one) => DIGITS[Number(one)]).join(''))).toBe(value)
        expect(parseNumeral(String(value))).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('foldNumerals', () => {
  it.each(golden.fold as [string, string][])('%j becomes %j', (text, folded) => {
    expect(foldNumerals(text)).toBe(folded)
  })

  it('is idempotent and only touches numerals', () => {
    const unit = fc.constantFrom(...'一二三十百千万〇两廿伍IVX第之号局楼室中心3A')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 16 }), (text) => {
        const once = foldNumerals(text)
        expect(foldNumerals(once)).toBe(once)
        expect(once.replace(/[一二三十百千万〇两廿伍IVX\d]/g, '')).toBe(
          text.replace(/[一二三十百千万〇两廿伍IVX\d]/g, ''),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('makes every spelling of an ordinal the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(foldNumerals(`第${spell(value)}工程局`)).toBe(`第${value}工程局`)
        expect(foldNumerals(`${value}号`)).toBe(`${value}号`)
      }),
    )
  })

  it('copes with a cell of a megabyte', () => {
    expect(foldNumerals('一'.repeat(1_000_000))).toHaveLength(1_000_000)
    expect(foldNumerals('一局'.repeat(300_000))).toBe('1局'.repeat(300_000))
    expect(foldNumerals('X'.repeat(1_000_000))).toHaveLength(1_000_000)
  })
})
