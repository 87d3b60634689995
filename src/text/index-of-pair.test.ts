import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endsInPair, indexOfPair } from './index-of-pair.ts'

test('a pair is found where indexOf and endsWith find it', () => {
  const texts = fc.string({ unit: fc.constantFrom('集', '团', '公', 'A'), maxLength: 12 })
  fc.assert(
    fc.property(texts, fc.constantFrom('集团', '公公', '团A'), fc.nat(14), (text, pair, from) => {
      expect(indexOfPair(text, pair, from)).toBe(text.indexOf(pair, from))
      expect(endsInPair(text, pair)).toBe(text.endsWith(pair))
    }),
  )
})
