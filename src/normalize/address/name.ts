/** Names of places in an address: what is left between the parts that carry a suffix. */
import { anyOf, BESIDE, CLOSED_KINDS, WHERE_AT } from '../lexicon/address-words.ts'
import { addOnce, type Draft } from './draft.ts'
import { readDivisions } from './read-divisions.ts'
import { standsAt, unitsIn } from './units-in.ts'

const AT_END = new RegExp(`${anyOf(WHERE_AT)}+$`)
const AT_START =
  /^(?:的|之(?!\d)|在|内|处|旁边?|院内|内的|路?口(?!岸)|附近|[与及]|和(?=.{6})|路[东西南北](?:侧|边)?(?=..)|[东西南北]{1,2}[角侧邻](?=..))+/
/** 富士星光西侧黄金花园: a landmark, a direction, the place. */
const SIDE_INSIDE = /^(.{2,}?[东西南北]{1,2}(?:侧|邻|首))(.{3,})$/
const CLOSED = new RegExp(`^.{2,}?${anyOf(CLOSED_KINDS)}(?=.{3,})`)

/** The last characters of what {@link AT_END} knows, and the first ones of {@link BESIDE}: most names have none. */
const ENDS_AT = unitsIn('侧边面首头端角向邻部旁内下上口前门后院处地街东西南北约行里')
const IS_BESIDE = unitsIn('对近边壁过口处')
/** The first characters of what {@link AT_START} knows. */
const BEGINS_AT = unitsIn('的之在内处旁院路口附与及和东西南北')

function hasAny(name: string, units: Uint8Array): boolean {
  for (let i = 0; i < name.length; i++) if (units[name.charCodeAt(i)] === 1) return true
  return false
}

const withoutStart = (text: string): string =>
  standsAt(BEGINS_AT, text, 0) ? text.replace(AT_START, '') : text

/** Gives a stretch of text to the parts: what stands beside something to the remarks, names to the places. */
export function flushName(text: string, draft: Draft): void {
  let name = withoutStart(text)
  if (hasAny(name, IS_BESIDE)) name = withoutLandmarks(name, draft)
  const side = name.length > 6 ? SIDE_INSIDE.exec(name) : null
  if (side !== null) {
    draft.remarks.push(side[1] ?? '')
    name = side[2] ?? ''
  }
  const endsAt = name !== '' && standsAt(ENDS_AT, name, name.length - 1)
  const tail = endsAt ? AT_END.exec(name) : null
  if (tail !== null && tail.index !== 1) {
    draft.remarks.push(tail[0])
    name = name.slice(0, tail.index)
  }
  const isScrap = name.length === 1 && draft.pois.length + draft.roads.length > 0
  if (isScrap) draft.remarks.push(name)
  else if (name !== '') addPois(name, draft)
}

/** 鸿光酒店对面凤凰公寓 is 凤凰公寓; with nothing after it, the landmark is the best name there is. */
function withoutLandmarks(text: string, draft: Draft): string {
  let name = text
  for (const word of BESIDE) {
    const at = name.indexOf(word)
    if (at < 0) continue
    const before = name.slice(0, at)
    const after = withoutStart(name.slice(at + word.length))
    if (before !== '') addOnce(after === '' ? draft.pois : draft.remarks, before)
    addOnce(draft.remarks, word)
    name = after
  }
  return name
}

const DIVISION_AHEAD = /^[\u4e00-\u9fff]{2,8}?[省市县](?=.{3})/

/** A name that begins with divisions, 杭州市余杭区南苑中心小学, goes without them. */
function withoutDivisions(name: string, draft: Draft): string {
  const isDivision = name.length < 8 && /.{2}[市县区]$/.test(name)
  if (!isDivision && !DIVISION_AHEAD.test(name)) return name
  const { end, codes } = readDivisions(name)
  if (isDivision && end === name.length && draft.divisions.length === 0) {
    draft.divisions = codes
    return ''
  }
  if (end === 0 || name.length - end < 4) return name
  if (draft.divisions.length === 0) draft.divisions = codes
  return name.slice(end)
}

/** 翠湖工业园信嘉科技 are two places. */
function addPois(text: string, draft: Draft): void {
  const name = withoutDivisions(text, draft)
  const first = name.length > 6 ? CLOSED.exec(name)?.[0] : undefined
  if (first === undefined) {
    addOnce(draft.pois, name)
    return
  }
  addOnce(draft.pois, first)
  const rest = name.slice(first.length)
  if (!draft.pois.includes(rest)) addOnce(draft.pois, rest)
}
