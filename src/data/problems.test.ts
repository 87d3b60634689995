import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ProblemCode, ProblemLog, type Problems, shorten } from './problems.ts'

const codes: readonly ProblemCode[] = ['too-few-cells', 'duplicate-record-id', 'undecodable-bytes']
const counts = fc.record({ a: fc.nat(250), b: fc.nat(250), c: fc.nat(5) })

function logOf({ a, b, c }: { a: number; b: number; c: number }): Problems {
  const log = new ProblemLog()
  for (const [code, count] of [a, b, c].map((count, i) => [codes[i], count] as const)) {
    for (let row = 1; row <= count; row++) log.add({ code, row })
  }
  return log.finish()
}

test('every problem is counted, the first hundred of each kind are kept', () => {
  fc.assert(
    fc.property(counts, (each) => {
      const { counts: counted, examples } = logOf(each)
      for (const [i, count] of [each.a, each.b, each.c].entries()) {
        expect(counted[codes[i]] ?? 0).toBe(count)
        const rows = examples.filter(({ code }) => code === codes[i]).map(({ row }) => row)
        expect(rows).toEqual(Array.from({ length: Math.min(100, count) }, (_, row) => row + 1))
      }
    }),
    { numRuns: 30 },
  )
})

test('logs put together count what each counted', () => {
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const log = new ProblemLog()
      log.addAll(logOf(first))
      log.addAll(logOf(second))
      const { counts: counted, examples } = log.finish()
      expect(counted[codes[0]] ?? 0).toBe(first.a + second.a)
      expect(counted[codes[1]] ?? 0).toBe(first.b + second.b)
      const kept = examples.filter(({ code }) => code === codes[0]).length
      expect(kept).toBe(Math.min(100, Math.min(100, first.a) + Math.min(100, second.a)))
    }),
    { numRuns: 30 },
  )
})

test('what was finished does not change afterwards', () => {
  const log = new ProblemLog()
  log.add({ code: 'empty-file' })
  const before = log.finish()
  log.add({ code: 'empty-file' })
  expect(before.counts['empty-file']).toBe(1)
  expect(before.examples.length).toBe(1)
})

test('a value is cut for a message, never through a character, and a cut one stays as it is', () => {
  expect(shorten('煤'.repeat(80))).toBe('煤'.repeat(80))
  expect(shorten('煤'.repeat(81))).toBe(`${'煤'.repeat(80)}…`)
  expect(shorten(`a${'𠮷'.repeat(60)}`)).toBe(`a${'𠮷'.repeat(39)}…`)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const short = shorten(text)
      expect(short.length).toBeLessThanOrEqual(81)
      expect(short).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
      expect(shorten(short)).toBe(short)
    }),
  )
})
