import { endsInPair, indexOfPair } from '../../text/index-of-pair.ts'
import { BRAND_HALVES, BRANDLIKE_INDUSTRY_WORDS, PUBLIC_TRADES } from '../lexicon/brandlike.ts'
import { addWord, edgeFrom, emptyTrie, nodeOf, wordOf } from '../trie.ts'
import { createUnread, isUnread, markRead } from '../unit-chains.ts'
import { characters, DIGIT, isWordlike, NTH, ordinalEnd, unitOf } from './characters.ts'
import { COSTS, LONGEST_NAME } from './costs.ts'
import { isOfTaiwan, spansAt } from './spans.ts'
import {
  byFirstUnit,
  INDUSTRY_WORDS,
  type IndustryWord,
  MODIFIERS,
  MOST_UNITS,
  PROCESS_WORDS,
  tailsBeginningWith,
} from './words.ts'

/** What a piece of a name behind the brand is. */
export type PieceKind = 'industry' | 'modifier' | 'tail' | 'group' | 'china' | 'ordinal' | 'division'

/** A piece of a name behind the brand: `text.slice(start, end)`, with what the lexicon knows of it. */
export interface Piece {
  readonly kind: PieceKind
  readonly start: number
  readonly end: number
  readonly word: IndustryWord | undefined
}

/** What the form says about the name before it. */
export interface SegmentOptions {
  /** What it costs to have no brand. */
  readonly noBrand: number
  /** A place may stand at the end (华润商业山西有限公司). */
  readonly mayEndInPlace: boolean
  /** The form is 厂, 店 or the like, so that a single character may be the trade before it: 鞋厂. */
  readonly mayEndInCharacter: boolean
  /** Bodies of this form are called after villages, whatever words those are made of: 温泉供销社. */
  readonly namesPlaces: boolean
  /** 银行 stood behind the text. */
  readonly isBank: boolean
  /** A legal form stood behind the text. */
  readonly hasForm: boolean
  /** The text has letters or digits of Latin script. */
  readonly hasLatin: boolean
  /** Where a bracket stood, 0 when none did: no word and no brand goes across it. */
  readonly boundary: number
  readonly readings: number
}

const INDUSTRY = 0
const MODIFIER = 1
const TAIL = 2
const GROUP = 3
const CHINA = 4
const ORDINAL = 5
const DIVISION = 6
const PROCESS = 7
const PIECE_KINDS: readonly PieceKind[] = [
  'industry',
  'modifier',
  'tail',
  'group',
  'china',
  'ordinal',
  'division',
  'industry',
]

/** Every word that was read: its kind, what the industry lexicon knows of it, and whether it is as good as a brand or public. */
const trie = emptyTrie(MOST_UNITS)
const kindOfEntry = new Uint8Array(MOST_UNITS >> 1)
const isBrandlike = new Uint8Array(MOST_UNITS >> 1)
const isPublic = new Uint8Array(MOST_UNITS >> 1)
const extraCosts = new Float64Array(MOST_UNITS >> 1)
const words: (IndustryWord | undefined)[] = []

const modifiers = byFirstUnit(MODIFIERS)
const processes = byFirstUnit(PROCESS_WORDS)
const brandlike: ReadonlySet<string> = new Set(BRANDLIKE_INDUSTRY_WORDS)
const publicTrades: ReadonlySet<string> = new Set(PUBLIC_TRADES)
const brandHalves: ReadonlySet<string> = new Set(BRAND_HALVES)
const GROUPS: readonly string[] = ['集团', '企业集团']
const COUNTRY = '中国'

const unread = createUnread()

/** Reads the words that begin with a character; of several kinds the last counts. */
function readWords(unit: number): void {
  markRead(unread, unit)
  for (const word of modifiers.get(unit) ?? []) addEntry(word, MODIFIER)
  for (const word of tailsBeginningWith(unit)) addEntry(word, TAIL)
  for (const { text } of INDUSTRY_WORDS.beginningWith(unit)) addEntry(text, INDUSTRY)
  for (const word of processes.get(unit) ?? []) addEntry(word, PROCESS)
  for (const word of GROUPS) if (word.charCodeAt(0) === unit) addEntry(word, GROUP)
  if (COUNTRY.charCodeAt(0) === unit) addEntry(COUNTRY, CHINA)
}

function addEntry(text: string, kind: number): void {
  const entry = words.push(INDUSTRY_WORDS.get(text)) - 1
  addWord(trie, text, entry)
  kindOfEntry[entry] = kind
  isBrandlike[entry] = brandlike.has(text) ? 1 : 0
  isPublic[entry] = publicTrades.has(text) ? 1 : 0
  extraCosts[entry] = brandHalves.has(text) ? COSTS.brandHalf : 0
}

/** The units of the name that was read last. */
export const units = new Uint16Array(LONGEST_NAME + 2)
/** rest[i] is the least cost of reading the text from i to its end as pieces, infinite when it cannot be read. */
export const rest = new Float64Array(LONGEST_NAME + 2)
/** Bit l of masks[i] is set when an industry word of l characters begins at i. */
export const masks = new Int32Array(LONGEST_NAME + 2)
/** The same for words that are as good as brands. */
export const brandMasks = new Int32Array(LONGEST_NAME + 2)
const linkEnd = new Int16Array(LONGEST_NAME + 2)
const linkKind = new Uint8Array(LONGEST_NAME + 2)
const linkEntry = new Int32Array(LONGEST_NAME + 2)

/** By themselves, since a rare branch that looks a cost up for the first time throws away what the engine has compiled. */
const { unreadTrade, lastCharacter, lastModifier, ordinal: ordinalCost, midShort, midFull, midCounty } = COSTS
const FACTORY = unitOf('厂')
const DEVELOP = '发展'
const BANK = '银行'
const { POSITIVE_INFINITY } = Number

const wordCosts = new Float64Array(8 * 4)
for (let length = 1; length < 4; length++) {
  const word = length === 1 ? COSTS.word1 : length === 2 ? COSTS.word2 : COSTS.word3
  const costs = [
    word,
    COSTS.modifier,
    length === 2 ? COSTS.international : COSTS.tail,
    COSTS.group,
    COSTS.china,
  ]
  for (const [kind, cost] of costs.entries()) wordCosts[kind * 4 + length] = cost
  wordCosts[PROCESS * 4 + length] = word
}

const FREE = -1

/** The entry of a word, -1 where it is none. */
function entryOf(word: string): number {
  if (isUnread(unread, word.charCodeAt(0))) readWords(word.charCodeAt(0))
  let edge = 0
  for (let i = 0; i < word.length; i++) {
    edge = edgeFrom(trie, nodeOf(edge), word.charCodeAt(i))
    if (edge === 0) return FREE
  }
  return wordOf(edge)
}

/** 浦东发展|银行: 发展 is the name of a bank, not its trade. */
function namesBank(text: string, isBank: boolean): boolean {
  if (isBank) return endsInPair(text, DEVELOP)
  return endsInPair(text, BANK) && text.endsWith(DEVELOP, text.length - BANK.length)
}

/** Fills `rest`, `masks` and the links for a name, from its end to its head. */
export function readPieces(text: string, options: SegmentOptions): void {
  const limit = text.length
  const { mayEndInCharacter, boundary } = options
  for (let i = 0; i < limit; i++) {
    const unit = text.charCodeAt(i)
    units[i] = unit
    if (isUnread(unread, unit)) readWords(unit)
  }
  rest[limit] = 0
  const develop = namesBank(text, options.isBank) ? entryOf(DEVELOP) : FREE
  const group = indexOfPair(text, '集团', 0)
  const { roots } = trie
  for (let i = limit - 1; i >= 0; i--) {
    rest[i] = POSITIVE_INFINITY
    masks[i] = 0
    brandMasks[i] = 0
    const wall = i < boundary ? boundary : limit
    let edge = roots[units[i]!]!
    for (let end = i + 1; edge !== 0; end++) {
      const entry = wordOf(edge)
      if (entry >= 0 && entry !== develop) takeWord(i, end, entry, limit, mayEndInCharacter)
      if (end >= wall) break
      edge = edgeFrom(trie, nodeOf(edge), units[end]!)
    }
    if ((characters[units[i]!]! & (DIGIT | NTH)) !== 0) readOrdinal(text, i, limit, mayEndInCharacter)
    if (i === boundary && i > 0 && rest[i] === POSITIVE_INFINITY) link(i, limit, INDUSTRY, unreadTrade)
    if (limit - i <= 4 && options.mayEndInPlace && i >= 2) readLastPlace(text, i, limit)
    if (i === group && i > 1) readPlaceAfterGroup(text, i, limit)
  }
}

/** Marks the word from i to end, and links i to what is behind it when that is cheaper than what is known. */
function takeWord(i: number, end: number, entry: number, limit: number, mayEndInCharacter: boolean): void {
  const kind = kindOfEntry[entry]!
  const length = end - i
  const isFactory = length === 1 && kind === TAIL && units[i] === FACTORY
  if (isFactory || (length > 1 && (kind <= TAIL || kind === PROCESS))) masks[i]! |= 1 << length
  if (isBrandlike[entry] === 1) brandMasks[i]! |= 1 << length
  let cost = wordCosts[kind * 4 + (length < 3 ? length : 3)]!
  if (length === 1) {
    if (kind === TAIL && end < limit && !isFactory) return
    const isThing = end === limit ? mayEndInCharacter : linkKind[end] === PROCESS
    if (kind === INDUSTRY && isThing) cost = lastCharacter
  } else if (kind === MODIFIER && end === limit) cost = lastModifier
  if (end < limit) cost += extraCosts[entry]!
  cost += rest[end]!
  if (cost >= rest[i]!) return
  rest[i] = cost
  linkEnd[i] = end
  linkKind[i] = kind
  linkEntry[i] = entry
}

/** Links i to end when that is cheaper than what is known. */
function link(i: number, end: number, kind: number, cost: number): void {
  if (cost >= rest[i]!) return
  rest[i] = cost
  linkEnd[i] = end
  linkKind[i] = kind
  linkEntry[i] = -1
}

/** The number of a factory: 服装十九|厂. */
function isDigits(text: string, start: number, limit: number): boolean {
  for (let i = start; i < limit; i++) if ((characters[text.charCodeAt(i)]! & DIGIT) === 0) return false
  return true
}

function readOrdinal(text: string, i: number, limit: number, mayEndInCharacter: boolean): void {
  let end = ordinalEnd(text, i, limit)
  if (end === 0 && mayEndInCharacter && i > 1 && isDigits(text, i, limit)) end = limit
  const isWithin = i > 0 && (characters[text.charCodeAt(i - 1)]! & DIGIT) !== 0
  if (end > 0 && !isWithin) link(i, end, ORDINAL, rest[end]! + ordinalCost)
}

/** The place at the end that a subsidiary is named after; a name that ends in an industry word has none. */
function readLastPlace(text: string, i: number, limit: number): void {
  if (limit - i < 2 || (masks[limit - 2]! & 4) !== 0) return
  for (const span of spansAt(text, i)) {
    if (i + span.length !== limit) continue
    const { full, level } = span.matches[0]!
    if (full ? limit - i === 2 : level === 'county' && isWordlike(text, i, limit)) return
    if (isOfTaiwan(span.matches[0]!)) return
    link(i, limit, DIVISION, full ? midFull : level === 'county' ? midCounty : midShort)
    return
  }
}

/** A place right behind 集团: 鸿运集团|太原|房地产. */
function readPlaceAfterGroup(text: string, group: number, limit: number): void {
  const start = group + 2
  for (const span of spansAt(text, start)) {
    const end = start + span.length
    if (end > limit || rest[end] === POSITIVE_INFINITY) continue
    link(start, end, DIVISION, rest[end]! + midShort)
    break
  }
  link(group, start, GROUP, rest[start]! + COSTS.group)
}

/** Where the first piece of the cheapest reading from `start` ends. */
export const endOfPiece = (start: number): number => linkEnd[start]!

/** Claims that the first piece of the cheapest reading from `start` is a trade that a county has one firm of. */
export const isPublicTrade = (start: number): boolean =>
  linkEntry[start]! >= 0 && isPublic[linkEntry[start]!] === 1

/** The first piece of the cheapest reading from `start`. */
export const firstPiece = (text: string, start: number): string => text.slice(start, linkEnd[start]!)

/** Appends the pieces of the cheapest reading from `start`. */
export function followLinks(start: number, limit: number, pieces: Piece[]): void {
  for (let i = start; i < limit; i = linkEnd[i]!) {
    const entry = linkEntry[i]!
    const word = entry < 0 || linkKind[i] === TAIL ? undefined : words[entry]
    pieces.push({ kind: PIECE_KINDS[linkKind[i]!]!, start: i, end: linkEnd[i]!, word })
  }
}

/** Appends the units from start to end, where the lexicon lacks a word: known words and what lies between them. */
export function followMasks(text: string, start: number, end: number, pieces: Piece[]): void {
  let unknown = start
  const push = (from: number, to: number) => {
    const word = INDUSTRY_WORDS.get(text.slice(from, to))
    if (from < to) pieces.push({ kind: 'industry', start: from, end: to, word })
  }
  for (let i = start; i < end; ) {
    const mask = masks[i]! & ((2 << (end - i)) - 1) & ~3
    if (mask === 0) {
      i++
      continue
    }
    const length = 31 - Math.clz32(mask)
    push(unknown, i)
    push(i, i + length)
    i += length
    unknown = i
  }
  push(unknown, end)
}
