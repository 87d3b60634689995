import { expect, test } from 'vitest'
import { formatTownNames } from '../lexicon/generate/town-names.ts'
import { TOWN_NAMES } from '../lexicon/town-names.ts'
import { FORMER_TOWNS, TOWNS } from '../lexicon/towns.ts'
import { townLengths } from './town-names.ts'

test('the hashes are those of the table of towns', () => {
  expect(TOWN_NAMES.trim()).toBe(formatTownNames([TOWNS, FORMER_TOWNS]))
})

test('finds towns in their county and in its city, of two and three characters', () => {
  expect(townLengths('老城启新', 0, '371428')).toBe(1 << 2)
  expect(townLengths('老城启新', 0, '371400')).toBe(1 << 2)
  expect(townLengths('在鲁权屯', 1, '371428')).toBe(1 << 3)
  expect(townLengths('老城启新', 0, '331121')).toBe(0)
  expect(townLengths('启新机械', 0, '371428')).toBe(0)
})

test('wrong guesses are rare', () => {
  const codes = ['371428', '331121', '110000', '440100', '650100']
  let guesses = 0
  let asked = 0
  for (let unit = 0x4e00; unit < 0x5200; unit++) {
    // Pairs of characters that no town is made of.
    const text = String.fromCharCode(unit, 0x9fa0 - (unit & 0xff))
    for (const code of codes) {
      asked++
      if (townLengths(text, 0, code) !== 0) guesses++
    }
  }
  expect(guesses / asked).toBeLessThan(0.002)
})
