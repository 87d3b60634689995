import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import golden from '../../fixtures/text/abbreviation_pairs.json' with { type: 'json' }
import {
  ABBREVIATION_THRESHOLD,
  ABBREVIATIONS,
  alignAbbreviation,
  expandAbbreviation,
} from './abbreviation.ts'
import { foldText } from './fold.ts'

type Pair = [segments: string[], short: string]
const accepts = ([segments, short]: Pair) =>
  alignAbbreviation(short, segments) >= ABBREVIATION_THRESHOLD ||
  expandAbbreviation(short).some((stem) => segments.join('').startsWith(stem))

/** All alignments, by brute force. */
function slow(short: string, segments: readonly string[]): number {
  const full = segments.flatMap((one) => Array.from(one, (char, i) => ({ char, worth: i === 0 ? 1 : 0.45 })))
  const best = (i: number, from: number, last: number): number => {
    if (i === short.length) return 0
    let sum = Number.NEGATIVE_INFINITY
    for (let p = from; p < full.length; p++) {
      if (full[p]!.char !== short[i]) continue
      const bonus = i > 0 && p === last + 1 ? 0.15 : 0
      sum = Math.max(sum, full[p]!.worth + bonus + best(i + 1, p + 1, p))
    }
    return sum
  }
  return short === '' ? 0 : Math.max(0, Math.min(1, best(0, 0, -9) / short.length))
}

describe('alignAbbreviation', () => {
  it('prefers the heads of segments', () => {
    expect(alignAbbreviation('中石化', ['中国', '石油', '化工'])).toBe(1)
    expect(alignAbbreviation('华为', ['华为', '技术'])).toBeCloseTo(0.8)
    expect(alignAbbreviation('国油工', ['中国', '石油', '化工'])).toBeCloseTo(0.45)
    expect(alignAbbreviation('化石', ['中国', '石油', '化工'])).toBe(0)
    expect(alignAbbreviation('', ['中国'])).toBe(0)
    expect(alignAbbreviation('中', [])).toBe(0)
  })

  it('leaves X行 to the table', () => {
    expect(alignAbbreviation('中行', ['中国', '建设', '银行'])).toBe(0)
    expect(alignAbbreviation('建设银行', ['中国', '建设', '银行'])).toBeGreaterThan(0.6)
  })

  it('equals the slow twin', () => {
    const word = fc.string({ unit: fc.constantFrom(...'中国石油化'), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom(...'中国石油化'), maxLength: 5 }),
        (segments, short) => {
          expect(alignAbbreviation(short, segments)).toBeCloseTo(slow(short, segments), 9)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is bounded on hostile input', () => {
    expect(alignAbbreviation('中'.repeat(1_000_000), ['中'])).toBe(0)
    expect(alignAbbreviation('中国', ['中国'.repeat(500_000)])).toBeCloseTo(0.8)
  })
})

describe('abbreviations of known firms', () => {
  it('accepts at least 97 of the 100 true ones', () => {
    const missed = (golden.positive as Pair[]).filter((pair) => !accepts(pair))
    expect(missed.length).toBeLessThanOrEqual(3)
  })

  it('accepts at most 1 of the 15 false ones', () => {
    expect((golden.negative as Pair[]).filter(accepts).length).toBeLessThanOrEqual(1)
  })
})

describe('expandAbbreviation', () => {
  it('knows 150 short names, each once and folded', () => {
    expect(ABBREVIATIONS.size).toBeGreaterThanOrEqual(150)
    for (const [short, stems] of ABBREVIATIONS) {
      expect(stems.length).toBeGreaterThan(0)
      for (const text of [short, ...stems]) expect(foldText(text)).toBe(text)
    }
  })

  it('takes entries of the user first', () => {
    expect(expandAbbreviation('工行')).toEqual(['中国工商银行'])
    expect(expandAbbreviation('没有')).toEqual([])
    expect(expandAbbreviation('')).toEqual([])
    const extra = new Map([
      ['工行', ['恒润工业银行']],
      ['恒润', ['苏州恒润紧固件']],
    ])
    expect(expandAbbreviation('工行', extra)).toEqual(['恒润工业银行', '中国工商银行'])
    expect(expandAbbreviation('恒润', extra)).toEqual(['苏州恒润紧固件'])
  })
})
