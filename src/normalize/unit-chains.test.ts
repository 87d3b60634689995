import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainPlaces, createChains, createUnread, isUnread, markRead, placesOf } from './unit-chains.ts'

describe('chains', () => {
  const text = fc.string({ unit: fc.constantFrom('煤', '业', '公', ' ', '\n'), maxLength: 40 })

  it('find the places of a character as looking through the text does, behind separators and before them', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(1, 2, -1),
        fc.constantFrom('煤', '业', '\n'),
        (text, distance, sought) => {
          const chains = createChains(2 * text.length)
          for (const separator of [' ', '\n']) chainPlaces(chains, text, separator, distance)
          const slow = Array.from(text, (_, place) => place).filter(
            (place) => text[place] === sought && [' ', '\n'].includes(text[place - distance] ?? ''),
          )
          expect(placesOf(chains, sought.charCodeAt(0))).toEqual(slow)
        },
      ),
    )
  })
})

describe('what is unread', () => {
  it('is everything, until it is marked', () => {
    const unread = createUnread()
    markRead(unread, 0x4e01)
    const left = [0, 0x4e00, 0x4e01, 0x4e02, 0xffff].filter((unit) => isUnread(unread, unit))
    expect(left).toEqual([0, 0x4e00, 0x4e02, 0xffff])
  })
})
