import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import golden from '../../fixtures/text/sound.json' with { type: 'json' }
import { readingsInDictionary } from './lexicon/generate/readings-in-dictionary.ts'
import { RARE_READINGS, WORD_READINGS } from './lexicon/readings.ts'
import { matchesPinyin } from './matches-pinyin.ts'
import { fuzzySoundKey, maySoundSame, readingsOf, soundKey, soundSketch, soundsSame } from './sound.ts'

const han = fc.string({
  unit: fc.constantFrom(...'鸿宏红洪运韵云晟盛胜升圣山三兰南长常行航杭重钟A1𠮷'),
  maxLength: 6,
})
const anyHan = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((unit) => String.fromCharCode(unit))

describe('readingsOf', () => {
  it('has the commonest reading in names first', () => {
    expect(readingsOf('行')[0]).toBe('hang')
    expect(readingsOf('重')).toEqual(['zhong', 'chong'])
    expect(readingsOf('绿')).toContain('lv')
    expect(readingsOf('车')).toEqual(['che'])
  })

  it('is empty for what has no reading', () => {
    for (const text of ['', 'A', '1', '鸿运', '𠮷', '，']) expect(readingsOf(text)).toEqual([])
  })

  it('has every reading that the dictionary knows, save the rare ones', () => {
    const rare = new Set(RARE_READINGS.trim().split(/\s+/))
    const lost: string[] = []
    for (let unit = 0; unit < 0xa000; unit++) {
      const char = String.fromCharCode(unit)
      const found = readingsOf(char)
      for (const reading of readingsInDictionary(char)) {
        if (!found.includes(reading) && !rare.has(char + reading)) lost.push(`${char} ${reading}`)
      }
    }
    expect(lost).toEqual([])
  })
})

describe('soundsSame', () => {
  it.each(golden.same as [string, string, number][])('%s, %s: %d', (a, b, level) => {
    expect(soundsSame(a, b)).toBe(level)
    expect(soundsSame(b, a)).toBe(level)
  })

  it('equals the slow twin', () => {
    const fold = (text: string) =>
      text
        .replace(/^([zcs])h/, '$1')
        .replace(/^n/, 'l')
        .replace(/^f/, 'h')
        .replace(/([aei])ng$/, '$1n')
    const slow = (a: string, b: string): number => {
      const [x, y] = [[...a], [...b]]
      if (x.length !== y.length || a === '') return 0
      const levels = x.map((one, i) => {
        if (one === y[i]) return 2
        const [p, q] = [readingsOf(one), readingsOf(y[i]!)]
        if (p.some((r) => q.includes(r))) return 2
        return p.map(fold).some((r) => q.map(fold).includes(r)) ? 1 : 0
      })
      return Math.min(...levels)
    }
    fc.assert(
      fc.property(han, han, (a, b) => {
        expect(soundsSame(a, b)).toBe(slow(a, b))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('sound keys', () => {
  it.each(golden.keys as [string, string, string][])('%s is %j, fuzzy %j', (text, key, fuzzy) => {
    expect(soundKey(text)).toBe(key)
    expect(fuzzySoundKey(text)).toBe(fuzzy)
  })

  it('has a syllable for each character of a word', () => {
    for (const entry of WORD_READINGS.trim().split(/\s+(?=\p{Script=Han})/u)) {
      const [text, readings] = entry.split(':') as [string, string]
      expect(soundKey(text)).toBe(`${readings} `)
      Array.from(text, (one, i) => expect(readingsOf(one)).toContain(readings.split(' ')[i]))
    }
  })

  it('is one for every choice among homophones', () => {
    const groups = ['鸿宏红洪', '运韵蕴', '盛胜圣', '航杭', '忠钟终', 'A', '𠮷']
    const pair = fc
      .constantFrom(...groups)
      .chain((group) => fc.tuple(fc.constantFrom(...group), fc.constantFrom(...group)))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => {
        const a = pairs.map((one) => one[0]).join('')
        const b = pairs.map((one) => one[1]).join('')
        expect(soundKey(a)).toBe(soundKey(b))
        expect(soundsSame(a, b)).toBe(2)
      }),
    )
  })

  it('is coarser when fuzzy', () => {
    fc.assert(
      fc.property(fc.array(anyHan, { maxLength: 4 }), fc.array(anyHan, { maxLength: 4 }), (x, y) => {
        const [a, b] = [x.join(''), y.join('')]
        if (soundKey(a) === soundKey(b)) expect(fuzzySoundKey(a)).toBe(fuzzySoundKey(b))
      }),
    )
  })
})

describe('matchesPinyin', () => {
  it.each(golden.pinyin as [string, string, number][])('%s, %s: %d', (latin, text, level) => {
    expect(matchesPinyin(latin, text)).toBe(level)
  })

  it('knows any full spelling and any initials', () => {
    fc.assert(
      fc.property(fc.array(anyHan, { minLength: 1, maxLength: 6 }), (chars) => {
        fc.pre(chars.every((one) => readingsOf(one).length > 0))
        const last = chars.map((one) => readingsOf(one).at(-1)!)
        expect(matchesPinyin(last.join(' ').toUpperCase(), chars.join(''))).toBe(2)
        expect(matchesPinyin(last.map((one) => one[0]).join(''), chars.join(''))).toBeGreaterThan(0)
        expect(matchesPinyin(`${last.join('')}q0`, chars.join(''))).toBe(0)
      }),
    )
  })

  it('is bounded on hostile input', () => {
    expect(matchesPinyin('a'.repeat(1_000_000), '啊'.repeat(1_000_000))).toBe(0)
    expect(matchesPinyin('a'.repeat(64), '啊'.repeat(64))).toBe(2)
  })
})

describe('soundSketch', () => {
  it('never tells texts apart that sound the same', () => {
    const either = fc.oneof(han, anyHan, fc.string({ unit: 'binary', maxLength: 3 }))
    fc.assert(
      fc.property(either, either, (a, b) => {
        if (soundsSame(a, b) > 0) expect(maySoundSame(soundSketch(a), soundSketch(b))).toBe(true)
        if (a !== '') expect(maySoundSame(soundSketch(a), soundSketch(a))).toBe(true)
      }),
    )
  })

  it('tells most others apart', () => {
    expect(maySoundSame(soundSketch('恒通'), soundSketch('晋华'))).toBe(false)
    expect(maySoundSame(soundSketch(''), soundSketch('恒'))).toBe(false)
  })
})
