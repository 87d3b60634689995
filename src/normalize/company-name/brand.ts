import { type DivisionSpan, findDivisions } from '../divisions.ts'
import { KNOWN_BRANDS } from '../lexicon/brandlike.ts'
import {
  characters,
  DIGIT,
  isWordlike,
  mayBeKnown,
  NTH,
  ordinalEnd,
  TOWN_END,
  TRADE,
  unitOf,
  ZONE_START,
} from './characters.ts'
import { COSTS, LONGEST_NAME } from './costs.ts'
import { isTownWord, zoneEnd } from './localities.ts'
import {
  brandMasks,
  endOfPiece,
  firstPiece,
  isPublicTrade,
  masks,
  rest,
  type SegmentOptions,
  units,
} from './pieces.ts'
import { isBrandlike } from './places.ts'
import { isDistrict, liesIn, type PlacePrefix, spansAt } from './spans.ts'
import { INDUSTRY_WORDS, PROCESS_WORDS } from './words.ts'

const reach = new Uint8Array(LONGEST_NAME + 2)
const GROUP_END = unitOf('团')
const FARM = unitOf('农')
const TOWN = unitOf('镇')
const HOUSE = unitOf('家')
const DISTRICT = unitOf('区')
const MUNICIPALITIES = ['11', '12', '31', '50']
const FACTORY = unitOf('厂')
/** 三建 is what the third building company is called. */
const BUILD = unitOf('建')
const BANK = '银行'
const known: ReadonlySet<string> = new Set(KNOWN_BRANDS)
const processes: ReadonlySet<string> = new Set(PROCESS_WORDS)
/** Industry groups of what is grown, bred or worked. */
const GROWN = [
  'agriculture',
  'grain',
  'livestock',
  'fishery',
  'food',
  'beverage',
  'pharma',
  'textile',
  'jewelry',
]

/** Prepares {@link costOfBrand} for brands behind a place: marks where industry words cover all from there. */
export function beginBrands(start: number, limit: number): void {
  reach.fill(0, start, limit + 1)
  reach[start] = 1
  for (let i = start; i < limit; i++) {
    if (reach[i] === 0) continue
    for (let mask = masks[i]!; mask !== 0; ) {
      const length = 31 - Math.clz32(mask)
      mask &= ~(1 << length)
      if (i + length <= limit) reach[i + length] = 1
    }
  }
}

/** The cost of a brand by its length alone: a run of letters or digits counts as two characters. */
export function costOfLength(text: string, start: number, end: number, hasLatin: boolean): number {
  let length = end - start
  for (let i = start; hasLatin && i < end; i++) {
    if (text.charCodeAt(i) >= 0x250) continue
    const isFirst = i === start || text.charCodeAt(i - 1) >= 0x250
    length += isFirst ? 1 : -1
  }
  const { brand } = COSTS
  if (length < brand.length) return brand[length]!
  return brand.at(-1)! + (length - brand.length + 1) * COSTS.brandLonger
}

/** The cost of having no brand behind a place. */
export function costOfNoBrand(text: string, place: PlacePrefix, options: SegmentOptions): number {
  const { noBrand } = options
  if (place.isNational && text.startsWith(BANK, place.end)) return COSTS.industryBrand
  if (place.end === text.length && noBrand >= COSTS.noBrandBare) return COSTS.nothingLeft
  if (place.codes.length === 0) return place.isNational ? noBrand : noBrand + COSTS.noDivisionNoBrand
  const isOfCounty = place.localityStart === place.end && !place.codes[0]!.endsWith('00')
  if (!isOfCounty || noBrand < COSTS.noBrandPlain) return noBrand
  const cost = noBrand === COSTS.noBrandLimited ? noBrand - COSTS.noBrandOfCounty : noBrand
  const isPublic =
    place.end < text.length && isPublicTrade(place.end) && !isBrandlike(text.slice(0, place.end))
  return isPublic ? cost - COSTS.noBrandPublic : cost
}

/** 上海浦东发展银行 is not the 发展银行 of 浦东. */
function isDevelopment(text: string, { codes, end: start }: PlacePrefix, end: number): boolean {
  if (end !== start + 2 || !text.startsWith('发展', start)) return false
  return (end === text.length || text.startsWith(BANK, end)) && codes.length > 0 && !codes[0]!.endsWith('00')
}

/** What speaks against text[place.end, end) as a brand, apart from its length; 0 when nothing does. */
export function costOfBrand(text: string, place: PlacePrefix, end: number, options: SegmentOptions): number {
  const start = place.end
  const bits = characters[text.charCodeAt(start)]!
  if (end - start > 2 && mayBeKnown(text, start) && known.has(text.slice(start, end))) return COSTS.knownBrand
  let cost = 0
  if ((bits & (DIGIT | NTH)) !== 0) {
    const ordinal = ordinalEnd(text, start, text.length)
    if (ordinal === end) return text.charCodeAt(end - 1) === BUILD ? COSTS.builderBrand : COSTS.ordinalBrand
    if (ordinal > 0 && ordinal < end && (bits & NTH) !== 0) cost = COSTS.ordinalHead
  }
  if (isDevelopment(text, place, end)) cost += COSTS.industryBrand
  if (!place.isNational) cost += costOfIndustryBrand(text, place, end, options)
  else if (text.startsWith(BANK, start)) cost += 2 * COSTS.industryBrand
  if ((bits & ZONE_START) !== 0 && isZone(text, start, end)) cost += COSTS.zoneBrand
  if (end - start > 5) return cost
  const spans = spansAt(text, start)
  return spans.length === 0 ? cost : cost + costOfPlaceBrand(text, place, end, spans)
}

/** Claims that text[start, end) is a zone, or one and a single character: 新区, 新区污|水处理. */
function isZone(text: string, start: number, end: number): boolean {
  const zone = zoneEnd(text, start)
  return zone > start + 1 && zone >= end - 1 && zone <= end
}

/** Claims that a code is that of a city, a municipality among them. */
const isCity = (code: string): boolean =>
  code.endsWith('0000') ? MUNICIPALITIES.includes(code.slice(0, 2)) : code.endsWith('00')

/** Claims that a short name is or was that of a county: 章丘. */
const wasCounty = (name: string): boolean =>
  findDivisions(`${name}市`).length > 0 || findDivisions(`${name}县`).length > 0

/** The cost of a brand that is the name of a place, 0 when it is none or repeats the place before it. */
function costOfPlaceBrand(
  text: string,
  place: PlacePrefix,
  end: number,
  spans: readonly DivisionSpan[],
): number {
  const start = place.end
  const span = spans.find(({ length }) => start + length === end)
  if (span === undefined) return 0
  const name = text.slice(start, end)
  if (start > 0 && text.startsWith(name)) return 0
  const { level, full } = span.matches[0]!
  const { codes } = place
  const inside =
    codes.length === 0 || span.matches.some((m) => m.codes.some((c) => codes.some((o) => liesIn(c, o))))
  if (!inside || (!full && isBrandlike(name))) return COSTS.foreignPlaceBrand
  if (level === 'county' && !full) {
    if (isWordlike(text, start, end)) return COSTS.wordlikeBrand
    // Behind its city a district is where the firm is, and nothing else: 青岛市四方|机械厂. 胶南 was a county, whatever it is now.
    if (isDistrict(span.matches[0]!) && !((start === 0 || codes.length > 0) && wasCounty(name)))
      return isCity(codes[0] ?? '') ? COSTS.districtBrand : COSTS.wordlikeBrand
  }
  return level === 'province' ? COSTS.provinceBrand : level === 'city' ? COSTS.cityBrand : COSTS.countyBrand
}

/** Claims that a word that begins at `at` holds all of the first piece at `end`, a single character: 蔬菜, 菜|产业. */
const swallowsPiece = (at: number, end: number): boolean =>
  endOfPiece(end) === end + 1 && masks[at]! >> (end + 1 - at) !== 0

/**
 * The cost of a brand that ends inside the industry words that begin at `at`: less when what stands behind it reads
 * better as it is (启贝特|医药 than 启贝|特医|药), more when it reads worse (启康兽|药).
 */
function costOfCrossing(start: number, at: number, end: number): number {
  if (rest[start] !== Number.POSITIVE_INFINITY) return COSTS.breaking
  const gain = rest[end]! - rest[at]!
  if (gain < -COSTS.crossingGain) return COSTS.crossingWorse
  const isShort = end - at === 1 && masks[at]! >> 3 === 0
  const isBetter = (gain >= 0 || swallowsPiece(at, end)) && at - start >= 2
  return (isShort ? COSTS.crossing : COSTS.crossingLong) + (isBetter ? COSTS.crossingBetter : 0)
}

/** Claims that a brand is a trade and the number of its factory: 印刷|七(厂), 互感器|二厂. */
function isNumberedFactory(text: string, start: number, end: number, takesCharacter: boolean): boolean {
  const isWhole = text.charCodeAt(end - 1) === FACTORY
  if (!isWhole && (end < text.length ? text.charCodeAt(end) !== FACTORY : !takesCharacter)) return false
  const last = isWhole ? end - 1 : end
  let i = last
  while (i > start && (characters[text.charCodeAt(i - 1)]! & DIGIT) !== 0) i--
  return i < last && i > start && reach[i] !== 0
}

/** What it costs that a number or the kind of a town stands at `at` inside a brand, 0 when neither does. */
function costOfInside(text: string, at: number, mayBeTown: boolean): number {
  const unit = text.charCodeAt(at)
  if ((characters[unit]! & NTH) !== 0) return ordinalEnd(text, at, text.length) > 0 ? COSTS.ordinalInside : 0
  if (!mayBeTown || text.charCodeAt(at - 1) === FARM) return 0
  return unit === TOWN && !isTownWord(text.slice(at - 1, at + 1)) ? COSTS.townInside : COSTS.localityEnd
}

/** What it costs that a brand is made of industry words, begins or ends with one. */
function costOfIndustryBrand(
  text: string,
  place: PlacePrefix,
  end: number,
  { namesPlaces, noBrand, mayEndInCharacter: takesCharacter }: SegmentOptions,
): number {
  const start = place.end
  if (end - start < 2) return 0
  const last = units[end - 1]!
  const hasPlace = place.codes.length > 0
  if (reach[end] !== 0) return costOfWords(text, place, end, namesPlaces)
  const mayBeNumber = last === FACTORY || (characters[last]! & DIGIT) !== 0
  if (mayBeNumber && isNumberedFactory(text, start, end, takesCharacter)) return COSTS.industryBrand
  if (last === GROUP_END && text.startsWith('集团', end - 2)) return COSTS.groupEnd
  if (last === DISTRICT && hasPlace && end - start > 2) return COSTS.districtEnd
  if (end - start === 2 && hasPlace && (last === TOWN || last === HOUSE)) {
    const word = text.slice(start, end)
    if (word === '人家') return COSTS.householdBrand
    if (last === TOWN && noBrand <= COSTS.noBrandPlain && !isTownWord(word)) return COSTS.townBrand
  }
  let cost = 0
  for (let i = start + 1; i < end; i++) {
    const unit = units[i]!
    if ((characters[unit]! & (NTH | TOWN_END)) !== 0) {
      const inside = costOfInside(text, i, hasPlace && end - start > 2)
      if (inside > 0) return i === end - 1 && isTownOf(text, place, end) ? inside + COSTS.kindEnd : inside
    }
    const mask = masks[i]! >> (end - i)
    // Bit 0: a word ends with the brand; higher bits: a word goes on behind it.
    if ((mask & 1) !== 0 && end - i > 1 && ((brandMasks[i]! >> (end - i)) & 1) === 0)
      cost = Math.max(cost, COSTS.industryEnd)
    else if (mask > 1) cost = Math.max(cost, costOfCrossing(start, i, end))
  }
  if (end - start > 3 && (characters[last]! & TRADE) !== 0) cost = Math.max(cost, COSTS.tradeEnd)
  return cost + costOfHead(start, end)
}

/** 牦牛|养殖 and 帆布|制品: what is grown or worked is no brand. */
const isGrown = (text: string, start: number, end: number): boolean =>
  processes.has(firstPiece(text, end)) &&
  INDUSTRY_WORDS.get(text.slice(start, end))?.concepts.some((concept) => GROWN.includes(concept)) === true

/** Claims that what is behind a county up to `end` is as long as a town with its kind: 新堡乡. */
const isTownOf = (text: string, { codes, end: start }: PlacePrefix, end: number): boolean =>
  end - start === 3 && text[end - 1] !== '村' && codes.length > 0 && !codes[0]!.endsWith('00')

/** What it costs that industry words make up a brand. */
function costOfWords(text: string, place: PlacePrefix, end: number, namesPlaces: boolean): number {
  const { end: start, codes, localityStart } = place
  // 葡萄 is no brand where 葡萄酒 stands, nor 健康 where 莲花 is one.
  const isOfBrand = start === 2 && isBrandlike(text.slice(0, start)) && codes[0]?.endsWith('00') === false
  const isWhole = masks[start]! >> (end - start + 1) === 0 && !isOfBrand
  if (isWhole && ((brandMasks[start]! >> (end - start)) & 1) !== 0 && !isGrown(text, start, end))
    return COSTS.industryHead
  if (namesPlaces && localityStart === start) return 0
  return codes.length > 0 ? COSTS.industryBrand : COSTS.industryBrandAlone
}

/** What it costs that an industry word begins a brand, more when the brand is half of one. */
function costOfHead(start: number, end: number): number {
  const upToEnd = (2 << (end - start)) - 1
  if (masks[start]! >> 2 === 0 || (brandMasks[start]! & upToEnd) !== 0) return 0
  const isHalf = masks[start]! >> (end - start + 1) !== 0 && rest[start]! - rest[end]! < COSTS.halfWordGain
  return isHalf ? COSTS.halfWord : COSTS.industryHead
}
