import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combineHashes, hashText, hashUnits } from './hash.ts'

test('a hash is a whole number from 1 to 2^32 − 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 2 ** 32 - 1 }), (text, other) => {
      const hashes = [hashText(text), combineHashes(hashText(text), other), combineHashes(other, 0)]
      return hashes.every((hash) => Number.isInteger(hash) && hash >= 1 && hash < 2 ** 32)
    }),
  )
})

test('units hash like the text they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(5), (text, before) => {
      const all = 'x'.repeat(before) + text
      const units = Uint16Array.from({ length: all.length }, (_, i) => all.charCodeAt(i))
      expect(hashUnits(units, before, all.length)).toBe(hashText(text))
    }),
  )
})

// A fair hash lets 1.2 pairs of 100,000 texts meet; numbered ids and short names are what hashes fail on.
test.each<[string, (i: number) => string]>([
  ['numbered texts', (i) => `客户${i}`],
  ['phones', (i) => `138${10_000_000 + i * 37}`],
  ['names of two characters', (i) => String.fromCharCode(0x4e00 + (i % 400), 0x4e00 + Math.floor(i / 400))],
])('%s hardly ever meet', (_, textOf) => {
  const hashes = Array.from({ length: 100_000 }, (_, i) => hashText(textOf(i)))
  expect(new Set(hashes).size).toBeGreaterThan(100_000 - 8)
})

test('the order of two hashes counts', () => {
  expect(combineHashes(1, 2)).not.toBe(combineHashes(2, 1))
})
