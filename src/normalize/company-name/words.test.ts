import { describe, expect, it } from 'vitest'
import { MAKING_INDUSTRIES } from '../lexicon/industries-making.ts'
import { PRIMARY_INDUSTRIES } from '../lexicon/industries-primary.ts'
import { SERVICE_INDUSTRIES } from '../lexicon/industries-services.ts'
import { INDUSTRY_GROUPS, INDUSTRY_WORDS, type IndustryTier } from './words.ts'

const TIERS: readonly (readonly [mark: string, tier: IndustryTier])[] = [
  ['~', 'near'],
  ['-', 'broad'],
]

/** Every word with its groups by reading row by row: the slow twin. */
function readAll(): Map<string, Map<string, IndustryTier>> {
  const all = new Map<string, Map<string, IndustryTier>>()
  let group = ''
  for (const row of (PRIMARY_INDUSTRIES + MAKING_INDUSTRIES + SERVICE_INDUSTRIES).split('\n')) {
    if (row.startsWith('#')) group = row.slice(1).split(' ')[0] ?? ''
    else {
      const [mark = '', tier = 'core'] = TIERS.find(([mark]) => row.startsWith(mark)) ?? []
      for (const word of row.slice(mark.length).split(' ').filter(Boolean)) {
        const groups = all.get(word) ?? new Map<string, IndustryTier>()
        if (!groups.has(group)) groups.set(group, tier)
        all.set(word, groups)
      }
    }
  }
  return all
}

describe('industry words', () => {
  const all = readAll()

  it('are those of the lexicon, each in its groups', () => {
    for (const [text, groups] of all) {
      const found = INDUSTRY_WORDS.get(text)?.groups.map(
        ({ group, tier }) => [INDUSTRY_GROUPS[group]?.id, tier] as const,
      )
      expect([text, new Map(found)]).toEqual([text, groups])
      expect(INDUSTRY_WORDS.has(text)).toBe(true)
    }
  })

  it('are found by their first character, and nothing else is', () => {
    const units = Array.from({ length: 65536 }, (_, unit) => INDUSTRY_WORDS.beginningWith(unit))
    expect(units.flat().length).toBe(all.size)
    for (const text of ['', ' ', '\n', '#', '~', '-', '#coal', '没有这个词'])
      expect(INDUSTRY_WORDS.has(text)).toBe(false)
  })
})
