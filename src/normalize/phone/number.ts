import { CARRIER_PREFIXES, PLACEHOLDER_NUMBERS } from '../lexicon/phone-prefixes.ts'
import { type Area, areaAt, areaOf, MACHINE, mobileUseOf, NOT_IN_USE } from './plan.ts'

export type PhoneKind =
  | 'mobile'
  | 'landline'
  | 'tollFree'
  | 'short'
  | 'foreign'
  | 'masked'
  | 'iot'
  | 'invalid'
  | 'placeholder'

/** What was mended, or how the number was completed; '' when it stands as it was written. */
export type PhoneRepair =
  | ''
  | 'letterDigits'
  | 'leadingZero'
  | 'areaCode'
  | 'carrierPrefix'
  | 'decimalTail'
  | 'thousands'
  | 'exponent'
  | 'runTogether'
  | 'sharedStem'
  | 'maskLength'

/** Why a piece is no phone number, '' when it is one. */
export type PhoneProblem =
  | ''
  | 'tooShort'
  | 'tooLong'
  | 'unusedPrefix'
  | 'unknownArea'
  | 'badLocal'
  | 'digitsLost'
  | 'badForeign'

/** What a string of digits is, before its place in the cell is known. */
export interface Reading {
  readonly kind: PhoneKind
  readonly national: string
  readonly areaCode: string
  readonly local: string
  readonly country: string
  readonly repaired: PhoneRepair
  readonly reason: PhoneProblem
}

const carrierPrefixes = new Set(CARRIER_PREFIXES.split(' '))
const placeholders = new Set(PLACEHOLDER_NUMBERS.trim().split(/\s+/))
const ZERO = 48

function reading(
  kind: PhoneKind,
  national: string,
  areaCode = '',
  local = '',
  repaired: PhoneRepair = '',
  reason: PhoneProblem = '',
): Reading {
  return { kind, national, areaCode, local, country: 'CN', repaired, reason }
}

/** Marks a reading as mended; an earlier repair is the more telling one and stays. */
function mended(found: Reading | undefined, repaired: PhoneRepair): Reading | undefined {
  if (found === undefined || found.repaired !== '') return found
  return { ...found, repaired }
}

/** The reading of something that looks like a phone number and is none. */
export function invalidReading(reason: PhoneProblem): Reading {
  return { kind: 'invalid', national: '', areaCode: '', local: '', country: '', repaired: '', reason }
}

/** Whether `digits` from `start` are one digit over and over. */
function isRepeated(digits: string, start: number): boolean {
  const first = digits.charCodeAt(start)
  for (let i = start + 1; i < digits.length; i++) if (digits.charCodeAt(i) !== first) return false
  return true
}

/** Whether `digits` from `start` count up or down by one (1234567, 87654321). */
function isRun(digits: string, start: number): boolean {
  const step = digits.charCodeAt(start + 1) - digits.charCodeAt(start)
  if (step !== 1 && step !== -1) return false
  for (let i = start + 1; i < digits.length; i++) {
    const difference = digits.charCodeAt(i) - digits.charCodeAt(i - 1)
    if (difference !== step) return false
  }
  return true
}

/** What someone types who has no number: one digit repeated, or a run, at least five digits long. */
export function isPlaceholderDigits(digits: string): boolean {
  return digits.length >= 5 && (isRepeated(digits, 0) || isRun(digits, 0) || placeholders.has(digits))
}

function readMobile(digits: string, start: number): Reading {
  const national = start === 0 ? digits : digits.slice(start)
  const use = mobileUseOf(national)
  if (use === NOT_IN_USE) return invalidReading('unusedPrefix')
  if (isRepeated(national, 3) || isRun(national, 3) || placeholders.has(national)) {
    return reading('placeholder', national, '', national)
  }
  return reading(use === MACHINE ? 'iot' : 'mobile', national, '', national)
}

const isLocalStart = (code: number): boolean => code >= 50 && code <= 56

/**
 * Whether a number of `length` digits can be or can once have been a local number of the area. A code that was given
 * up may stand before a new, longer number; but 852 and 853 with eight digits are Hong Kong and Macau.
 */
function fitsArea(area: Area, length: number): boolean {
  if (length !== 8 || area.eight) return length === 7 || length === 8
  return areaOf(area.successor)?.eight === true && area.code !== '0852' && area.code !== '0853'
}

/** A number with its area code; `start` is where the code stands, without its zero. */
function readLandline(digits: string, start: number): Reading | undefined {
  const area = areaAt(digits, start)
  if (area === undefined) return undefined
  const localStart = start + area.code.length - 1
  const length = digits.length - localStart
  if (!fitsArea(area, length) || !isLocalStart(digits.charCodeAt(localStart))) return undefined
  const local = digits.slice(localStart)
  const kind = isRepeated(local, 0) ? 'placeholder' : 'landline'
  const national = start === 1 ? digits : area.code + local
  return reading(kind, national, area.code, local, start === 1 ? '' : 'leadingZero')
}

/** 95588 and the like, 96xxx behind an area code too: lines that serve millions. */
function isShortNumber(digits: string): boolean {
  const length = digits.length
  if (length < 3 || length > 8) return false
  if (length === 3) return /^1(?:1[0249]|2[02])$/.test(digits)
  if (length < 5 || length === 7) return false
  const second = digits.charCodeAt(1)
  if (digits.charCodeAt(0) === ZERO + 9)
    return (second === ZERO + 5 || second === ZERO + 6) && (length < 7 || second === ZERO + 5)
  if (digits.charCodeAt(0) !== ZERO + 1) return false
  if (second === ZERO) return length === 5 || (length === 8 && digits.charCodeAt(2) === ZERO + 1)
  if (second === ZERO + 2 || second === ZERO + 6) return length === 5
  return length === 6 && (digits.startsWith('116') || digits.startsWith('118'))
}

function readBehindZero(digits: string): Reading | undefined {
  const second = digits.charCodeAt(1)
  if (digits.length === 12 && second === ZERO + 1 && digits.charCodeAt(2) > ZERO + 2) {
    return mended(readMobile(digits, 1), 'leadingZero')
  }
  const landline = readLandline(digits, 1)
  if (landline !== undefined) return landline
  if (digits.length === 11 && digits.startsWith('00', 2))
    return mended(readTollFree(digits.slice(1)), 'leadingZero')
  const area = areaAt(digits, 1)
  if (area === undefined) return undefined
  const rest = digits.slice(area.code.length)
  return rest.charCodeAt(0) === ZERO + 9 && isShortNumber(rest) ? reading('short', rest, '', rest) : undefined
}

function readTollFree(digits: string): Reading | undefined {
  if (digits.length !== 10 || !(digits.startsWith('400') || digits.startsWith('800'))) return undefined
  return reading(isRepeated(digits, 3) || isRun(digits, 3) ? 'placeholder' : 'tollFree', digits, '', digits)
}

/** Behind 86 a number has no zero, though many write one. */
function readBehindCountry(digits: string): Reading | undefined {
  const found = readSure(digits) ?? (digits.charCodeAt(0) === ZERO ? undefined : readLandline(digits, 0))
  return found === undefined || found.kind === 'invalid' ? undefined : { ...found, repaired: '' }
}

/**
 * A string of digits that can only be one thing: a mobile, a number with its area code, 400 and 800, any of them
 * behind 86, 0086 or a carrier prefix. Undefined when it is none of these. An unused mobile prefix reads as invalid.
 */
export function readSure(digits: string): Reading | undefined {
  const length = digits.length
  if (length < 8 || length > 18) return undefined
  const first = digits.charCodeAt(0)
  if (first === ZERO + 1) {
    const second = digits.charCodeAt(1)
    if (length === 11 && second >= ZERO + 3) return readMobile(digits, 0)
    if (length === 13 && digits.startsWith('1064')) return reading('iot', digits, '', digits)
    if (length >= 14 && carrierPrefixes.has(digits.slice(0, 5))) {
      return mended(readBehindCountry(digits.slice(5)), 'carrierPrefix')
    }
    return undefined
  }
  if (first === ZERO) {
    if (digits.charCodeAt(1) !== ZERO) return readBehindZero(digits)
    return digits.startsWith('0086') ? readBehindCountry(digits.slice(4)) : undefined
  }
  if (first === ZERO + 8 && length >= 11 && digits.charCodeAt(1) === ZERO + 6) {
    const found = readBehindCountry(digits.slice(2))
    if (found !== undefined) return found
  }
  return readTollFree(digits)
}

/**
 * A string of digits that means a number when nothing speaks against it: a local number (its area from the hint),
 * a landline whose leading zero a spreadsheet ate, a short number. Undefined when it is none of these.
 */
export function readLikely(digits: string, hintArea: string): Reading | undefined {
  const length = digits.length
  if (length === 7 || length === 8) {
    if (isLocalStart(digits.charCodeAt(0))) return readLocal(digits, hintArea)
  } else if (length >= 9 && length <= 11) {
    const lost = digits.charCodeAt(0) === ZERO ? undefined : readLandline(digits, 0)
    if (lost !== undefined) return lost
  }
  return isShortNumber(digits) ? reading('short', digits, '', digits) : undefined
}

/** A local number; the area is filled in only when numbers of this length exist there. */
export function readLocal(local: string, hintArea: string): Reading {
  if (isRepeated(local, 0) || isRun(local, 0)) return reading('placeholder', local, '', local)
  const area = areaOf(hintArea)
  if (area === undefined || !fitsArea(area, local.length)) return reading('landline', local, '', local)
  return reading('landline', area.code + local, area.code, local, 'areaCode')
}

/** Why a string of digits that no rule reads is no phone number. */
export function problemOf(digits: string): PhoneProblem {
  const length = digits.length
  if (length < 7 || (length < 11 && digits.charCodeAt(0) === ZERO + 1)) return 'tooShort'
  if (length > 12 || (length > 11 && digits.charCodeAt(0) === ZERO + 1)) return 'tooLong'
  const start = digits.charCodeAt(0) === ZERO ? 1 : 0
  const area = length > 8 ? areaAt(digits, start) : undefined
  if (area === undefined) return length > 8 ? 'unknownArea' : 'badLocal'
  const rest = digits.length - start - area.code.length + 1
  if (rest < 7) return 'tooShort'
  return fitsArea(area, rest) ? 'badLocal' : 'tooLong'
}
