import { shortName } from './division-names.ts'
import { DIVISION_ALIASES } from './lexicon/division-aliases.ts'
import { CURRENT_DIVISIONS, FORMER_DIVISIONS } from './lexicon/divisions.ts'

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

/** A division name in a text: it ends before `end`. */
export interface DivisionSpan {
  readonly end: number
  readonly matches: readonly DivisionMatch[]
}

interface Index {
  readonly byCode: ReadonlyMap<string, Division>
  readonly heirs: ReadonlyMap<string, readonly string[]>
  readonly byName: ReadonlyMap<string, readonly DivisionMatch[]>
  /** A bit by the hash of two characters: some name begins with them. So small that it stays in the nearest cache. */
  readonly beginnings: Int32Array
  /** By the hash of two characters: bit l is set when some name of l characters begins with them. */
  readonly lengths: Int32Array
  /** Open addressing by the rolling hash of a name: 1 + its place in `names`, 0 for an empty slot. */
  readonly slots: Int32Array
  readonly names: readonly Named[]
}

interface Named {
  readonly name: string
  readonly matches: readonly DivisionMatch[]
}

const SLOT_MASK = (1 << 16) - 1
const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 15)

function hashNames(byName: ReadonlyMap<string, readonly DivisionMatch[]>): {
  slots: Int32Array
  names: Named[]
} {
  const slots = new Int32Array(SLOT_MASK + 1)
  const names: Named[] = []
  for (const [name, matches] of byName) {
    let hash = 0
    for (let i = 0; i < name.length; i++) hash = nextHash(hash, name.charCodeAt(i))
    let slot = hash & SLOT_MASK
    while (slots[slot] !== 0) slot = (slot + 1) & SLOT_MASK
    slots[slot] = names.push({ name, matches })
  }
  return { slots, names }
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
  const lengths = new Int32Array(65536)
  const beginnings = new Int32Array(65536 / 32)

  const addName = (name: string, match: DivisionMatch) => {
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [match])
    else if (!known.some((k) => match.codes.every((c) => k.codes.includes(c)))) known.push(match)
    const hash = hashOfTwo(name, 0)
    lengths[hash] |= 1 << Math.min(name.length, 31)
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
  return { byCode, heirs, byName, beginnings, lengths, ...hashNames(byName) }
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
 * All division names that begin at `start` of a folded text, longest first.
 * @example matchDivisions('太原市小店区', 0).map((s) => s.end) // [3, 2]
 */
export function matchDivisions(text: string, start: number): readonly DivisionSpan[] {
  if (!mayBeginDivision(text, start)) return NO_SPANS
  const { lengths, slots, names } = index()
  const bits = lengths[hashOfTwo(text, start)] as number
  // A rolling hash and a table of names instead of a slice and a Map for each length.
  const spans: DivisionSpan[] = []
  const most = Math.min(31 - Math.clz32(bits), text.length - start)
  let hash = 0
  for (let length = 1; length <= most; length++) {
    hash = nextHash(hash, text.charCodeAt(start + length - 1))
    if ((bits & (1 << length)) === 0) continue
    for (let slot = hash & SLOT_MASK; slots[slot] !== 0; slot = (slot + 1) & SLOT_MASK) {
      const { name, matches } = names[(slots[slot] as number) - 1] as Named
      if (name.length !== length || !text.startsWith(name, start)) continue
      spans.push({ end: start + length, matches })
      break
    }
  }
  return spans.length > 1 ? withoutBrokenStems(spans.reverse()) : spans
}

/** 内蒙 is a way to write 内蒙古, but not within it: of two stems of one division only the longer was meant. */
function withoutBrokenStems(longestFirst: DivisionSpan[]): readonly DivisionSpan[] {
  for (let i = longestFirst.length - 1; i > 0; i--) {
    const shorter = stemOf(longestFirst[i] as DivisionSpan)
    if (shorter !== '' && longestFirst.some((span, k) => k < i && stemOf(span) === shorter)) {
      longestFirst.splice(i, 1)
    }
  }
  return longestFirst
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
