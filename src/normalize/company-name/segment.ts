import type { DivisionMatch } from '../divisions.ts'
import { beginBrands, costOfBrand, costOfLength, costOfNoBrand } from './brand.ts'
import { characters, DIGIT, isWordlike, knownBrandLength, ordinalEnd } from './characters.ts'
import { WORTH_TELLING } from './costs.ts'
import { ownerAt } from './owner.ts'
import {
  brandMasks,
  firstPiece,
  followLinks,
  followMasks,
  masks,
  type Piece,
  readPieces,
  rest,
  type SegmentOptions,
} from './pieces.ts'
import { isOfTaiwan, liesIn, type PlacePrefix, spansAt } from './spans.ts'
import { cutUnknownCharacter, cutUnknownTrade, ODDS_BEFORE_FORM, oddsBefore } from './unknown-trade.ts'
import { INDUSTRY_WORDS } from './words.ts'

/** One way to read a name without its form: place, brand, pieces. The brand is `text.slice(brandStart, brandEnd)`. */
export interface Reading {
  readonly place: PlacePrefix
  /** Behind the place, unless the body the firm belongs to stands between: 铁路|海成. */
  readonly brandStart: number
  readonly brandEnd: number
  readonly pieces: readonly Piece[]
  readonly cost: number
}

/** Best candidates so far: cost, index of the place, end of the brand. */
const MOST_READINGS = 3
const topCost = new Float64Array(MOST_READINGS)
const topPlace = new Int16Array(MOST_READINGS)
const topEnd = new Int16Array(MOST_READINGS)
let count = 0
let most = MOST_READINGS

/** Keeps a candidate; of candidates with the same brand only the cheapest stays. */
function keep(places: readonly PlacePrefix[], cost: number, place: number, end: number): void {
  for (let k = 0; k < count; k++) {
    if (topEnd[k] !== end || places[topPlace[k]!]!.end !== places[place]!.end) continue
    if (cost >= topCost[k]!) return
    for (let j = k; j + 1 < count; j++) move(j + 1, j)
    count--
    break
  }
  let at = count
  while (at > 0 && topCost[at - 1]! > cost) at--
  if (at >= most) return
  for (let k = Math.min(count, most - 1); k > at; k--) move(k - 1, k)
  topCost[at] = cost
  topPlace[at] = place
  topEnd[at] = end
  count = Math.min(count + 1, most)
}

function move(from: number, to: number): void {
  topCost[to] = topCost[from]!
  topPlace[to] = topPlace[from]!
  topEnd[to] = topEnd[from]!
}

/** What a candidate must stay below: the worst that is kept, or what is not worth telling beside the best. */
function bound(): number {
  if (count === 0) return Number.POSITIVE_INFINITY
  const hopeless = topCost[0]! + WORTH_TELLING
  return count < most ? hopeless : Math.min(hopeless, topCost[count - 1]!)
}

function readBrands(text: string, places: readonly PlacePrefix[], p: number, options: SegmentOptions): void {
  const place = places[p]!
  const start = place.end
  const limit = text.length
  const last = options.boundary >= start + 2 ? options.boundary : limit
  let isBegun = false
  for (let end = start; end <= last; end++) {
    if (rest[end] === Number.POSITIVE_INFINITY) continue
    let cost = place.cost + rest[end]!
    if (end === start) cost += costOfNoBrand(text, place, options)
    else {
      cost += costOfLength(text, start, end, options.hasLatin)
      if (cost >= bound()) continue
      if (!isBegun) beginBrands(start, limit)
      isBegun = true
      cost += costOfBrand(text, place, end, options)
    }
    if (cost < bound()) keep(places, cost, p, end)
  }
}

/**
 * The cheapest ways to read a name without its form, best first: at most `options.readings`, and none that is hopeless
 * against the best. Dynamic programming over the words of the lexicon from the right, a place from the left, and the
 * brand between them. `places` begins with the reading without a place, which is tried last.
 */
export function segmentName(
  text: string,
  places: readonly PlacePrefix[],
  options: SegmentOptions,
): Reading[] {
  readPieces(text, options)
  return rankReadings(text, places, options)
}

/** {@link segmentName} once more for the text it read last, with other places. */
export function rankReadings(
  text: string,
  places: readonly PlacePrefix[],
  options: SegmentOptions,
): Reading[] {
  count = 0
  most = Math.min(options.readings, MOST_READINGS)
  for (let p = places.length - 1; p >= 0; p--) {
    if (places[p]!.cost < bound()) readBrands(text, places, p, options)
  }
  if (count === 0) return []
  // An array that grows from nothing has room for seventeen.
  const readings = [toReading(text, places[topPlace[0]!]!, topEnd[0]!, topCost[0]!, options)]
  for (let k = 1; k < count && topCost[k]! - topCost[0]! <= WORTH_TELLING; k++) {
    const reading = toReading(text, places[topPlace[k]!]!, topEnd[k]!, topCost[k]!, options)
    if (!readings.some((r) => isSame(r, reading))) readings.push(reading)
  }
  return readings
}

const isSame = (a: Reading, b: Reading): boolean => a.brandEnd === b.brandEnd && a.place.end === b.place.end

/** Brands of this length are doubted. */
export const LONG_BRAND = 4

function toReading(
  text: string,
  place: PlacePrefix,
  end: number,
  cost: number,
  { hasForm, isBank, namesPlaces, boundary }: SegmentOptions,
): Reading {
  const pieces: Piece[] = []
  const start = place.end
  let brandEnd = end
  // A bracket right behind the brand: 启机链(北京)技术开发.
  const mayHoldTrade = !namesPlaces && (end !== boundary || end === text.length)
  if (end - start >= LONG_BRAND) {
    brandEnd = cutPlace(text, start, end)
    if (brandEnd < end) {
      const placeStart = brandEnd
      brandEnd = cutLastWord(text, start, brandEnd)
      if (brandEnd < placeStart) followMasks(text, brandEnd, placeStart, pieces)
      else brandEnd = cutOrdinal(text, start, brandEnd, pieces)
      pieces.push({ kind: 'division', start: placeStart, end, word: undefined })
    } else {
      const isWhole = text.slice(start, end).includes('集团') || hasOwner(text, place, end)
      brandEnd = isWhole ? end : cutLongBrand(start, end)
      if (brandEnd === end && mayHoldTrade && !isBank)
        brandEnd = cutUnknownTrade(text, start, end, oddsBehind(text, end, hasForm))
      if (brandEnd < end) followMasks(text, brandEnd, end, pieces)
    }
    if (brandEnd - start >= LONG_BRAND && text.startsWith('集团', brandEnd - 2))
      brandEnd = cutGroup(text, place, brandEnd, pieces)
  }
  if (brandEnd === end && end - start === 3 && end < text.length && mayHoldTrade) {
    brandEnd = cutUnknownCharacter(text, start, end, oddsBehind(text, end, hasForm))
    if (brandEnd < end) followMasks(text, brandEnd, end, pieces)
  }
  followLinks(end, text.length, pieces)
  return { place, brandStart: start, brandEnd, pieces, cost }
}

/** The end of a brand without the longest industry word that ends it. */
function cutLastWord(text: string, start: number, end: number): number {
  const shortest = Math.max(2, knownBrandLength(text, start))
  for (let i = start + shortest; i <= end - 2; i++) if ((masks[i]! >> (end - i)) % 2 === 1) return i
  return end
}

/** Takes the number of a bureau from the end of a brand: 中铁|二十局. */
function cutOrdinal(text: string, start: number, end: number, pieces: Piece[]): number {
  for (let i = start + 2; i < end - 1; i++) {
    if ((characters[text.charCodeAt(i)]! & DIGIT) === 0 || ordinalEnd(text, i, end) !== end) continue
    pieces.push({ kind: 'ordinal', start: i, end, word: undefined })
    return i
  }
  return end
}

/** Takes 集团 from the end of a brand, and the trade before it where there is nothing else: 湖南|物资集团|邵阳. */
function cutGroup(text: string, place: PlacePrefix, end: number, pieces: Piece[]): number {
  const start = place.end
  const brandEnd = end - 2
  pieces.unshift({ kind: 'group', start: brandEnd, end, word: undefined })
  const isWord = ((masks[start]! & ~brandMasks[start]!) >> (brandEnd - start)) % 2 === 1
  if (!isWord || place.codes.length === 0) return brandEnd
  const word = INDUSTRY_WORDS.get(text.slice(start, brandEnd))
  pieces.unshift({ kind: 'industry', start, end: brandEnd, word })
  return start
}

/** How surely a trade stands before what follows a brand that ends before `end`. */
function oddsBehind(text: string, end: number, hasForm: boolean): number {
  if (end < text.length) return oddsBefore(firstPiece(text, end))
  return hasForm ? ODDS_BEFORE_FORM : 0
}

/** Claims that a long brand is that of a firm behind the body it belongs to: 胜利油田|启新, not 铁路|通信信号. */
function hasOwner(text: string, place: PlacePrefix, end: number): boolean {
  const owner = ownerAt(text, place, end)
  return owner !== '' && (masks[place.end + owner.length]! & ~3) === 0
}

/** The end of a brand too long to be one: before the first industry word in it that leaves a brand. */
function cutLongBrand(start: number, end: number): number {
  if (end - start <= LONG_BRAND) return end
  for (let i = start + 2; i <= start + LONG_BRAND && i < end - 1; i++) {
    const mask = masks[i]! & ~3
    if (mask !== 0 && i + 31 - Math.clz32(mask) <= end) return i
  }
  return end
}

/** 积石山保安族东乡族撒拉族自治县 is longer, and no brand stands before it. */
const LONGEST_PLACE = 12

/** Where the places that end a long brand begin (国网|山西省, 国网|浙江天台县), `end` when none does. */
function cutPlace(text: string, start: number, end: number): number {
  for (let i = Math.max(start + 2, end - LONGEST_PLACE); i <= end - 2; i++) {
    for (const span of spansAt(text, i)) {
      if (i + span.length !== end || isOfTaiwan(span.matches[0]!)) continue
      const leavesPlace = spansAt(text, start).some(({ length }) => start + length === i)
      if (leavesPlace || (isWordlike(text, i, end) && span.matches[0]!.level !== 'province')) continue
      const outer = cutPlace(text, start, i)
      const isInside = ({ codes }: DivisionMatch) =>
        outer < i &&
        spansAt(text, outer).some((s) => s.matches[0]!.codes.some((c) => codes.some((o) => liesIn(o, c))))
      const isCounty = (m: DivisionMatch) => m.full && (outer < i || end - i > 2)
      if (span.matches.some((m) => (m.level === 'county' ? isCounty(m) || isInside(m) : !m.former)))
        return outer
    }
  }
  return end
}
