import { matchDivisions } from '../divisions.ts'
import { COSTS, WORTH_TELLING } from './costs.ts'
import { isWordlike, type PlacePrefix } from './places.ts'
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
  readonly readings: number
}

const KINDS: readonly PieceKind[] = ['industry', 'modifier', 'tail', 'group', 'china', 'ordinal', 'division']
const [INDUSTRY, MODIFIER, TAIL, GROUP, CHINA, ORDINAL, DIVISION] = [0, 1, 2, 3, 4, 5, 6]

const TAILS = [
  '国际',
  '城',
  '园',
  '馆',
  '行',
  '区',
  '台',
  '团',
  '吧',
  '港',
  '汇',
  '网',
  '苑',
  '阁',
  '轩',
  '楼',
  '府',
]

const lexicon = new Map<string, number>()
for (const word of TAILS) lexicon.set(word, TAIL)
for (const word of MODIFIERS) lexicon.set(word, MODIFIER)
for (const word of INDUSTRY_WORDS.keys()) lexicon.set(word, INDUSTRY)
for (const word of ['集团', '企业集团', '控股集团']) lexicon.set(word, GROUP)
lexicon.set('中国', CHINA)
const trie = createTrie(lexicon)

/** Longest text that is read; a name is never longer. */
export const LONGEST_NAME = 128
const rest = new Float64Array(LONGEST_NAME + 2)
const linkEnd = new Int16Array(LONGEST_NAME + 2)
const linkKind = new Uint8Array(LONGEST_NAME + 2)
/** Bit l of masks[i] is set when an industry word of l characters begins at i. */
const masks = new Int32Array(LONGEST_NAME + 2)

function costOfWord(kind: number, length: number): number {
  if (kind === INDUSTRY) return length === 1 ? COSTS.word1 : length === 2 ? COSTS.word2 : COSTS.word3
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
function readPieces(text: string, limit: number, mayEndInPlace: boolean): void {
  rest[limit] = 0
  for (let i = limit - 1; i >= 0; i--) {
    let best = Number.POSITIVE_INFINITY
    let mask = 0
    let node = 0
    for (let j = i; j < limit; j++) {
      node = childOf(trie, node, text.charCodeAt(j))
      if (node < 0) break
      const kind = trie.values[node]!
      if (kind < 0) continue
      const length = j + 1 - i
      if (kind === INDUSTRY) mask |= 1 << length
      const after = rest[j + 1]!
      if (kind === MODIFIER && j + 1 === limit) continue
      if (kind === TAIL && length === 1 && j + 1 < limit) continue
      const cost = after + costOfWord(kind, length)
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
    if (mayEndInPlace && i >= 2 && limit - i >= 2 && limit - i <= 4) {
      const cost = costOfLastPlace(text, i, limit)
      if (cost < best) {
        best = cost
        linkEnd[i] = limit
        linkKind[i] = DIVISION
      }
    }
    rest[i] = best
    masks[i] = mask
  }
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

const reach = new Uint8Array(LONGEST_NAME + 2)

/** Marks in `reach` the ends of texts from `start` that industry words cover wholly. */
function markIndustry(start: number, limit: number): void {
  reach.fill(0, start, limit + 1)
  reach[start] = 1
  for (let i = start; i < limit; i++) {
    if (reach[i] === 0) continue
    for (let mask = masks[i]! & ~2; mask !== 0; ) {
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
    if (match.level === 'county' && !match.full && isWordlike(text, start, end)) return COSTS.wordlikeBrand
    const inside =
      place.codes.length === 0 ||
      span.matches.some((m) => m.codes.some((c) => place.codes.some((o) => c.slice(0, 2) === o.slice(0, 2))))
    if (!inside) return COSTS.wordlikeBrand
    return match.level === 'province'
      ? COSTS.provinceBrand
      : match.level === 'city'
        ? COSTS.cityBrand
        : COSTS.countyBrand
  }
  return 0
}

function costOfBrand(text: string, place: PlacePrefix, end: number, noBrand: number): number {
  if (end === place.end)
    return noBrand + (place.codes.length > 0 || place.isNational ? 0 : COSTS.noDivisionNoBrand)
  const length = brandLength(text, place.end, end)
  const { brand } = COSTS
  let cost =
    length < brand.length ? brand[length]! : brand.at(-1)! + (length - brand.length + 1) * COSTS.brandLonger
  if (reach[end] !== 0 && !place.isNational) {
    cost += place.codes.length > 0 ? COSTS.industryBrand : COSTS.industryBrandAlone
  }
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
  readPieces(text, limit, options.mayEndInPlace)
  const most = Math.min(options.readings, MOST_READINGS)
  let count = 0
  for (let p = 0; p < places.length; p++) {
    const place = places[p]!
    starts[p] = place.end
    markIndustry(place.end, limit)
    for (let end = place.end; end <= limit; end++) {
      if (rest[end] === Number.POSITIVE_INFINITY) continue
      const least = place.cost + rest[end]!
      if (count === most && least >= topCost[count - 1]!) continue
      const cost = least + costOfBrand(text, place, end, options.noBrand)
      if (cost < Number.POSITIVE_INFINITY) count = keep(count, most, cost, p, end, place.end, starts)
    }
  }
  const readings: Reading[] = []
  for (let k = 0; k < count && (k === 0 || topCost[k]! - topCost[0]! <= WORTH_TELLING); k++) {
    const brandEnd = topEnd[k]!
    readings.push({
      place: places[topPlace[k]!]!,
      brandEnd,
      pieces: followLinks(brandEnd, limit),
      cost: topCost[k]!,
    })
  }
  return readings
}

function followLinks(start: number, limit: number): Piece[] {
  const pieces: Piece[] = []
  for (let i = start; i < limit; i = linkEnd[i]!) {
    pieces.push({ kind: KINDS[linkKind[i]!]!, start: i, end: linkEnd[i]! })
  }
  return pieces
}
