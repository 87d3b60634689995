import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { defineComparison, type FieldType } from '../model/field-type.ts'
import type { ComparisonWeights } from '../model/weights.ts'
import { type ComparedField, comparedField, weightOfLevel } from './create-entry-comparer.ts'
import { createPairComparer } from './create-pair-comparer.ts'

const label = { zh: '', en: '' }
const levels = ['other', 'near', 'same'].map((name) => ({ name, label }))

/** Two comparisons: of the first part as a number, of the second as a text. */
const type: FieldType = {
  name: 'made',
  label,
  roles: [],
  parts: ['number', 'text'],
  parse: () => ({ entries: [], display: '', quality: 0, unreadable: '', repaired: '', junk: '' }),
  comparisons: [
    defineComparison<number>({
      name: 'number',
      label,
      parts: ['number'],
      levels,
      prepare: ([text]) => Number(text),
      level: (left, right) => (left === right ? 2 : Math.abs(left - right) === 1 ? 1 : 0),
    }),
    defineComparison<string>({
      name: 'text',
      label,
      parts: ['text'],
      levels: levels.slice(1),
      prepare: ([text]) => text,
      level: (left, right) => (left === right ? 1 : 0),
    }),
  ],
  keys: [],
}

const plain = (weights: readonly number[], vetoes: readonly number[] = []): ComparisonWeights => ({
  levels: Float64Array.from(weights),
  // Sisters agree in most: what agreement says against them is less, and here half of it.
  sisters: Float64Array.from(weights, (weight) => weight / 2),
  vetoes: Uint8Array.from(weights, (_, level) => vetoes[level] ?? 0),
})

const entry = fc.tuple(fc.constantFrom('', '1', '2', '3', '7'), fc.constantFrom('', '甲', '乙'))
const someRows = fc.array(fc.array(entry, { maxLength: 3 }), { minLength: 2, maxLength: 8 })

function fieldOf(rows: readonly (readonly (readonly string[])[])[], numberVetoes: readonly number[] = []) {
  const columns = columnsOf(type.parts, rows)
  return comparedField(type, columns, [plain([-4, 1.5, 6], numberVetoes), plain([-2.5, 3])])
}

const NUMBER_WEIGHTS = [-4, 1.5, 6]

/** The slow twin: the weight of two entries, from the definition. */
function weighNaively([a, s]: readonly string[], [b, t]: readonly string[]): number {
  const apart = Math.abs(Number(a) - Number(b))
  const numbers = a === '' || b === '' ? 0 : NUMBER_WEIGHTS[apart === 0 ? 2 : apart === 1 ? 1 : 0]
  return numbers + (s === '' || t === '' ? 0 : s === t ? 3 : -2.5)
}

describe('createPairComparer', () => {
  test('a field counts as its best pair of entries, whichever way round', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const comparer = createPairComparer([fieldOf(rows)])
        rows.forEach((left, l) => {
          rows.forEach((right, r) => {
            const crossed = left.flatMap((a) => right.map((b) => weighNaively(a, b)))
            const best = crossed.length === 0 ? 0 : Math.max(...crossed)
            expect(comparer.compare(l, r)).toBe(best)
          })
        })
      }),
    )
  })

  test('levels and entries are those of the best pair, −1 where a side has none', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const field = fieldOf(rows)
        const comparer = createPairComparer([field])
        const weight = comparer.compare(0, 1)
        const found = [comparer.leftEntries[0], comparer.rightEntries[0]]
        if (rows[0].length === 0 || rows[1].length === 0) {
          expect(found).toEqual([-1, -1])
          expect([...comparer.levels]).toEqual([-1, -1])
          return
        }
        const { starts, entries } = field.columns
        expect(entries.subarray(starts[0], starts[1])).toContain(found[0])
        expect(entries.subarray(starts[1], starts[2])).toContain(found[1])
        const again = [...comparer.levels].reduce((sum, level, i) => {
          return sum + (level < 0 ? 0 : weightOfLevel(field.weights[i], level, found[0], found[1]))
        }, 0)
        expect(again).toBe(weight)
      }),
    )
  })

  test('fields add up, and what was found of each stays apart', () => {
    const numbers = fieldOf([[['1', '']], [['1', '']]])
    const texts = fieldOf([[['', '甲']], [['', '乙']]])
    const comparer = createPairComparer([numbers, texts])
    expect(comparer.compare(0, 1)).toBe(6 - 2.5)
    expect([...comparer.levels]).toEqual([2, -1, -1, 0])
  })

  test('against sisters the levels that were found add up, without rarity and factors', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const field = fieldOf(rows)
        const { codes, dictionary } = field.columns.parts[0]
        const frequency = {
          codes,
          adjustments: new Float32Array(dictionary.size).fill(3),
          shares: Float64Array.of(0, 1, 1),
        }
        const factors = new Float32Array(field.columns.entryCount).fill(0.5)
        const weights = [{ ...field.weights[0], frequency, factors }, field.weights[1]]
        const comparer = createPairComparer([comparedField(type, field.columns, weights)])
        comparer.compare(0, 1)
        const expected = [...comparer.levels].reduce(
          (sum, level, i) => sum + (level < 0 ? 0 : weights[i].sisters[level]),
          0,
        )
        expect(comparer.sisterSum()).toBe(expected)
      }),
    )
  })

  test('nothing of one pair is left in the next', () => {
    const comparer = createPairComparer([fieldOf([[['1', '甲']], [['1', '甲']], []], [0, 0, 1])])
    comparer.compare(0, 1)
    expect(comparer.veto()).toBe(0)
    expect(comparer.compare(0, 2)).toBe(0)
    expect(comparer.veto()).toBe(-1)
    expect([...comparer.leftEntries]).toEqual([-1])
  })

  test('the veto is the first comparison that forbids, counted over all fields', () => {
    const harmless = fieldOf([[['1', '']], [['9', '']]])
    const forbidding = fieldOf([[['1', '']], [['9', '']]], [1])
    const comparer = createPairComparer([harmless, forbidding])
    comparer.compare(0, 1)
    expect(comparer.veto()).toBe(2)
  })

  test('a pair that reaches what is asked for has its whole weight, any other is known not to', () => {
    const least = fc.integer({ min: -30, max: 40 }).map((n) => n / 2)
    fc.assert(
      fc.property(someRows, someRows, least, (rows, others, wanted) => {
        const [one, two] = [fieldOf(rows), fieldOf(others)]
        const { codes, dictionary } = one.columns.parts[0]
        const frequency = {
          codes,
          adjustments: Float32Array.from({ length: dictionary.size }, (_, code) => ((code * 7) % 5) - 2),
          shares: Float64Array.of(0, 0.5, 1),
        }
        const factors = Float32Array.from(
          { length: one.columns.entryCount },
          (_, entry) => [1, 0.5, 0][entry % 3],
        )
        const weights = [{ ...one.weights[0], frequency, factors }, one.weights[1]]
        const sharpened = comparedField(type, one.columns, weights)
        const [whole, quick] = [createPairComparer([sharpened, two]), createPairComparer([sharpened, two])]
        const count = Math.min(rows.length, others.length)
        for (let l = 0; l < count; l++) {
          for (let r = 0; r < count; r++) {
            const weight = whole.compare(l, r)
            const found = quick.compare(l, r, wanted)
            if (weight < wanted) expect(found).toBeLessThan(wanted)
            else {
              expect(found).toBe(weight)
              expect(quick.levels).toEqual(whole.levels)
              expect(quick.leftEntries).toEqual(whole.leftEntries)
              expect(quick.rightEntries).toEqual(whole.rightEntries)
            }
          }
        }
      }),
    )
  })

  test('a record with hundreds of entries is compared by its first sixteen', () => {
    const many = Array.from({ length: 300 }, (_, i) => [String(i * 10 + 100), ''])
    const comparer = createPairComparer([fieldOf([many, [many[15]], [many[16]]])])
    expect(comparer.compare(0, 1)).toBe(6)
    expect(comparer.compare(0, 2)).toBe(-4)
  })
})

describe('weightOfLevel', () => {
  const weights: ComparedField['weights'][number] = {
    levels: Float64Array.of(-4, 6),
    sisters: Float64Array.of(-4, 6),
    vetoes: Uint8Array.of(0, 0),
    frequency: {
      codes: Uint32Array.of(1, 2, 2),
      adjustments: Float32Array.of(0, 2, -3),
      shares: Float64Array.of(0, 1),
    },
    factors: Float32Array.of(1, 0.5, 0),
  }

  test('the commoner of two values decides how much rarity adds', () => {
    const { factors, ...unsoftened } = weights
    expect(weightOfLevel(unsoftened, 1, 0, 0)).toBe(8)
    expect(weightOfLevel(unsoftened, 1, 0, 1)).toBe(3)
    expect(weightOfLevel(unsoftened, 0, 0, 1)).toBe(-4)
  })

  test('of the rarity a level takes the share that bears on it', () => {
    const { factors, ...unsoftened } = weights
    const half = { ...unsoftened, frequency: { ...unsoftened.frequency, shares: Float64Array.of(0, 0.5) } }
    expect(weightOfLevel(half as typeof weights, 1, 0, 0)).toBe(7)
  })

  test('agreement on a generic value counts less, down to nothing; disagreement counts in full', () => {
    expect(weightOfLevel(weights, 1, 0, 1)).toBe(1.5)
    expect(weightOfLevel(weights, 1, 0, 2)).toBe(0)
    expect(weightOfLevel(weights, 0, 0, 2)).toBe(-4)
  })
})
