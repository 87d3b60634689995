import type { DivisionLevel, DivisionMatch, DivisionSpan } from '../divisions.ts'
import { BRANDLIKE_DIVISIONS, FIRMLIKE_DIVISIONS } from '../lexicon/brandlike.ts'
import { COUNTRIES } from '../lexicon/countries.ts'
import { characters, HEAD_START, isWordlike, knownBrandLength, unitAt, unitOf } from './characters.ts'
import { COSTS } from './costs.ts'
import { readLocalities } from './localities.ts'
import { isDistrict, isOfTaiwan, liesIn, type PlacePrefix, spansAt } from './spans.ts'
import { INDUSTRY_WORDS } from './words.ts'

type Draft = { -readonly [K in keyof PlacePrefix]: PlacePrefix[K] }

const NO_CODES: readonly string[] = []
const TOWN = unitOf('镇')
const NATIONAL = ['中国', '国家', '全国']
/** Hostile text can open with many places within each other. */
const MOST_PLACES = 12

const brandlike: ReadonlySet<string> = new Set(BRANDLIKE_DIVISIONS)
const firms: ReadonlySet<string> = new Set(FIRMLIKE_DIVISIONS)

/** Claims that a short division name is a brand far oftener than a place. */
export const isBrandlike = (name: string): boolean => brandlike.has(name)

const draft = (end: number, cost: number, codes: readonly string[], isNational: boolean): Draft => ({
  end,
  cost,
  codes,
  isNational,
  localityStart: end,
})

const ROAD = unitOf('路')
const BIG = unitOf('大')
const TOWNSHIP = unitOf('乡')
const VILLAGE = unitOf('村')
const CITY = unitOf('市')
const POLITICS = unitOf('政')
const SELF = unitOf('自')
const GROUND = unitOf('地')
/** 大道, 大街, 大桥. */
const BEHIND_BIG = '道街桥'

/** Street names begin like divisions: 上海路, 南京西路. */
function opensStreet(text: string, end: number): boolean {
  const next = unitAt(text, end)
  if (next === ROAD) return unitAt(text, end + 1) !== ROAD
  return next === BIG && end + 1 < text.length && BEHIND_BIG.includes(text[end + 1]!)
}

/** 老城镇 is not the short name of 老城区. */
function isOfTown(text: string, end: number): boolean {
  const next = unitAt(text, end)
  return next === TOWN || (next === TOWNSHIP && unitAt(text, end + 1) !== VILLAGE)
}

/** What the name of a division says wherever it stands, bits by its number; 0 for one that was never met. */
const looks = new Uint8Array(65536)
const MET = 1
const FIRM = 2
const BRANDLIKE = 4
const LIKE_WORD = 8
const TAIWAN = 16
const DISTRICT = 32

function lookOf(span: DivisionSpan, text: string, start: number): number {
  const known = looks[span.id]!
  if (known !== 0) return known
  const name = text.slice(start, start + span.length)
  const match = firstReading(span)
  let look = MET
  if (firms.has(name)) look |= FIRM
  if (brandlike.has(name)) look |= BRANDLIKE | LIKE_WORD
  if (isWordlike(name, 0, name.length)) look |= LIKE_WORD
  if (isOfTaiwan(match)) look |= TAIWAN
  if (isDistrict(match)) look |= DISTRICT
  looks[span.id] = look
  return look
}

/** The cost of the short name of the first division of a text. */
function costOfFirst(level: DivisionLevel, look: number, prefersBrand: boolean): number {
  if ((look & TAIWAN) !== 0) return COSTS.shortOfFirms
  if (level === 'county') {
    if ((look & FIRM) !== 0) return COSTS.shortOfFirms
    if ((look & LIKE_WORD) !== 0 && prefersBrand) return COSTS.shortOfFirms
    if ((look & LIKE_WORD) !== 0) return (look & BRANDLIKE) !== 0 ? COSTS.shortBrandlike : COSTS.shortWordlike
  }
  return (look & DISTRICT) !== 0 ? COSTS.shortDistrict : COSTS.short[level]
}

/** The cost of the short name of a division inside another. */
const costOfInner = (level: DivisionLevel, look: number): number =>
  level === 'county' && (look & LIKE_WORD) !== 0 ? COSTS.shortWordlikeInside : COSTS.shortInside

/** Narrows the readings of a name to those inside the place before it. */
function narrow(matches: readonly DivisionMatch[], outer: readonly string[]): DivisionMatch | undefined {
  for (const match of matches) {
    const { codes } = match
    let inside = 0
    for (const code of codes) if (liesInAny(code, outer)) inside++
    if (inside === codes.length) return match
    if (inside > 0) return { ...match, codes: codes.filter((code) => liesInAny(code, outer)) }
  }
  return undefined
}

function liesInAny(code: string, outer: readonly string[]): boolean {
  for (const one of outer) if (liesIn(code, one)) return true
  return false
}

const firstReadings: (DivisionMatch | undefined)[] = []

/** All readings of one name as the first division of a text: current before former, whole before short. */
function firstReading({ id, matches }: DivisionSpan): DivisionMatch {
  if (matches.length === 1) return matches[0]!
  while (firstReadings.length <= id) firstReadings.push(undefined)
  firstReadings[id] ??= jointReading(matches)
  return firstReadings[id]
}

function jointReading(matches: readonly DivisionMatch[]): DivisionMatch {
  const own = matches.some((m) => !isOfTaiwan(m)) ? matches.filter((m) => !isOfTaiwan(m)) : matches
  const best = own.find((m) => m.full && !m.former) ?? own.find((m) => !m.former) ?? matches[0]!
  // 东乡县 is a county of today by its short name, and one of yesterday.
  const peers = own.filter(
    (m) =>
      m.full === best.full && (m.former === best.former || m.full) && (best.former || m.level === best.level),
  )
  return peers.length < 2 ? best : { ...best, codes: [...new Set(peers.flatMap((m) => m.codes))] }
}

/** What goes on behind 市政: 市政工程, 市政园林; 青州市|政亚 is none. */
const MUNICIPAL = '工建设公园道管环排绿路养维桥配总集股投机规勘监材照处'

/** 莱芜市政 is 莱芜 and 市政. */
const isMunicipal = (text: string, end: number): boolean =>
  unitAt(text, end) === POLITICS &&
  text.charCodeAt(end - 1) === CITY &&
  (end + 1 === text.length ||
    MUNICIPAL.includes(text[end + 1]!) ||
    INDUSTRY_WORDS.has(text.slice(end + 1, end + 3)))

/** 五台县五台山, 定结县定结乡. */
const NOT_BEHIND_TOWN = '镇乡村街路山江河湖大区港'

/** 东丰镇 lies in 东丰县. */
const isOwnTown = (text: string, match: DivisionMatch, end: number): boolean =>
  unitAt(text, end) === TOWN && !match.full && match.level === 'county' && !isDistrict(match)

/** Whether a place is said twice, the second time for a town of its name: 龙口市|龙口|振龙. `at` is behind the first. */
const isRepeated = (text: string, start: number, at: number): boolean =>
  text.length > at + 3 &&
  text.charCodeAt(at) === text.charCodeAt(start) &&
  text.charCodeAt(at + 1) === text.charCodeAt(start + 1) &&
  !NOT_BEHIND_TOWN.includes(text[at + 2]!)

/** Collects the divisions that begin at the end of `outer` and lie in it, and those inside them. */
function collect(text: string, outer: Draft, out: Draft[], prefersBrand: boolean): void {
  const start = outer.end
  const isFirst = outer.codes.length === 0
  let hasWhole = false
  for (const span of spansAt(text, start)) {
    if (out.length >= MOST_PLACES) return
    const match = isFirst ? firstReading(span) : narrow(span.matches, outer.codes)
    if (match === undefined) continue
    const last = start + span.length
    const { codes, level, full } = match
    let cost = isFirst ? 0 : outer.cost
    if (match.former) cost += COSTS.former
    if (full && isMunicipal(text, last)) cost += COSTS.municipal
    else if (full) hasWhole = true
    else {
      const look = lookOf(span, text, start)
      cost += isFirst ? costOfFirst(level, look, prefersBrand) : costOfInner(level, look)
      if (hasWhole) cost += COSTS.cutShort
      if (opensStreet(text, last)) cost += COSTS.street
      else if (isOfTown(text, last)) cost += COSTS.ofTown
    }
    const place = draft(last + placeTail(text, last, codes), cost, codes, false)
    out.push(place)
    if (isOwnTown(text, match, last)) {
      const townCost = cost - COSTS.ofTown + COSTS.locality
      out.push({ end: last + 1, cost: townCost, codes, isNational: false, localityStart: start })
    }
    if (isRepeated(text, start, place.end))
      out.push(draft(place.end + 2, cost + COSTS.repeated, codes, false))
    if (place.end < text.length && level !== 'county') collect(text, place, out, prefersBrand)
  }
}

/** The length of the kind behind a short name that the tables do not join: 湘西|自治州, 香港|地区. */
function placeTail(text: string, at: number, codes: readonly string[]): number {
  const next = unitAt(text, at)
  if (next === SELF && text.startsWith('自治', at)) return '州县旗'.includes(text[at + 2] ?? '-') ? 3 : 0
  return next === GROUND && (codes[0] ?? '') >= '7' && text.startsWith('地区', at) ? 2 : 0
}

/** What it costs to read no place where `places` could be read. */
function costOfNoPlace(text: string, places: readonly Draft[]): number {
  let cost: number = COSTS.noDivision
  if (knownBrandLength(text, 0) > 0) return cost
  for (const { end, codes, cost: own } of places) {
    if (codes.length === 0 || own >= COSTS.shortOfFirms) continue
    if (own === 0) return COSTS.unreadFull
    const isDoubtful =
      isWordlike(text, 0, end) ||
      brandlike.has(text.slice(0, end)) ||
      (own >= COSTS.shortDistrict && end === 2)
    if (!isDoubtful || codes.some((code) => code.endsWith('00'))) cost = COSTS.unreadShort
  }
  return cost
}

const unread = new Float64Array(MOST_PLACES + 1)

/** What it costs to stop at a place although a longer one could be read, which would be left to the brand. */
function costOfUnread(place: Draft, places: readonly Draft[], text: string): number {
  let cost = 0
  for (const other of places) {
    if (other.end <= place.end || other.codes.length === 0 || other.localityStart < other.end) continue
    if (other.cost <= place.cost) return COSTS.unreadWhole
    const isNear = other.cost <= place.cost + COSTS.shortInside
    if (isNear && (other.codes[0]!.endsWith('00') || !isWordlike(text, place.end, other.end)))
      cost = COSTS.unreadInside
  }
  return cost
}

function readHeads(text: string, out: Draft[]): void {
  for (const head of NATIONAL) {
    if (text.length > 2 && text.startsWith(head)) out.push(draft(2, COSTS.national, NO_CODES, true))
  }
  for (const country of COUNTRIES) {
    if (text.length > country.length && text.startsWith(country)) {
      out.push(draft(country.length, COSTS.foreign, NO_CODES, false))
    }
  }
}

/**
 * Every way to read the head of a name without its form as a place, the reading without a place first. A division after
 * the first must lie under it, a repeated one is left to the brand (海南海南航空), a town or zone may follow. A head that may
 * be a brand is one where the caller says so: 富源(天津), 平安|银行.
 */
export function readPlaces(text: string, bits: number, prefersBrand: boolean): PlacePrefix[] {
  const none = draft(0, COSTS.noDivision, NO_CODES, false)
  const places: Draft[] = [none]
  collect(text, none, places, prefersBrand)
  const divisions = places.length
  if (divisions > 1) {
    none.cost = costOfNoPlace(text, places)
    if (divisions > 2) {
      for (let i = 1; i < divisions; i++) unread[i] = costOfUnread(places[i]!, places, text)
      for (let i = 1; i < divisions; i++) places[i]!.cost += unread[i]!
    }
  }
  if ((bits & HEAD_START) !== 0 && (characters[text.charCodeAt(0)]! & HEAD_START) !== 0)
    readHeads(text, places)
  readLocalities(text, bits, places, 0)
  return places
}
