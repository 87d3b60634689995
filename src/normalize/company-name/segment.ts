import { matchDivisions } from '../divisions.ts'
import { COSTS, WORTH_TELLING } from './costs.ts'
import { BRANDLIKE_INDUSTRY_WORDS } from '../lexicon/brandlike.ts'
import { INDUSTRY_CHARACTERS } from '../lexicon/industry-characters.ts'
import { isDistrict, isWordlike, type PlacePrefix } from './places.ts'
import { childOf, createTrie } from './trie.ts'
import { INDUSTRY_WORDS, MODIFIERS } from './words.ts'

/** What a piece of a name behind the brand is. */
export type PieceKind = 'industry' | 'modifier' | 'tail' | 'group' | 'china' | 'ordinal' | 'division'

/** A piece of a name behind the brand: `text.slice(start, end)`. */
export interface Piece {
  readonly kind: PieceKind
  readonly start: number
  readonly end: number
}

/** One way to read a name without its form: place, brand, pieces. The brand is `text.slice(place.end, brandEnd)`. */
export interface Reading {
  readonly place: PlacePrefix
  readonly brandEnd: number
  readonly pieces: readonly Piece[]
  readonly cost: number
}

/** What the form says about the name before it. */
export interface SegmentOptions {
  /** What it costs to have no brand. */
  readonly noBrand: number
  /** A place may stand at the end (华润商业山西有限公司). */
  readonly mayEndInPlace: boolean
  /** The form is 厂, 店 or the like, so that a single character may be the trade before it: 鞋厂. */
  readonly mayEndInCharacter: boolean
  /** Where a bracket stood, 0 when none did: no word and no brand goes across it. */
  readonly boundary: number
  readonly readings: number
}

const KINDS: readonly PieceKind[] = [
  'industry',
  'modifier',
  'tail',
  'group',
  'china',
  'ordinal',
  'division',
  'industry',
]
const [INDUSTRY, MODIFIER, TAIL, GROUP, CHINA, ORDINAL, DIVISION, PROCESS] = [0, 1, 2, 3, 4, 5, 6, 7]

const TAILS = '国际 联合 总院 研究总院 中心 工程局 总局 基地 联盟 联合社 厂 总厂 城 园 馆 行 区 台 吧 港 汇 网 苑 阁 轩 楼 府'.split(' ')

/** What is done to a thing: a single character before it is that thing (猪养殖, 竹制品). */
const PROCESS_WORDS = '养殖 种植 加工 制品 饲养 屠宰 产销 购销 收购 繁育 育肥 种养 栽培 产业'.split(' ')

const lexicon = new Map<string, number>()
for (const word of MODIFIERS) lexicon.set(word, MODIFIER)
for (const word of TAILS) lexicon.set(word, TAIL)
for (const word of INDUSTRY_WORDS.keys()) lexicon.set(word, INDUSTRY)
for (const word of PROCESS_WORDS) lexicon.set(word, PROCESS)
for (const word of ['集团', '企业集团', '控股集团']) lexicon.set(word, GROUP)
lexicon.set('中国', CHINA)
const brandlike: ReadonlySet<string> = new Set(BRANDLIKE_INDUSTRY_WORDS)
const trie = createTrie(lexicon)

/** Longest text that is read; a name is never longer. */
export const LONGEST_NAME = 128
const rest = new Float64Array(LONGEST_NAME + 2)
const linkEnd = new Int16Array(LONGEST_NAME + 2)
const linkKind = new Uint8Array(LONGEST_NAME + 2)
/** Bit l of masks[i] is set when an industry word of l characters begins at i. */
const masks = new Int32Array(LONGEST_NAME + 2)

function costOfWord(kind: number, length: number): number {
  if (kind === INDUSTRY || kind === PROCESS) return length === 1 ? COSTS.word1 : length === 2 ? COSTS.word2 : COSTS.word3
  if (kind === MODIFIER) return COSTS.modifier
  if (kind === GROUP) return COSTS.group
  if (kind === CHINA) return COSTS.china
  return length === 2 ? COSTS.international : COSTS.tail
}

const DIGITS = /[0-9一二三四五六七八九十百零〇]/
const isDigit = new Uint8Array(65536)
for (let unit = 0; unit < 65536; unit++) if (DIGITS.test(String.fromCharCode(unit))) isDigit[unit] = 1
const isCounter = new Uint8Array(65536)
for (const one of '局冶处队建航院厂矿中小医团化') isCounter[one.charCodeAt(0)] = 1
/** These count only where a name ends: 十二中, 三院. */
const isLastCounter = new Uint8Array(65536)
for (const one of '中小院医化') isLastCounter[one.charCodeAt(0)] = 1
const NTH = '第'.charCodeAt(0)

/** Where an ordinal that begins at `start` ends (第一, 第12, 三局, 十二中), 0 when none does. */
function ordinalEnd(text: string, start: number, limit: number): number {
  const nth = text.charCodeAt(start) === NTH
  let i = nth ? start + 1 : start
  const first = i
  while (i < limit && i < first + 5 && isDigit[text.charCodeAt(i)]) i++
  if (i === first) return 0
  if (nth) return i
  const unit = text.charCodeAt(i)
  if (i >= limit || !isCounter[unit]) return 0
  return isLastCounter[unit] && i + 1 < limit ? 0 : i + 1
}

/** Fills `rest`: rest[i] is the least cost of reading text[i, limit) as pieces. */
function readPieces(text: string, limit: number, options: SegmentOptions): void {
  const { mayEndInPlace, mayEndInCharacter, boundary } = options
  rest[limit] = 0
  const groupAt = text.indexOf('集团')
  for (let i = limit - 1; i >= 0; i--) {
    let best = Number.POSITIVE_INFINITY
    let mask = 0
    let node = 0
    const wall = i < boundary ? boundary : limit
    for (let j = i; j < wall; j++) {
      node = childOf(trie, node, text.charCodeAt(j))
      if (node < 0) break
      const kind = trie.values[node]!
      if (kind < 0) continue
      const length = j + 1 - i
      if (kind === TAIL || kind === PROCESS || (kind < TAIL && length > 1)) mask |= 1 << length
      const after = rest[j + 1]!
      if (kind === TAIL && length === 1 && j + 1 < limit) continue
      const isThing = length === 1 && kind === INDUSTRY && (j + 1 === limit ? mayEndInCharacter : linkKind[j + 1] === PROCESS)
      const cost = after + (isThing ? COSTS.lastCharacter : kind === MODIFIER && j + 1 === limit ? COSTS.lastModifier : costOfWord(kind, length))
      if (cost < best) {
        best = cost
        linkEnd[i] = j + 1
        linkKind[i] = kind
      }
    }
    const unit = text.charCodeAt(i)
    if (unit === NTH || isDigit[unit]) {
      const end = ordinalEnd(text, i, limit)
      if (end > 0 && (i === 0 || !isDigit[text.charCodeAt(i - 1)]) && rest[end]! + COSTS.ordinal < best) {
        best = rest[end]! + COSTS.ordinal
        linkEnd[i] = end
        linkKind[i] = ORDINAL
      }
    }
    if (groupAt > 0 && i === groupAt + 2) {
      const end = placeAfterGroup(text, i, limit)
      if (end > 0 && rest[end]! + COSTS.midShort < best) {
        best = rest[end]! + COSTS.midShort
        linkEnd[i] = end
        linkKind[i] = DIVISION
      }
    }
    if (mayEndInPlace && i >= 2 && limit - i >= 2 && limit - i <= 4) {
      const cost = costOfLastPlace(text, i, limit)
      if (cost < best) {
        best = cost
        linkEnd[i] = limit
        linkKind[i] = DIVISION
      }
    }
    if (i === boundary && i > 0 && best === Number.POSITIVE_INFINITY) {
      best = COSTS.unreadTrade
      linkEnd[i] = limit
      linkKind[i] = INDUSTRY
    }
    rest[i] = best
    masks[i] = mask
  }
}

/** Where a place right behind 集团 ends whose rest can be read (鸿运集团|太原|房地产), 0 when there is none. */
function placeAfterGroup(text: string, start: number, limit: number): number {
  for (const span of matchDivisions(text, start)) {
    if (span.end <= limit && rest[span.end] !== Number.POSITIVE_INFINITY) return span.end
  }
  return 0
}

/** The cost of reading text[start, limit) as the place a subsidiary is named after. */
function costOfLastPlace(text: string, start: number, limit: number): number {
  for (const span of matchDivisions(text, start)) {
    if (span.end !== limit) continue
    const match = span.matches[0]!
    if (match.full) return limit - start > 2 ? COSTS.midFull : Number.POSITIVE_INFINITY
    if (match.level === 'county' && isWordlike(text, start, limit)) return Number.POSITIVE_INFINITY
    return match.level === 'county' ? COSTS.midShort + 1 : COSTS.midShort
  }
  return Number.POSITIVE_INFINITY
}

/** Characters of trades, for words that the lexicon lacks. */
const isTrade = new Uint8Array(65536)
for (const one of INDUSTRY_CHARACTERS) isTrade[one.charCodeAt(0)] = 1

const reach = new Uint8Array(LONGEST_NAME + 2)

/** Marks in `reach` the ends of texts from `start` that industry words cover wholly. */
function markIndustry(start: number, limit: number): void {
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

const isLatin = (unit: number): boolean => unit < 0x250

/** The length of a brand as people see it: a run of letters or digits counts as two characters. */
function brandLength(text: string, start: number, end: number): number {
  let length = 0
  for (let i = start; i < end; i++) {
    if (!isLatin(text.charCodeAt(i))) length++
    else if (i === start || !isLatin(text.charCodeAt(i - 1))) length += 2
  }
  return length
}

/** The cost of a brand that is the name of a place, 0 when it is none or repeats the place before it. */
function costOfPlaceBrand(text: string, place: PlacePrefix, end: number): number {
  const start = place.end
  if (place.end > 0 && text.startsWith(text.slice(start, end), 0)) return 0
  for (const span of matchDivisions(text, start)) {
    if (span.end !== end) continue
    const match = span.matches[0]!
    if (match.level === 'county' && !match.full && (isWordlike(text, start, end) || isDistrict(match)))
      return COSTS.wordlikeBrand
    const inside =
      place.codes.length === 0 ||
      span.matches.some((m) => m.codes.some((c) => place.codes.some((o) => c.slice(0, 2) === o.slice(0, 2))))
    if (!inside) return COSTS.foreignPlaceBrand
    return match.level === 'province'
      ? COSTS.provinceBrand
      : match.level === 'city'
        ? COSTS.cityBrand
        : COSTS.countyBrand
  }
  return 0
}

/** What it costs that a brand is made of industry words, begins or ends with one. */
function costOfIndustryBrand(text: string, place: PlacePrefix, end: number): number {
  const start = place.end
  if (end - start < 2) return 0
  if (reach[end] !== 0) {
    if (end - start === 2 && brandlike.has(text.slice(start, end))) return COSTS.industryHead
    return place.codes.length > 0 ? COSTS.industryBrand : COSTS.industryBrandAlone
  }
  if (text.startsWith('集团', end - 2)) return COSTS.groupEnd
  if (place.codes.length > 0 && end - start > 2) {
    for (let i = start + 1; i < end; i++) if ('镇乡村'.includes(text[i]!)) return COSTS.localityEnd
  }
  let cost = 0
  for (let i = start + 1; i < end; i++) {
    const mask = masks[i]! >> (end - i)
    // Bit 0: a word ends with the brand; higher bits: a word goes on behind it.
    if (mask & 1 && end - i > 1 && !brandlike.has(text.slice(i, end))) cost = Math.max(cost, COSTS.industryEnd)
    else if (mask > 1) cost = Math.max(cost, COSTS.crossing)
  }
  if (end - start > 3 && isTrade[text.charCodeAt(end - 1)] === 1) cost = Math.max(cost, COSTS.tradeEnd)
  if (masks[start]! >> 2 !== 0 && !brandlike.has(text.slice(start, start + 2))) cost += COSTS.industryHead
  return cost
}

function costOfBrand(text: string, place: PlacePrefix, end: number, noBrand: number): number {
  if (end === place.end && place.isNational && text.startsWith('银行', end)) return COSTS.industryBrand
  if (end === place.end)
    return noBrand + (place.codes.length > 0 || place.isNational ? 0 : COSTS.noDivisionNoBrand)
  const length = brandLength(text, place.end, end)
  const { brand } = COSTS
  let cost =
    length < brand.length ? brand[length]! : brand.at(-1)! + (length - brand.length + 1) * COSTS.brandLonger
  if (!place.isNational) cost += costOfIndustryBrand(text, place, end)
  else if (text.startsWith('银行', place.end)) cost += 2 * COSTS.industryBrand
  return end - place.end <= 5 ? cost + costOfPlaceBrand(text, place, end) : cost
}

/** Best candidates so far: cost, index of the place, end of the brand. */
const MOST_READINGS = 3
const topCost = new Float64Array(MOST_READINGS)
const topPlace = new Int16Array(MOST_READINGS)
const topEnd = new Int16Array(MOST_READINGS)

/** Keeps a candidate; of candidates with the same brand only the cheapest stays. */
function keep(
  count: number,
  most: number,
  cost: number,
  place: number,
  end: number,
  start: number,
  starts: Int16Array,
): number {
  for (let k = 0; k < count; k++) {
    if (topEnd[k] !== end || starts[topPlace[k]!] !== start) continue
    if (cost >= topCost[k]!) return count
    for (let j = k; j + 1 < count; j++) move(j + 1, j)
    count--
    break
  }
  let at = count
  while (at > 0 && topCost[at - 1]! > cost) at--
  if (at >= most) return count
  for (let k = Math.min(count, most - 1); k > at; k--) move(k - 1, k)
  topCost[at] = cost
  topPlace[at] = place
  topEnd[at] = end
  return Math.min(count + 1, most)
}

function move(from: number, to: number): void {
  topCost[to] = topCost[from]!
  topPlace[to] = topPlace[from]!
  topEnd[to] = topEnd[from]!
}

const starts = new Int16Array(64)

/**
 * The cheapest ways to read a name without its form, best first: at most `options.readings`, and none that is hopeless
 * against the best. Dynamic programming over the words of the lexicon from the right, a place from the left, and the
 * brand between them.
 */
export function segmentName(
  text: string,
  places: readonly PlacePrefix[],
  options: SegmentOptions,
): Reading[] {
  const limit = text.length
  readPieces(text, limit, options)
  const { boundary } = options
  const most = Math.min(options.readings, MOST_READINGS)
  let count = 0
  for (let p = 0; p < places.length; p++) {
    const place = places[p]!
    starts[p] = place.end
    markIndustry(place.end, limit)
    const last = boundary >= place.end + 2 ? boundary : limit
    for (let end = place.end; end <= last; end++) {
      if (rest[end] === Number.POSITIVE_INFINITY) continue
      const least = place.cost + rest[end]!
      if (count === most && least >= topCost[count - 1]!) continue
      const cost = least + costOfBrand(text, place, end, options.noBrand)
      if (cost < Number.POSITIVE_INFINITY) count = keep(count, most, cost, p, end, place.end, starts)
    }
  }
  const readings: Reading[] = []
  for (let k = 0; k < count && (k === 0 || topCost[k]! - topCost[0]! <= WORTH_TELLING); k++) {
    readings.push(toReading(text, places[topPlace[k]!]!, topEnd[k]!, topCost[k]!))
  }
  return readings
}

/** The end of a long brand without the trade that the lexicon lacks at its end: 恒达|钎焊材. */
function trimTrade(text: string, start: number, end: number): number {
  let cut = end
  while (cut > start + 2 && end - cut < 4 && isTrade[text.charCodeAt(cut - 1)] === 1) cut--
  return end - cut >= 2 ? cut : end
}

function followLinks(start: number, limit: number, pieces: Piece[]): Piece[] {
  for (let i = start; i < limit; i = linkEnd[i]!) {
    pieces.push({ kind: KINDS[linkKind[i]!]!, start: i, end: linkEnd[i]! })
  }
  return pieces
}

/** Brands longer than this are doubted. */
const LONG_BRAND = 4

/** The end of a brand too long to be one: before the first industry word in it that leaves a brand. */
function cutLongBrand(start: number, end: number): number {
  if (end - start <= LONG_BRAND) return end
  for (let i = start + 2; i <= start + LONG_BRAND && i < end - 1; i++) {
    const mask = masks[i]! & ~3
    if (mask !== 0 && i + 31 - Math.clz32(mask) <= end) return i
  }
  return end
}

/** Reads the units from start to end, where a lexicon word may be missing, as industry words and what lies between. */
function followMasks(start: number, end: number, pieces: Piece[]): void {
  let unknown = start
  for (let i = start; i < end; ) {
    const mask = masks[i]! & ((2 << (end - i)) - 1) & ~3
    const length = mask === 0 ? 0 : 31 - Math.clz32(mask)
    if (length > 0 && unknown < i) pieces.push({ kind: 'industry', start: unknown, end: i })
    if (length > 0) pieces.push({ kind: 'industry', start: i, end: i + length })
    i += Math.max(length, 1)
    if (length > 0) unknown = i
  }
  if (unknown < end) pieces.push({ kind: 'industry', start: unknown, end })
}

function toReading(text: string, place: PlacePrefix, end: number, cost: number): Reading {
  const pieces: Piece[] = []
  const long = cutLongBrand(place.end, end)
  const brandEnd = long < end ? long : trimTrade(text, place.end, end)
  if (brandEnd < end) followMasks(brandEnd, end, pieces)
  return { place, brandEnd, pieces: followLinks(end, text.length, pieces), cost }
}
