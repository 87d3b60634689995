import fc from 'fast-check'
import { expect, test } from 'vitest'
import { characterSet, equalitySketch, mayBeOneSlip, mayHoldAll, slipSketch } from './sketches.ts'

const text = fc.string({ unit: fc.constantFrom(...'恒通晋华煤业商贸有限公司𠮷'), maxLength: 40 })
const character = fc.constantFrom(...'恒太原丰𠮷A')

test('texts one slip apart are never told apart', () => {
  fc.assert(
    fc.property(
      text,
      character,
      fc.nat(40),
      fc.constantFrom(0, 1),
      fc.constantFrom(0, 1),
      (one, put, at, lost, added) => {
        const characters = [...one]
        characters.splice(Math.min(at, characters.length), lost, ...(added === 1 ? [put] : []))
        const other = characters.join('')
        expect(mayBeOneSlip(slipSketch(one), slipSketch(other))).toBe(true)
        expect(mayBeOneSlip(slipSketch(other), slipSketch(one))).toBe(true)
      },
    ),
  )
})

test('nor are the same characters in another order', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(mayBeOneSlip(slipSketch(one), slipSketch([...one].reverse().join('')))).toBe(true)
    }),
  )
})

test.each([
  ['太原恒通煤业有限公司', '太原晋华商贸有限公司'],
  ['恒通', '恒通煤业'],
  ['', '恒通'],
])('%s and %s are told apart', (left, right) => {
  expect(mayBeOneSlip(slipSketch(left), slipSketch(right))).toBe(false)
})

test('a text that holds all characters of another is never told from it', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(mayHoldAll(characterSet(one), characterSet(other + one))).toBe(true)
    }),
  )
})

test('what may hold all characters, and what is equal', () => {
  expect(mayHoldAll(characterSet('恒通'), characterSet('晋华商贸'))).toBe(false)
  expect(equalitySketch('恒通')).toBe(equalitySketch('恒通'))
  expect(equalitySketch('恒通')).not.toBe(equalitySketch('通恒'))
})
