/** Names of places in an address: what is left between the parts that carry a suffix. */
import { addOnce, type Draft } from './draft.ts'
import { readDivisions } from './read-divisions.ts'

/** Words that place something beside something else; what stands before them is a landmark, what follows is the place. */
const BESIDE = [
  '斜对面',
  '正对面',
  '对面',
  '附近',
  '旁边',
  '隔壁',
  '对过',
  '交叉口',
  '交汇处',
  '交界处',
  '路口',
]
/** Words at the end of a name that say where at the place. */
const AT_END =
  /(?:[东西南北]{1,2}(?:侧|边|面|首|头|端|角|方向|邻|部)|旁|内|院内|楼下|楼上|门口|门前|后门|大门|[东西南北正]门|后面|前面|里面|院里|处|驻地|沿街|往[东西南北]|向[东西南北]|[东西南北]{1,2}(?:约|行)?)+$/
const AT_START =
  /^(?:的|之(?!\d)|在|内|处|旁边?|院内|内的|路?口(?!岸)|附近|[与及]|和(?=.{6})|路[东西南北](?:侧|边)?(?=..)|[东西南北]{1,2}[角侧邻](?=..))+/
/** 富士星光西侧黄金花园: a landmark, a direction, the place. */
const SIDE_INSIDE = /^(.{2,}?[东西南北]{1,2}(?:侧|邻|首))(.{3,})$/
const PIECES_AFTER = /^.{2,}?(?:小区|花园|工业[园区]|产业园|科技园|大厦|广场|新村|学院|大学|医院)(?=.{3,})/

/** The last characters of what {@link AT_END} knows, and the first ones of {@link BESIDE}: most names have none. */
const ENDS_AT = new Set([...'侧边面首头端角向邻部旁内下上口前门后院处地街东西南北约行里'])
const IS_BESIDE = new Set([...'对近边壁过口处'])

function hasAny(name: string, chars: ReadonlySet<string>): boolean {
  for (let i = 0; i < name.length; i++) if (chars.has(name[i] ?? '')) return true
  return false
}

/** Gives a stretch of text to the parts: zone left-overs, landmarks, names. */
export function flushName(text: string, draft: Draft): void {
  let name = text.replace(AT_START, '')
  if (hasAny(name, IS_BESIDE))
    for (const word of BESIDE) {
      const at = name.indexOf(word)
      if (at < 0) continue
      const before = name.slice(0, at)
      const after = name.slice(at + word.length).replace(AT_START, '')
      if (before !== '') addOnce(after === '' ? draft.pois : draft.remarks, before)
      addOnce(draft.remarks, word)
      name = after
    }
  const side = name.length > 6 ? SIDE_INSIDE.exec(name) : null
  if (side !== null) {
    draft.remarks.push(side[1] ?? '')
    name = side[2] ?? ''
  }
  if (name === '') return
  const tail = ENDS_AT.has(name.at(-1) ?? '') ? AT_END.exec(name) : null
  if (tail !== null && tail.index > 1) {
    draft.remarks.push(tail[0])
    name = name.slice(0, tail.index)
  } else if (tail !== null && tail.index === 0) {
    draft.remarks.push(name)
    return
  }
  if (name.length === 1 && draft.pois.length + draft.roads.length > 0) {
    draft.remarks.push(name)
    return
  }
  addPois(name, draft)
}

const DIVISION_AHEAD = /^[\u4e00-\u9fff]{2,8}?[省市县](?=.{3})/

/** A name that begins with divisions, 杭州市余杭区南苑中心小学, goes without them. */
function withoutDivisions(name: string, draft: Draft): string {
  if (!DIVISION_AHEAD.test(name)) return name
  const { end, codes } = readDivisions(name)
  if (end === 0 || name.length - end < 4) return name
  if (draft.divisions.length === 0) draft.divisions = codes
  return name.slice(end)
}

/** 翠湖工业园信嘉科技 are two places. */
function addPois(text: string, draft: Draft): void {
  const name = withoutDivisions(text, draft)
  const first = name.length > 6 ? PIECES_AFTER.exec(name)?.[0] : undefined
  if (first === undefined) {
    addOnce(draft.pois, name)
    return
  }
  addOnce(draft.pois, first)
  const rest = name.slice(first.length)
  if (!draft.pois.includes(rest)) addOnce(draft.pois, rest)
}
