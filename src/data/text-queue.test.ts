import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DictionaryBuilder, MOST_AT_ONCE, textsOf } from './dictionary.ts'
import { TextQueue } from './text-queue.ts'

const texts = fc.array(fc.string({ maxLength: 4 }), { maxLength: MOST_AT_ONCE })

test('many texts at once have the codes that they have one by one', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 5 }), (batches) => {
      const [many, single] = [new DictionaryBuilder(), new DictionaryBuilder()]
      const queue = new TextQueue(MOST_AT_ONCE)
      for (const batch of batches) {
        for (const text of batch) queue.put(text)
        const codes = new Uint32Array(batch.length)
        queue.encode(many, codes)
        queue.clear()
        expect([...codes]).toEqual(batch.map((text) => single.encode(text)))
      }
      expect(textsOf(many.finish())).toEqual(textsOf(single.finish()))
      expect([...single.encodeAll(many.finish())]).toEqual(
        Array.from({ length: many.size }, (_, code) => code),
      )
    }),
  )
})

test('every other text goes to a builder of its own, and its code to its own place', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: MOST_AT_ONCE }), (pairs) => {
      const queue = new TextQueue(2 * MOST_AT_ONCE)
      for (const pair of pairs) for (const text of pair) queue.put(text)
      const codes = new Uint32Array(2 * pairs.length)
      for (const side of [0, 1]) queue.encode(new DictionaryBuilder(), codes, side, 2)
      const twins = [new DictionaryBuilder(), new DictionaryBuilder()]
      expect([...codes]).toEqual(pairs.flatMap((pair) => pair.map((text, side) => twins[side].encode(text))))
    }),
  )
})
