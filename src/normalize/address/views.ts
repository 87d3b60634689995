/** The texts of an address that are compared: all below its divisions, the same without brackets, and the name it ends with. */
import { prepareAddress } from './prepare.ts'
import { readDivisions } from './read-divisions.ts'

const ASIDE = /\([^()]{0,60}\)?/g
/** 单元, 层 and what follows: inside the place. */
const INNER = /(?<=[\u4e00-\u9fff\d])(?:\d{1,2}单元|[负-]?\d{1,2}层|\d{1,2}楼|[\dA-Z-]{1,8}室).*$/
/** What leads to the place: landmarks, corners, and roads or quarters with their numbers. */
const WAY =
  /^.*(?:附近|交叉口|交汇处|交口|路口|[东西南北]角|对面|隔壁|旁边?|斜对过|\d米|[路街道巷弄]\d[\d,、/A-Z-]{0,12}号(?!楼|院|[内附])|\d号(?=[\u4e00-\u9fff]{3})(?!楼|院|大院|[内附之]))(?=..)/
const TOWN =
  /^[\u4e00-\u9fff]{2,6}?(?:街道(?:办事处|办)?|(?<![小古城])镇|(?<![小城])乡)(?=[\u4e00-\u9fff]{3})/
const ROAD = /^.{2,20}?(?:大道|路|街(?!道)|道|巷)(?:\d[\d,A-Z-]{0,12}号)?(?=[^\d段口与东西南北办].{2})/
const CORNER = /^(?:交叉口|交汇处|交口|路口|口)$/

export interface Sections {
  /** The divisions as written. */
  readonly head: string
  readonly body: string
}

export function sectionsOf(text: string): Sections {
  const whole = prepareAddress(text)
  const { end } = readDivisions(whole)
  return { head: whole.slice(0, end), body: whole.slice(end) }
}

export interface Views {
  /** The body without what stands in brackets. */
  readonly outer: string
  readonly name: string
}

export function viewsOf(body: string): Views {
  const outer = body.replace(ASIDE, '')
  const place = outer.replace(INNER, '') || outer
  const own = place.replace(WAY, '')
  const name = own === place ? withoutWays(place) : own
  return {
    outer: outer || body,
    name: CORNER.test(name) ? body : name || body,
  }
}

function withoutWays(place: string): string {
  const inTown = place.replace(TOWN, '')
  return inTown.replace(ROAD, '') || inTown
}
