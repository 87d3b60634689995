import type { DivisionSpan } from '../divisions.ts'
import { KNOWN_BRANDS } from '../lexicon/brandlike.ts'
import {
  characters,
  DIGIT,
  isWordlike,
  KNOWN_HEAD,
  NTH,
  ordinalEnd,
  TOWN_END,
  TRADE,
  unitOf,
  ZONE_START,
} from './characters.ts'
import { COSTS, LONGEST_NAME } from './costs.ts'
import { zoneEnd } from './localities.ts'
import { brandMasks, masks, rest, type SegmentOptions } from './pieces.ts'
import { isBrandlike } from './places.ts'
import { isDistrict, liesIn, type PlacePrefix, spansAt } from './spans.ts'

const reach = new Uint8Array(LONGEST_NAME + 2)
const FARM = unitOf('农')
const BANK = '银行'
const known: ReadonlySet<string> = new Set(KNOWN_BRANDS)

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
  return place.codes.length > 0 || place.isNational ? noBrand : noBrand + COSTS.noDivisionNoBrand
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
  if ((bits & KNOWN_HEAD) !== 0 && end - start > 2 && known.has(text.slice(start, end)))
    return COSTS.knownBrand
  let cost = 0
  if ((bits & (DIGIT | NTH)) !== 0) {
    const ordinal = ordinalEnd(text, start, text.length)
    if (ordinal === end) return COSTS.ordinalBrand
    if (ordinal > 0 && ordinal < end && (bits & NTH) !== 0) cost = COSTS.ordinalHead
  }
  if (isDevelopment(text, place, end)) cost += COSTS.industryBrand
  if (!place.isNational) cost += costOfIndustryBrand(text, place, end, options.namesPlaces)
  else if (text.startsWith(BANK, start)) cost += 2 * COSTS.industryBrand
  if ((bits & ZONE_START) !== 0 && end - start > 1 && zoneEnd(text, start) === end) cost += COSTS.zoneBrand
  if (end - start > 5) return cost
  const spans = spansAt(text, start)
  return spans.length === 0 ? cost : cost + costOfPlaceBrand(text, place, end, spans)
}

/** The cost of a brand that is the name of a place, 0 when it is none or repeats the place before it. */
function costOfPlaceBrand(
  text: string,
  place: PlacePrefix,
  end: number,
  spans: readonly DivisionSpan[],
): number {
  const start = place.end
  const span = spans.find((s) => s.end === end)
  if (span === undefined) return 0
  const name = text.slice(start, end)
  if (start > 0 && text.startsWith(name)) return 0
  const { level, full } = span.matches[0]!
  const { codes } = place
  const inside =
    codes.length === 0 || span.matches.some((m) => m.codes.some((c) => codes.some((o) => liesIn(c, o))))
  if (!inside || (!full && isBrandlike(name))) return COSTS.foreignPlaceBrand
  if (level === 'county' && !full && (isWordlike(text, start, end) || isDistrict(span.matches[0]!))) {
    return COSTS.wordlikeBrand
  }
  return level === 'province' ? COSTS.provinceBrand : level === 'city' ? COSTS.cityBrand : COSTS.countyBrand
}

/** What it costs that a brand is made of industry words, begins or ends with one. */
function costOfIndustryBrand(text: string, place: PlacePrefix, end: number, namesPlaces: boolean): number {
  const start = place.end
  if (end - start < 2) return 0
  const hasPlace = place.codes.length > 0
  if (reach[end] !== 0) {
    if (end - start === 2 && (brandMasks[start]! & 4) !== 0) return COSTS.industryHead
    if (namesPlaces && place.localityStart === start) return 0
    return hasPlace ? COSTS.industryBrand : COSTS.industryBrandAlone
  }
  if (text.startsWith('集团', end - 2)) return COSTS.groupEnd
  let cost = 0
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i)
    const isTown = hasPlace && end - start > 2 && (characters[unit]! & TOWN_END) !== 0
    if (isTown && text.charCodeAt(i - 1) !== FARM) return COSTS.localityEnd
    const mask = masks[i]! >> (end - i)
    // Bit 0: a word ends with the brand; higher bits: a word goes on behind it.
    if ((mask & 1) !== 0 && end - i > 1 && ((brandMasks[i]! >> (end - i)) & 1) === 0)
      cost = Math.max(cost, COSTS.industryEnd)
    else if (mask > 1)
      cost = Math.max(cost, rest[start] === Number.POSITIVE_INFINITY ? COSTS.crossing : COSTS.breaking)
  }
  if (end - start > 3 && (characters[text.charCodeAt(end - 1)]! & TRADE) !== 0)
    cost = Math.max(cost, COSTS.tradeEnd)
  if (masks[start]! >> 2 !== 0 && (brandMasks[start]! & 4) === 0) {
    cost += masks[start]! >> (end - start + 1) !== 0 ? COSTS.halfWord : COSTS.industryHead
  }
  return cost
}
