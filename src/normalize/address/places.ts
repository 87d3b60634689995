/** Towns, villages, groups and zones, each by the suffix that ends it. */
import { anyOf, ROAD_KINDS, ZONE_KINDS } from '../lexicon/address-words.ts'
import {
  type Cursor,
  LONGEST_STEM,
  matches,
  NAME_ENDS,
  ROAD_FOLLOWS,
  splitBeside,
  splitHead,
} from './cursor.ts'
import { addOnce, type Draft } from './draft.ts'
import { flushName } from './name.ts'

const TOWN_TAIL = /道?办事处|道?办(?!公)|道/y
/** 小镇, 周庄古镇, 城乡: no towns. */
const NO_TOWN = /(?:小|.{2}古)$|^(?:城|下|家|老|名|集|故|村)$/
/** 天堂寨镇街道 is the town itself. */
const TOWN_STREET = /街道(?=$|[\d ,(])/y
/** 夏镇街道 is a 街道, 王镇村 a village. */
const TOWN_GOES_ON = /村|(?:街道|街办|办事处)(?=[^\d ,(])/y
const STREET = new RegExp(`${anyOf(ROAD_KINDS)}(?!道|办)`, 'y')
const LONGEST_NAME = 8

/** Reads the town whose suffix (镇 乡 街道 办事处 苏木) has its first or second character at `at`. */
export function readTown(cursor: Cursor, at: number, draft: Draft): number {
  const town = townAt(cursor, at)
  if (town === undefined || town.stem === '') return at + 1
  const isOffice = town.kind === '街道'
  if ((draft.town !== '' || draft.roads.length > 0) && !isOffice) return town.end
  const { head, own } = town.stem.length > LONGEST_STEM ? splitHead(town.stem) : splitBeside(town.stem)
  if (own.length > LONGEST_NAME) return town.end
  if (head !== '') flushName(head, draft)
  if (draft.town === '') draft.town = own + town.kind
  cursor.start = matches(TOWN_STREET, cursor.text, town.end) ? TOWN_STREET.lastIndex : town.end
  return cursor.start
}

interface FoundTown {
  readonly stem: string
  readonly kind: string
  readonly end: number
}

function townAt({ text, start, from }: Cursor, at: number): FoundTown | undefined {
  const suffix = text[at] ?? ''
  const stem = text.slice(start, at)
  if (suffix === '道' || (suffix === '办' && text[at - 1] === '街')) {
    const end = matches(TOWN_TAIL, text, at) ? TOWN_TAIL.lastIndex : at + 1
    return { stem: text.slice(start, at - 1), kind: '街道', end }
  }
  if (suffix === '办') {
    if (text.startsWith('办事处', at)) return { stem, kind: '街道', end: at + 3 }
    // 泗河办 for 泗河街道办事处, only right after the divisions.
    const isShort = start === from && stem.length < 4 && text[at + 1] !== '公'
    return isShort ? { stem, kind: '街道', end: at + 1 } : undefined
  }
  if (suffix === '木')
    return text[at - 1] === '苏' ? { stem: stem.slice(0, -1), kind: '苏木', end: at + 1 } : undefined
  if (suffix === '处' || NO_TOWN.test(stem) || matches(TOWN_GOES_ON, text, at + 1)) return undefined
  // 西乡街道: a stem of one character is too short for a town.
  if (stem.length === 1 && text.startsWith('街道', at + 1)) return undefined
  // 附城镇中街: right after the divisions a town and its street, elsewhere a street.
  const isStreet = start === from ? matches(STREET, text, at + 1) : matches(ROAD_FOLLOWS, text, at + 1)
  return isStreet ? undefined : { stem, kind: suffix, end: at + 1 }
}

const VILLAGE_TAIL = /村?(?:村民?委员?会|居民?委员?会|社区居委会|社区|行政村|自然村)|居委|村委/y
/** 王村镇 is a town, 前村庄 a name that goes on. */
const NO_VILLAGE = /[镇乡庄]|街道|街办|办事处/y
const VILLAGE_SIDE =
  /村?(?:[东西南北]{1,2}(?:侧|边|面|头|首|部|端|口)?|部|口|头|内|委)(?=$|[\d ,、()])|村(?=$|[\d ,、()])/y
const COMMITTEE = /(?:村民?委员?会|居民?委员?会|嘎查|社)$/

/** Reads what ends with 村 庄 屯 寨, 社区 居委会 嘎查, 组 队 社. */
export function readVillage(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const suffix = text[at] ?? ''
  const isCommunity = suffix === '社' && text[at + 1] === '区'
  if (suffix === '组' || suffix === '队' || (suffix === '社' && !isCommunity))
    return readGroup(cursor, at, draft)
  if (suffix === '会' || suffix === '查' || isCommunity) return readCommittee(cursor, at, draft)
  if (start === at || /[新\d]/.test(text[at - 1] ?? '')) return at + 1
  if (matches(ROAD_FOLLOWS, text, at + 1) || matches(NO_VILLAGE, text, at + 1)) return at + 1
  if (suffix !== '村' && !isHamlet(cursor, at, draft)) return at + 1
  if (draft.number !== '' || draft.pois.length > 0) return at + 1
  let end = at + 1
  if (matches(VILLAGE_TAIL, text, end) || (suffix === '村' && matches(VILLAGE_TAIL, text, at))) {
    end = VILLAGE_TAIL.lastIndex
  }
  return takeVillage(cursor, text.slice(start, at + 1), end, draft)
}

/** 庄 屯 寨 end many names: a village only right under its town and at the end of a name. */
const isHamlet = (cursor: Cursor, at: number, draft: Draft): boolean =>
  draft.town !== '' &&
  draft.roads.length === 0 &&
  draft.village === '' &&
  matches(NAME_ENDS, cursor.text, at + 1)

/** 兴隆组, 金庄队: the group below a village by name. */
function readGroup(cursor: Cursor, at: number, draft: Draft): number {
  const stem = cursor.text.slice(cursor.start, at)
  if (draft.village === '' || draft.group !== '' || stem.length < 2 || stem.length > 4) return at + 1
  if (!matches(NAME_ENDS, cursor.text, at + 1)) return at + 1
  draft.group = stem
  cursor.start = at + 1
  return at + 1
}

function readCommittee(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const end = text.startsWith('社区', at) ? at + 2 : at + 1
  const name = text.slice(start, at + 1)
  const stem = name.replace(COMMITTEE, '')
  if (stem === '' || stem === name || draft.number !== '' || matches(ROAD_FOLLOWS, text, end)) return at + 1
  return takeVillage(cursor, stem, end, draft)
}

function takeVillage(cursor: Cursor, name: string, end: number, draft: Draft): number {
  const { head, own } = splitHead(name)
  if (own.length > LONGEST_NAME + 1) return end
  if (head !== '') flushName(head, draft)
  const stem = own.replace(/(?:行政村|自然村|村)$/, '')
  const village = stem === '' ? own : `${stem}村`
  if (draft.village === '') draft.village = village
  else if (draft.village !== village) addOnce(draft.pois, own)
  cursor.start = end
  if (matches(VILLAGE_SIDE, cursor.text, end)) {
    cursor.start = VILLAGE_SIDE.lastIndex
    draft.remarks.push(cursor.text.slice(end, cursor.start))
  }
  return cursor.start
}

const ZONE = new RegExp(`${anyOf(ZONE_KINDS)}$`)
/** 新站区: a district of a city that no list knows; 小区 and 厂区 are none. */
const UNKNOWN_DISTRICT = /^[\u4e00-\u9fff]{1,2}[^\d社小校厂库景住活务工业地东西南北中街院园山]区$/
const LONGEST_ZONE = 16

/** Reads the zone that ends with the 区 at `at`: before any road. */
export function readZone(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const end = at + 1
  if (draft.roads.length > 0 || draft.number !== '' || end - start > LONGEST_ZONE) return end
  if (matches(ROAD_FOLLOWS, text, end)) return end
  const name = text.slice(start, end)
  if (name.endsWith('地区') && name.length < 7 && name.length > 3 && draft.town === '') {
    draft.town = name
    cursor.start = end
    return end
  }
  const isFirst = start === cursor.from && draft.zone === '' && UNKNOWN_DISTRICT.test(name)
  if (!isFirst && !ZONE.test(name)) return end
  if (draft.zone === '') draft.zone = name
  else draft.remarks.push(name)
  cursor.start = text.startsWith('管委会', end) ? end + 3 : end
  return cursor.start
}
