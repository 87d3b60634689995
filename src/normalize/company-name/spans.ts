import { type DivisionMatch, type DivisionSpan, divisionOf, matchDivisions } from '../divisions.ts'
import { LONGEST_NAME } from './costs.ts'

/** A way to read the head of a name as a place: it ends before `end`. */
export interface PlacePrefix {
  readonly end: number
  readonly cost: number
  /** Current codes of the finest division, [] when none is named. */
  readonly codes: readonly string[]
  /** The head is 中国, 中华 or 国家. */
  readonly isNational: boolean
  /** Where the part below the divisions begins (town, village, zone); equal to `end` when there is none. */
  readonly localityStart: number
}

const NONE: readonly DivisionSpan[] = []
const known: (readonly DivisionSpan[])[] = new Array<readonly DivisionSpan[]>(LONGEST_NAME + 2).fill(NONE)
const stamps = new Int32Array(LONGEST_NAME + 2)
let stamp = 0

/** Begins another name: what was found in the last one is forgotten. */
export function forgetSpans(): void {
  stamp = (stamp + 1) | 0
}

/** The division names that begin at `start`, longest first, looked up once a name. */
export function spansAt(text: string, start: number): readonly DivisionSpan[] {
  if (start >= text.length) return NONE
  if (stamps[start] !== stamp) {
    stamps[start] = stamp
    known[start] = matchDivisions(text, start)
  }
  return known[start]!
}

/** Claims that the place `inner` lies in `outer` (current GB/T 2260 codes) and is not the same. */
export function liesIn(inner: string, outer: string): boolean {
  if (inner === outer || outer.charCodeAt(5) !== 48 || outer.charCodeAt(4) !== 48) return false
  const digits = outer.charCodeAt(3) === 48 && outer.charCodeAt(2) === 48 ? 2 : 4
  return inner.startsWith(digits === 2 ? outer.slice(0, 2) : outer.slice(0, 4))
}

/** Cities that have towns and no counties. */
const WITHOUT_COUNTIES: ReadonlySet<string> = new Set(['441900', '442000', '460400', '620200'])

/** Claims that towns are what lies right below a place: a county, or a city without counties. */
export const holdsTowns = (code: string): boolean => !code.endsWith('00') || WITHOUT_COUNTIES.has(code)

/** Claims that a place lies in Taiwan: its towns are brands far oftener (三峡, 中和, 桃园). */
export function isOfTaiwan({ codes }: DivisionMatch): boolean {
  const first = codes[0]!
  if (first.charCodeAt(0) !== 55 || first.charCodeAt(1) !== 49) return false
  return codes.every((code) => code.startsWith('71') && code !== '710000')
}

const districts = new WeakMap<DivisionMatch, boolean>()

/** Claims that a place is a district of a city, whose short name does not stand alone in a registered name. */
export function isDistrict(match: DivisionMatch): boolean {
  if (match.level !== 'county') return false
  let found = districts.get(match)
  if (found === undefined) {
    found = match.codes.every((code) => divisionOf(code)?.name.endsWith('区') === true)
    districts.set(match, found)
  }
  return found
}
