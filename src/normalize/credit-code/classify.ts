import { OFFICES, PROVINCES, REGISTRATION_BODIES } from '../lexicon/offices.ts'
import {
  endsInCreditCheck,
  isCreditCharacter,
  isDigits,
  isMonthDayAt,
  isOrganisationCodeAt,
  personalCheckCharacter,
  registrationCheckDigit,
} from './check-digits.ts'

export type IdentifierKind =
  | 'creditCode'
  | 'organisationCode'
  | 'registrationNumber'
  | 'taxNumber'
  | 'personalId'
  | 'unknown'

/**
 * `checked`: every check character it has is right. `formOnly`: it has none (13-digit registration numbers), or the
 * organisation code inside a right credit code has a wrong one, which 1 in 30,000 real codes does. `broken`: wrong.
 */
export type IdentifierGrade = 'checked' | 'formOnly' | 'broken'

export type IdentifierRepair = '' | 'lookAlike' | 'doubledCharacter' | 'decimalTail'

export type IdentifierProblem =
  | ''
  | 'length'
  | 'alphabet'
  | 'checkCharacter'
  | 'province'
  | 'digitsLost'
  | 'masked'
  | 'placeholder'
  | 'unknownForm'

export interface Identifier {
  readonly kind: IdentifierKind
  /** Capitals and digits without blanks or dashes; '' for a missing, hidden or placeholder number. */
  readonly text: string
  readonly isValid: boolean
  readonly grade: IdentifierGrade
  /** The nine characters that credit code, organisation code and old tax number share; '' when it has none. */
  readonly organisationCode: string
  /** Six-digit code of the office that issued it, perhaps one that is no more or a development zone; '' unknown. */
  readonly division: string
  /** What kind of body it is, in Chinese (企业, 个体工商户, 事业单位 …); '' unknown. */
  readonly body: string
  readonly repaired: IdentifierRepair
  readonly reason: IdentifierProblem
}

const provinces = new Uint8Array(100)
for (const province of PROVINCES.split(' ')) provinces[Number(province)] = 1

/** Authority and kind of body, the first two characters of a credit code, to the name of the body. */
const bodies = new Map<string, string>()
/** By first character of a credit code: an authority. */
const authorities = new Set<string>()
for (const line of OFFICES.trim().split('\n')) {
  const [authority = '', list = ''] = line.split(/ .*?: /)
  authorities.add(authority)
  const words = list.split(' ')
  for (let i = 0; i < words.length; i += 2) bodies.set(authority + words[i]!, words[i + 1]!)
}
const registrationBodies = REGISTRATION_BODIES.split(' ')

const isProvinceAt = (code: string, start: number): boolean =>
  provinces[(code.charCodeAt(start) - 48) * 10 + code.charCodeAt(start + 1) - 48] === 1

/** An identifier that says nothing. */
export function voidIdentifier(reason: IdentifierProblem): Identifier {
  return make('unknown', '', 'broken', '', '', '', reason)
}

function make(
  kind: IdentifierKind,
  text: string,
  grade: IdentifierGrade,
  organisationCode: string,
  division: string,
  body: string,
  reason: IdentifierProblem = '',
): Identifier {
  const isValid = grade !== 'broken'
  return { kind, text, isValid, grade, organisationCode, division, body, repaired: '', reason }
}

const broken = (kind: IdentifierKind, text: string, reason: IdentifierProblem): Identifier =>
  make(kind, text, 'broken', '', '', '', reason)

/** Whether the form of a credit code fits: an authority, then digits from a province's office. */
function hasCreditForm(code: string): boolean {
  return isDigits(code, 1, 8) && isProvinceAt(code, 2) && authorities.has(code.charAt(0))
}

/** The credit code, when its form and its last character are right. */
export function readCreditCode(code: string): Identifier | undefined {
  if (!endsInCreditCheck(code) || !hasCreditForm(code)) return undefined
  const grade = isOrganisationCodeAt(code, 8) ? 'checked' : 'formOnly'
  return make(
    'creditCode',
    code,
    grade,
    code.slice(8, 17),
    code.slice(2, 8),
    bodies.get(code.slice(0, 2)) ?? '',
  )
}

/** Whether 18 characters have the form of a personal id: 17 digits with a birthday in 1800 to 2099. */
function hasPersonalForm(code: string): boolean {
  if (!isDigits(code, 0, 17) || !isProvinceAt(code, 0)) return false
  const century = code.slice(6, 8)
  return (century === '19' || century === '20' || century === '18') && isMonthDayAt(code, 10)
}

function isPersonalId(code: string): boolean {
  return hasPersonalForm(code) && personalCheckCharacter(code) === code.charAt(17)
}

function readEighteen(code: string): Identifier {
  const credit = readCreditCode(code)
  const isPerson = isPersonalId(code)
  if (credit !== undefined && !(isPerson && credit.grade !== 'checked')) return credit
  if (isPerson) return make('personalId', code, 'checked', '', code.slice(0, 6), '个人')
  if (isDigits(code) && code.endsWith('000')) return broken('creditCode', code, 'digitsLost')
  if (!hasCreditForm(code) && hasPersonalForm(code)) return broken('personalId', code, 'checkCharacter')
  for (let i = 0; i < 18; i++)
    if (!isCreditCharacter(code.charCodeAt(i))) return broken('creditCode', code, 'alphabet')
  const isProvince = isDigits(code, 1, 8) && isProvinceAt(code, 2)
  return broken('creditCode', code, isProvince ? 'checkCharacter' : 'province')
}

function readRegistration(code: string, grade: IdentifierGrade, reason: IdentifierProblem = ''): Identifier {
  const body = code.length === 15 ? registrationBodies[code.charCodeAt(6) - 48]! : ''
  return make('registrationNumber', code, grade, '', code.slice(0, 6), body, reason)
}

const COOPERATIVE = /^\d{6}NA\d{6}X$/

/** 15 characters: a registration number if its check digit is right, else an old tax number if that one's is. */
function readFifteen(code: string): Identifier {
  const digits = isDigits(code)
  const startsWithProvince = isDigits(code, 0, 6) && isProvinceAt(code, 0)
  // A cooperative's number has no check digit: office, NA, a counter, X.
  if (startsWithProvince && COOPERATIVE.test(code)) {
    return make('registrationNumber', code, 'formOnly', '', code.slice(0, 6), '农民专业合作社')
  }
  if (digits && startsWithProvince && registrationCheckDigit(code) === code.charAt(14)) {
    return readRegistration(code, 'checked')
  }
  if (startsWithProvince && isOrganisationCodeAt(code, 6)) {
    return make('taxNumber', code, 'checked', code.slice(6), code.slice(0, 6), '')
  }
  if (!startsWithProvince) return broken('unknown', code, 'province')
  if (!digits) return broken('taxNumber', code, 'checkCharacter')
  // A tax number of a person's shop was the holder's 15-digit id: birthday in the middle, no check digit.
  if (code.charCodeAt(6) >= 51 && isMonthDayAt(code, 8))
    return make('personalId', code, 'formOnly', '', code.slice(0, 6), '个人')
  return readRegistration(code, 'broken', 'checkCharacter')
}

/** The personal id of a shopkeeper, 15 or 18 characters, and two or five more. */
function readPersonalTaxNumber(code: string): Identifier | undefined {
  if (!isDigits(code, code.length - 2)) return undefined
  const id = code.slice(0, -2)
  const isSure = id.length === 18 && isPersonalId(id)
  const isLikely = id.length === 15 && isDigits(id) && isProvinceAt(id, 0) && isMonthDayAt(id, 8)
  if (!isSure && !isLikely) return undefined
  return make('taxNumber', code, isSure ? 'checked' : 'formOnly', '', code.slice(0, 6), '个体工商户')
}

/**
 * A registration number of the days before numbers, given to firms with foreign capital: 企合鲁总字第000123号.
 * `place` is what stands between, `counter` the digits.
 */
export function oldForeignNumber(kind: string, place: string, counter: string): Identifier {
  const text = `企${kind}${place}字第${counter}号`
  return make('registrationNumber', text, 'formOnly', '', '', '外商投资企业')
}

/** Reads one number as it stands, capitals and digits only; what it cannot be comes back as broken. */
export function classify(code: string): Identifier {
  switch (code.length) {
    case 18:
      return readEighteen(code)
    case 15:
      return readFifteen(code)
    case 9:
      return isOrganisationCodeAt(code)
        ? make('organisationCode', code, 'checked', code, '', '')
        : broken('organisationCode', code, 'checkCharacter')
    case 13:
      return isDigits(code) && isProvinceAt(code, 0)
        ? readRegistration(code, 'formOnly')
        : broken('registrationNumber', code, 'province')
    case 20:
      return readPersonalTaxNumber(code) ?? broken('taxNumber', code, 'checkCharacter')
    case 17:
      return readPersonalTaxNumber(code) ?? broken('creditCode', code, 'length')
    case 14:
      return broken('registrationNumber', code, 'length')
    case 16:
    case 19:
      return broken('creditCode', code, 'length')
    default:
      return broken('unknown', code, code.length < 9 ? 'length' : 'unknownForm')
  }
}
