import { CHARACTER_READINGS } from './lexicon/character-readings.ts'
import { CANONICAL_READINGS, RARE_READINGS, WORD_READINGS } from './lexicon/readings.ts'

/** Reading sets of all characters met so far: `count[unit]` ids from `pool[start[unit]]`, the canonical one first. */
const pool = new Uint16Array(1 << 16)
const fuzzyPool = new Uint16Array(1 << 16)
const start = new Uint16Array(1 << 16)
const count = new Uint8Array(1 << 16)
const isLoaded = new Uint8Array(1 << 16)
let used = 0

const readings: string[] = ['']
const fuzzyReadings: string[] = ['']
/** The same with the blank that closes a syllable in a key. */
const keySyllables: string[] = [' ']
const fuzzyKeySyllables: string[] = [' ']
/** Of each reading, folded, one of 16 bits: the same whatever was met before. */
const fuzzyMarks: number[] = [1]
const ids = new Map<string, number>([['', 0]])

const canonical = new Map(lexiconEntries(CANONICAL_READINGS))
const rare = new Set(RARE_READINGS.trim().split(/\s+/))

interface Word {
  readonly text: string
  readonly readings: readonly string[]
}
const words = new Map<number, Word[]>()
const opensWord = new Uint8Array(1 << 16)
for (const entry of WORD_READINGS.matchAll(/(\p{Script=Han}+):([a-z ]*[a-z])/gu)) {
  const text = entry[1]!
  const first = text.charCodeAt(0)
  opensWord[first] = 1
  words.set(first, [...(words.get(first) ?? []), { text, readings: entry[2]!.split(' ') }])
}

function lexiconEntries(block: string): [string, string][] {
  return block
    .trim()
    .split(/\s+/)
    .map((entry) => [entry[0]!, entry.slice(1)])
}

/** One syllable as an input method with all fuzzy pairs on takes it: zh z, ch c, sh s, n l, f h, ang an, eng en, ing in. */
function foldSyllable(syllable: string): string {
  const initial = syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^f/, 'h')
  return initial.replace(/([aei])ng$/, '$1n')
}

function idOf(reading: string): number {
  let id = ids.get(reading)
  if (id === undefined) {
    id = readings.length
    ids.set(reading, id)
    readings.push(reading)
    fuzzyReadings.push(foldSyllable(reading))
    keySyllables.push(`${reading} `)
    fuzzyKeySyllables.push(`${foldSyllable(reading)} `)
    fuzzyMarks.push(markOf(foldSyllable(reading)))
  }
  return id
}

function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007
}

/** All sets of readings that characters have, and by unit the number of its set; 0 none. */
let dictionary: { readonly sets: readonly string[]; readonly setOf: Uint16Array } | undefined

/** Unpacks the dictionary at the first character that is asked for; about 3 ms. */
function unpackReadings(): { readonly sets: readonly string[]; readonly setOf: Uint16Array } {
  const sets = ['']
  const setOf = new Uint16Array(1 << 16)
  for (const [, set, characters] of CHARACTER_READINGS.matchAll(/([a-z,]+)([^a-z,]+)/g)) {
    for (let i = 0; i < characters!.length; i++) setOf[characters!.charCodeAt(i)] = sets.length
    sets.push(set!)
  }
  return { sets, setOf }
}

/** Every reading of a character, the commonest first; [] for what is no Han character. */
function listedReadings(unit: number): readonly string[] {
  dictionary ??= unpackReadings()
  const set = isHan(unit) ? dictionary.setOf[unit]! : 0
  return set === 0 ? [] : dictionary.sets[set]!.split(',')
}

/** Puts the readings of a character together once, when it is first met. */
function load(unit: number): void {
  isLoaded[unit] = 1
  if (!isHan(unit)) return
  const char = String.fromCharCode(unit)
  const first = canonical.get(char)
  const found = new Set(first === undefined ? [] : [first])
  for (const reading of listedReadings(unit)) if (!rare.has(char + reading)) found.add(reading)
  for (const { text, readings: syllables } of wordsWith(char)) {
    for (let i = 0; i < text.length; i++) if (text[i] === char) found.add(syllables[i]!)
  }
  start[unit] = used
  count[unit] = found.size
  for (const reading of found) {
    const id = idOf(reading)
    pool[used] = id
    fuzzyPool[used] = idOf(fuzzyReadings[id]!)
    used++
  }
}

const allWords = [...words.values()].flat()

function wordsWith(char: string): Word[] {
  return allWords.filter((word) => word.text.includes(char))
}

/**
 * Every common reading of one Han character without tones (ü as v), the commonest in business names first. Empty for
 * '', for other scripts, and for characters beyond U+FFFF. Good for spelling a name out, as a set where one reading is
 * not enough; to compare, {@link soundsSame} is faster. About 25 M characters a second.
 *
 * @example readingsOf('行') // ['hang', 'xing', 'heng']
 */
export function readingsOf(char: string): readonly string[] {
  if (char.length !== 1) return []
  const unit = char.charCodeAt(0)
  if (isLoaded[unit] === 0) load(unit)
  const found: string[] = []
  for (let k = 0; k < count[unit]!; k++) found.push(readings[pool[start[unit]! + k]!]!)
  return found
}

/**
 * How alike two folded texts of equal length sound: 2 when every position shares a reading, 1 when some positions do so
 * only under the fuzzy pairs zh/z ch/c sh/s n/l f/h ang/an eng/en ing/in, 0 otherwise, for other lengths and for ''.
 * Characters that have no reading must be equal. Good for brands typed by ear (鸿运, 宏运). About 15 M pairs a second.
 *
 * @example soundsSame('鸿运', '宏韵') // 2
 */
export function soundsSame(a: string, b: string): 0 | 1 | 2 {
  if (a.length !== b.length || a === '') return 0
  let level: 1 | 2 = 2
  for (let i = 0; i < a.length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left === right) continue
    if (isLoaded[left] === 0) load(left)
    if (isLoaded[right] === 0) load(right)
    if (shares(pool, left, right)) continue
    if (!shares(fuzzyPool, left, right)) return 0
    level = 1
  }
  return level
}

function shares(ofReadings: Uint16Array, left: number, right: number): boolean {
  const leftEnd = start[left]! + count[left]!
  const rightStart = start[right]!
  const rightEnd = rightStart + count[right]!
  for (let i = start[left]!; i < leftEnd; i++) {
    for (let k = rightStart; k < rightEnd; k++) if (ofReadings[i] === ofReadings[k]) return true
  }
  return false
}

const MARKS = 16

function markOf(reading: string): number {
  let hash = 0
  for (let i = 0; i < reading.length; i++) hash = Math.imul(hash ^ reading.charCodeAt(i), 0x9e3779b1)
  return 1 << (hash >>> 28)
}

function marksOf(unit: number): number {
  if (isLoaded[unit] === 0) load(unit)
  if (count[unit] === 0) return 1 << (unit % MARKS)
  let marks = 0
  for (let k = 0; k < count[unit]!; k++) marks |= fuzzyMarks[fuzzyPool[start[unit]! + k]!]!
  return marks
}

/**
 * How a text begins and ends in sound, in 32 bits; 0 for ''. Good for telling in two operations that two texts do not sound
 * the same, not even loosely.
 * @example maySoundSame(soundSketch('恒通'), soundSketch('晋华')) // => false
 */
export function soundSketch(text: string): number {
  if (text === '') return 0
  return (marksOf(text.charCodeAt(text.length - 1)) << MARKS) | marksOf(text.charCodeAt(0))
}

/** Whether {@link soundsSame} may find texts of these sketches alike. Never false for those that it does. */
export function maySoundSame(left: number, right: number): boolean {
  const shared = left & right
  return shared >>> MARKS !== 0 && (shared & 0xffff) !== 0
}

/**
 * The canonical syllables of a folded text, blank after each, other characters as they are: equal for texts that a
 * listener writes down differently. One reading per character, and known words as a whole (重庆 is chong qing), so the
 * same text always has the same key. Good for blocking on two characters or more; '' stays ''. About 4 M brands
 * or 1.7 M names a second.
 *
 * @example soundKey('鸿运煤业') // 'hong yun mei ye '
 */
export function soundKey(text: string): string {
  return keyOf(text, keySyllables)
}

/**
 * {@link soundKey} with the fuzzy pairs of {@link soundsSame} folded together: 280 syllables instead of 402, so the
 * blocks are larger and lose less. Good as a second key, for names taken down by ear. '' stays ''. As fast as soundKey.
 *
 * @example fuzzySoundKey('山兰') // 'san lan '
 */
export function fuzzySoundKey(text: string): string {
  return keyOf(text, fuzzyKeySyllables)
}

function keyOf(text: string, syllables: readonly string[]): string {
  let key = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (opensWord[unit] === 1) {
      const word = words.get(unit)?.find((one) => text.startsWith(one.text, i))
      if (word !== undefined) {
        for (const reading of word.readings) key += syllables[idOf(reading)]!
        i += word.text.length - 1
        continue
      }
    }
    if (isLoaded[unit] === 0) load(unit)
    key += count[unit] === 0 ? text[i]! : syllables[pool[start[unit]!]!]!
  }
  return key
}
