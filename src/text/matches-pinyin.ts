import { readingsOf } from './sound.ts'

const LONGEST_HAN = 64

/**
 * How Latin text spells Han text in pinyin: 2 every character by a full reading (Hengrun, 恒润), 1 when some or all are
 * cut to their initials (HR, ZHRun), 0 when it does not. Case, blanks, stress and punctuation of the Latin side are
 * ignored, ü may be v, u or yu, and Latin letters and digits in the Han text must stand as they are. 0 for '' and for
 * Han text over 64 characters. Level 1 on two letters is chance: ask for more evidence. About 0.4 M pairs a second.
 *
 * @example matchesPinyin('Suzhou Hengrun', '苏州恒润') // 2
 */
export function matchesPinyin(latin: string, han: string): 0 | 1 | 2 {
  if (han === '' || han.length > LONGEST_HAN || latin.length > 8 * LONGEST_HAN + 64) return 0
  const letters = plainLetters(latin)
  if (letters === '') return 0
  const chars = han.replace(/[^\p{L}\p{N}]/gu, '')
  // reached[p]: the best level at which the characters so far spell the first p letters.
  let reached = new Uint8Array(letters.length + 1)
  reached[0] = 2
  for (const char of chars) {
    const next = new Uint8Array(letters.length + 1)
    let isAlive = false
    const spellings = spellingsOf(char)
    for (let p = 0; p < letters.length; p++) {
      const level = reached[p]!
      if (level === 0) continue
      for (const [spelling, worth] of spellings) {
        if (!letters.startsWith(spelling, p)) continue
        const to = p + spelling.length
        next[to] = Math.max(next[to]!, Math.min(level, worth))
        isAlive = true
      }
    }
    if (!isAlive) return 0
    reached = next
  }
  return reached[letters.length] as 0 | 1 | 2
}

function plainLetters(latin: string): string {
  const plain = /^[A-Za-z0-9 ]*$/.test(latin) ? latin : latin.normalize('NFKD')
  return plain.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
}

const cache = new Map<string, readonly (readonly [string, 1 | 2])[]>()

/** Ways to write one character, full readings worth 2 and initials worth 1. */
function spellingsOf(char: string): readonly (readonly [string, 1 | 2])[] {
  const known = cache.get(char)
  if (known !== undefined) return known
  const worth = new Map<string, 1 | 2>()
  for (const reading of readingsOf(char)) {
    const initial = /^[zcs]h/.exec(reading)?.[0]
    if (initial !== undefined && !worth.has(initial)) worth.set(initial, 1)
    if (!worth.has(reading[0]!)) worth.set(reading[0]!, 1)
    for (const spelling of [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')])
      worth.set(spelling, 2)
  }
  if (worth.size === 0) worth.set(char.toLowerCase(), 2)
  const found = [...worth]
  if (cache.size < 32_768) cache.set(char, found)
  return found
}
