import { shortName } from './division-names.ts'
import { DIVISION_ALIASES } from './lexicon/division-aliases.ts'
import { CURRENT_DIVISIONS, FORMER_DIVISIONS } from './lexicon/divisions.ts'
import { createTrie, edgeFrom, nodeOf, type Trie, wordOf } from './trie.ts'

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

interface Index {
  readonly byCode: ReadonlyMap<string, Division>
  readonly heirs: ReadonlyMap<string, readonly string[]>
  readonly byName: ReadonlyMap<string, readonly DivisionMatch[]>
  /** A bit by the hash of two characters: some name begins with them. So small that it stays in the nearest cache. */
  readonly beginnings: Int32Array
  /** Names with their numbers. */
  readonly trie: Trie
  readonly names: readonly DivisionName[]
}

interface DivisionName {
  readonly name: string
  readonly span: DivisionSpan
  /** The names that this one begins with, itself first; made when it is first met. */
  spans: readonly DivisionSpan[] | undefined
}

function numberNames(byName: ReadonlyMap<string, readonly DivisionMatch[]>): {
  trie: Trie
  names: DivisionName[]
} {
  const names: DivisionName[] = []
  const ids = new Map<string, number>()
  for (const [name, matches] of byName) {
    const id = names.length
    ids.set(name, id)
    names.push({ name, span: { id, length: name.length, matches }, spans: undefined })
  }
  return { trie: createTrie(ids), names }
}

const LEVELS: readonly DivisionLevel[] = ['province', 'city', 'county']

let built: Index | undefined
const index = (): Index => (built ??= buildIndex())

const hashOfTwo = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3b) ^ text.charCodeAt(at + 1)) & 0xffff

const levelOf = (code: string): DivisionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'

/** Rows `1306 25徐水县>09`: digits shared by a city, then the last two of a code, its name and its successors. */
function readTable(
  table: string,
  add: (code: string, name: string, successors: readonly string[]) => void,
): void {
  for (const line of table.trim().split('\n')) {
    const [prefix = '', ...cells] = line.split(' ')
    for (const cell of cells) {
      const arrow = cell.indexOf('>')
      const successors = arrow < 0 ? [] : cell.slice(arrow + 1).split('/')
      add(
        prefix + cell.slice(0, 2),
        cell.slice(2, arrow < 0 ? undefined : arrow),
        successors.map((s) => (s.length === 2 ? prefix + s : s)),
      )
    }
  }
}

function buildIndex(): Index {
  const byCode = new Map<string, Division>()
  const heirs = new Map<string, readonly string[]>()
  const byName = new Map<string, DivisionMatch[]>()
  const beginnings = new Int32Array(65536 / 32)

  const addName = (name: string, match: DivisionMatch) => {
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [match])
    else if (!known.some((k) => match.codes.every((c) => k.codes.includes(c)))) known.push(match)
    const hash = hashOfTwo(name, 0)
    beginnings[hash >>> 5] |= 1 << (hash & 31)
  }
  const addBoth = (name: string, codes: readonly string[], level: DivisionLevel, former: boolean) => {
    addName(name, { codes, level, full: true, former })
    const short = shortName(name)
    if (short !== name) addName(short, { codes, level, full: false, former })
  }

  readTable(CURRENT_DIVISIONS, (code, name) => {
    const level = levelOf(code)
    const province = `${code.slice(0, 2)}0000`
    const city = `${code.slice(0, 4)}00`
    const parent = level === 'province' ? '' : level === 'county' && byCode.has(city) ? city : province
    byCode.set(code, { code, name, short: shortName(name), level, parent })
  })
  for (const level of LEVELS) {
    for (const division of byCode.values()) {
      if (division.level === level) addBoth(division.name, [division.code], level, false)
    }
  }
  for (const [alias, code, full] of DIVISION_ALIASES) {
    addName(alias, { codes: [code], level: levelOf(code), full, former: false })
  }
  for (const { name, short, code, level } of byCode.values()) {
    if (name.endsWith('自治州')) addName(`${short}州`, { codes: [code], level, full: true, former: false })
    if (name.endsWith('自治县')) addName(`${short}县`, { codes: [code], level, full: true, former: false })
  }
  readTable(FORMER_DIVISIONS, (code, name, codes) => {
    if (!byCode.has(code)) heirs.set(code, [...new Set([...(heirs.get(code) ?? []), ...codes])])
    addBoth(name, codes, levelOf(code), true)
  })
  return { byCode, heirs, byName, beginnings, ...numberNames(byName) }
}

/**
 * The division of a GB/T 2260 code; a retired code gives its first successor, an unknown one undefined.
 * @example divisionOf('140100')?.name // '太原市'
 */
export function divisionOf(code: string): Division | undefined {
  const { byCode } = index()
  return byCode.get(code) ?? byCode.get(currentCodes(code)[0] ?? '')
}

/** All divisions in use, by code. */
export function divisions(): Iterable<Division> {
  return index().byCode.values()
}

/**
 * The current codes of a possibly retired code. A code that was never issued (a development zone, 市辖区) stands for
 * the city or province its digits lie in; anything else gives an empty list.
 * @example currentCodes('110103') // ['110101'], 崇文区 became part of 东城区
 */
export function currentCodes(code: string): readonly string[] {
  const { byCode, heirs } = index()
  if (byCode.has(code)) return [code]
  const successors = heirs.get(code)
  if (successors !== undefined) return successors
  if (code.length !== 6) return []
  for (const above of [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])
    if (byCode.has(above)) return [above]
  return []
}

/**
 * Every reading of a full, short or former name: current readings first, provinces before cities before counties. An unknown name gives an empty list.
 * The name is in simplified script.
 * @example findDivisions('襄樊市') // [{ codes: ['420600'], level: 'city', full: true, former: true }]
 */
export function findDivisions(name: string): readonly DivisionMatch[] {
  return index().byName.get(name) ?? []
}

/**
 * All division names that begin at `start` of a folded text, longest first. Nothing is made for it: the longest name tells
 * the others.
 * @example matchDivisions('太原市小店区', 0).map((span) => span.length) // [3, 2]
 */
export function matchDivisions(text: string, start: number): readonly DivisionSpan[] {
  if (!mayBeginDivision(text, start)) return NO_SPANS
  const { trie, names } = index()
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
  const { trie, names } = index()
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
  const hash = hashOfTwo(text, start)
  return (((index().beginnings[hash >>> 5] as number) >>> (hash & 31)) & 1) === 1
}

/**
 * The province, city and county codes a division lies in, '' where there is none. The city of the four municipalities is
 * the province itself; a county directly under its province has no city.
 * @example divisionPath('110105') // { province: '110000', city: '110000', county: '110105' }
 */
export function divisionPath(code: string): DivisionPath {
  let path = paths.get(code)
  if (path === undefined) {
    path = findPath(code)
    if (index().byCode.has(code)) paths.set(code, path)
  }
  return path
}

export interface DivisionPath {
  readonly province: string
  readonly city: string
  readonly county: string
}

const paths = new Map<string, DivisionPath>()
const NOWHERE: DivisionPath = { province: '', city: '', county: '' }

function findPath(code: string): DivisionPath {
  const division = divisionOf(code)
  if (division === undefined) return NOWHERE
  const province = `${division.code.slice(0, 2)}0000`
  const above = MUNICIPALITIES.has(province) ? province : ''
  if (division.level === 'province') return { province, city: above, county: '' }
  if (division.level === 'city') return { province, city: division.code, county: '' }
  return { province, city: division.parent === province ? above : division.parent, county: division.code }
}

const MUNICIPALITIES: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000'])
