/** The place of the scanner in an address, and what its readers share. */
import { anyOf, HEAD_KINDS, ROAD_KINDS } from '../lexicon/address-words.ts'
import type { Draft } from './draft.ts'
import { flushName } from './name.ts'

export interface Cursor {
  readonly text: string
  /** Where the text after the divisions begins. */
  readonly from: number
  /** Where the stretch of text not yet given to a part begins. */
  start: number
}

/** Gives the stretch before `end` to the names. */
export function flush(cursor: Cursor, end: number, draft: Draft): void {
  if (cursor.start < end) flushName(cursor.text.slice(cursor.start, end), draft)
  cursor.start = end
}

/** What a sticky pattern finds at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Claims that a sticky pattern matches at `at`; the pattern's `lastIndex` is the end of the match. */
export function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** The name goes on as that of a road, 中山路北街, 前村西路, and not with 路口. */
export const ROAD_FOLLOWS = new RegExp(`[东西南北中前后上下内外]{0,2}${anyOf(ROAD_KINDS)}(?![道办口])`, 'y')
/** The name is at its end. */
export const NAME_ENDS = /$|[\d ,、()东西南北]/y

/** A stem longer than this holds something else in front of its own name. */
export const LONGEST_STEM = 5
const HEAD = new RegExp(
  `^(.*${anyOf(HEAD_KINDS)})(?![东西南北中一]{0,2}(?:路|街|大道|大街|巷|镇|乡|村)$)([^A-Z].+)$`,
)
const BESIDE_HEAD = /^.*(?:附近|对面|旁边|隔壁|交叉口|交汇处?|路口)(?=.{3})/

/** 南区纬二路, 新城区同德路: short, and still a place and its road. */
const DISTRICT_HEAD = /^(.{1,5}[区镇乡])(?![东西南北中大]{0,2}(?:道|街|巷|路))(.{2,}[路街道巷])$/

export interface Split {
  /** What stands in front of the name, '' when nothing does. */
  readonly head: string
  readonly own: string
}

/** The name without what stands beside the place: 1号附近南阳路. */
export function splitBeside(name: string): Split {
  const head = name.length > 4 ? (BESIDE_HEAD.exec(name)?.[0] ?? '') : ''
  if (head !== '') return { head, own: name.slice(head.length) }
  return { head, own: '与及至的'.includes(name[0] ?? ' ') ? name.slice(1) : name }
}

/** The name without the place in front of it: 海湾旅游区奉炮公路. */
export function splitHead(name: string): Split {
  const { head, own } = splitBeside(name)
  const pattern = own.length > LONGEST_STEM ? HEAD : /[区镇乡]./.test(own) ? DISTRICT_HEAD : null
  const split = pattern?.exec(own) ?? null
  if (split !== null) return { head: head + split[1], own: split[2] ?? '' }
  return { head, own: own.charCodeAt(0) < 128 && own.length > 3 ? own.replace(/^[A-Z]+(?=[^A-Z])/, '') : own }
}
