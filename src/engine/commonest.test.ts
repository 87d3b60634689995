import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DictionaryBuilder, textOf } from '../data/dictionary.ts'
import { commonestCodes } from './commonest.ts'

test('the same as sorting all of them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 }),
      fc.array(fc.nat(3), { minLength: 31, maxLength: 31 }),
      fc.nat(8),
      (texts, numbers, limit) => {
        const builder = new DictionaryBuilder()
        for (const text of texts) builder.encode(text)
        const dictionary = builder.finish()
        const counts = Uint32Array.from({ length: dictionary.size }, (_, code) => numbers[code])
        const accepts = (code: number) => code % 5 !== 0
        const slow = Array.from(counts.keys())
          .filter((code) => code > 0 && counts[code] > 0 && accepts(code))
          .map((code) => ({ code, count: counts[code], text: textOf(dictionary, code) }))
          .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
          .slice(0, limit)
          .map(({ code, count }) => ({ code, count }))
        expect(commonestCodes(dictionary, counts, limit, accepts)).toEqual(slow)
      },
    ),
  )
})
