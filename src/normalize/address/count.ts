/** Numbers in an address: 59号院, 455弄, 3栋2单元1201室, 1-3层, 3-2-1201. */
import {
  anyOf,
  BUILDING_KINDS,
  ENTRANCES,
  ESTATE_KINDS,
  NUMBERED_NAMES,
  ROOM_KINDS,
} from '../lexicon/address-words.ts'
import { addOnce, type Draft } from './draft.ts'
import { standsAt, unitsIn } from './units-in.ts'

/** A number as written: 12, A3, 8-3, 甲26, 101-105, 1615、1616. Then what it counts. */
const COUNT =
  /(负|地下|地上|临时|[甲乙丙丁戊己庚辛临附付特增](?=[A-Z]?\d))?([A-Z]{0,3}-?\d{1,6}(?:[甲乙丙丁]\d{0,3}|[A-Z]\d{1,4}|[A-Z]{1,2})?(?:[-/.、,&+至][A-Z]{0,2}\d{1,5}[A-Z]{0,2}(?![米\d])){0,8}(?:-[A-Z](?=[栋幢座楼]))?|[A-Z]{1,2}(?=[栋幢座楼单])|[甲乙丙丁](?=[栋幢座]))(号(?:院|大院)?(?:[内之附增-](?:[甲乙丙丁]?\d+)(?:号|[-]\d+号)?)?|弄|支弄|巷|单元|门|梯|层|楼|F|室|房间?|包[间厢]|户|铺|店|档|仓|栋|幢|座|组|[村居]民小组|小组|大?队|社(?!区)|公里|余?米|M)?/y

/** After 号 these make the number part of a name or of something else than a house: 14号大街, 2号线, 3号门. */
const AFTER_HAO = new RegExp(
  `(${anyOf(BUILDING_KINDS)})|(${anyOf(NUMBERED_NAMES)})|(${anyOf(ENTRANCES)})|(${anyOf(ROOM_KINDS)})|(层)`,
  'y',
)
/** The first characters of what {@link AFTER_HAO} knows. */
const OPENS_AFTER_HAO = unitsIn(
  ['层', ...BUILDING_KINDS, ...NUMBERED_NAMES, ...ENTRANCES, ...ROOM_KINDS].map((word) => word[0]).join(''),
)
/** A number that follows a residential name counts buildings. */
const ESTATE = new RegExp(`${anyOf(ESTATE_KINDS)}$`)
const NO_ESTATE = /(?:工业|产业|科技)园|街区/

const PLAIN_NUMBER = /^[1-9]\d*$/
const canonical = (text: string): string =>
  PLAIN_NUMBER.test(text)
    ? text
    : text
        .replace(/[&、+.]/g, ',')
        .replace(/[-至]/g, '-')
        .replace(/(?<![\dA-Z])0+(?=\d)/g, '')

export interface Counted {
  /** Where the scan goes on; the start when the number is part of a name. */
  readonly end: number
  /** The number belongs to the name around it: 2期, 14号大街. */
  readonly isName: boolean
}

const NAME: Counted = { end: 0, isName: true }

/** 号 with its attachments: 118号之1, 14附1号 → 118-1, 14-1. */
const houseNumber = (prefix: string, number: string, tail: string): string => {
  const attached = /[甲乙丙丁]?\d+(?:-\d+)?/.exec(tail)?.[0] ?? ''
  const mark = /^[甲乙丙丁特]/.test(prefix) ? prefix : ''
  if (prefix === '附' || prefix === '付') return `附${canonical(number)}`
  return canonical(number) + mark + (attached === '' ? '' : `-${attached}`)
}

const HAO = 0x53f7
/** What else {@link COUNT} takes behind 号. */
const GOES_ON_AFTER_HAO = unitsIn('院大内之附增-')
/** What counts in one character, whatever follows. */
const COUNTERS = unitsIn('弄巷门梯层楼室户铺店档仓栋幢座组')
const MOST_DIGITS = 6

/** Where the digits at `at` end, `at` when there are none or too many. */
function endOfDigits(text: string, at: number): number {
  let end = at
  while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++
  return end - at > MOST_DIGITS ? at : end
}

/** Most numbers are digits and one character: what {@link COUNT} would find of them; undefined for others. */
function readPlain(text: string, at: number, name: string, draft: Draft): Counted | undefined {
  const digits = endOfDigits(text, at)
  if (digits === at || digits === text.length) return undefined
  const end = digits + 1
  if (text.charCodeAt(digits) === HAO && !standsAt(GOES_ON_AFTER_HAO, text, end))
    return readHouse(text, end, canonical(text.slice(at, digits)), name, draft)
  if (!standsAt(COUNTERS, text, digits)) return undefined
  return assign(text, end, canonical(text.slice(at, digits)), text.slice(digits, end), name, draft)
}

/** Reads the number at `at`; `name` is the text collected before it in the same stretch. */
export function readCount(text: string, at: number, name: string, draft: Draft): Counted {
  const plain = readPlain(text, at, name, draft)
  if (plain !== undefined) return plain
  COUNT.lastIndex = at
  const found = COUNT.exec(text)
  if (found === null) return NAME
  const [whole, prefix = '', number = '', unit = ''] = found
  const end = at + whole.length
  if (unit.startsWith('号')) return readHouse(text, end, houseNumber(prefix, number, unit), name, draft)
  if (unit === '') return readBare(text, end, prefix + number, name, draft)
  if (unit === '米' || unit === '余米' || unit === '公里' || unit === 'M') {
    draft.remarks.push(whole)
    return { end, isName: false }
  }
  return assign(text, end, prefix + canonical(number), unit, name, draft)
}

/** What a counted number is a number of; whatever is not listed is a room. */
const PARTS: ReadonlyMap<string, 'lane' | 'building' | 'unit' | 'floor' | 'group'> = new Map([
  ['弄', 'lane'],
  ['支弄', 'lane'],
  ['巷', 'lane'],
  ['栋', 'building'],
  ['幢', 'building'],
  ['座', 'building'],
  ['门', 'unit'],
  ['梯', 'unit'],
  ['单元', 'unit'],
  ['楼', 'floor'],
  ['层', 'floor'],
  ['F', 'floor'],
  ['组', 'group'],
  ['队', 'group'],
  ['大队', 'group'],
  ['社', 'group'],
  ['村民小组', 'group'],
  ['居民小组', 'group'],
  ['小组', 'group'],
] as const)

function assign(text: string, end: number, value: string, unit: string, name: string, draft: Draft): Counted {
  const part = PARTS.get(unit)
  if (unit === '巷' && (name !== '' || /[村子]/.test(text[end] ?? ''))) return NAME
  if (part === 'floor') return readFloor(text, end, value, unit, draft)
  if (part === 'lane') addLane(draft, value)
  else if (part === 'building') addBuilding(draft, value)
  else if (part === 'group') draft.group = value
  else if (part === 'unit' && draft.unit === '' && value.length < 3) draft.unit = value
  else if (part !== 'unit' || draft.room === '') {
    if (draft.room !== '' && draft.unit === '') draft.unit = draft.room
    draft.room = value
  }
  return { end, isName: false }
}

function readFloor(text: string, end: number, value: string, unit: string, draft: Draft): Counted {
  const beforeUnit = /^(?:\d{1,2}单元|[A-Z甲乙丙丁]单元)/.test(text.slice(end, end + 5))
  const floor = value.replace(/^(?:负|付|地下-?|B)(?=\d)/, '-').replace(/^地上/, '')
  if (unit === '楼' && draft.building === '' && (beforeUnit || /^[A-Z甲乙丙丁]/.test(value)))
    draft.building = value
  else if (draft.floor === '') draft.floor = floor
  return { end, isName: false }
}

/** 12号: a house in the street, or, once that is known, a building or a room. */
function readHouse(text: string, end: number, value: string, name: string, draft: Draft): Counted {
  AFTER_HAO.lastIndex = end
  const next = standsAt(OPENS_AFTER_HAO, text, end) ? AFTER_HAO.exec(text) : null
  const done = { end: next === null ? end : AFTER_HAO.lastIndex, isName: false }
  if (next?.[2] !== undefined) return NAME
  if (next?.[1] !== undefined) {
    addBuilding(draft, value)
    return done
  }
  if (next?.[3] !== undefined) {
    draft.remarks.push(text.slice(end - value.length - 1, AFTER_HAO.lastIndex))
    return done
  }
  if (next?.[5] !== undefined) return readFloor(text, done.end, value, '层', draft)
  const isInner = draft.floor !== '' || draft.unit !== '' || draft.building !== ''
  if (next?.[4] !== undefined || (isInner && draft.room === '')) {
    if (draft.room === '') draft.room = value
    return done
  }
  if (draft.number === value) return done
  if (draft.number !== '') {
    if (!readShortForm(value, draft) && draft.building === '') draft.building = value
  } else if (name !== '' && ESTATE.test(name) && !NO_ESTATE.test(name)) draft.building = value
  else draft.number = value
  return done
}

function addBuilding(draft: Draft, value: string): void {
  if (draft.building === '' || draft.building === value) draft.building = value
  else draft.building += `-${value}`
}

function addLane(draft: Draft, value: string): void {
  if (draft.lane === '' || draft.lane === value) draft.lane = value
  else draft.lane += `/${value}`
}

const SHORT_FORM = /^([A-Z]?\d{1,3}[A-Z]?)-(?:([A-Z]?\d{1,2})-)?([A-Z]?\d{1,4}[A-Z]?)$/

/** 3-2-1201: building, unit, room; 30-206: building, room. */
function readShortForm(value: string, draft: Draft): boolean {
  const short = SHORT_FORM.exec(value)
  if (short === null || draft.building !== '') return false
  draft.building = short[1] ?? ''
  if (short[2] !== undefined) draft.unit = short[2]
  if (draft.room === '') draft.room = short[3] ?? ''
  return true
}

const NAME_GOES_ON = /[期区村路街道巷里排院中小大年度元人家个平分环线纬经届国米]/

/** A number with a name after it: a house in the street before it, or a room of the place before it. */
function readInner(text: string, end: number, value: string, name: string, draft: Draft): Counted {
  const done = { end, isName: false }
  if (!/^\d{1,4}$/.test(value) || NAME_GOES_ON.test(text[end] ?? '') || /[A-Z]/.test(text[end] ?? ''))
    return NAME
  if (name === '' && draft.roads.length > 0 && draft.number === '') draft.number = value
  else if (ESTATE.test(name) && value.length > 2 && draft.room === '') draft.room = value
  else return NAME
  return done
}

/** A number that counts nothing: 3-2-1201 after an estate, 77 after a road, 1201 after a floor or a house. */
function readBare(text: string, end: number, number: string, name: string, draft: Draft): Counted {
  const next = text[end] ?? ''
  const isLast = next === '' || /[ ,、。()\-;:/]/.test(next)
  const value = canonical(number)
  const done = { end, isName: false }
  const isPlaced = draft.building !== '' || draft.floor !== '' || draft.unit !== ''
  if (!/\d/.test(number)) return NAME
  if (/^\d{1,2}F$/.test(value)) return readFloor(text, end, value.slice(0, -1), 'F', draft)
  if (isPlaced && draft.room === '' && (isLast || /\d{3}/.test(number))) {
    const inner = /^(\d{1,2})-([A-Z]?\d{1,4})$/.exec(value)
    if (inner !== null && draft.unit === '' && draft.floor === '') draft.unit = inner[1] ?? ''
    draft.room = inner?.[2] ?? value.replace(/^-/, '')
    return done
  }
  if (draft.number !== '' && name === '' && draft.room === '' && /^[A-Z]?\d{3,4}$/.test(value)) {
    draft.room = value
    return done
  }
  if (!isLast) return readInner(text, end, value, name, draft)
  if ((name !== '' || draft.number !== '') && readShortForm(value, draft)) return done
  if (!/^[\d,-]+[A-Z]?$/.test(value)) return NAME
  if (draft.number === '' && draft.roads.length > 0 && name === '') readAfterRoad(value, draft)
  else if (draft.building === '') draft.building = value
  else addOnce(draft.remarks, value)
  return done
}

/** 长江街11-4-2: house, unit, room. */
function readAfterRoad(value: string, draft: Draft): void {
  const [, house, unit, room] = /^(\d+)-(\d{1,2})-(\d{1,4})$/.exec(value) ?? []
  draft.number = house ?? value
  if (unit === undefined || room === undefined) return
  if (draft.unit === '') draft.unit = unit
  if (draft.room === '') draft.room = room
}
