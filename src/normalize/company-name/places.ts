import { type DivisionMatch, divisionOf, matchDivisions } from '../divisions.ts'
import { WORDLIKE_CHARACTERS } from '../lexicon/brand-characters.ts'
import { BRANDLIKE_DIVISIONS } from '../lexicon/brandlike.ts'
import { LOCALITY_EXCEPTIONS, VILLAGE_ENDS, ZONE_KINDS } from '../lexicon/localities.ts'
import { COSTS } from './costs.ts'
import { childOf, createTrie } from './trie.ts'

/** A way to read the head of a name as a place: it ends before `end`. */
export interface PlacePrefix {
  readonly end: number
  readonly cost: number
  /** Current codes of the finest division, [] when none is named. */
  readonly codes: readonly string[]
  /** The head is 中国, 中华 or 国家. */
  readonly isNational: boolean
  /** Where the part below the divisions begins (town, village, zone); equal to `end` when there is none. */
  readonly localityStart: number
}

const NO_PLACE: PlacePrefix = {
  end: 0,
  cost: COSTS.noDivision,
  codes: [],
  isNational: false,
  localityStart: 0,
}
const brandlike: ReadonlySet<string> = new Set(BRANDLIKE_DIVISIONS)
const NATIONAL = ['中国', '中华', '国家', '全国']
const MOST_PLACES = 12

const wordlike = new Uint8Array(65536)
for (const one of WORDLIKE_CHARACTERS) wordlike[one.charCodeAt(0)] = 1

/** Claims that a short division name reads like a brand (永丰, 和平): both of its characters are brand characters. */
export function isWordlike(text: string, start: number, end: number): boolean {
  if (end - start !== 2) return false
  return wordlike[text.charCodeAt(start)] === 1 && wordlike[text.charCodeAt(start + 1)] === 1
}

/** Claims that the place `inner` lies in `outer` (current GB/T 2260 codes). */
export function liesIn(inner: string, outer: string): boolean {
  if (outer.endsWith('0000')) return inner.slice(0, 2) === outer.slice(0, 2) && inner !== outer
  if (outer.endsWith('00')) return inner.slice(0, 4) === outer.slice(0, 4) && inner !== outer
  return false
}

/** Street names begin like divisions: 上海路, 南京西路. */
function opensStreet(text: string, end: number): boolean {
  const next = text[end]
  return (
    next === '路' ||
    (next === '大' && (text[end + 1] === '道' || text[end + 1] === '街' || text[end + 1] === '桥'))
  )
}

function costOfMatch(
  match: DivisionMatch,
  text: string,
  start: number,
  end: number,
  isFirst: boolean,
): number {
  let cost = match.former ? COSTS.former : 0
  if (match.full) return cost
  if (isWordlike(text, start, end) && match.level === 'county') {
    if (!isFirst) return cost + COSTS.shortWordlikeInside
    return cost + (brandlike.has(text.slice(start, end)) ? COSTS.shortBrandlike : COSTS.shortWordlike)
  }
  if (!isFirst) return cost + COSTS.shortInside
  return cost + (isDistrict(match) ? COSTS.shortDistrict : COSTS.short[match.level])
}

/** Claims that a place is a district of a city, whose short name does not stand alone in a registered name. */
export const isDistrict = (match: DivisionMatch): boolean =>
  match.level === 'county' && match.codes.every((code) => divisionOf(code)?.name.endsWith('区') === true)

/** Narrows the readings of a name to those inside the place before it. */
function narrow(matches: readonly DivisionMatch[], outer: readonly string[]): DivisionMatch | undefined {
  for (const match of matches) {
    const codes = match.codes.filter((code) => outer.some((o) => liesIn(code, o)))
    if (codes.length > 0) return codes.length === match.codes.length ? match : { ...match, codes }
  }
  return undefined
}

/** All readings of one span as the first division of a name: current before former, whole before short. */
function firstReading(matches: readonly DivisionMatch[]): DivisionMatch {
  const [head] = matches
  if (matches.length === 1 || head === undefined) return head!
  const best = matches.find((m) => m.full && !m.former) ?? matches.find((m) => !m.former) ?? head
  const peers = matches.filter(
    (m) => m.full === best.full && m.former === best.former && m.level === best.level,
  )
  return peers.length < 2 ? best : { ...best, codes: [...new Set(peers.flatMap((m) => m.codes))] }
}

function collect(text: string, limit: number, outer: PlacePrefix, out: PlacePrefix[]): void {
  const start = outer.end
  const isFirst = outer.codes.length === 0
  let hasWhole = false
  for (const span of matchDivisions(text, start)) {
    if (span.end > limit || out.length >= MOST_PLACES) continue
    const match = isFirst ? firstReading(span.matches) : narrow(span.matches, outer.codes)
    if (match === undefined) continue
    let cost = isFirst && !outer.isNational ? 0 : outer.cost
    cost += costOfMatch(match, text, start, span.end, isFirst)
    if (!match.full && hasWhole) cost += COSTS.cutShort
    if (!match.full && opensStreet(text, span.end)) cost += COSTS.street
    hasWhole ||= match.full
    const { codes } = match
    const end = span.end + placeTail(text, span.end, codes[0] ?? '')
    const prefix = { end, cost, codes, isNational: false, localityStart: end }
    out.push(prefix)
    if (end < limit && codes.some((code) => code.endsWith('00'))) collect(text, limit, prefix, out)
  }
}

/** The length of the kind behind a short name that the tables do not join: 湘西|自治州, 香港|地区. */
function placeTail(text: string, at: number, code: string): number {
  if (text.startsWith('自治', at)) return '州县旗'.includes(text[at + 2] ?? '-') ? 3 : 0
  return text.startsWith('地区', at) && code >= '7' ? 2 : 0
}

/** What it costs to read no place where `places` could be read. */
function costOfNoPlace(text: string, places: readonly PlacePrefix[]): number {
  let cost: number = COSTS.noDivision
  for (const { end, codes, cost: own } of places) {
    if (codes.length === 0) continue
    if (own === 0) return COSTS.unreadFull
    const isDoubtful = isWordlike(text, 0, end) || (own >= COSTS.shortDistrict && end === 2)
    if (!isDoubtful || codes.some((code) => code.endsWith('00'))) cost = COSTS.unreadShort
  }
  return cost
}

/** Claims that a longer place costs no more: a whole division name follows and would be left to the brand. */
function isCutShort(place: PlacePrefix, places: readonly PlacePrefix[]): boolean {
  if (place.isNational) return false
  return places.some((other) => other.end > place.end && other.cost <= place.cost && other.codes.length > 0)
}

const addCost = (place: PlacePrefix, cost: number): PlacePrefix => ({ ...place, cost: place.cost + cost })

const zones = createTrie(new Map(ZONE_KINDS.map((kind, i) => [kind, i])))
const exceptions: ReadonlySet<string> = new Set(LOCALITY_EXCEPTIONS)

function zoneEnd(text: string, start: number, limit: number): number {
  let node = 0
  let end = -1
  for (let i = start; i < limit; i++) {
    node = childOf(zones, node, text.charCodeAt(i))
    if (node < 0) break
    if (zones.values[node]! >= 0) end = i + 1
  }
  return end
}

/** Villages are called so too, though brands now and then as well: 刘官庄, 鲁权屯. */
const isVillageEnd = new Uint8Array(65536)
for (const one of VILLAGE_ENDS) isVillageEnd[one.charCodeAt(0)] = 1

const TOWN = '镇'.charCodeAt(0)
const RURAL_TOWN = '乡'.charCodeAt(0)
const VILLAGE = '村'.charCodeAt(0)
const STREET = '街'.charCodeAt(0)

/** 郝庄村 is not 郝庄 with a brand that begins with 村. */
const opensTown = (text: string, at: number): boolean => '村镇乡'.includes(text[at] ?? '-')

/** Towns, villages and zones behind a place: 葛家镇, 北七房村, 经济技术开发区. */
function collectLocalities(text: string, limit: number, outer: PlacePrefix, out: PlacePrefix[]): void {
  const start = outer.end
  const hasPlace = outer.codes.length > 0
  const isCounty = hasPlace && !outer.codes[0]!.endsWith('00')
  const add = (end: number, cost: number) => {
    out.push({ ...outer, end, cost: outer.cost + cost, localityStart: outer.localityStart })
  }
  for (let stem = 0; stem <= 4 && start + stem < limit; stem++) {
    const at = start + stem
    if (hasPlace && stem !== 1) {
      const end = zoneEnd(text, at, limit)
      if (end > 0) add(end, stem === 0 ? COSTS.zone : COSTS.zoneStem)
    }
    if (stem === 0) continue
    const unit = text.charCodeAt(at)
    if (isCounty && stem > 1 && isVillageEnd[unit] === 1 && !opensTown(text, at + 1)) add(at + 1, COSTS.village)
    let end = unit === TOWN || unit === RURAL_TOWN || unit === VILLAGE ? at + 1 : 0
    if (unit === STREET && text.startsWith('道', at + 1)) end = text.startsWith('办事处', at + 2) ? 0 : at + 2
    if (end === 0 || exceptions.has(text.slice(at - 1, at + 1)) || text.startsWith('镇银', at)) continue
    add(end, (hasPlace ? COSTS.locality : COSTS.localityAlone) + (stem === 1 ? 0.7 : 0))
  }
}

/**
 * Every way to read the head of `text[0, limit)` as a place, the reading without a place first. A division after the
 * first must lie under it, a repeated one is left to the brand (海南海南航空), a town or zone may follow.
 */
export function readPlaces(text: string, limit: number): PlacePrefix[] {
  const places: PlacePrefix[] = [NO_PLACE]
  let national = NO_PLACE
  for (const head of NATIONAL) {
    if (text.length > 2 && limit > 2 && text.startsWith(head)) {
      national = { end: 2, cost: 0.3, codes: [], isNational: true, localityStart: 2 }
      places.push(national)
    }
  }
  collect(text, limit, NO_PLACE, places)
  places[0] = { ...NO_PLACE, cost: costOfNoPlace(text, places) }
  const divisions = places.length
  for (let i = 1; i < divisions; i++) if (isCutShort(places[i]!, places)) places[i] = addCost(places[i]!, COSTS.unreadWhole)
  for (let i = 0; i < divisions; i++) {
    const place = places[i]!
    if (!place.isNational && place.end < limit) collectLocalities(text, limit, place, places)
  }
  // A village may follow its town.
  const towns = places.length
  for (let i = divisions; i < towns && places.length < 2 * MOST_PLACES; i++) {
    if (places[i]!.end < limit) collectLocalities(text, limit, places[i]!, places)
  }
  return places
}
