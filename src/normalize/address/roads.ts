/** Roads: 中山三路, 人民路北段, G107, 312国道, A路与B路交叉口. */
import { type Cursor, flush, matchAt, matches, ROAD_FOLLOWS, splitBeside, splitHead } from './cursor.ts'
import { addOnce, type Draft } from './draft.ts'
import { flushName } from './name.ts'
import { readTown } from './places.ts'
import { standsAt, unitsIn } from './units-in.ts'

const NUMBERED =
  /(?:([GSXY]\d{1,4})(?:(?:国道|省道|县道|乡道|高速公路|高速|公路|线)|(?<=\d{3})(?=$|[^\dA-Z号栋幢座楼室层单-]))|(\d{1,4})(国道|省道|县道|乡道))(?:线|段)?(K?\d+\+\d+|K\d+)?(?:公里)?/y
const CLASSES: Readonly<Record<string, string>> = { 国道: 'G', 省道: 'S', 县道: 'X', 乡道: 'Y' }

const SECTION = /(?:([东西南北](?=\d{1,5}号)|\d{1,2}段)|[东西南北中上下前后](?:延长?|沿)?段|段)/y
const SIDE =
  /(?:[东西南北]{1,2}(?:侧|边|面|首|头|端|方向?|邻|部)|[东西南北](?=$|[ ,、(])|以[东西南北]|沿[线街]|口|旁边?|边|上)/y
const CROSSING =
  /(?:的)?(?:十字|丁字|三岔|岔)?(?:路口|交叉[路道]?口?处?|交[汇界叉接]口?处?|交?口)(?:处|附近)?/y

/** Characters before the suffix that make it no road: 渠道, 步行街. */
const NOT_BEFORE_WAY = '渠通隧轨管味拳频航铁河孔街跆神弯知'
const NOT_BEFORE_STREET = '步商食情品沿临业行'
const NOT_BEFORE_ROAD = '铁网思迷出套电'

function isNoRoad(before: string, suffix: string): boolean {
  if (suffix === '路') return NOT_BEFORE_ROAD.includes(before)
  if (suffix === '街') return NOT_BEFORE_STREET.includes(before)
  return suffix === '道' && NOT_BEFORE_WAY.includes(before)
}

/** After the suffix: the name of a town or village that goes on, 赵巷镇, 光华路街道. */
const NOT_BEFORE = /[镇乡庄坊子]|村(?!委)|街道|街办|办事处|社区|口(?:路|街|村|镇|社)/y
/** 道 and 弄 occur in many words: they end a road only here. */
const WEAK_CONTEXT = /$|[\d ,、()与和及交东西南北中附旁对]|口|段|侧|甲乙/y

/** Reads G107 or 312国道 at `at`; undefined when there is none. */
export function readNumberedRoad(cursor: Cursor, at: number, draft: Draft): number | undefined {
  if (!mayBeNumbered(cursor.text, at)) return undefined
  const road = matchAt(NUMBERED, cursor.text, at)
  if (road === null) return undefined
  flush(cursor, at, draft)
  addOnce(draft.roads, road[1] ?? (CLASSES[road[3] ?? ''] ?? '') + (road[2] ?? ''))
  if (road[4] !== undefined) draft.number = road[4]
  cursor.start = at + road[0].length
  return cursor.start
}

/** A letter of the road classes, or digits before 国 省 县 乡. */
function mayBeNumbered(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit === 0x47 || unit === 0x53 || unit === 0x58 || unit === 0x59) return true
  let end = at
  while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++
  return end > at && text[end + 1] === '道'
}

/** The first characters of what the patterns look for behind a road: mostly its number stands there. */
const BEHIND_ROAD = unitsIn('镇乡庄坊子村街办社口东西南北中上下前后内外大公路巷胡段以沿旁边的十丁三岔交')

const SECTION_END = unitsIn('段')

/** 2段, 12段. */
const mayBeSection = (text: string, at: number): boolean =>
  standsAt(SECTION_END, text, at + 1) || standsAt(SECTION_END, text, at + 2)

/** 二环, 东三环: ring roads are numbered. */
const RING = /[一二三四五六七八九十\d]/

/** Reads the road whose suffix stands at `at`. */
export function readRoad(cursor: Cursor, at: number, draft: Draft): number {
  const { text } = cursor
  const suffix = text[at] ?? ''
  const before = text[at - 1] ?? ''
  if (suffix === '街' && (text[at + 1] === '道' || text[at + 1] === '办'))
    return readTown(cursor, at + 1, draft)
  if (suffix === '同' && before !== '胡') return at + 1
  if (suffix === '线' && !/[\d省国县环]$/.test(text.slice(cursor.start, at))) return at + 1
  if ((suffix === '条' && !/\d/.test(before)) || (suffix === '环' && !RING.test(before))) return at + 1
  const goesOn = standsAt(BEHIND_ROAD, text, at + 1)
  if (goesOn && matches(NOT_BEFORE, text, at + 1)) return at + 1
  if (at === cursor.start || isNoRoad(before, suffix)) return at + 1
  const isWeak = (suffix === '道' && !'大国省'.includes(before)) || suffix === '弄' || suffix === '环'
  if (isWeak && !matches(WEAK_CONTEXT, text, at + 1) && !(suffix === '道' && isPlainRoad(cursor, at, draft)))
    return at + 1
  if (goesOn && matches(ROAD_FOLLOWS, text, at + 1)) return ROAD_FOLLOWS.lastIndex - 1
  return takeRoad(cursor, at + 1, draft)
}

/** 宜宾道宜宾东里: a short name right after the divisions. */
const isPlainRoad = ({ text, start, from }: Cursor, at: number, draft: Draft): boolean =>
  (start === from || draft.town !== '') &&
  at - start > 1 &&
  at - start < 4 &&
  !/[口里德场沟河外观士教馆家]/.test(text[at + 1] ?? '')

function takeRoad(cursor: Cursor, end: number, draft: Draft): number {
  const { text } = cursor
  const stretch = text.slice(cursor.start, end)
  const { head, own } = stretch.length > 4 ? splitHead(stretch) : splitBeside(stretch)
  if (head !== '') flushName(head, draft)
  let next = end
  const mayGoOn = standsAt(BEHIND_ROAD, text, next) || mayBeSection(text, next)
  const section = mayGoOn ? matchAt(SECTION, text, next) : null
  if (section !== null) next = SECTION.lastIndex
  addOnce(draft.roads, section?.[1] === undefined ? own : own + section[0])
  cursor.start = standsAt(BEHIND_ROAD, text, next) ? takeBeside(text, next, draft) : next
  return cursor.start
}

/** Where the crossing or the side of the road that stands at `at` ends, `at` when none does. */
function takeBeside(text: string, at: number, draft: Draft): number {
  if (matches(CROSSING, text, at)) return CROSSING.lastIndex
  if (!matches(SIDE, text, at)) return at
  draft.remarks.push(text.slice(at, SIDE.lastIndex))
  return SIDE.lastIndex
}

const ANOTHER_ROAD = /[^路街道巷\d ,]{2,6}(?:路|街|道|巷)/y

/** A路与B路, A路和B路交汇: 与 和 交 right after a road. */
export function readJoin(cursor: Cursor, at: number, draft: Draft): number {
  const { text } = cursor
  if (cursor.start !== at || draft.roads.length === 0) return at + 1
  if (text[at] === '交') {
    if (matches(CROSSING, text, at)) cursor.start = CROSSING.lastIndex
    return Math.max(cursor.start, at + 1)
  }
  // 和睦路 and 和燕路 begin with 和 too.
  const isAnd =
    text[at] === '与' || (/[路街道巷线段]/.test(text[at - 1] ?? '') && matches(ANOTHER_ROAD, text, at + 1))
  if (isAnd) cursor.start = at + 1
  return at + 1
}
