import { shortName } from './division-names.ts'
import {
  cellsBeginningWith,
  cellsOf,
  cellsOfCode,
  type DivisionCell,
  type DivisionTable,
  openDivisionTable,
} from './division-table.ts'
import { DIVISION_ALIASES } from './lexicon/division-aliases.ts'
import { CURRENT_DIVISIONS, FORMER_DIVISIONS } from './lexicon/divisions.ts'
import { addWord, edgeFrom, emptyTrie, nodeOf, wordOf } from './trie.ts'
import { createUnread, isUnread, markRead } from './unit-chains.ts'

export type DivisionLevel = 'province' | 'city' | 'county'

/** A division in use. `short` is the name without its kind, `parent` the code above it, '' for a province. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly short: string
  readonly level: DivisionLevel
  readonly parent: string
}

/** One reading of a name: the current codes it stands for (several when the division was split). */
export interface DivisionMatch {
  readonly codes: readonly string[]
  readonly level: DivisionLevel
  /** The whole name was written (太原市, 恩施州), not the stem alone (太原). */
  readonly full: boolean
  /** The name is no longer in use for these codes (襄樊市). */
  readonly former: boolean
}

/** A division name that stands in a text, one object for each name. */
export interface DivisionSpan {
  /** Each name has a number of its own, below 65,536. */
  readonly id: number
  readonly length: number
  readonly matches: readonly DivisionMatch[]
}

interface DivisionName {
  readonly name: string
  readonly span: DivisionSpan
  readonly matches: DivisionMatch[]
  /** The names that this one begins with, itself first; made when it is first met. */
  spans: readonly DivisionSpan[] | undefined
}

type Alias = (typeof DIVISION_ALIASES)[number]
const NO_ALIASES: readonly Alias[] = []

interface Tables {
  readonly current: DivisionTable
  readonly former: DivisionTable
  /** By the first character of the alias. */
  readonly aliases: ReadonlyMap<number, readonly Alias[]>
}

let opened: Tables | undefined
const tables = (): Tables => (opened ??= openTables())

function openTables(): Tables {
  const aliases = new Map<number, Alias[]>()
  for (const alias of DIVISION_ALIASES) {
    const unit = alias[0].charCodeAt(0)
    const others = aliases.get(unit)
    if (others === undefined) aliases.set(unit, [alias])
    else others.push(alias)
  }
  return {
    current: openDivisionTable(CURRENT_DIVISIONS),
    former: openDivisionTable(FORMER_DIVISIONS),
    aliases,
  }
}

const LEVELS: readonly DivisionLevel[] = ['province', 'city', 'county']

const levelOf = (code: string): DivisionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'

const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`
const cityOf = (code: string): string => `${code.slice(0, 4)}00`

const byCode = new Map<string, Division>()

/** The division in use of a code, read when it is first asked for. */
function divisionInUse(code: string): Division | undefined {
  const known = byCode.get(code)
  if (known !== undefined) return known
  const [cell] = cellsOfCode(tables().current, code)
  return cell === undefined ? undefined : toDivision(cell)
}

function toDivision({ code, name }: DivisionCell): Division {
  const known = byCode.get(code)
  if (known !== undefined) return known
  const level = levelOf(code)
  const division = { code, name, short: shortName(name), level, parent: parentOf(code, level) }
  byCode.set(code, division)
  return division
}

function parentOf(code: string, level: DivisionLevel): string {
  if (level === 'province') return ''
  const city = cityOf(code)
  return level === 'county' && divisionInUse(city) !== undefined ? city : provinceOf(code)
}

/** The codes that a former division became, each once. */
function successorsOf({ code, successors }: DivisionCell): string[] {
  return successors.split('/').map((end) => (end.length === 2 ? code.slice(0, 4) + end : end))
}

/**
 * The division of a GB/T 2260 code; a retired code gives its first successor, an unknown one undefined.
 * @example divisionOf('140100')?.name // '太原市'
 */
export function divisionOf(code: string): Division | undefined {
  return divisionInUse(code) ?? divisionInUse(currentCodes(code)[0] ?? '')
}

/** All divisions in use, by code. */
export function divisions(): Iterable<Division> {
  return cellsOf(tables().current).map(toDivision)
}

const heirs = new Map<string, readonly string[]>()

/**
 * The current codes of a possibly retired code. A code that was never issued (a development zone, 市辖区) stands for
 * the city or province its digits lie in; anything else gives an empty list.
 * @example currentCodes('110103') // ['110101'], 崇文区 became part of 东城区
 */
export function currentCodes(code: string): readonly string[] {
  if (divisionInUse(code) !== undefined) return [code]
  const known = heirs.get(code)
  if (known !== undefined) return known
  const former = cellsOfCode(tables().former, code)
  if (former.length > 0) {
    const successors = [...new Set(former.flatMap(successorsOf))]
    heirs.set(code, successors)
    return successors
  }
  if (code.length !== 6) return []
  for (const above of [cityOf(code), provinceOf(code)]) if (divisionInUse(above) !== undefined) return [above]
  return []
}

/** A bit by the hash of two characters: some name begins with them. So small that it stays in the nearest cache. */
const beginnings = new Int32Array(65536 / 32)
/** More units than all names have. */
const MOST_UNITS = CURRENT_DIVISIONS.length + FORMER_DIVISIONS.length
/** Names with their numbers. */
const trie = emptyTrie(MOST_UNITS / 2)
const names: DivisionName[] = []
const byName = new Map<string, DivisionName>()
/** The first characters whose names are still to be read. */
const unread = createUnread()

const hashOfTwo = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3b) ^ text.charCodeAt(at + 1)) & 0xffff

function addName(name: string, match: DivisionMatch): void {
  const known = byName.get(name)
  if (known === undefined) {
    const id = names.length
    const matches = [match]
    const added = { name, span: { id, length: name.length, matches }, matches, spans: undefined }
    names.push(added)
    byName.set(name, added)
    addWord(trie, name, id)
  } else if (!known.matches.some((k) => match.codes.every((c) => k.codes.includes(c))))
    known.matches.push(match)
  const hash = hashOfTwo(name, 0)
  beginnings[hash >>> 5] |= 1 << (hash & 31)
}

function addBoth(name: string, codes: readonly string[], level: DivisionLevel, former: boolean): void {
  addName(name, { codes, level, full: true, former })
  const short = shortName(name)
  if (short !== name) addName(short, { codes, level, full: false, former })
}

/** Reads all names that begin with a character: few of them are ever met in one name or one address. */
function readNames(unit: number): void {
  markRead(unread, unit)
  const { current, former, aliases } = tables()
  const inUse: Division[] = []
  for (const cell of cellsBeginningWith(current, unit)) inUse.push(toDivision(cell))
  for (const level of LEVELS) addDivisions(inUse, level)
  for (const [alias, code, full] of aliases.get(unit) ?? NO_ALIASES) {
    addName(alias, { codes: [code], level: levelOf(code), full, former: false })
  }
  for (const { name, short, code, level } of inUse) {
    if (name.endsWith('自治州')) addName(`${short}州`, { codes: [code], level, full: true, former: false })
    if (name.endsWith('自治县')) addName(`${short}县`, { codes: [code], level, full: true, former: false })
  }
  for (const cell of cellsBeginningWith(former, unit))
    addBoth(cell.name, successorsOf(cell), levelOf(cell.code), true)
}

function addDivisions(inUse: readonly Division[], sought: DivisionLevel): void {
  for (const { name, code, level } of inUse) if (level === sought) addBoth(name, [code], level, false)
}

/**
 * Every reading of a full, short or former name: current readings first, provinces before cities before counties. An unknown name gives an empty list.
 * The name is in simplified script.
 * @example findDivisions('襄樊市') // [{ codes: ['420600'], level: 'city', full: true, former: true }]
 */
export function findDivisions(name: string): readonly DivisionMatch[] {
  if (name === '') return []
  const unit = name.charCodeAt(0)
  if (isUnread(unread, unit)) readNames(unit)
  return byName.get(name)?.matches ?? []
}

/**
 * All division names that begin at `start` of a folded text, longest first. Nothing is made for it: the longest name tells
 * the others.
 * @example matchDivisions('太原市小店区', 0).map((span) => span.length) // [3, 2]
 */
export function matchDivisions(text: string, start: number): readonly DivisionSpan[] {
  if (!mayBeginDivision(text, start)) return NO_SPANS
  let node = 0
  let longest = -1
  for (let at = start; at < text.length; at++) {
    const edge = edgeFrom(trie, node, text.charCodeAt(at))
    if (edge === 0) break
    node = nodeOf(edge)
    const value = wordOf(edge)
    if (value >= 0) longest = value
  }
  if (longest < 0) return NO_SPANS
  const found = names[longest] as DivisionName
  found.spans ??= spansWithin(found.name)
  return found.spans
}

/** The names that a name begins with, longest first. */
function spansWithin(name: string): readonly DivisionSpan[] {
  const spans: DivisionSpan[] = []
  let node = 0
  for (let at = 0; at < name.length; at++) {
    const edge = edgeFrom(trie, node, name.charCodeAt(at))
    node = nodeOf(edge)
    if (wordOf(edge) >= 0) spans.unshift((names[wordOf(edge)] as DivisionName).span)
  }
  return withoutBrokenStems(spans)
}

/** 内蒙 is a way to write 内蒙古, but not within it: of two stems of one division only the longer was meant. */
function withoutBrokenStems(longestFirst: readonly DivisionSpan[]): readonly DivisionSpan[] {
  return longestFirst.filter((span, i) => {
    const stem = stemOf(span)
    return stem === '' || !longestFirst.some((longer, k) => k < i && stemOf(longer) === stem)
  })
}

/** The code of the division that a span names by its stem alone, '' when it does not or may be several. */
function stemOf({ matches }: DivisionSpan): string {
  const [match] = matches
  return matches.length === 1 && match !== undefined && !match.full && match.codes.length === 1
    ? (match.codes[0] as string)
    : ''
}

const NO_SPANS: readonly DivisionSpan[] = []

/** Claims that a division name may begin at `start`: quick, wrong now and then, never when it says no. */
export function mayBeginDivision(text: string, start: number): boolean {
  if (start + 1 >= text.length) return false
  const unit = text.charCodeAt(start)
  if (isUnread(unread, unit)) readNames(unit)
  const hash = hashOfTwo(text, start)
  return (((beginnings[hash >>> 5] as number) >>> (hash & 31)) & 1) === 1
}
