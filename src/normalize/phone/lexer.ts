import { LETTER_DIGITS, MASK_CHARACTERS, PHONE_WORDS } from '../lexicon/phone-prefixes.ts'

/** What stands between two groups of digits, the weakest first; of several the strongest counts. */
export const JOIN_NONE = 0
export const JOIN_BLANK = 1
export const JOIN_DOT = 2
export const JOIN_BRACKET = 3
export const JOIN_DASH = 4
export const JOIN_RANGE = 5
export const JOIN_HARD = 6
export const JOIN_WORD = 7
export const JOIN_EXTENSION = 8

/** A run of digits in a cell. `digits` may hold `*` for hidden ones. */
export interface DigitGroup {
  digits: string
  readonly join: number
  readonly start: number
  end: number
  readonly plus: boolean
  readonly fax: boolean
  /** A label or an @ says that this is something else than a phone number. */
  skip: boolean
  /** A word follows without a blank, as in 2801室. */
  glued: boolean
  /** Letters were read as digits. */
  letters: boolean
}

const MAX_GROUPS = 64

const WORD = 0
const DIGIT = 1
const IGNORED = 2
const BLANK = 3
const DOT = 4
const BRACKET = 5
const DASH = 6
const RANGE = 7
const HARD = 8
const HASH = 9
const PLUS = 10
const MASK = 11
const LETTER = 12
const AT = 13
const WIDE_DIGIT = 14

const classes = new Uint8Array(0x10000)
function setClass(characters: string, kind: number): void {
  for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] = kind
}
function setClassRange(from: number, to: number, kind: number): void {
  classes.fill(kind, from, to + 1)
}
setClassRange(0, 0x1f, IGNORED)
setClassRange(0x30, 0x39, DIGIT)
setClassRange(0xff10, 0xff19, WIDE_DIGIT)
setClassRange(0x41, 0x5a, LETTER)
setClassRange(0x61, 0x7a, LETTER)
setClassRange(0xff21, 0xff3a, LETTER)
setClassRange(0xff41, 0xff5a, LETTER)
setClassRange(0x2000, 0x200a, BLANK)
setClassRange(0x200b, 0x200f, IGNORED)
setClassRange(0x202a, 0x202e, IGNORED)
setClassRange(0x2060, 0x206f, IGNORED)
setClass('\u00ad\ufeff\ufe0e\ufe0f\u20e3\'"`‘’“”', IGNORED)
setClass(' \u00a0\u3000\u202f', BLANK)
setClass('.．·・', DOT)
setClass('()（）[]［］【】〔〕{}<>《》「」', BRACKET)
// A question mark is what is left of a dash after a wrong encoding.
setClass('-_—–－―‐‑‒−ー─?？', DASH)
setClass('~～〜∼', RANGE)
setClass('、,，;；/／\\＼|｜:：=＝!！&＆。\t\n\r\u2028\u2029', HARD)
setClass('#＃', HASH)
setClass('+＋﹢', PLUS)
setClass(MASK_CHARACTERS, MASK)
setClass('@＠', AT)

type WordMeaning = 'ext' | 'fax' | 'skip' | 'or' | 'range'
const wordMeanings = new Map<string, WordMeaning>()
/** By first character, the Han words that count anywhere inside a run of text. */
const hanWords = new Map<number, string[]>()
for (const line of PHONE_WORDS.trim().split('\n')) {
  const [meaning, ...words] = line.split(' ')
  for (const word of words) {
    wordMeanings.set(word, meaning as WordMeaning)
    if (meaning === 'or' || meaning === 'range' || word.charCodeAt(0) < 0x80) continue
    const first = word.charCodeAt(0)
    hanWords.set(first, [...(hanWords.get(first) ?? []), word])
  }
}
const letterDigits = new Map(LETTER_DIGITS.split(' ').map((pair) => [pair.charCodeAt(0), pair.charAt(1)]))

interface Lexer {
  readonly text: string
  readonly groups: DigitGroup[]
  join: number
  plus: boolean
  fax: boolean
  skip: boolean
}

/**
 * The runs of digits in a cell, at most 64, each with what stands before it. Linear; no digits, no groups.
 */
export function lexPhones(text: string): DigitGroup[] {
  const lexer: Lexer = { text, groups: [], join: JOIN_NONE, plus: false, fax: false, skip: false }
  const length = text.length
  let i = 0
  while (i < length && lexer.groups.length < MAX_GROUPS) {
    const kind = classes[text.charCodeAt(i)]!
    let end = i + 1
    while (end < length && classes[text.charCodeAt(end)] === kind) end++
    if (kind === DIGIT) put(lexer, text.slice(i, end), i, end)
    else if (kind === WIDE_DIGIT) put(lexer, narrowDigits(text, i, end), i, end)
    else if (kind === LETTER) readLetters(lexer, i, end)
    else if (kind === WORD) readWord(lexer, i, end)
    else readMark(lexer, kind, i, end)
    i = end
  }
  return lexer.groups
}

/** Adds digits: to the group they touch, or as a new group. */
function put(lexer: Lexer, digits: string, start: number, end: number): void {
  const last = lexer.groups.at(-1)
  if (last !== undefined && lexer.join === JOIN_NONE && !lexer.plus) {
    last.digits += digits
    last.end = end
    return
  }
  const { join, plus, fax, skip } = lexer
  lexer.groups.push({ digits, join, start, end, plus, fax, skip, glued: false, letters: false })
  lexer.join = JOIN_NONE
  lexer.plus = false
  lexer.fax = false
  lexer.skip = false
}

function narrowDigits(text: string, start: number, end: number): string {
  let digits = ''
  for (let i = start; i < end; i++) digits += String.fromCharCode(48 + (text.charCodeAt(i) & 15))
  return digits
}

/** Hidden digits written as a run of marks (****, ×××, …). */
function putMask(lexer: Lexer, start: number, end: number): void {
  const isEllipsis = lexer.text.charAt(start) === '…' || lexer.text.charAt(start) === '.'
  put(lexer, isEllipsis ? '****' : '*'.repeat(Math.min(end - start, 12)), start, end)
}

function isDigitAt(text: string, i: number): boolean {
  const kind = classes[text.charCodeAt(i)]
  return kind === DIGIT || kind === WIDE_DIGIT
}

/** Whether one mark between digits hides the eleventh digit of a mobile number, and opens no extension. */
function hidesOneDigit(lexer: Lexer, start: number, end: number): boolean {
  const before = lexer.groups.at(-1)?.digits ?? ''
  if (end - start !== 1 || lexer.join !== JOIN_NONE || before.charCodeAt(0) !== 49) return false
  let after = end
  while (after < lexer.text.length && after - end < 11 && isDigitAt(lexer.text, after)) after++
  return before.length + after - end === 10 && after > end
}

/** What a mark is worth as a join, where it is nothing more. */
const joinOf: Readonly<Record<number, number>> = {
  [IGNORED]: JOIN_NONE,
  [BLANK]: JOIN_BLANK,
  [DOT]: JOIN_DOT,
  [BRACKET]: JOIN_BRACKET,
  [DASH]: JOIN_DASH,
  [RANGE]: JOIN_RANGE,
  [HARD]: JOIN_HARD,
  [HASH]: JOIN_EXTENSION,
  [MASK]: JOIN_EXTENSION,
  [PLUS]: JOIN_HARD,
  [AT]: JOIN_WORD,
}

function readMark(lexer: Lexer, kind: number, start: number, end: number): void {
  if ((kind === DOT || kind === MASK) && isMask(lexer, kind, start, end)) {
    putMask(lexer, start, end)
    return
  }
  // Right behind digits a plus joins two numbers; elsewhere it opens an international one.
  const opensAbroad = kind === PLUS && (lexer.groups.length === 0 || lexer.join !== JOIN_NONE)
  if (kind === AT) {
    markSkipped(lexer)
    lexer.skip = true
  }
  strengthen(lexer, joinOf[kind]!)
  if (opensAbroad) lexer.plus = true
}

function isMask(lexer: Lexer, kind: number, start: number, end: number): boolean {
  const { text } = lexer
  if (kind === DOT) return end - start >= 3 && isDigitAt(text, start - 1) && isDigitAt(text, end)
  return end - start > 1 || text.charAt(start) === '…' || hidesOneDigit(lexer, start, end)
}

function strengthen(lexer: Lexer, join: number): void {
  if (join > lexer.join) lexer.join = join
  // An international plus belongs to the digits that follow it, brackets and blanks apart.
  if (join > JOIN_BRACKET && join !== JOIN_HARD) lexer.plus = false
}

function markSkipped(lexer: Lexer): void {
  const last = lexer.groups.at(-1)
  if (last !== undefined && lexer.join === JOIN_NONE) last.skip = true
}

function markGlued(lexer: Lexer): void {
  const last = lexer.groups.at(-1)
  if (last !== undefined && lexer.join === JOIN_NONE) last.glued = true
}

function readLetters(lexer: Lexer, start: number, end: number): void {
  const { text } = lexer
  const word = text.slice(start, end).normalize('NFKC')
  const before = lexer.groups.length > 0 && lexer.join === JOIN_NONE
  const after = end < text.length && isDigitAt(text, end)
  if ((before || after) && word.length >= 2 && word.length <= 12 && /^[xX]+$/.test(word)) {
    put(lexer, '*'.repeat(word.length), start, end)
    return
  }
  if (word.toUpperCase() === 'X' && before && hidesOneDigit(lexer, start, end)) {
    putMask(lexer, start, end)
    return
  }
  const digits = word.length <= 3 && (before || after) ? lettersAsDigits(text, word, before, end) : ''
  if (digits !== '') {
    put(lexer, digits, start, end)
    lexer.groups.at(-1)!.letters = true
    return
  }
  markGlued(lexer)
  applyMeaning(lexer, wordMeanings.get(word.toUpperCase()))
}

/**
 * The digits that letters inside a number stand for, or ''. In front of a number only O, and l where it makes an
 * eleven-digit mobile; any other letter there begins a word.
 */
function lettersAsDigits(text: string, word: string, before: boolean, end: number): string {
  let digits = ''
  for (let i = 0; i < word.length; i++) {
    const digit = letterDigits.get(word.charCodeAt(i))
    if (digit === undefined) return ''
    digits += digit
  }
  if (before) return digits
  if (digits === '0') return word.toUpperCase() === 'O' ? digits : ''
  let after = end
  while (after - end < 11 && isDigitAt(text, after)) after++
  return digits === '1' && after - end === 10 ? digits : ''
}

function readWord(lexer: Lexer, start: number, end: number): void {
  const { text } = lexer
  markGlued(lexer)
  const exact = end - start <= 4 ? wordMeanings.get(text.slice(start, end)) : undefined
  if (exact !== undefined) {
    applyMeaning(lexer, exact)
    return
  }
  strengthen(lexer, JOIN_WORD)
  for (let i = start; i < end; i++) {
    const words = hanWords.get(text.charCodeAt(i))
    if (words === undefined) continue
    for (const word of words) if (text.startsWith(word, i)) applyMeaning(lexer, wordMeanings.get(word))
  }
}

function applyMeaning(lexer: Lexer, meaning: WordMeaning | undefined): void {
  if (meaning === 'fax') lexer.fax = true
  else if (meaning === 'skip') lexer.skip = true
  if (meaning === 'ext') strengthen(lexer, JOIN_EXTENSION)
  else if (meaning === 'or') strengthen(lexer, JOIN_HARD)
  else if (meaning === 'range') strengthen(lexer, JOIN_RANGE)
  else strengthen(lexer, JOIN_WORD)
}
