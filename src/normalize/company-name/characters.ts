import { WORDLIKE_CHARACTERS } from '../lexicon/brand-characters.ts'
import { KNOWN_BRANDS, OWNERS } from '../lexicon/brandlike.ts'
import { COUNTRIES } from '../lexicon/countries.ts'
import { TRADE_BEGINNINGS, TRADE_ENDINGS } from '../lexicon/industry-characters.ts'
import { VILLAGE_ENDS, ZONE_KINDS } from '../lexicon/localities.ts'

/** What a character can be in a name; a bit each, so that most names are sorted out by one look at a table. */
export const WORDLIKE = 1
export const TRADE = 2
export const DIGIT = 4
/** Numbered things: 三局, 七建. */
export const COUNTER = 8
/** Numbered things that end a name: 十二中. */
export const LAST_COUNTER = 16
/** 镇 乡 村 组: a town or village may end here. */
export const TOWN_END = 32
export const VILLAGE_END = 64
export const ZONE_START = 128
export const HEAD_START = 256
/** 街道, 办事处. */
export const STREET = 512
/** 第. */
export const NTH = 1024
/** 区 园 城 关: a zone may end here. */
export const ZONE_END = 2048
/** Letters and digits of Latin script. */
export const LATIN = 4096

/** A well-known brand may begin here. */
const KNOWN_HEAD = 8192

/** A body that firms belong to may begin here. */
export const OWNER_START = 16384

/** 场: a state farm may end here. */
export const FARM_END = 32768

/** The bits of every UTF-16 unit. */
export const characters = new Uint16Array(65536)

/** From these odds on a character at the end tells that it belongs to a trade. */
const STRONG_ODDS = 2

/** By how much a unit at the beginning or end of a word speaks for a trade and against a brand: logarithms of odds. */
export const beginningOdds = oddsOf(TRADE_BEGINNINGS)
export const endingOdds = oddsOf(TRADE_ENDINGS)

/** The odds of a table by unit: lines of a value and the characters that have it. */
export function oddsOf(table: string): Float64Array {
  const odds = new Float64Array(65536)
  for (const line of table.trim().split('\n')) {
    const [value, list = ''] = line.split(' ')
    const told = Number(value)
    for (let i = 0; i < list.length; i++) odds[list.charCodeAt(i)] = told
  }
  return odds
}

function mark(text: string, bit: number): void {
  for (const one of text) characters[one.charCodeAt(0)] |= bit
}

mark(WORDLIKE_CHARACTERS, WORDLIKE)
for (const line of TRADE_ENDINGS.trim().split('\n')) {
  const [value, list = ''] = line.split(' ')
  if (Number(value) >= STRONG_ODDS) mark(list, TRADE)
}
mark('0123456789一二三四五六七八九十百零〇', DIGIT)
mark('局冶处队建航院厂矿中小医团化', COUNTER)
mark('中小院医化', LAST_COUNTER)
mark('镇乡村组', TOWN_END)
mark('街办', STREET)
mark('场', FARM_END)
mark('第', NTH)
mark(VILLAGE_ENDS, VILLAGE_END)
for (const kind of ZONE_KINDS) {
  mark(kind[0] ?? '', ZONE_START)
  mark(kind.at(-1) ?? '', ZONE_END)
}
for (let unit = 0; unit < 0x250; unit++) characters[unit] |= LATIN
for (const country of COUNTRIES) mark(country[0] ?? '', HEAD_START)
mark('中国全', HEAD_START)
for (const brand of KNOWN_BRANDS) mark(brand[0] ?? '', KNOWN_HEAD)
for (const owner of OWNERS) mark(owner[0] ?? '', OWNER_START)

/** What any of the characters of a text can be. */
export function bitsOf(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) bits |= characters[text.charCodeAt(i)]!
  return bits
}

/** The first two characters of well-known brands: many begin with 金 or 中, as every other brand does. */
const knownHeads: ReadonlySet<number> = new Set(
  KNOWN_BRANDS.map((brand) => brand.charCodeAt(0) * 65536 + brand.charCodeAt(1)),
)

/** Claims that a well-known brand may begin at `start`. */
export const mayBeKnown = (text: string, start: number): boolean =>
  (characters[text.charCodeAt(start)]! & KNOWN_HEAD) !== 0 &&
  knownHeads.has(text.charCodeAt(start) * 65536 + text.charCodeAt(start + 1))

/** The length of the well-known brand that begins at `start` and holds other words (阿里巴巴), 0 when none does. */
export function knownBrandLength(text: string, start: number): number {
  if (!mayBeKnown(text, start)) return 0
  return KNOWN_BRANDS.find((brand) => text.startsWith(brand, start))?.length ?? 0
}

/** The unit at a place that may lie behind the end of a text, 0 there: an engine reads beyond a text several times slower. */
export const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

/** Whether one of the characters of a list stands at a place that may lie behind the end of a text. */
export const isOneOf = (list: string, text: string, at: number): boolean =>
  at < text.length && list.includes(text[at]!)

/** The first unit of a one-character constant. */
export const unitOf = (character: string): number => character.charCodeAt(0)

/** Where an ordinal that begins at `start` ends (第一, 第12, 三局, 十二中), 0 when none does. */
export function ordinalEnd(text: string, start: number, limit: number): number {
  const nth = (characters[text.charCodeAt(start)]! & NTH) !== 0
  const first = nth ? start + 1 : start
  let i = first
  while (i < limit && i < first + 5 && (characters[text.charCodeAt(i)]! & DIGIT) !== 0) i++
  if (i === first) return 0
  if (nth) return i
  const bits = i < limit ? characters[text.charCodeAt(i)]! : 0
  if ((bits & COUNTER) === 0) return 0
  return (bits & LAST_COUNTER) !== 0 && i + 1 < limit ? 0 : i + 1
}

/** Claims that text[start, end) is a short division name that reads like a brand (永丰, 和平). */
export function isWordlike(text: string, start: number, end: number): boolean {
  if (end - start !== 2) return false
  return (characters[text.charCodeAt(start)]! & characters[text.charCodeAt(start + 1)]! & WORDLIKE) !== 0
}
