/** Texts of addresses as sequences of characters and numbers, weighed by how rare they are, ready to be aligned. */

import { PLACE_SYNONYMS } from '../lexicon/place-words.ts'
import { soundId, type Weighed } from './align.ts'
import { type Bag, closeBag, openBag, putIn } from './bag.ts'
import { columnCount, columns, findCommonSounds, rowCount, rows } from './common-sounds.ts'
import { pairId, rarityOf } from './pair-rarity.ts'

/** Numbers and words in Latin letters lie beyond all characters. */
const FIRST_WORD = 0x10000
const WORDS = 0x3fffffff

/** An id for a number, a word, or a number and what it counts. */
export function wordId(word: string): number {
  let hash = BASIS
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME)
  return FIRST_WORD + ((hash >>> 0) & WORDS)
}

// FNV-1a.
const BASIS = 0x811c9dc5
const PRIME = 0x01000193

const COUNTED_WEIGHT = 0.3
const LEAST_WEIGHT = 0.1
const ALONE = 0.7
const LONGEST = 64

/** The words for which another stands, by their first character, longest first. */
const synonyms = new Map<number, { readonly word: string; readonly canonical: string }[]>()
for (const line of PLACE_SYNONYMS.trim().split('\n')) {
  const [first = '', ...others] = line.trim().split(' ')
  for (const word of others) {
    const unit = word.charCodeAt(0)
    const known = synonyms.get(unit) ?? []
    known.push({ word, canonical: first === '-' ? '' : first })
    synonyms.set(
      unit,
      known.sort((a, b) => b.word.length - a.word.length),
    )
  }
}

/** What a character may be the beginning of. */
const [DIGIT, LETTER, GAP, NUMERAL, SYNONYM, COUNTER, AFTER_NUMERAL] = [1, 2, 4, 8, 16, 32, 64]
const roles = new Uint8Array(65536)
const NUMERALS = '一二三四五六七八九'
for (const [role, characters] of [
  [DIGIT, '0123456789'],
  [LETTER, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [GAP, ',.、。;:-_()"\'/·\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'],
  [GAP, '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'],
  [NUMERAL, NUMERALS],
  [SYNONYM, String.fromCharCode(...synonyms.keys())],
  // 3号楼, 3栋 and 3号 all count one thing.
  [COUNTER, '号栋幢座'],
  // 三区, 二期, 三中: numerals that the reading of addresses leaves alone.
  [AFTER_NUMERAL, '区村期中分小'],
] as const) {
  for (let i = 0; i < characters.length; i++) {
    const unit = characters.charCodeAt(i)
    roles[unit] = (roles[unit] as number) | role
  }
}

/** Stands for all that counts houses. */
const COUNTED = 0x23
const HOUSE = '楼'.charCodeAt(0)

/** The text being read, with synonyms exchanged. Addresses are bounded; what lies behind is not compared. */
const LONGEST_TEXT = 1024
const plain = new Uint16Array(LONGEST_TEXT + 8)

/** Writes a text to `plain`, one word for all that mean the same; gives its length. */
function exchangeSynonyms(text: string): number {
  let length = 0
  for (let i = 0; i < text.length && length < LONGEST_TEXT; i++) {
    const unit = text.charCodeAt(i)
    const role = roles[unit] as number
    if ((role & (NUMERAL | SYNONYM)) !== 0) {
      if ((role & NUMERAL) !== 0 && isAfterNumeral(text, i + 1)) {
        plain[length++] = 0x31 + NUMERALS.indexOf(text[i] as string)
        continue
      }
      const found = (role & SYNONYM) !== 0 && synonyms.get(unit)?.find(({ word }) => text.startsWith(word, i))
      if (found) {
        for (let k = 0; k < found.canonical.length; k++) plain[length++] = found.canonical.charCodeAt(k)
        i += found.word.length - 1
        continue
      }
    }
    plain[length++] = unit
  }
  return length
}

function isAfterNumeral(text: string, at: number): boolean {
  return at < text.length && ((roles[text.charCodeAt(at)] as number) & AFTER_NUMERAL) !== 0
}

const unitsRead = Array.from({ length: LONGEST }, () => 0)
const soundsRead = Array.from({ length: LONGEST }, () => 0)
const weightsRead = Array.from({ length: LONGEST }, () => 0.5)

/** A text as characters, numbers and words; digits are folded before. */
export function sequenceOf(text: string): Weighed {
  const units = unitsOf(text)
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number
    soundsRead[i] = unit < FIRST_WORD ? soundId(unit) : unit
  }
  return weighUnits(text, units, soundsRead.slice(0, units.length))
}

/** The units alone, where neither sounds nor weights are needed. */
export function unitsOf(text: string): readonly number[] {
  const end = exchangeSynonyms(text)
  let length = 0
  for (let i = 0; i < end && length < LONGEST; ) {
    const unit = plain[i] as number
    const role = roles[unit] as number
    if ((role & GAP) !== 0) i++
    else if ((role & (DIGIT | LETTER)) !== 0) {
      // A run of digits or of letters is one word.
      const kind = role & (DIGIT | LETTER)
      let hash = BASIS
      for (; i < end && ((roles[plain[i] as number] as number) & kind) !== 0; i++) {
        hash = Math.imul(hash ^ (plain[i] as number), PRIME)
      }
      unitsRead[length++] = FIRST_WORD + ((hash >>> 0) & WORDS)
    } else if ((role & COUNTER) !== 0 && i > 0 && isCount(plain[i - 1] as number)) {
      unitsRead[length++] = COUNTED
      i += unit === COUNTING_HOUSES && i + 1 < end && plain[i + 1] === HOUSE ? 2 : 1
    } else {
      unitsRead[length++] = unit > 127 || unit === COUNTED ? unit : wordId(String.fromCharCode(unit))
      i++
    }
  }
  return unitsRead.slice(0, length)
}

const COUNTING_HOUSES = '号'.charCodeAt(0)

function isCount(unit: number): boolean {
  return ((roles[unit] as number) & (DIGIT | LETTER)) !== 0
}

/** One sequence behind the other. */
export function joinSequences(a: Weighed, b: Weighed): Weighed {
  if (a.units.length === 0) return b
  const join = (head: readonly number[], tail: readonly number[]) =>
    head.concat(tail.slice(0, LONGEST - head.length))
  return weighUnits(a.text + b.text, join(a.units, b.units), join(a.sounds, b.sounds))
}

/** A character weighs what the pairs that it stands in do on average. */
function weighUnits(text: string, units: readonly number[], sounds: readonly number[]): Weighed {
  let total = 0
  let before = -1
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number
    const after = rarityBetween(unit, units[i + 1])
    const weight = isHan(unit) ? meanRarity(before, after) : unit === COUNTED ? COUNTED_WEIGHT : 1
    weightsRead[i] = weight
    total += weight
    before = after
  }
  return { text, units, sounds, weights: weightsRead.slice(0, units.length), total, core: '', kind: '' }
}

/** False beyond the end, where the unit is undefined. */
export const isHan = (unit: number | undefined): boolean => (unit ?? 0) > 127 && (unit ?? 0) < FIRST_WORD

/** How rare a pair of characters is; −1 when one of them is none. */
function rarityBetween(first: number, second: number | undefined): number {
  return isHan(first) && isHan(second) ? rarityOf(pairId(first, second as number)) : -1
}

function meanRarity(before: number, after: number): number {
  if (before < 0 && after < 0) return ALONE
  const mean = before < 0 ? after : after < 0 ? before : (before + after) / 2
  return Math.max(LEAST_WEIGHT, mean)
}

/** The pairs of characters, as they sound, and the numbers of a sequence. */
export function gramsOf({ units, sounds }: Weighed): Bag {
  openBag()
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number
    if (unit >= FIRST_WORD) putIn(unit * 65536, 1)
    else if (isHan(unit) && isHan(units[i + 1])) {
      const rarity = rarityOf(pairId(unit, units[i + 1] as number))
      putIn(pairId(sounds[i] as number, sounds[i + 1] as number), rarity)
    }
  }
  return closeBag()
}

/** The numbers and words of a sequence, in order. */
export const wordsOf = ({ units }: Weighed): readonly number[] => units.filter((unit) => unit >= FIRST_WORD)

/** How many units the longest stretch has that two sequences share. */
export function sharedRun(a: Weighed, b: Weighed): number {
  if (!findCommonSounds(a, b)) return 0
  const [height, width] = [rowCount, columnCount]
  runs.fill(0, 0, width + 1)
  let longest = 0
  for (let r = 0; r < height; r++) {
    const i = rows[r] as number
    const unit = a.units[i]
    const goesOn = r > 0 && rows[r - 1] === i - 1
    for (let c = width; c > 0; c--) {
      const j = columns[c - 1] as number
      let run = 0
      if (unit === b.units[j])
        run = goesOn && c > 1 && columns[c - 2] === j - 1 ? (runs[c - 1] as number) + 1 : 1
      runs[c] = run
      if (run > longest) longest = run
    }
  }
  return longest
}
const runs = new Uint8Array(LONGEST + 1)
