import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DictionaryBuilder, textOf, textsOf } from './dictionary.ts'

/** Any UTF-16 units: lone surrogates and NUL as a broken file may bring them. */
const anyUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd83d, 0xde00, 0x4e00)), {
    maxLength: 12,
  })
  .map((units) => String.fromCharCode(...units))

/** The slow twin: codes in order of first sight, from 1. */
function encodeWithMap(texts: readonly string[]) {
  const codes = new Map([['', 0]])
  return {
    codes: texts.map((text) => {
      const code = codes.get(text) ?? codes.size
      codes.set(text, code)
      return code
    }),
    distinct: [...codes.keys()],
  }
}

function encode(texts: readonly string[]) {
  const builder = new DictionaryBuilder()
  return { codes: texts.map((text) => builder.encode(text)), dictionary: builder.finish() }
}

describe('DictionaryBuilder', () => {
  test('gives the codes that a Map gives, and the texts back', () => {
    const texts = fc.array(fc.oneof(anyUnits, fc.constantFrom('', '恒通', '恒通 ')))
    fc.assert(
      fc.property(texts, (list) => {
        const { codes, dictionary } = encode(list)
        const slow = encodeWithMap(list)
        expect(codes).toEqual(slow.codes)
        expect(textsOf(dictionary)).toEqual(slow.distinct)
      }),
    )
  })

  test('an empty dictionary knows the missing text alone', () => {
    const { dictionary } = encode(['', ''])
    expect(dictionary.size).toBe(1)
    expect(textOf(dictionary, 0)).toBe('')
  })

  test('texts that share their hash are told apart', () => {
    const list = ['屺衭嚺', '洔掚陗', '瞶钨簶', '掓驀膣', '羽柰髲', '醞濋蕞']
    expect(encode([...list, ...list]).codes).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6])
  })

  test('stays right while its tables grow a dozen times', () => {
    const list = Array.from({ length: 240_000 }, (_, i) => `客户${(i * 2_654_435_761) % 150_001}`)
    const { codes, dictionary } = encode(list)
    const slow = encodeWithMap(list)
    expect(dictionary.size).toBe(slow.distinct.length)
    const wrong = list.filter(
      (text, i) => codes[i] !== slow.codes[i] || textOf(dictionary, codes[i]) !== text,
    )
    expect(wrong).toEqual([])
  })

  test.each([4095, 4096, 4097, 8192, 70_000])('holds a text of %i units whole', (length) => {
    // Surrogate pairs from an odd place on: one of them lies across every even piece boundary.
    const text = `山${'𠮷'.repeat(length / 2)}`.padEnd(length, '西').slice(0, length)
    const { dictionary } = encode(['前', text, '后'])
    expect(textsOf(dictionary)).toEqual(['', '前', text, '后'])
  })

  test('what was finished does not change when the builder goes on', () => {
    const builder = new DictionaryBuilder()
    builder.encode('甲')
    const before = builder.finish()
    for (let i = 0; i < 5000; i++) builder.encode(`乙${i}`)
    expect(textsOf(before)).toEqual(['', '甲'])
    expect(builder.encode('甲')).toBe(1)
    expect(builder.size).toBe(5002)
  })
})
