import { LOCALITY_EXCEPTIONS, ZONE_KINDS } from '../lexicon/localities.ts'
import { createTrie, edgeFrom, nodeOf, wordOf } from '../trie.ts'
import {
  characters,
  FARM_END,
  isOneOf,
  isWordlike,
  STREET,
  TOWN_END,
  unitAt,
  unitOf,
  VILLAGE_END,
  ZONE_END,
  ZONE_START,
} from './characters.ts'
import { COSTS } from './costs.ts'
import { holdsTowns, type PlacePrefix } from './spans.ts'
import { townLengths } from './town-names.ts'

const zones = createTrie(new Map(ZONE_KINDS.map((kind, i) => [kind, i])))
const exceptions: ReadonlySet<string> = new Set(LOCALITY_EXCEPTIONS)

/** Claims that a word ends like a town and is none: 古镇. */
export const isTownWord = (word: string): boolean => exceptions.has(word)

const { village, locality, localityAlone, localityShort, localityUnknown } = COSTS
const VILLAGE = unitOf('村')
const GROUP = unitOf('组')
const TOWN = unitOf('镇')
const TOWNSHIP = unitOf('乡')
/** A town or village has at most this many characters before its kind. */
const LONGEST_STEM = 4
const MOST_PLACES = 24
/** Without a place before it 开发区 is a zone, 城区 is not. */
const SHORT_ZONE = 2
/** A zone that no table has, behind nothing: 启府|经济开发区. */
const LONG_ZONE = 3
/** 组装 and 组织 are words. */
const NO_GROUP = '装织合件建'
/** Behind these the town is read with its kind. */
const KINDS = '镇乡村'
/** A mountain or lake has the name that a town has: 丹霞|山. */
const NO_TOWN = '山湖岛'
const OFFICE = '办事处'
/** A zone with a name of its own, wherever it stands: 启府管理区. */
const NAMED_ZONE = '管理区'
/** 区块链 is no zone. */
const NO_ZONE = '镇乡村块域间'
const LOCAL = TOWN_END | VILLAGE_END | ZONE_START | STREET | FARM_END
/** What a state farm grows stands before 场: 平原林场, 红光畜牧场. */
const FARMS = '农林牧渔茶'
/** Least of a state farm before 场: its name and what it grows. */
const FARM_STEM = 3
/** A brand stands behind it. */
const BEHIND_FARM = 2

/** Where the longest zone kind that begins at `start` ends (经济开发区), 0 when none does. */
export function zoneEnd(text: string, start: number): number {
  let node = 0
  let end = 0
  for (let i = start; i < text.length; i++) {
    const edge = edgeFrom(zones, node, text.charCodeAt(i))
    if (edge === 0) break
    node = nodeOf(edge)
    if (wordOf(edge) >= 0) end = i + 1
  }
  return end
}

/** 郝庄村 is not 郝庄 with a brand that begins with 村, nor is 南鲁集团 a village, nor 集体. */
const goesOn = (text: string, at: number): boolean => isOneOf('村镇乡团体装成合中', text, at)

/** 农村 and 古镇 are words, 老城镇 is a town; right behind a province 启石山乡 is none. */
function isWord(text: string, at: number, stem: number, isOfProvince: boolean): boolean {
  const pair = text.slice(at - 1, at + 1)
  if (text.startsWith('镇银行', at) || text.startsWith('乡村', at)) return true
  if (text.startsWith('城中村', at - 2)) return true
  return stem === 1 || isOfProvince ? exceptions.has(pair) : pair === '农村' || pair === '假村'
}

/** 杨村乡 and 三乡镇 are towns whose stem ends in a kind. */
function isOfTown(text: string, at: number, stem: number): boolean {
  const next = unitAt(text, at + 1)
  if ((next !== TOWN && next !== TOWNSHIP) || (text.charCodeAt(at) === TOWN && stem > 1)) return false
  return !text.startsWith('镇银行', at + 1) && !text.startsWith('镇建', at + 1)
}

/** Where a town, village or street office ends whose kind stands at `at`, 0 when none does. */
function townEnd(text: string, at: number, stem: number, isOfProvince: boolean): number {
  const bits = characters[text.charCodeAt(at)]!
  if ((bits & TOWN_END) !== 0)
    return text.charCodeAt(at) === GROUP || isWord(text, at, stem, isOfProvince) ? 0 : at + 1
  if ((bits & STREET) === 0) return 0
  if (text.startsWith(OFFICE, at)) return stem > 1 && at + 4 < text.length ? at + 3 : 0
  if (!text.startsWith('街道', at)) return 0
  if (!text.startsWith(OFFICE, at + 2)) return at + 2
  return at + 5 < text.length ? at + 5 : 0
}

/** Claims that text[start, at) is a town of a city, or no town or township at all (村, 街道). */
function isKnownTown(text: string, start: number, at: number, codes: readonly string[]): boolean {
  if (text[at] !== '镇' && text[at] !== '乡') return true
  return codes.some((code) => (townLengths(text, start, code) >> (at - start)) % 2 === 1)
}

const isFarm = (text: string, at: number, stem: number): boolean =>
  stem >= FARM_STEM && FARMS.includes(text[at - 1]!) && at + BEHIND_FARM < text.length

/** Appends the zone whose kind begins at `at`: 经济技术开发区, 钱江|开发区. */
function readZone(text: string, at: number, outer: PlacePrefix, out: PlacePrefix[]): void {
  const hasPlace = outer.codes.length > 0
  const hasStem = at > outer.end
  const end = zoneEnd(text, at)
  const isNamed = at > outer.end + 1 && text.startsWith(NAMED_ZONE, at)
  const least = hasPlace || isNamed ? 0 : hasStem ? LONG_ZONE : SHORT_ZONE
  if (end <= at + least || isOneOf(NO_ZONE, text, end)) return
  const { codes, isNational, localityStart } = outer
  const cost = outer.cost + (hasStem ? COSTS.zoneStem : COSTS.zone) + (hasPlace ? 0 : COSTS.zoneAlone)
  out.push({ end, cost, codes, isNational, localityStart })
}

/** Appends the towns, villages and zones that follow `outer`: 葛家镇, 北七房村, 经济技术开发区. */
function readAfter(text: string, wanted: number, outer: PlacePrefix, out: PlacePrefix[]): void {
  const start = outer.end
  const hasPlace = outer.codes.length > 0
  const isCounty = hasPlace && !outer.codes[0]!.endsWith('00')
  const isOfProvince = hasPlace && outer.codes[0]!.endsWith('0000')
  const { codes, isNational, localityStart } = outer
  const last = Math.min(start + LONGEST_STEM, text.length - 1)
  for (let at = start; at <= last; at++) {
    const stem = at - start
    const unit = text.charCodeAt(at)
    const bits = characters[unit]! & wanted
    if (bits === 0) continue
    if (stem !== 1 && (bits & ZONE_START) !== 0) readZone(text, at, outer, out)
    if (stem === 0 || isOfTown(text, at, stem)) continue
    const isVillage = isCounty && stem > 1 && (bits & VILLAGE_END) !== 0 && !goesOn(text, at + 1)
    const isGroup =
      unit === GROUP &&
      stem > 1 &&
      start > 0 &&
      text.charCodeAt(start - 1) === VILLAGE &&
      !isOneOf(NO_GROUP, text, at + 1)
    if (isVillage || isGroup) {
      const cost = outer.cost + (isVillage ? village : locality)
      out.push({ end: at + 1, cost, codes, isNational, localityStart })
    }
    if ((bits & FARM_END) !== 0) {
      if (hasPlace && isFarm(text, at, stem))
        out.push({ end: at + 1, cost: outer.cost + locality, codes, isNational, localityStart })
      continue
    }
    const end = townEnd(text, at, stem, isOfProvince)
    if (end === 0) continue
    const isKnown = hasPlace || localityStart < start
    let cost = outer.cost + (isKnown ? locality : localityAlone)
    if (stem === 1) cost += localityShort
    if (hasPlace && !isCounty && stem > 1 && localityStart === start && !isKnownTown(text, start, at, codes))
      cost += localityUnknown
    out.push({ end, cost, codes, isNational, localityStart })
    return
  }
}

/** What may stand behind the name of a town without its kind. */
const OFFICES = ['街道办事处', '街道办', '街道', '街', '办事处', '办']
/** 办公 is no office. */
const NO_OFFICE = '公学'

/** The length of the office of a town that stands at `at`: 泗河|办, 通济|办事处; 0 when none does. */
function officeLength(text: string, at: number): number {
  const office = OFFICES.find((kind) => text.startsWith(kind, at))
  if (office === undefined) return 0
  return office.endsWith('办') && NO_OFFICE.includes(text[at + office.length]!) ? 0 : office.length
}

/** Appends the towns that follow a division without their kind: 老城 (镇) behind 武城县, 通济办事处. */
function readTowns(text: string, outer: PlacePrefix, out: PlacePrefix[]): void {
  const { codes, isNational, localityStart, end: start } = outer
  if (codes.length === 0 || localityStart < start) return
  let lengths = 0
  for (const code of codes) lengths |= townLengths(text, start, code)
  const isCounty = holdsTowns(codes[0]!)
  for (let length = 2; lengths >> length !== 0; length++) {
    let end = start + length
    if (((lengths >> length) & 1) === 0 || end > text.length - 2) continue
    if (KINDS.includes(text[end]!) || NO_TOWN.includes(text[end]!)) continue
    end += officeLength(text, end)
    const ofCity = isWordlike(text, start, end) ? COSTS.townWordlike : COSTS.townOfCity
    out.push({ end, cost: outer.cost + (isCounty ? COSTS.town : ofCity), codes, isNational, localityStart })
  }
}

const SIDES = '东西南北关中郊厢'
const NO_SIDE = '乡镇村街路区'

/** Appends the side of its town that follows a county: 城北, 城关. */
function readSide(text: string, outer: PlacePrefix, out: PlacePrefix[]): void {
  const { codes, isNational, localityStart, end: start } = outer
  if (text[start] !== '城' || codes.length === 0 || codes[0]!.endsWith('00')) return
  if (localityStart < start || start + 4 > text.length || !SIDES.includes(text[start + 1]!)) return
  if (NO_SIDE.includes(text[start + 2]!)) return
  out.push({ end: start + 2, cost: outer.cost + COSTS.side, codes, isNational, localityStart })
}

/**
 * Appends to `places` what lies below those from `first` on: a zone or town behind a division, a village behind a town,
 * a group behind that. `bits` is what any character of the text can be.
 */
export function readLocalities(text: string, bits: number, places: PlacePrefix[], first: number): void {
  const wanted = (bits & ZONE_END) !== 0 ? LOCAL : LOCAL & ~ZONE_START
  if ((bits & wanted) === 0) return
  for (let i = first; i < places.length && places.length < MOST_PLACES; i++) {
    const place = places[i]!
    if (!place.isNational && place.end < text.length) readAfter(text, wanted, place, places)
  }
}

/**
 * Appends to `places` the towns without their kind, with what lies below them; says whether there are any. Only a long
 * brand can hold one, so that most names need not be asked for them.
 */
export function addTowns(text: string, bits: number, places: PlacePrefix[]): boolean {
  const first = places.length
  for (let i = 0; i < first; i++) {
    readTowns(text, places[i]!, places)
    readSide(text, places[i]!, places)
  }
  if (places.length > first) readLocalities(text, bits, places, first)
  return places.length > first
}
