import { FOREIGN_SOUNDS, PLACE_LIKE_ENDS } from '../lexicon/localities.ts'
import { VILLAGE_BEGINNINGS, VILLAGE_ENDINGS } from '../lexicon/village-characters.ts'
import { characters, DIGIT, endingOdds, oddsOf } from './characters.ts'
import { memberAt, ownerAt } from './owner.ts'
import { masks, type Piece } from './pieces.ts'
import { LONG_BRAND, type Reading } from './segment.ts'
import { holdsTowns, type PlacePrefix, spansAt } from './spans.ts'
import { INDUSTRY_WORDS } from './words.ts'

const beginnings = oddsOf(VILLAGE_BEGINNINGS)
const endings = oddsOf(VILLAGE_ENDINGS)

/** From these odds on a village is likelier than a long brand: below a county, in a zone of a city, anywhere else. */
const CERTAIN = 2.4
const CERTAIN_IN_ZONE = 3.5
const CERTAIN_IN_CITY = 4.5
/** More for a brand that is left with another length than two characters. */
const UNUSUAL = 1.5
/** No character tells more of the end of a village. */
const LARGEST_ODDS = 3
/** What the end of a trade says against the brand behind a village. */
const TRADE_WEIGHT = 0.25
const SHORTEST = 2
const LONGEST = 3
/** A longer brand has other reasons. */
const LONGEST_BRAND = 5

/** Towns and villages stand behind a county, or behind another of them. */
function certainBehind({ codes, end, localityStart }: PlacePrefix): number {
  if (codes.length > 0 && holdsTowns(codes[0]!)) return CERTAIN
  return localityStart < end ? CERTAIN_IN_ZONE : CERTAIN_IN_CITY
}

/** Claims that text[start, end) hardly is the brand behind a village: 团圆|团圆, 流金|花园. */
function isNoBrand(text: string, end: number): boolean {
  const last = text[end - 1]!
  return last === text[end - 2] || PLACE_LIKE_ENDS.includes(last)
}

/** Where villages bear names of other languages: Inner Mongolia, Tibet, Gansu, Qinghai, Xinjiang. */
const OTHER_LANGUAGES = ['15', '54', '62', '63', '65']

/** No village elsewhere bears these. */
const HAN_NEVER = /[克尔斯姆]/

/** Claims that text[start, end) writes the sounds of another language: 土当. */
function isForeign(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (FOREIGN_SOUNDS.includes(text[i]!)) return true
  return false
}

/**
 * Where the brand begins in text[place.end, end) when the head of it is a village or former town that no table has:
 * 临朐县|吕匣|宏硕. The characters of its name tell it; `place.end` when there is none.
 */
function cutUnknownVillage(text: string, place: PlacePrefix, end: number): number {
  const start = place.end
  if (place.codes.length === 0 || end - start > LONGEST_BRAND) return start
  const first = text.charCodeAt(start)
  if ((characters[first]! & DIGIT) !== 0) return start
  const head = beginnings[first]! - TRADE_WEIGHT * endingOdds[text.charCodeAt(end - 1)]!
  let best = certainBehind(place)
  if (head + LARGEST_ODDS <= best || text.slice(start, end).includes('集团')) return start
  const isHan = !OTHER_LANGUAGES.includes(place.codes[0]!.slice(0, 2))
  let cut = start
  for (let i = Math.min(start + LONGEST, end - SHORTEST); i >= start + SHORTEST; i--) {
    const odds = head + endings[text.charCodeAt(i - 1)]! - (end - i === 2 ? 0 : UNUSUAL)
    if (odds <= best || isNoBrand(text, end) || (masks[start]! >> (i - start)) % 2 === 1) continue
    if (isForeign(text, i, end) || (isHan && HAN_NEVER.test(text.slice(start, i)))) continue
    best = odds
    cut = i
  }
  // 湘乡市湖南水府 is in no village of that name.
  return cut > start && spansAt(text, start).some(({ length }) => start + length === cut) ? start : cut
}

/** A reading without what stands before the brand at the head of a long one: a village, or the body it belongs to. */
function cutHead(text: string, reading: Reading): Reading {
  const { place, brandEnd, pieces, cost } = reading
  const start = place.end
  if (brandEnd - start < LONG_BRAND) return reading
  const owner = ownerAt(text, place, brandEnd)
  if (owner !== '') {
    const brandStart = start + owner.length
    const piece: Piece = { kind: 'industry', start, end: brandStart, word: INDUSTRY_WORDS.get(owner) }
    return { place, brandStart, brandEnd, pieces: [piece, ...pieces], cost }
  }
  const member = place.isNational ? undefined : memberAt(text, start, brandEnd)
  if (member !== undefined) {
    const { groupEnd, placeEnd } = member
    const division: Piece = { kind: 'division', start: groupEnd, end: placeEnd, word: undefined }
    if (placeEnd === brandEnd)
      return { place, brandStart: start, brandEnd: groupEnd, pieces: [division, ...pieces], cost }
    return { place, brandStart: placeEnd, brandEnd, pieces: [division, ...pieces], cost }
  }
  const end = cutUnknownVillage(text, place, brandEnd)
  if (end === start) return reading
  const { codes, isNational, localityStart } = place
  // Written out, so that all places are alike to the engine.
  const village = { end, cost: place.cost, codes, isNational, localityStart }
  return { place: village, brandStart: end, brandEnd, pieces, cost }
}

/** Readings without what stands before the brand at the head of a long one. */
export const cutHeads = (text: string, readings: readonly Reading[]): Reading[] =>
  readings.map((reading) => cutHead(text, reading))
