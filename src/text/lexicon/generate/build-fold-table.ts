import characters from 'opencc-js/dict/TSCharacters'
import phrases from 'opencc-js/dict/TSPhrases'
import {
  BLANK,
  CIRCLE,
  COMBINING,
  EXPAND,
  FOREIGN,
  type FoldPhrase,
  type FoldTable,
  LONG_VOWEL,
  PHRASE,
  SURROGATE,
  SWAP,
} from '../../fold-kinds.ts'
import {
  DRY_PHRASES,
  FOLDED_PHRASES,
  KEPT_CHARACTERS,
  LATIN_LOOK_ALIKES,
  PHRASE_EXCEPTIONS,
  RADICALS,
  SYMBOLS,
  VARIANTS,
} from '../fold-characters.ts'

// The fold table from its sources: OpenCC, Unicode as this Node knows it, and our own lexicon. `fold-units.ts` writes
// it down, so that a run needs neither OpenCC nor the time.

const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffc]/u
const SPACE = /[\s\x85\u2800]/
const MARK = /[\p{M}\u1100-\u11ff]/u
const LATIN = /\p{Script=Latin}/u
const SPECIAL = /[\s\x85\u2800\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffc\p{M}\u1100-\u11ff]/u
const STRESS = /[\u0300-\u036f]/g

/** The words of a lexicon block: two halves of equal length, before and after. */
function pairs(block: string): [string, string][] {
  return block
    .trim()
    .split(/\s+/)
    .map((word) => [word.slice(0, word.length / 2), word.slice(word.length / 2)])
}

/** One table of single characters: symbols, radicals, variants, then OpenCC. */
function characterMap(): Map<string, string> {
  const map = new Map<string, string>()
  for (const entry of characters.split('|')) {
    const [from, to] = entry.split(' ') as [string, string]
    if (from !== to && !KEPT_CHARACTERS.includes(from)) map.set(from, to)
  }
  for (const entry of VARIANTS.trim().split(/\s+/)) {
    const [from, to] = [...entry] as [string, string]
    map.set(from, to)
  }
  for (const [from, to] of pairs(RADICALS)) map.set(from, to)
  for (const [to, all] of SYMBOLS) for (const from of all) if (from !== to) map.set(from, to)
  return map
}

/** Folds one character as far as it goes without its neighbours. */
function foldCharacter(character: string, map: ReadonlyMap<string, string>): string {
  const direct = map.get(character)
  if (direct !== undefined && isSettled(direct, map)) return direct
  let current = character
  for (let round = 0; round < 8; round++) {
    let next = ''
    for (const one of current) {
      if (SPACE.test(one)) next += ' '
      else if (!INVISIBLE.test(one)) next += map.get(one) ?? unfoldLatin(one)
    }
    if (next === current || isSettled(next, map)) return next
    current = next
  }
  return current
}

/** Claims that one character folds to itself: a Han character or a capital that the lexicon leaves. */
function isSettled(text: string, map: ReadonlyMap<string, string>): boolean {
  const unit = text.charCodeAt(0)
  const isKnown = (unit >= 0x3400 && unit <= 0x9fff) || (unit > 0x20 && unit <= 0x5a)
  return text.length === 1 && isKnown && !map.has(text)
}

function unfoldLatin(one: string): string {
  const compatible = one.normalize('NFKC').toUpperCase()
  return (LATIN.test(compatible) ? compatible.normalize('NFKD') : compatible).replace(STRESS, '')
}

interface PhraseRules {
  byUnit: Map<number, FoldPhrase[]>
  defaults: Map<number, number>
}

/**
 * OpenCC's phrases, reduced to those that decide an ambiguous character otherwise than its single mapping does.
 * They are kept in folded script, so that traditional, simplified and mixed text come out alike.
 */
function phraseRules(map: ReadonlyMap<string, string>): PhraseRules {
  const ambiguous = new Set('乾俱画')
  const found = pairs(FOLDED_PHRASES)
  for (const phrase of DRY_PHRASES.trim().split(/\s+/)) found.push([phrase, phrase.replaceAll('乾', '干')])
  for (const entry of phrases.split('|')) {
    const [before, after] = entry.split(' ') as [string, string]
    const results = Array.from(after)
    const deviating = Array.from(before).filter((one, i) => (map.get(one) ?? one) !== results[i])
    if (deviating.length === 0 || deviating.some((one) => PHRASE_EXCEPTIONS.includes(one))) continue
    for (const one of deviating) ambiguous.add(one)
    found.push([before, after])
  }
  const fold = (text: string) =>
    Array.from(text, (one) => (ambiguous.has(one) ? one : (map.get(one) ?? one))).join('')
  const folded = found.map(([before, after]) => ({ before: fold(before), after: fold(after) }))
  const byUnit = new Map<number, FoldPhrase[]>()
  const defaults = new Map<number, number>()
  for (const one of ambiguous) {
    const list = folded
      .filter((phrase) => phrase.before.includes(one))
      .map((phrase) => ({ ...phrase, offset: phrase.before.indexOf(one) }))
      .sort((a, b) => b.before.length - a.before.length || (a.before < b.before ? -1 : 1))
    byUnit.set(one.charCodeAt(0), list)
    defaults.set(one.charCodeAt(0), (one === '乾' ? one : (map.get(one) ?? one)).charCodeAt(0))
  }
  return { byUnit, defaults }
}

/** Claims that folding leaves every unit of a text without Han characters as it is, the lexicon apart. */
function isUntouched(text: string): boolean {
  return !SPECIAL.test(text) && text.normalize('NFKC') === text && text.toUpperCase() === text
}

/** The units that need a look: those of the lexicon, and those that Unicode folds. */
function unitsToFold(map: ReadonlyMap<string, string>, byUnit: ReadonlyMap<number, unknown>): Set<number> {
  const found = new Set(byUnit.keys())
  for (const one of map.keys()) if (one.length === 1) found.add(one.charCodeAt(0))
  const BLOCK = 64
  for (let start = 0; start < 65536; start += BLOCK) {
    const isHan = start >= 0x3400 && start < 0x9fc0
    const isHangul = start >= 0xac00 && start < 0xd780
    const isSurrogateOrPrivate = start >= 0xd800 && start < 0xf900
    if (isHan || isHangul || isSurrogateOrPrivate) continue
    const block = Array.from({ length: BLOCK }, (_, k) => start + k)
    if (isUntouched(String.fromCharCode(...block))) continue
    for (const unit of block) if (!isUntouched(String.fromCharCode(unit))) found.add(unit)
  }
  return found
}

/** Builds the table that `foldText` reads. */
export function buildFoldTable(): FoldTable {
  const map = characterMap()
  const { byUnit, defaults } = phraseRules(map)
  const kinds = new Uint8Array(65536)
  const changes = new Uint16Array(65536)
  kinds.fill(SURROGATE, 0xd800, 0xe000)
  const expansions = new Map<number, string>()
  const lookAlikes = new Map<number, number>()
  for (const entry of LATIN_LOOK_ALIKES.split(' ')) lookAlikes.set(entry.charCodeAt(0), entry.charCodeAt(1))

  for (const unit of unitsToFold(map, byUnit)) {
    const one = String.fromCharCode(unit)
    const folded = byUnit.has(unit) ? one : foldCharacter(one, map)
    if (byUnit.has(unit)) kinds[unit] = PHRASE
    else if (MARK.test(one) && !INVISIBLE.test(one)) kinds[unit] = COMBINING
    else if (folded === ' ') kinds[unit] = BLANK
    else if (folded.length !== 1) {
      kinds[unit] = EXPAND
      expansions.set(unit, folded)
    } else if (folded !== one) {
      kinds[unit] = SWAP
      changes[unit] = unit ^ folded.charCodeAt(0)
    }
  }
  for (const one of lookAlikes.keys()) kinds[one] = FOREIGN
  for (const circle of '○◯') kinds[circle.charCodeAt(0)] = CIRCLE
  kinds[0x30fc] = LONG_VOWEL
  // A character that becomes one of these is handled like it.
  for (let unit = 0; unit < 65536; unit++) {
    const after = kinds[unit ^ changes[unit]!]!
    if (kinds[unit] === SWAP && after > BLANK) kinds[unit] = after
  }
  const foldSupplementary = (character: string) => foldCharacter(character, map)
  return { kinds, changes, expansions, phrases: byUnit, defaults, lookAlikes, foldSupplementary }
}
