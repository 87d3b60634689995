import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { LOOK_ALIKE_PAIRS, NEVER_ALIKE } from './lexicon/look-alike-pairs.ts'
import { STROKES } from './lexicon/strokes.ts'
import { lookAlike } from './look-alikes.ts'
import { soundsSame } from './sound.ts'

const orders = new Map<string, string>()
let before = ''
for (const [, char, shared, rest] of STROKES.matchAll(/([^\n-~])(\d+)([a-z]*)/g)) {
  before = before.slice(0, Number(shared)) + rest
  orders.set(char!, before)
}
const chars = [...orders.keys()]
const char = fc.constantFrom(...chars)

describe('lookAlike', () => {
  it('is 1 for the hand pairs, both ways', () => {
    for (const [a, b] of LOOK_ALIKE_PAIRS.trim().split(/\s+/) as unknown as [string, string][]) {
      expect(lookAlike(a, b)).toBe(1)
      expect(lookAlike(b, a)).toBe(1)
    }
  })

  it('goes by strokes for the others', () => {
    expect(lookAlike('侣', '倡')).toBeGreaterThan(0.65)
    expect(lookAlike('鑫', '达')).toBe(0)
    expect(lookAlike('平', '坪')).toBeGreaterThan(0.65)
    expect(lookAlike('心', '门')).toBe(0)
  })

  it('never takes a numeral or direction for another', () => {
    for (const a of NEVER_ALIKE) for (const b of NEVER_ALIKE) if (a !== b) expect(lookAlike(a, b)).toBe(0)
  })

  it('is 0 for what it does not know', () => {
    for (const [a, b] of [
      ['', ''],
      ['', '山'],
      ['A', 'B'],
      ['A', '山'],
      ['𠮷', '吉'],
      ['山西', '山西省'],
    ] as const) {
      expect(lookAlike(a, b)).toBe(0)
    }
    expect(lookAlike('A', 'A')).toBe(1)
  })

  it('equals the slow twin and is symmetric', () => {
    fc.assert(
      fc.property(char, char, (a, b) => {
        const similarity = lookAlike(a, b)
        expect(lookAlike(b, a)).toBe(similarity)
        fc.pre(a !== b && similarity < 1 && !(NEVER_ALIKE.includes(a) && NEVER_ALIKE.includes(b)))
        const [x, y] = [orders.get(a)!, orders.get(b)!]
        let expected = 1 - editDistance(x, y) / Math.max(x.length, y.length)
        const size = Math.min(x.length, y.length)
        const part = Math.ceil(size * 0.75)
        const contained = x.slice(0, part) === y.slice(0, part) || x.slice(-part) === y.slice(-part)
        if (expected < 1 && size > 2 && contained && soundsSame(a, b) === 2) expected += 0.2
        expect(similarity).toBeCloseTo(expected >= 0.65 ? Math.min(expected, 0.95) : 0, 9)
      }),
      { numRuns: 4000 },
    )
  })
})
