import type { DivisionMatch } from '../divisions.ts'
import { BRANDLIKE_DIVISIONS, FIRMLIKE_DIVISIONS } from '../lexicon/brandlike.ts'
import { COUNTRIES } from '../lexicon/countries.ts'
import { characters, HEAD_START, isWordlike, knownBrandLength, unitOf } from './characters.ts'
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

/** Street names begin like divisions: 上海路, 南京西路. */
function opensStreet(text: string, end: number): boolean {
  const next = text[end]
  if (next === '路') return text[end + 1] !== '路'
  const second = text[end + 1]
  return next === '大' && (second === '道' || second === '街' || second === '桥')
}

/** 老城镇 is not the short name of 老城区. */
const isOfTown = (text: string, end: number): boolean =>
  text[end] === '镇' || (text[end] === '乡' && text[end + 1] !== '村')

function costOfShort(
  match: DivisionMatch,
  text: string,
  start: number,
  end: number,
  isFirst: boolean,
  prefersBrand: boolean,
): number {
  if (isFirst && isOfTaiwan(match)) return COSTS.shortOfFirms
  if (match.level === 'county') {
    const name = text.slice(start, end)
    if (isFirst && firms.has(name)) return COSTS.shortOfFirms
    const isLikeBrand = brandlike.has(name)
    const isLikeWord = isLikeBrand || isWordlike(text, start, end)
    if (isLikeWord && !isFirst) return COSTS.shortWordlikeInside
    if (isLikeWord && prefersBrand) return COSTS.shortOfFirms
    if (isLikeWord) return isLikeBrand ? COSTS.shortBrandlike : COSTS.shortWordlike
  }
  if (!isFirst) return COSTS.shortInside
  return isDistrict(match) ? COSTS.shortDistrict : COSTS.short[match.level]
}

/** Narrows the readings of a name to those inside the place before it. */
function narrow(matches: readonly DivisionMatch[], outer: readonly string[]): DivisionMatch | undefined {
  for (const match of matches) {
    const codes = match.codes.filter((code) => outer.some((o) => liesIn(code, o)))
    if (codes.length > 0) return codes.length === match.codes.length ? match : { ...match, codes }
  }
  return undefined
}

const firstReadings = new WeakMap<readonly DivisionMatch[], DivisionMatch>()

/** All readings of one span as the first division of a name: current before former, whole before short. */
function firstReading(matches: readonly DivisionMatch[]): DivisionMatch {
  const head = matches[0]!
  if (matches.length === 1) return head
  const known = firstReadings.get(matches)
  if (known !== undefined) return known
  const own = matches.some((m) => !isOfTaiwan(m)) ? matches.filter((m) => !isOfTaiwan(m)) : matches
  const best = own.find((m) => m.full && !m.former) ?? own.find((m) => !m.former) ?? head
  // 东乡县 is a county of today by its short name, and one of yesterday.
  const peers = own.filter(
    (m) =>
      m.full === best.full && (m.former === best.former || m.full) && (best.former || m.level === best.level),
  )
  const joint = peers.length < 2 ? best : { ...best, codes: [...new Set(peers.flatMap((m) => m.codes))] }
  firstReadings.set(matches, joint)
  return joint
}

/** What goes on behind 市政: 市政工程, 市政园林; 青州市|政亚 is none. */
const MUNICIPAL = '工建设公园道管环排绿路养维桥配总集股投机规勘监材照处'

/** 莱芜市政 is 莱芜 and 市政. */
const isMunicipal = (text: string, end: number): boolean =>
  text[end] === '政' &&
  text[end - 1] === '市' &&
  (end + 1 === text.length ||
    MUNICIPAL.includes(text[end + 1]!) ||
    INDUSTRY_WORDS.has(text.slice(end + 1, end + 3)))

/** 五台县五台山, 定结县定结乡. */
const NOT_BEHIND_TOWN = '镇乡村街路山江河湖大区港'

/** 东丰镇 lies in 东丰县. */
const isOwnTown = (text: string, match: DivisionMatch, end: number): boolean =>
  text.charCodeAt(end) === TOWN && !match.full && match.level === 'county' && !isDistrict(match)

/** Whether a place is said twice, the second time for a town of its name: 龙口市|龙口|振龙. `at` is behind the first. */
const isRepeated = (text: string, start: number, at: number): boolean =>
  text.length > at + 3 &&
  text.startsWith(text.slice(start, start + 2), at) &&
  !NOT_BEHIND_TOWN.includes(text[at + 2]!)

/** Collects the divisions that begin at the end of `outer` and lie in it, and those inside them. */
function collect(text: string, outer: Draft, out: Draft[], prefersBrand: boolean): void {
  const start = outer.end
  const isFirst = outer.codes.length === 0
  let hasWhole = false
  for (const span of spansAt(text, start)) {
    if (out.length >= MOST_PLACES) return
    const match = isFirst ? firstReading(span.matches) : narrow(span.matches, outer.codes)
    if (match === undefined) continue
    let cost = isFirst ? 0 : outer.cost
    if (match.former) cost += COSTS.former
    if (match.full && isMunicipal(text, span.end)) cost += COSTS.municipal
    else if (match.full) hasWhole = true
    else {
      cost += costOfShort(match, text, start, span.end, isFirst, prefersBrand)
      if (hasWhole) cost += COSTS.cutShort
      if (opensStreet(text, span.end)) cost += COSTS.street
      else if (isOfTown(text, span.end)) cost += COSTS.ofTown
    }
    const { codes } = match
    const place = draft(span.end + placeTail(text, span.end, codes[0] ?? ''), cost, codes, false)
    out.push(place)
    if (isOwnTown(text, match, span.end)) {
      const end = span.end + 1
      out.push({
        end,
        cost: cost - COSTS.ofTown + COSTS.locality,
        codes,
        isNational: false,
        localityStart: start,
      })
    }
    if (isRepeated(text, start, place.end))
      out.push(draft(place.end + 2, cost + COSTS.repeated, codes, false))
    if (place.end < text.length && match.level !== 'county') collect(text, place, out, prefersBrand)
  }
}

/** The length of the kind behind a short name that the tables do not join: 湘西|自治州, 香港|地区. */
function placeTail(text: string, at: number, code: string): number {
  if (text.startsWith('自治', at)) return '州县旗'.includes(text[at + 2] ?? '-') ? 3 : 0
  return code >= '7' && text.startsWith('地区', at) ? 2 : 0
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
  if ((characters[text.charCodeAt(0)]! & HEAD_START) !== 0) readHeads(text, places)
  readLocalities(text, bits, places, 0)
  return places
}
