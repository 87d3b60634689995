import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseAddress } from '../address.ts'
import { relateDivisionSets } from '../relate-divisions.ts'
import type { Weighed } from './align.ts'
import { alignTexts, differenceOf, placesA, placesB } from './difference.ts'
import { EVIDENCE, gatherEvidence } from './evidence.ts'
import { judge } from './network.ts'
import { profileOf } from './profile.ts'
import { sequenceOf } from './sequence.ts'
import { tallyOf } from './tally.ts'
import { BIAS, HIDDEN, MEANS, OUTPUT, SCALES } from './weights.ts'

const evidenceOf = (a: string, b: string) => {
  const [p, q] = [profileOf(parseAddress(a)), profileOf(parseAddress(b))]
  const out = new Float64Array(EVIDENCE.length)
  const isWeighed = gatherEvidence(p, q, relateDivisionSets(p.division, q.division), out)
  return { isWeighed, out }
}

describe('evidence', () => {
  it('is as many numbers as have names, and each has a weight in every hidden unit', () => {
    const [p, q] = ['滨河路38号锦秋花园3栋', '锦秋花园(滨河路南)3号楼'].map((text) =>
      profileOf(parseAddress(text)),
    )
    const out = new Float64Array(EVIDENCE.length + 1).fill(Number.NaN)
    expect(gatherEvidence(p!, q!, relateDivisionSets(p!.division, q!.division), out)).toBe(true)
    expect([...out].findIndex(Number.isNaN)).toBe(EVIDENCE.length)
    expect(new Set(EVIDENCE).size).toBe(EVIDENCE.length)
    const numbers = (line: string) => line.trim().split(' ').map(Number)
    const units = HIDDEN.trim().split('\n').map(numbers)
    for (const unit of units) expect(unit).toHaveLength(EVIDENCE.length + 1)
    expect([numbers(MEANS), numbers(SCALES)].map(({ length }) => length)).toEqual([
      EVIDENCE.length,
      EVIDENCE.length,
    ])
    expect(numbers(OUTPUT)).toHaveLength(units.length)
    expect(Number.isFinite(judge(out))).toBe(true)
  })

  it('is not gathered where next to nothing is shared', () => {
    expect(evidenceOf('滨河路38号锦秋花园', '文峰路明德大厦').isWeighed).toBe(false)
  })

  test.each([
    ['锦秋花园东区3栋', '锦秋花园西区3栋', 'sectionsDiffers'],
    ['锦秋花园3栋', '锦秋花园5栋', 'buildingsDiffers'],
    ['锦秋花园A座', '锦秋花园B座', 'lettersDiffers'],
    ['滨河路38号锦秋花园', '滨河路38号锦秋苑', 'housesSame'],
    ['锦秋花园3栋', '文峰路锦秋花园', 'roadsOneSided'],
    ['文峰路锦秋花园', '城关镇锦秋小区(文峰路)', 'roadElsewhere'],
    ['寨里村锦秋花园', '寨里路口锦秋花园', 'villageElsewhere'],
    ['锦秋小学滨河校区', '锦秋小学', 'coreWithin'],
  ] as const)('%s and %s: %s', (a, b, name) => {
    expect(evidenceOf(a, b).out[EVIDENCE.indexOf(name)]).toBeGreaterThan(0)
  })
})

describe('differences', () => {
  const between = (a: string, b: string) => differenceOf(sequenceOf(a), sequenceOf(b))

  it('tells what was replaced from what was added', () => {
    const replaced = between('锦秋花园明珠苑', '锦秋花园翠竹苑')
    const added = between('锦秋花园明珠苑', '锦秋花园苑')
    expect(replaced.replacedInside).toBeGreaterThan(0.5)
    expect(replaced.added).toBeLessThan(0.3)
    expect(added.replaced).toBe(0)
    expect(added.added).toBeGreaterThan(0.5)
    expect(between('明珠锦秋花园', '翠竹锦秋花园').replacedAhead).toBeGreaterThan(0.5)
  })

  it('adds up: what is shared and what is not are the whole of both texts', () => {
    const text = fc.string({ unit: fc.constantFrom(...'锦秋金花园大厦12A路'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, (x, y) => {
        const [a, b] = [sequenceOf(x), sequenceOf(y)]
        const { shared, leastAlone, mostAlone, replaced, added } = differenceOf(a, b)
        expect(2 * shared + leastAlone + mostAlone).toBeCloseTo(a.total + b.total, 9)
        expect(leastAlone).toBeGreaterThanOrEqual(-1e-9)
        // A matched character may weigh more on one side; the rest stands in gaps.
        expect(2 * replaced + added).toBeLessThanOrEqual(leastAlone + mostAlone + 1e-9)
      }),
    )
  })

  it('of a text and itself there are none', () => {
    expect(between('锦秋花园3栋', '锦秋花园3栋')).toMatchObject({ replaced: 0, added: 0, leastAlone: 0 })
  })
})

/** Lays two texts side by side over all their characters, the cells of the whole table filled. */
function slowAlignment(a: Weighed, b: Weighed): [number, number][] {
  const rows = a.units.length + 1
  const columns = b.units.length + 1
  const table = <T>(value: T): T[][] => Array.from({ length: rows }, () => Array<T>(columns).fill(value))
  const [best, running] = [table(0), table(-1e9)]
  const [steps, begins] = [table(''), table(false)]
  for (let i = 1; i < rows; i++) {
    for (let j = 1; j < columns; j++) {
      const [up, left] = [best[i - 1]![j]!, best[i]![j - 1]!]
      best[i]![j] = Math.max(up, left)
      steps[i]![j] = left > up ? 'left' : 'up'
      if (a.sounds[i - 1] !== b.sounds[j - 1]) continue
      const least = Math.min(a.weights[i - 1]!, b.weights[j - 1]!)
      const gain = a.units[i - 1] === b.units[j - 1] ? least + 0.02 : least * 0.6
      const further = running[i - 1]![j - 1]! + gain
      const fresh = best[i - 1]![j - 1]! + gain * 0.5
      begins[i]![j] = fresh > further
      running[i]![j] = Math.max(fresh, further)
      if (running[i]![j]! > best[i]![j]!) {
        best[i]![j] = running[i]![j]!
        steps[i]![j] = 'run'
      }
    }
  }
  const matched: [number, number][] = []
  let [i, j, isInside] = [rows - 1, columns - 1, false]
  while (i > 0 && j > 0) {
    if (isInside || steps[i]![j] === 'run') {
      isInside = !begins[i]![j]
      matched.unshift([--i, --j])
    } else if (steps[i]![j] === 'up') i--
    else j--
  }
  return matched
}

describe('laying side by side', () => {
  it('matches what a table of all characters matches, though it looks at common sounds alone', () => {
    const text = fc.string({ unit: fc.constantFrom(...'锦秋金花园化大厦12A路和平合'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, (x, y) => {
        const [a, b] = [sequenceOf(x), sequenceOf(y)]
        const matched = Array.from({ length: alignTexts(a, b) }, (_, k) => [placesA[k], placesB[k]])
        expect(matched).toEqual(slowAlignment(a, b))
      }),
      { numRuns: 400 },
    )
  })
})

describe('the network', () => {
  it('adds up unit by unit', () => {
    const numbers = (line: string) => line.trim().split(' ').map(Number)
    const [means, scales, output] = [MEANS, SCALES, OUTPUT].map(numbers)
    const units = HIDDEN.trim().split('\n').map(numbers)
    const value = fc.double({ min: -40, max: 40, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: EVIDENCE.length, maxLength: EVIDENCE.length }), (list) => {
        const inputs = list.map((one, i) => Math.max(-6, Math.min(6, (one - means![i]!) * scales![i]!)))
        const slow = units.reduce((sum, unit, k) => {
          const activity = inputs.reduce((all, input, i) => all + unit[i]! * input, unit.at(-1)!)
          return sum + output![k]! * Math.tanh(activity)
        }, BIAS)
        expect(judge(Float64Array.from(list))).toBe(slow)
      }),
    )
  })
})

describe('tallies', () => {
  test.each([
    ['滨河路38号', { houses: ['38'], all: ['38'] }],
    ['锦秋花园3号楼', { buildings: ['3'], houses: [] }],
    ['锦秋花园12-3栋', { buildings: ['12'], all: ['12', '3'] }],
    ['锦秋花园B座8层', { letters: ['B'], buildings: [] }],
    ['锦秋花园101', { bare: ['101'] }],
    ['锦秋花园东区', { sections: ['东'], directions: ['东'] }],
  ])('%s', (text, tally) => {
    expect(tallyOf(text, text)).toMatchObject(tally)
  })
})
