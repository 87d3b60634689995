/** The divisions at the head of an address, read as a path from large to small over every reading of each name. */

import { type DivisionMatch, type DivisionSpan, matchDivisions, mayBeginDivision } from '../divisions.ts'
import { anyOf, NAME_TAILS, ZONE_KINDS } from '../lexicon/address-words.ts'

export interface DivisionReading {
  /** Where the rest of the address begins. */
  readonly end: number
  /** Current codes of the finest division; several when it is ambiguous or was split. */
  readonly codes: readonly string[]
}

/** Says only that a town is meant: 市辖区, 兰陵县城区…, 乳山市区…, 莒南县城…. */
const FILLER =
  /(?:省|自治区)?直辖县级?(?:行政(?:区划|单位))?|市辖区|市区(?=[^\d号]{2})|(?<=[县市])城区(?=[^镇街社])|(?<=市)区(?=[^域])|(?<=县)县城(?=.)|(?<=县)城(?=[^关郊厢东西南北中北乡镇区村].{0,4}[路街道])/y
const SEPARATOR = 1
const FILLER_HEAD = 2
const heads = new Uint8Array(65536)
for (const char of " ,、.。·/|;:_-'") heads[char.charCodeAt(0)] = SEPARATOR
for (const char of '省自直市城区县') heads[char.charCodeAt(0)] = FILLER_HEAD

/** After a stem without its kind these make it the head of a street, a park, a hotel: 上海路, 南京东路, 朝阳门, 北京大厦. */
const NOT_A_STEM = new RegExp(
  '[东西南北中上下前后内外新老]{0,2}(?:\\d{1,3}|[一二三四五六七八九十])?' +
    '(?:大?路|大?街|大?道|胡同|弄|里|巷|公路|高速|国道|号|线)' +
    `|${anyOf(NAME_TAILS)}`,
  'y',
)

/** How many digits of a code say something: 2 of 140000, 4 of 140100, 6 of 140105. */
function significantDigits(code: string): number {
  if (code.charCodeAt(5) !== 48 || code.charCodeAt(4) !== 48) return 6
  return code.charCodeAt(3) !== 48 || code.charCodeAt(2) !== 48 ? 4 : 2
}

/** Claims that a code is another one or lies under it. */
function liesIn(code: string, above: string): boolean {
  for (let i = significantDigits(above) - 1; i >= 0; i--) {
    if (code.charCodeAt(i) !== above.charCodeAt(i)) return false
  }
  return true
}

function isInside(code: string, above: readonly string[]): boolean {
  for (const a of above) if (liesIn(code, a)) return true
  return false
}

function skipSeparators(text: string, start: number): number {
  let at = start
  while (at < text.length && heads[text.charCodeAt(at)] === SEPARATOR) at++
  if (at === text.length || heads[text.charCodeAt(at)] !== FILLER_HEAD) return at
  FILLER.lastIndex = at
  return FILLER.test(text) ? skipSeparators(text, FILLER.lastIndex) : at
}

/** Without the former names of other places, when a place in use has the name: 市中区. */
function inUse(matches: readonly DivisionMatch[]): readonly DivisionMatch[] {
  const current = matches.filter((match) => match.full && !match.former)
  return current.length === 0 ? matches : matches.filter((match) => !match.former)
}

/** The codes of all readings of a name that fit under (or repeat) what was read so far. */
function narrow(matches: readonly DivisionMatch[], above: readonly string[], fullOnly: boolean): string[] {
  const inside: string[] = []
  for (const match of matches) {
    if (fullOnly && !match.full) continue
    for (const code of match.codes) {
      if ((above.length === 0 || isInside(code, above)) && !inside.includes(code)) inside.push(code)
    }
  }
  return inside
}

/** A full name that stands above or beside what was read: the same city again, or a county under its former city. */
function stepBack(matches: readonly DivisionMatch[], above: readonly string[]): readonly string[] {
  for (const match of matches) {
    if (!match.full) continue
    if (match.codes.some((code) => above.some((a) => liesIn(a, code)))) return above
    if (match.level !== 'county' || match.codes.length > 1) continue
    if (above.some((a) => a.slice(0, 2) === match.codes[0]?.slice(0, 2))) return match.codes
  }
  return []
}

/** Readings named in full, or by a stem that does not head a street. */
function isStemAllowed(
  text: string,
  start: number,
  end: number,
  above: readonly string[],
  matches: readonly DivisionMatch[],
): boolean {
  if (text.length - end < 2) return false
  NOT_A_STEM.lastIndex = end
  if (NOT_A_STEM.test(text)) return false
  if (above.length > 0) return true
  return end - start > 2
    ? matches.length === 1
    : matches.some((m) => !m.full && !m.former && m.level !== 'county')
}

/** Lists of codes that were read, each once: what lies in what is looked up by their numbers. */
const lists: (readonly string[])[] = [[]]
const numbers = new Map<string, number>()
/** The number of the list of no codes. */
const NOTHING = 0

function numberOf(codes: readonly string[]): number {
  if (codes.length === 0) return NOTHING
  const key = codes.join('/')
  let number = numbers.get(key)
  if (number === undefined) {
    number = lists.push(codes) - 1
    numbers.set(key, number)
  }
  return number
}

/** How a name is taken: whole or by its stem, whole alone, or however it fits. */
const [WRITTEN, WHOLE, ANY] = [0, 1, 2]

/** What {@link findUnder} found, as often as it has room: the list above, 1 + the name and how it is taken, the list found. */
const FOUND_BITS = 14
const found = new Int32Array(4 << FOUND_BITS)

/** The codes of a name under those that were read before it, both as numbers of lists. */
function under(above: number, span: DivisionSpan, taken: number): number {
  const key = 1 + span.id * 4 + taken
  const hash = Math.imul(above, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b)
  const slot = (hash >>> (32 - FOUND_BITS)) * 4
  if (found[slot] !== above || found[slot + 1] !== key) {
    found[slot + 2] = numberOf(findUnder(lists[above] as readonly string[], span.matches, taken))
    found[slot] = above
    found[slot + 1] = key
  }
  return found[slot + 2] as number
}

function findUnder(
  above: readonly string[],
  matches: readonly DivisionMatch[],
  taken: number,
): readonly string[] {
  if (taken === ANY) return narrow(matches, above, false)
  const codes = narrow(above.length === 0 ? inUse(matches) : matches, above, taken === WHOLE)
  return codes.length === 0 && above.length > 0 ? stepBack(matches, above) : codes
}

const WITHOUT_STEMS = 1
const WITH_STEMS = 2
/** By the number of a name: whether it is a stem in any of its readings; 0 before it was met. */
const stems = new Uint8Array(65536)

function hasStem({ id, matches }: DivisionSpan): boolean {
  if (stems[id] === 0) stems[id] = matches.some((match) => !match.full) ? WITH_STEMS : WITHOUT_STEMS
  return stems[id] === WITH_STEMS
}

/** Where the reading that {@link readFrom} or {@link readName} gave last ends. */
let reached = 0

/** The best reading from `start` under the list `above`, as the number of its list; it ends at {@link reached}. */
function readFrom(text: string, start: number, above: number, depth: number): number {
  let best = above
  let bestEnd = start
  const at = depth === 0 ? text.length : skipSeparators(text, start)
  for (const span of matchDivisions(text, at)) {
    const end = at + span.length
    if (above === NOTHING && span.length === 2 && text[end - 1] === '区') continue
    if (bestEnd >= end && !mayBeginDivision(text, end)) continue
    const reading = readName(text, at, span, above, depth)
    if (reading === NOTHING || reached <= bestEnd) continue
    best = reading
    bestEnd = reached
    // A shorter name (乐山 in 乐山市中区) is worth a look only where the longer one led nowhere.
    if (bestEnd > end) break
  }
  reached = bestEnd
  return best
}

/** Takes one name and what follows it; NOTHING when the name is none here. */
function readName(text: string, at: number, span: DivisionSpan, above: number, depth: number): number {
  const end = at + span.length
  const wholeOnly =
    hasStem(span) && !isStemAllowed(text, at, end, lists[above] as readonly string[], span.matches)
  let list = under(above, span, wholeOnly ? WHOLE : WRITTEN)
  if (above === NOTHING) list = withZone(text, end, list)
  if (list !== NOTHING) return readFrom(text, end, list, depth - 1)
  if (!wholeOnly) return NOTHING
  // Any other stem counts only when a division or a town under it follows: 唐山路北区, 平邑卞桥镇.
  list = under(above, span, ANY)
  if (list === NOTHING) return NOTHING
  const reading = readFrom(text, end, list, depth - 1)
  if (reached > end) return reading
  const isSure = above === NOTHING && (lists[list] as readonly string[]).length === 1
  return isSure && isTownNext(text, end) ? reading : NOTHING
}

const ZONE_NEXT = new RegExp(anyOf(ZONE_KINDS), 'y')

/** 西安高新区 is of the city, not of the districts that are called 西安 too. */
function withZone(text: string, at: number, list: number): number {
  const codes = lists[list] as readonly string[]
  if (codes.length < 2) return list
  ZONE_NEXT.lastIndex = at
  if (!ZONE_NEXT.test(text)) return list
  const cities = codes.filter((code) => significantDigits(code) < 6)
  return cities.length > 0 ? numberOf(cities) : list
}

const TOWN_NEXT = /[\u4e00-\u9fff]{1,4}(?:[^小古]镇|[^城下]乡(?!村)|街道|开发区|工业园区|高新区|经开区)/y

function isTownNext(text: string, at: number): boolean {
  NOT_A_STEM.lastIndex = at
  if (NOT_A_STEM.test(text)) return false
  TOWN_NEXT.lastIndex = at
  return TOWN_NEXT.test(text) || text.startsWith('开发区', at) || text.startsWith('经济', at)
}

/** The divisions `text` begins with; of several readings the one that explains most of the text. */
export function readDivisions(text: string): DivisionReading {
  const list = readFrom(text, 0, NOTHING, 6)
  return { end: skipSeparators(text, reached), codes: lists[list] as readonly string[] }
}

/**
 * Of several places of one name: those the `likely` codes (from the phone, the credit code, the company name) speak for,
 * else those of the mainland, else all; a city stands for itself and its counties of the same name.
 */
export function settleDivisions(codes: readonly string[], likely: readonly string[]): readonly string[] {
  if (codes.length < 2) return codes
  const hinted = codes.filter((c) => isInside(c, likely) || likely.some((l) => liesIn(l, c)))
  if (hinted.length > 0 && hinted.length < codes.length) return hinted
  const mainland = codes.filter((c) => c < '700000')
  const kept = mainland.length > 0 ? mainland : codes
  return kept.filter((c) => !kept.some((other) => other !== c && isInside(c, [other])))
}
