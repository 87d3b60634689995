import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { PLACE_SYNONYMS } from '../lexicon/place-words.ts'
import { closeBag, openBag, putIn, sharedInBags } from './bag.ts'
import { gramsOf, sequenceOf, sharedRun, wordId } from './sequence.ts'

const bagOf = (entries: readonly (readonly [number, number])[]) => {
  openBag()
  for (const [id, weight] of entries) putIn(id, weight)
  return closeBag()
}

describe('bags', () => {
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 })))
  const plain = (list: readonly (readonly [number, number])[]) => {
    const weights = new Map<number, number>()
    for (const [id, weight] of list) weights.set(id, Math.max(weight, weights.get(id) ?? 0))
    return weights
  }

  it('share what maps of ids to their greatest weights share', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        let shared = 0
        for (const [id, weight] of plain(a)) shared += Math.min(weight, plain(b).get(id) ?? 0)
        expect(sharedInBags(bagOf(a), bagOf(b))).toBe(shared)
        expect(bagOf(a).total).toBe([...plain(a).values()].reduce((sum, weight) => sum + weight, 0))
      }),
    )
  })
})

describe('sequences', () => {
  test.each([
    ['锦秋花园3栋', '锦秋花园3号楼'],
    ['长风街建设银行', '长风街建行'],
    ['锦秋社区', '锦秋小区'],
    ['昌明印刷有限公司', '昌明印刷'],
    ['锦秋·二期', '锦秋2期'],
  ])('%s reads as %s', (a, b) => {
    expect(sequenceOf(a).units).toEqual(sequenceOf(b).units)
    expect(sharedInBags(gramsOf(sequenceOf(a)), gramsOf(sequenceOf(b)))).toBe(gramsOf(sequenceOf(a)).total)
  })

  it('reads what patterns read one after the other', () => {
    const canonical = new Map<string, string>()
    for (const line of PLACE_SYNONYMS.trim().split('\n')) {
      const [first = '', ...others] = line.trim().split(' ')
      for (const other of others) canonical.set(other, first === '-' ? '' : first)
    }
    const synonym = new RegExp([...canonical.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
    const slow = (text: string) =>
      text
        .replace(/[一二三四五六七八九](?=[区村期中分小])/g, (one) =>
          String('一二三四五六七八九'.indexOf(one) + 1),
        )
        .replace(synonym, (word) => canonical.get(word) ?? '')
        .replace(/(?<=[\dA-Z])(?:号楼|[栋幢座号])/g, '#')
        .match(/\d+|[A-Z]+|[^\s,.、。;:\-_()"'/·]/g) ?? []
    const unitOf = (atom: string) =>
      atom.charCodeAt(0) > 127 || atom === '#' ? atom.charCodeAt(0) : wordId(atom)
    const word = fc.constantFrom(
      ...canonical.keys(),
      ...'一三九区村期中分小号楼栋座12A#a -·（路大酒公司建农　',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join('')
        expect([...sequenceOf(text).units]).toEqual(slow(text).slice(0, 64).map(unitOf))
      }),
    )
  })

  it('weighs a rare name more than a common one', () => {
    expect(gramsOf(sequenceOf('潞旌坞')).total).toBeGreaterThan(gramsOf(sequenceOf('开发区')).total)
  })

  it('finds the longest common stretch', () => {
    const text = fc.string({ unit: fc.constantFrom(...'锦秋园厦'), maxLength: 8 })
    const slow = (a: string, b: string) => {
      for (let length = a.length; length > 0; length--)
        for (let i = 0; i + length <= a.length; i++) if (b.includes(a.slice(i, i + length))) return length
      return 0
    }
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sharedRun(sequenceOf(a), sequenceOf(b))).toBe(slow(a, b))
      }),
    )
  })
})
