/** The alphabet of credit codes by value (GB 32100-2015): no I, O, S, V, Z. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Value of each character in a credit code, -1 for one it cannot hold. */
const creditValues = new Int8Array(128).fill(-1)
for (let value = 0; value < 31; value++) creditValues[CREDIT_ALPHABET.charCodeAt(value)] = value

/** Weights 3^i mod 31. */
const creditWeights = new Int8Array(17)
for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) creditWeights[i] = weight

/** Digits 0 to 9, letters 10 to 35, -1 for anything else. */
function characterValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 65 && code <= 90 ? code - 55 : -1
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

export function isDigits(text: string, start = 0, end = text.length): boolean {
  for (let i = start; i < end; i++) if (!isDigit(text.charCodeAt(i))) return false
  return end > start
}

/** Whether a credit code may hold this character. */
export function isCreditCharacter(code: number): boolean {
  return code < 128 && creditValues[code]! >= 0
}

/**
 * The 18th character of a credit code from its first 17, '' when one of them is outside the alphabet.
 * c = (31 − Σ v·3^i mod 31) mod 31 (GB 32100-2015).
 * @example creditCheckCharacter('91440300192203821') // '6'
 */
export function creditCheckCharacter(code: string): string {
  const value = creditCheckValue(code)
  return value < 0 ? '' : CREDIT_ALPHABET.charAt(value)
}

function creditCheckValue(code: string): number {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const unit = code.charCodeAt(i)
    const value = unit < 128 ? creditValues[unit]! : -1
    if (value < 0) return -1
    sum += value * creditWeights[i]!
  }
  return (31 - (sum % 31)) % 31
}

/** Whether 18 characters end in the right check character of a credit code. */
export function endsInCreditCheck(code: string): boolean {
  const last = code.charCodeAt(17)
  return code.length === 18 && last < 128 && creditCheckValue(code) === creditValues[last]!
}

/**
 * The ninth character of an organisation code from the eight at `start`, '' when one is no digit or letter.
 * 11 − Σ v·w mod 11, 10 is X and 11 is 0 (GB 11714-1997).
 * @example organisationCheckCharacter('19220382') // '1'
 */
export function organisationCheckCharacter(code: string, start = 0): string {
  let sum = 0
  for (let i = 0; i < 8; i++) {
    const value = characterValue(code.charCodeAt(start + i))
    if (value < 0) return ''
    sum += value * ORGANISATION_WEIGHTS[i]!
  }
  const rest = 11 - (sum % 11)
  if (rest === 11) return '0'
  return rest === 10 ? 'X' : String.fromCharCode(48 + rest)
}

/** Whether the nine characters at `start` are an organisation code with the right check character. */
export function isOrganisationCodeAt(code: string, start = 0): boolean {
  return code.length >= start + 9 && organisationCheckCharacter(code, start) === code.charAt(start + 8)
}

/**
 * The 15th digit of a registration number from its first 14: hybrid MOD 11,10 (GS 15-2006).
 * @example registrationCheckDigit('11010800000001') // '6'
 */
export function registrationCheckDigit(digits: string): string {
  let product = 10
  for (let i = 0; i < 14; i++) {
    const sum = (product + digits.charCodeAt(i) - 48) % 10 || 10
    product = (2 * sum) % 11
  }
  return String.fromCharCode(48 + ((11 - product) % 10))
}

const PERSONAL_CHECKS = '10X98765432'

/**
 * The 18th character of a personal id from its first 17 digits: Σ d·2^(17−i) mod 11 (GB 11643-1999).
 * @example personalCheckCharacter('11010519491231002') // 'X'
 */
export function personalCheckCharacter(digits: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum = (sum + (digits.charCodeAt(i) - 48)) * 2
  return PERSONAL_CHECKS.charAt(sum % 11)
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether month and day at `start` (MMDD) exist. */
export function isMonthDayAt(digits: string, start: number): boolean {
  const month = Number(digits.slice(start, start + 2))
  const day = Number(digits.slice(start + 2, start + 4))
  return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]!
}
