import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerIdOf } from './customer-id.ts'

test('an id is C and twelve characters that can be read aloud', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (source, recordId) => {
      expect(customerIdOf(source, recordId)).toMatch(/^C[0-9A-HJKMNP-TV-Z]{12}$/)
    }),
  )
})

// Ids are kept in other people's systems: these may never change.
test.each([
  ['营销', '1007', 'CMY2A2MBHEC6Z'],
  ['', '', 'CVRAHQ2Y2AM1M'],
  ['records', '1', 'CJYHDXWDNXNF7'],
  ['财务', '𠮷-01', 'CXB9Z6SRRGGXH'],
])('%j %j is for ever %s', (source, recordId, id) => {
  expect(customerIdOf(source, recordId)).toBe(id)
})

test('source and record id are told apart', () => {
  expect(customerIdOf('a', 'b1')).not.toBe(customerIdOf('ab', '1'))
})

// With 60 fair bits 100,000 ids meet once in 200 million runs; each half of the id must be fair by itself too.
test.each<[string, (i: number) => string]>([
  ['numbers', (i) => String(i)],
  ['padded numbers', (i) => `KH${String(i).padStart(8, '0')}`],
  ['two characters', (i) => String.fromCharCode(0x4e00 + (i % 400), 0x4e00 + Math.floor(i / 400))],
])('ids made of %s do not meet', (_, recordId) => {
  const ids = Array.from({ length: 100_000 }, (_, i) => customerIdOf('营销', recordId(i)))
  expect(new Set(ids).size).toBe(100_000)
  for (const half of [ids.map((id) => id.slice(1, 7)), ids.map((id) => id.slice(7))]) {
    expect(new Set(half).size).toBeGreaterThan(100_000 - 30)
  }
})
