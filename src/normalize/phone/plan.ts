import { EIGHT_DIGIT_AREAS, MIXED_AREAS, RETIRED_AREAS, SEVEN_DIGIT_AREAS } from '../lexicon/area-codes.ts'
import { MACHINE_PREFIXES, MOBILE_PREFIXES } from '../lexicon/phone-prefixes.ts'

/** One area code: `seven` and `eight` say which lengths a local number has there today. */
export interface Area {
  readonly code: string
  readonly seven: boolean
  readonly eight: boolean
  /** Heads of GB/T 2260 codes, as in the lexicon. */
  readonly divisions: readonly string[]
  /** The code that took over, or ''. */
  readonly successor: string
}

/** By the number of the area code: 10 is 010, 755 is 0755. */
const areas: (Area | undefined)[] = new Array(1000).fill(undefined)
const areaOfDivision = new Map<string, string>()

function addAreas(table: string, seven: boolean, eight: boolean): void {
  for (const entry of table.trim().split(/\s+/)) {
    const [codes = '', heads = ''] = entry.split('=')
    const [code = '', successor = ''] = codes.split('>')
    const divisions = heads.split(',')
    areas[Number(code)] = { code, seven, eight, divisions, successor }
    if (successor !== '') continue
    for (const head of divisions) if (!areaOfDivision.has(head)) areaOfDivision.set(head, code)
  }
}

addAreas(EIGHT_DIGIT_AREAS, false, true)
addAreas(SEVEN_DIGIT_AREAS, true, false)
addAreas(MIXED_AREAS, true, true)
addAreas(RETIRED_AREAS, true, false)

/**
 * The area whose code, without its leading zero, stands in `digits` at `start`, or undefined. The code is two
 * digits long when it begins with 1 or 2 (010, 021), else three.
 */
export function areaAt(digits: string, start: number): Area | undefined {
  const first = digits.charCodeAt(start) - 48
  const second = digits.charCodeAt(start + 1) - 48
  if (first <= 2) return areas[first * 10 + second]
  return areas[first * 100 + second * 10 + digits.charCodeAt(start + 2) - 48]
}

/** The area of a code with its leading zero, or undefined. */
export function areaOf(code: string): Area | undefined {
  const area = code.charCodeAt(0) === 48 ? areaAt(code, 1) : undefined
  return area?.code === code ? area : undefined
}

/** The code under which a number of this area is reached today: itself unless the code was given up. */
export function currentAreaCode(code: string): string {
  return areaOf(code)?.successor || code
}

/**
 * The area code with its leading zero that serves a GB/T 2260 division (province-level city, city or county; six
 * digits, or a head of four); '' when unknown.
 * @example areaCodeOf('350200') // '0592'
 */
export function areaCodeOf(divisionCode: string): string {
  return (
    areaOfDivision.get(divisionCode.slice(0, 6)) ??
    areaOfDivision.get(divisionCode.slice(0, 4)) ??
    (divisionCode.length >= 4 ? areaOfDivision.get(divisionCode.slice(0, 2)) : undefined) ??
    ''
  )
}

/**
 * The GB/T 2260 codes, six digits, that an area code serves or, when it was given up, served; empty when unknown.
 * A county stands here only when it goes another way than its city.
 * @example divisionsOfAreaCode('0391') // ['410800', '419001']
 */
export function divisionsOfAreaCode(areaCode: string): readonly string[] {
  return (areaOf(areaCode)?.divisions ?? []).map((head) => head.padEnd(6, '0'))
}

/** By the first five digits of a mobile number: 0 not in use, 1 a person's, 2 a machine's. */
const mobileUse = new Uint8Array(100_000)
function addPrefixes(table: string, use: number): void {
  for (const prefix of table.trim().split(/\s+/)) {
    const from = Number(prefix.padEnd(5, '0'))
    mobileUse.fill(use, from, from + 10 ** (5 - prefix.length))
  }
}
addPrefixes(MOBILE_PREFIXES, 1)
addPrefixes(MACHINE_PREFIXES, 2)

export const NOT_IN_USE = 0
export const MACHINE = 2

/** How an eleven-digit mobile number is used: `NOT_IN_USE`, 1 or `MACHINE`. */
export function mobileUseOf(digits: string): number {
  let head = 0
  for (let i = 0; i < 5; i++) head = head * 10 + digits.charCodeAt(i) - 48
  return mobileUse[head] ?? NOT_IN_USE
}
