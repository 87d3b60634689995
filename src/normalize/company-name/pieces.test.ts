import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BRAND_HALVES } from '../lexicon/brandlike.ts'
import { createTrie, edgeFrom, longestSuffix, nodeOf, wordOf } from '../trie.ts'
import { COSTS } from './costs.ts'
import { readPieces, rest, type SegmentOptions } from './pieces.ts'
import { INDUSTRY_WORDS, MODIFIERS, PROCESS_WORDS, tailsBeginningWith } from './words.ts'

const options: SegmentOptions = {
  noBrand: COSTS.noBrandPlain,
  mayEndInPlace: false,
  mayEndInCharacter: false,
  namesPlaces: false,
  hasForm: true,
  isBank: false,
  hasLatin: false,
  boundary: 0,
  readings: 1,
}

const costOfTrade = (word: string): number =>
  word.length === 1 ? COSTS.word1 : word.length === 2 ? COSTS.word2 : COSTS.word3

const isTail = (word: string): boolean => tailsBeginningWith(word.charCodeAt(0)).includes(word)

/** The textbook twin: every way to cut the text into words, without tables. */
function leastCost(text: string, isProcessNext: (rest: string) => boolean): number {
  if (text === '') return 0
  let least = Number.POSITIVE_INFINITY
  for (let length = 1; length <= text.length; length++) {
    const word = text.slice(0, length)
    const after = text.slice(length)
    let cost = Number.POSITIVE_INFINITY
    if (PROCESS_WORDS.includes(word)) cost = costOfTrade(word)
    else if (INDUSTRY_WORDS.has(word)) cost = costOfTrade(word)
    else if (isTail(word) && (length > 1 || after === '' || word === '厂'))
      cost = length === 2 ? COSTS.international : COSTS.tail
    else if (MODIFIERS.includes(word) && !isTail(word))
      cost = after === '' ? COSTS.lastModifier : COSTS.modifier
    if (after !== '' && BRAND_HALVES.includes(word)) cost += COSTS.brandHalf
    least = Math.min(least, cost + leastCost(after, isProcessNext))
  }
  return least
}

describe('readPieces', () => {
  const words = Array.from({ length: 65536 }, (_, unit) => INDUSTRY_WORDS.beginningWith(unit))
    .flat()
    .map(({ text }) => text)
    .filter((word) => word.length > 1)
  it('finds the cheapest cut, as trying all of them does', () => {
    const some = fc.array(fc.constantFrom(...words, '国际', '现代', '城', '厂'), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(some, (parts) => {
        const text = parts.join('')
        // Single things before what is done to them have a price of their own, tested in the golden tables.
        fc.pre(
          !PROCESS_WORDS.some((word) => text.includes(word)) &&
            !/集团|中国|[0-9一二三四五六七八九十百零第]/.test(text),
        )
        readPieces(text, options)
        expect(rest[0]).toBeCloseTo(
          leastCost(text, () => false),
          9,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('cannot read what is no word', () => {
    readPieces('鑫煜煤业', options)
    expect(rest[0]).toBe(Number.POSITIVE_INFINITY)
    expect(rest[2]).toBe(COSTS.word2)
  })
})

describe('createTrie', () => {
  const alphabet = fc.string({ unit: fc.constantFrom('a', 'b', '煤', '业'), minLength: 1, maxLength: 4 })
  it('knows exactly its words, and the longest that ends a text', () => {
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 12 }), alphabet, (list, text) => {
        const words = new Map(list.map((word, i) => [word, i]))
        const trie = createTrie(words)
        let edge = 0
        for (let i = 0; i < text.length && (i === 0 || edge !== 0); i++)
          edge = edgeFrom(trie, nodeOf(edge), text.charCodeAt(i))
        expect(edge === 0 ? -1 : wordOf(edge)).toBe(words.get(text) ?? -1)

        const suffixes = [...words.keys()]
          .filter((word) => text.endsWith(word))
          .toSorted((a, b) => b.length - a.length)
        const found = longestSuffix(createTrie(words, true), text, 0, text.length)
        expect(found < 0 ? undefined : found & 0xfffff).toBe(words.get(suffixes[0] ?? ''))
      }),
    )
  })
})
