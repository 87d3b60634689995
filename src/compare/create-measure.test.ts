import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { madeName as made } from '../../fixtures/field-types.ts'
import type { FieldColumns } from '../data/field-columns.ts'
import { type Comparison, defineComparison, defineGate, type Glance, UNSETTLED } from '../model/field-type.ts'
import { createCache, createMeasure } from './create-measure.ts'
import { packEntries } from './pack-entries.ts'

const label = { zh: '', en: '' }
const levels = ['other', 'near', 'same'].map((name) => ({ name, label }))

function comparisonOf(parts: readonly string[], more: Partial<Comparison> = {}): Comparison {
  return {
    ...defineComparison<number>({
      name: 'number',
      label,
      parts,
      levels,
      prepare: (texts) => texts.reduce((sum, text) => sum * 31 + Number(text), 0),
      level: (left, right) => (left === right ? 2 : Math.abs(left - right) < 5 ? 1 : 0),
    }),
    ...more,
  }
}

const plainWeights = { levels: new Float64Array(3), sisters: new Float64Array(3), vetoes: new Uint8Array(3) }

/** A measure as the kernel uses it: a glance, and the texts where that leaves the level open. */
function measureOf(comparison: Comparison, columns: FieldColumns) {
  const type = { ...made, comparisons: [comparison] }
  const packed = packEntries(type, columns, [plainWeights])
  const { see, at, gate, level } = createMeasure(comparison, columns, packed, 0)
  return (left: number, right: number) => {
    const seen = see(packed.cells, left * packed.width + at, right * packed.width + at, gate)
    return seen === UNSETTLED ? level(left, right) : seen
  }
}

/** The slow twin: no memory at all. */
function measureDirectly({ prepare, level }: Comparison, texts: readonly (readonly string[])[]) {
  return (left: number, right: number) => level(prepare(texts[left]), prepare(texts[right]))
}

// More entries than there are slots for prepared ones and more pairs than there are for levels, so that they meet
// in slots and are thrown out again.
const ENTRIES = 20_000
const PAIRS = 100_000

describe('createMeasure', () => {
  test.each([
    [
      'one part, each text in two entries',
      ['a'],
      (i: number) => [String(1 + (i >> 1)), String(i & 1)],
      ['a', 'b'],
    ],
    [
      'two parts',
      ['a', 'b'],
      (i: number) => [String(1 + (i % 300)), String(Math.floor(i / 300))],
      ['a', 'b'],
    ],
  ])('caches never change a level: %s', (_, parts, textsOf, all) => {
    const texts = Array.from({ length: ENTRIES }, (_, i) => textsOf(i))
    const columns = columnsOf(
      all,
      texts.map((entry) => [entry]),
    )
    const comparison = comparisonOf(parts)
    const measure = measureOf(comparison, columns)
    const direct = measureDirectly(
      comparison,
      texts.map((entry) => entry.slice(0, parts.length)),
    )
    let state = 1
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * ENTRIES)
    }
    for (let i = 0; i < PAIRS; i++) {
      const left = next()
      // Near neighbours reach the upper levels; every third pair comes back later with its sides exchanged.
      const right = i % 2 === 0 ? next() : Math.min(ENTRIES - 1, left + (i % 4))
      if (measure(left, right) !== direct(left, right)) expect([left, right]).toBe('measured alike')
      if (i % 3 === 0 && measure(right, left) !== direct(right, left)) expect([right, left]).toBe('alike')
    }
  })

  test('pairs of entries that meet in one slot do not take each other for known', () => {
    const texts = Array.from({ length: 400 }, (_, i) => [String(i + 1)])
    const columns = columnsOf(
      ['a'],
      texts.map((entry) => [entry]),
    )
    const direct = measureDirectly(comparisonOf(['a']), texts)
    const measure = measureOf(comparisonOf(['a']), columns)
    const pair = fc.tuple(fc.nat(399), fc.nat(399))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 200 }), (pairs) => {
        for (const [left, right] of [...pairs, ...pairs]) {
          if (measure(left, right) !== direct(left, right)) return false
        }
        return true
      }),
    )
  })

  describe('a missing part', () => {
    const columns = columnsOf(['a'], [[['']], [['1']]])

    test('is no evidence', () => {
      const measure = measureOf(comparisonOf(['a']), columns)
      expect([measure(0, 0), measure(0, 1), measure(1, 0), measure(1, 1)]).toEqual([-1, -1, -1, 2])
    })

    test('is a value where the comparison says so', () => {
      const measure = measureOf(
        comparisonOf(['a'], { glance: { cells: [], level: () => UNSETTLED } }),
        columns,
      )
      expect([measure(0, 0), measure(0, 1), measure(1, 0), measure(1, 1)]).toEqual([2, 1, 1, 2])
    })
  })

  test('a level of −1 is remembered as such', () => {
    const columns = columnsOf(['a'], [[['1']], [['2']]])
    const measure = measureOf(comparisonOf(['a'], { level: () => -1 }), columns)
    expect([measure(0, 1), measure(0, 1)]).toEqual([-1, -1])
  })
})

test('a glance may ask a gate, whose part is prepared once for each text', () => {
  const columns = columnsOf(
    ['number', 'city'],
    [[['1', '太原']], [['1', '大同']], [['4', '太原']], [['9', '']]],
  )
  const prepared: string[] = []
  const gate = defineGate<string>({
    part: 'city',
    prepare: (text) => {
      prepared.push(text)
      return text
    },
    level: (left, right) => (left !== '' && right !== '' && left !== right ? 0 : UNSETTLED),
  })
  const glance: Glance = {
    cells: ['city'],
    level: (cells, left, right, gate) => gate(cells[left], cells[right]),
  }
  const measure = measureOf(comparisonOf(['number'], { glance, gate }), columns)
  expect([measure(0, 1), measure(0, 2), measure(2, 1), measure(0, 3), measure(0, 0)]).toEqual([0, 1, 0, 0, 2])
  expect(prepared.toSorted()).toEqual(['', '大同', '太原'])
})

test('a sketch of several parts is made of the entry', () => {
  const columns = columnsOf(['a', 'b'], [[['1', '2']], [['12', '']], [['1', '3']]])
  const glance: Glance = {
    cells: [{ parts: ['a', 'b'], sketch: ([a, b]) => Number(a + b) }],
    level: (cells, left, right) => (cells[left] === cells[right] ? 2 : 0),
  }
  const measure = measureOf(comparisonOf(['a'], { glance }), columns)
  expect([measure(0, 1), measure(0, 2)]).toEqual([2, 0])
})

test('a cache into which nothing could be put holds nothing', () => {
  let isBroken = true
  const cached = createCache((number) => {
    if (isBroken) throw new Error('broken')
    return number * 2
  }, 4)
  expect(() => cached(1)).toThrow('broken')
  isBroken = false
  expect(cached(1)).toBe(2)
  expect([cached(5), cached(1), cached(0)]).toEqual([10, 2, 0])
})
