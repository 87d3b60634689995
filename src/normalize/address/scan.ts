/** Reads what follows the divisions of an address, left to right, by the suffixes of its parts. */
import { readCount } from './count.ts'
import { addOnce, type Draft } from './draft.ts'
import { flushName } from './name.ts'

const PLAIN = 0
const SEPARATOR = 1
const OPEN = 2
const COUNT = 3
const ROAD = 4
const TOWN = 5
const VILLAGE = 6
const ZONE = 7
const JOIN = 8
const BLOCK = 9

const kinds = new Uint8Array(65536)
const mark = (chars: string, kind: number) => {
  for (const char of chars) kinds[char.charCodeAt(0)] = kind
}
mark(' ,、,。;:|_!?"\'·/-*+.', SEPARATOR)
mark('(', OPEN)
mark('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ甲乙丙丁负临附付特', COUNT)
mark('路街道巷线同弄', ROAD)
mark('镇乡办处木', TOWN)
mark('村会屯庄寨查组队社', VILLAGE)
mark('区', ZONE)
mark('与和交', JOIN)
mark('楼座栋幢单层', BLOCK)

const NUMBERED_ROAD =
  /(?:([GSXY]\d{1,4})(?:(?:国道|省道|县道|乡道|高速公路|高速|公路|线)|(?<=\d{3})(?=$|[^\dA-Z号栋幢座楼室层单-]))|(\d{1,4})(国道|省道|县道|乡道))(?:线|段)?(K?\d+\+\d+|K\d+)?(?:公里)?/y
const ROAD_CLASS: Readonly<Record<string, string>> = { 国道: 'G', 省道: 'S', 县道: 'X', 乡道: 'Y' }

/** Continues a road's name after its suffix: 中山路 → 中山路北街; 村西路. */
const ROAD_FOLLOWS = /[东西南北中前后上下内外]{0,2}(?:大道|大街|公路|路|街(?!道)|巷|胡同)/y
const SECTION = /(?:[东西南北中上下前后](?:延长?|沿)?段|(\d{1,2})段|段)/y
const SIDE =
  /(?:[东西南北]{1,2}(?:侧|边|面|首|头|端|方向?|邻|部)|[东西南北](?=$|[ ,、(])|以[东西南北]|沿[线街]|口|旁边?|边|上)/y
const NO_ROAD_BEFORE: Readonly<Record<string, string>> = {
  道: '渠通隧轨管味拳频航铁河孔街跆神弯知',
  街: '步商食情品沿临业行',
  线: '',
  路: '铁网思迷出套',
  同: '',
  巷: '',
  弄: '',
}
const NO_ROAD_AFTER = /[镇乡庄坊子]|村(?!委)|街道|街办|办事处|社区|口(?:路|街|村|镇|社)/y
const ROAD_CONTEXT = /$|[\d ,、()与和及交东西南北中附旁对]|口|段|侧|甲乙/y
const CROSSING = /(?:的)?(?:十字|丁字|三岔|岔)?(?:路口|交叉[路道]?口?处?|交[汇界叉接]口?处?|口)(?:处|附近)?/y

interface Cursor {
  readonly text: string
  /** Where the text after the divisions begins. */
  readonly from: number
  /** Where the stretch of text not yet given to a part begins. */
  start: number
}

/** Scans `text` from `from` into the draft. */
export function scanAddress(text: string, from: number, draft: Draft): void {
  const cursor: Cursor = { text, from, start: from }
  let at = from
  while (at < text.length) at = step(cursor, at, draft)
  flush(cursor, text.length, draft)
}

function flush(cursor: Cursor, end: number, draft: Draft): void {
  if (cursor.start < end) flushName(cursor.text.slice(cursor.start, end), draft)
  cursor.start = end
}

/** Looks at one character; returns where to go on. */
function step(cursor: Cursor, at: number, draft: Draft): number {
  const { text } = cursor
  switch (kinds[text.charCodeAt(at)]) {
    case PLAIN:
      return at + 1
    case SEPARATOR:
      flush(cursor, at, draft)
      cursor.start = at + 1
      return at + 1
    case OPEN:
      return readBracket(cursor, at, draft)
    case COUNT:
      return readNumber(cursor, at, draft)
    case ROAD:
      return readRoad(cursor, at, draft)
    case TOWN:
      return readTown(cursor, at, draft)
    case VILLAGE:
      return readVillage(cursor, at, draft)
    case ZONE:
      return readZone(cursor, at, draft)
    case JOIN:
      return readJoin(cursor, at, draft)
    default:
      return readBlock(cursor, at, draft)
  }
}

function readBracket(cursor: Cursor, at: number, draft: Draft): number {
  const close = cursor.text.indexOf(')', at)
  const end = close < 0 ? cursor.text.length : close
  flush(cursor, at, draft)
  addOnce(draft.remarks, cursor.text.slice(at + 1, end))
  cursor.start = end + (close < 0 ? 0 : 1)
  return cursor.start
}

function readNumber(cursor: Cursor, at: number, draft: Draft): number {
  const { text } = cursor
  const road = mayNumberRoad(text, at) ? matchAt(NUMBERED_ROAD, text, at) : null
  if (road !== null) {
    flush(cursor, at, draft)
    addOnce(draft.roads, road[1] ?? (ROAD_CLASS[road[3] ?? ''] ?? '') + (road[2] ?? ''))
    if (road[4] !== undefined) draft.number = road[4]
    cursor.start = at + road[0].length
    return cursor.start
  }
  const counted = readCount(text, at, text.slice(cursor.start, at), draft)
  if (counted.isName) {
    let end = at + 1
    while (end < text.length && (kinds[text.charCodeAt(end)] === COUNT || text[end] === '-')) end++
    return end
  }
  flush(cursor, at, draft)
  cursor.start = counted.end
  return counted.end
}

/** G107, 312国道: a letter of the road classes, or digits before 国 省 县 乡. */
function mayNumberRoad(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit === 0x47 || unit === 0x53 || unit === 0x58 || unit === 0x59) return true
  let end = at
  while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++
  return end > at && text[end + 1] === '道'
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at
  return pattern.test(text)
}

function readRoad(cursor: Cursor, at: number, draft: Draft): number {
  const { text } = cursor
  const suffix = text[at] ?? ''
  const before = text[at - 1] ?? ''
  if (suffix === '街' && (text[at + 1] === '道' || text[at + 1] === '办'))
    return readTown(cursor, at + 1, draft)
  if (suffix === '同' && before !== '胡') return at + 1
  if (suffix === '线' && !/[\d省国县环]$/.test(text.slice(cursor.start, at))) return at + 1
  if (matches(NO_ROAD_AFTER, text, at + 1)) return at + 1
  if (at === cursor.start || NO_ROAD_BEFORE[suffix]?.includes(before)) return at + 1
  if (
    (suffix === '道' || suffix === '弄') &&
    before !== '大' &&
    before !== '国' &&
    before !== '省' &&
    !matches(ROAD_CONTEXT, text, at + 1)
  )
    return at + 1
  if (matches(ROAD_FOLLOWS, text, at + 1)) return ROAD_FOLLOWS.lastIndex - 1
  return takeRoad(cursor, at + 1, draft)
}

/** A stem longer than this holds something else in front of its own name. */
const LONGEST_STEM = 5
const HEAD =
  /^(.*(?:[区市县园线城场苑厦楼镇乡庄屯村]|广场|花园|公寓|公司|管委会|管理委员会|学校|学院|大学|医院|酒店|宾馆))(?![东西南北中一]{0,2}(?:路|街|大道|大街|巷)$)([^A-Z].+)$/

/** Gives what stands in front of a long name to the draft and returns the name alone. */
function ownStem(name: string, draft: Draft): string {
  const own = ownName(name, draft)
  const split = own.length > LONGEST_STEM ? HEAD.exec(own) : null
  if (split === null) return own.length > 3 ? own.replace(/^[A-Z]+(?=[^A-Z])/, '') : own
  flushName(split[1] ?? '', draft)
  return split[2] ?? ''
}

const BESIDE_HEAD = /^.*(?:附近|对面|旁边|隔壁|交叉口|交汇处?|路口)(?=.{3})/

/** The name without what stands beside the place: 1号附近南阳路. */
function ownName(name: string, draft: Draft): string {
  const head = name.length > 4 ? BESIDE_HEAD.exec(name)?.[0] : undefined
  if (head === undefined) return name.replace(/^[与及至的]/, '')
  flushName(head, draft)
  return name.slice(head.length)
}

function takeRoad(cursor: Cursor, end: number, draft: Draft): number {
  const { text } = cursor
  let name = text.slice(cursor.start, end)
  name = name.length > LONGEST_STEM + 1 ? ownStem(name, draft) : ownName(name, draft)
  let next = end
  const section = matchAt(SECTION, text, next)
  if (section !== null) {
    if (section[1] !== undefined) name += section[0]
    next = SECTION.lastIndex
  }
  if (matches(CROSSING, text, next)) {
    next = CROSSING.lastIndex
  } else if (matches(SIDE, text, next)) {
    draft.remarks.push(text.slice(next, SIDE.lastIndex))
    next = SIDE.lastIndex
  }
  addOnce(draft.roads, name)
  cursor.start = next
  return next
}

const TOWN_TAIL = /道?办事处|道?办(?!公)|道/y
const NO_TOWN = /(?:小|.{2}古)$|^(?:城|下|家|老|名|集|故|村)$/
const LONGEST_TOWN = 8

function readTown(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const suffix = text[at] ?? ''
  let end = at + 1
  let stem = text.slice(start, at)
  let kind = suffix
  if (suffix === '道' || (suffix === '办' && text[at - 1] === '街')) {
    stem = text.slice(start, at - 1)
    kind = '街道'
    if (matches(TOWN_TAIL, text, at)) end = TOWN_TAIL.lastIndex
  } else if (suffix === '办') {
    kind = '街道'
    if (text.startsWith('办事处', at)) end = at + 3
    else if (start !== cursor.from || stem.length > 3 || text[end] === '公') return end
  } else if (suffix === '处' || (suffix === '木' && text[at - 1] !== '苏')) return end
  else if (NO_TOWN.test(stem) || matches(ROAD_FOLLOWS, text, end) || text[end] === '村') return end
  if (stem.length < 1 || draft.town !== '' || draft.roads.length > 0) {
    if (kind !== '街道' || stem.length < 1) return end
  }
  stem = stem.length > LONGEST_STEM ? ownStem(stem, draft) : ownName(stem, draft)
  if (stem.length > LONGEST_TOWN) return end
  if (draft.town === '') draft.town = stem + kind
  cursor.start = matches(TOWN_STREET, text, end) ? TOWN_STREET.lastIndex : end
  return cursor.start
}

/** 天堂寨镇街道 is the town itself. */
const TOWN_STREET = /街道(?=$|[\d ,(])/y
const VILLAGE_TAIL = /村?(?:村民?委员?会|居民?委员?会|社区居委会|社区|行政村|自然村)|居委|村委/y

function readVillage(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const suffix = text[at] ?? ''
  const stem = text.slice(start, at)
  if (suffix === '组' || suffix === '队' || (suffix === '社' && text[at + 1] !== '区'))
    return readGroup(cursor, at, draft)
  if (suffix === '会' || suffix === '查' || suffix === '社') return readCommittee(cursor, at, draft)
  if (stem === '' || stem.endsWith('新') || /\d$/.test(stem)) return at + 1
  if (matches(ROAD_FOLLOWS, text, at + 1) || matches(NO_VILLAGE, text, at + 1)) return at + 1
  if (suffix !== '村') {
    if (draft.town === '' || draft.roads.length > 0 || draft.village !== '' || text[at + 1] === '村')
      return at + 1
    if (!matches(NAME_ENDS, text, at + 1)) return at + 1
  }
  if (draft.number !== '' || draft.pois.length > 0) return at + 1
  let end = at + 1
  if (matches(VILLAGE_TAIL, text, end)) end = VILLAGE_TAIL.lastIndex
  else if (suffix === '村' && matches(VILLAGE_TAIL, text, at)) end = VILLAGE_TAIL.lastIndex
  return takeVillage(cursor, stem + suffix, end, draft)
}

/** 王村镇 is a town, 前村庄 a name that goes on. */
const NO_VILLAGE = /[镇乡庄]|街道|街办|办事处/y
const VILLAGE_SIDE =
  /村?(?:[东西南北]{1,2}(?:侧|边|面|头|首|部|端|口)?|部|口|头|内|委)(?=$|[\d ,、()])|村(?=$|[\d ,、()])/y

/** 兴隆组, 金庄队: the group below a village by name. */
function readGroup(cursor: Cursor, at: number, draft: Draft): number {
  const stem = cursor.text.slice(cursor.start, at)
  if (draft.village === '' || draft.group !== '' || stem.length < 2 || stem.length > 4) return at + 1
  if (!matches(NAME_ENDS, cursor.text, at + 1)) return at + 1
  draft.group = stem
  cursor.start = at + 1
  return at + 1
}

const NAME_ENDS = /$|[\d ,、()东西南北]/y

function readCommittee(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const isCommunity = text.startsWith('社区', at)
  const end = isCommunity ? at + 2 : at + 1
  const stem = ownStem(text.slice(start, at + 1), draft).replace(/(?:村民?委员?会|居民?委员?会|嘎查|社)$/, '')
  if (stem === '' || stem.length > 8 || stem.length === at + 1 - start) return at + 1
  if (draft.number !== '' || matches(ROAD_FOLLOWS, text, end)) return at + 1
  return takeVillage(cursor, stem, end, draft)
}

function takeVillage(cursor: Cursor, name: string, end: number, draft: Draft): number {
  const stem = ownStem(name, draft).replace(/(?:行政村|自然村|村)$/, '')
  const full = stem === '' ? name : `${stem}村`
  if (draft.village === '') draft.village = full
  else if (draft.village !== full) addOnce(draft.pois, name)
  cursor.start = end
  if (matches(VILLAGE_SIDE, cursor.text, end)) {
    cursor.start = VILLAGE_SIDE.lastIndex
    draft.remarks.push(cursor.text.slice(end, cursor.start))
  }
  return cursor.start
}

const ZONE_NAME =
  /(?:高新技术产?业?(?:开发|园)区|高新开发区|高新区|经济技术开发区|经济开发区|经开区|技术开发区|开发区|新区|保税港?区|自由?贸易?(?:试验)?区|出口加工区|示范区|度假区|实验区|试验区|管理区|(?:工业|产业|科技|软件|物流|化工)园区|经济发展区|经济区|集中区|旅游区|名胜区|风景区|投资区|功能区|合作区)$/
/** 新站区: a district of a city that no list knows; 小区 and 厂区 are none. */
const UNKNOWN_DISTRICT = /^[\u4e00-\u9fff]{1,2}[^\d社小校厂库景住活务工业地东西南北中街院园山]区$/

function readZone(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const end = at + 1
  if (draft.roads.length > 0 || draft.number !== '' || end - start > 16) return end
  if (text[at] !== '区' || matches(ROAD_FOLLOWS, text, end)) return end
  const name = text.slice(start, end)
  if (name.endsWith('地区') && name.length < 7 && name.length > 3 && draft.town === '') {
    draft.town = name
    cursor.start = end
    return end
  }
  const isFirst = start === cursor.from && draft.zone === '' && UNKNOWN_DISTRICT.test(name)
  if (!isFirst && !ZONE_NAME.test(name)) return end
  if (draft.zone === '') draft.zone = name
  else draft.remarks.push(name)
  cursor.start = text.startsWith('管委会', end) ? end + 3 : end
  return cursor.start
}

/** A与B交叉口: what stands before 与 must be a road for it to be a crossing. */
function readJoin(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  if (start !== at || draft.roads.length === 0) return at + 1
  if (text[at] === '交') {
    if (!matches(CROSSING, text, at)) return at + 1
    cursor.start = CROSSING.lastIndex
    return cursor.start
  }
  if (
    text[at] === '和' &&
    !(/[路街道巷线段]/.test(text[at - 1] ?? '') && matches(ANOTHER_ROAD, text, at + 1))
  )
    return at + 1
  cursor.start = at + 1
  return at + 1
}

const ANOTHER_ROAD = /[^路街道巷\d ,]{2,6}(?:路|街|道|巷)/y
const NAMED_BLOCK = /(?:^|[^大茶酒钟鼓写综办教宿家门高洋红])([东西南北中主副裙附前后甲乙丙丁]{1,2})$/

const WORD_FLOORS: Readonly<Record<string, string>> = { 首: '1', 底: '1', 顶: '顶', 夹: '夹' }

function readWordFloor(cursor: Cursor, at: number, draft: Draft): number {
  const floor = WORD_FLOORS[cursor.text[at - 1] ?? '']
  if (floor === undefined || at === cursor.start) return at + 1
  flush(cursor, at - 1, draft)
  if (draft.floor === '') draft.floor = floor
  cursor.start = at + 1
  return at + 1
}

/** 北座, 主楼: buildings with a word for a number. */
function readBlock(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  if (text[at] === '层') return readWordFloor(cursor, at, draft)
  const block = NAMED_BLOCK.exec(text.slice(Math.max(start, at - 3), at))
  if (block === null || draft.building !== '') return at + 1
  const word = block[1] ?? ''
  if (text[at] === '单') {
    if (text[at + 1] !== '元' || draft.unit !== '') return at + 1
    flush(cursor, at - word.length, draft)
    draft.unit = word
    cursor.start = at + 2
    return at + 2
  }
  if (text[at] === '楼' && start === at - word.length && draft.pois.length + draft.roads.length === 0)
    return at + 1
  flush(cursor, at - word.length, draft)
  draft.building = word
  cursor.start = at + 1
  return at + 1
}
