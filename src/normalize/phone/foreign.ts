import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { invalidReading, type Reading } from './number.ts'

// `min` (29 kB gzipped) knows every country but checks lengths only. That is enough here: it is asked only about
// numbers that announce themselves with + or 00, and what it is asked for is their one international spelling.

/**
 * A number abroad from its digits behind + or 00, country code first, in E.164. Digits that fit no country read as
 * invalid, `badForeign`.
 */
export function readForeign(digits: string): Reading {
  const near = readGreaterChina(digits)
  if (near !== undefined) return near
  const parsed =
    digits.length >= 7 && digits.length <= 17 ? parsePhoneNumberFromString(`+${digits}`) : undefined
  if (parsed === undefined || !parsed.isValid()) return invalidReading('badForeign')
  return abroad(parsed.country ?? '', parsed.countryCallingCode, parsed.nationalNumber)
}

function abroad(country: string, callingCode: string, local: string): Reading {
  const national = `+${callingCode}${local}`
  return { kind: 'foreign', national, areaCode: '', local, country, repaired: '', reason: '' }
}

/**
 * Hong Kong, Macau and Taiwan written without + or 00, as mainland offices do (852-2976 3145, 0853-2835 7246).
 * Undefined for anything else. Twelve digits with one zero are read so because the mainland area 0852 only ever
 * had seven-digit numbers.
 */
export function readGreaterChina(digits: string): Reading | undefined {
  const start = digits.charCodeAt(0) === 48 ? 1 : 0
  if (digits.charCodeAt(start) !== 56) return undefined
  const length = digits.length - start
  const first = digits.charCodeAt(start + 3) - 48
  if (digits.startsWith('852', start)) {
    return length === 11 && first >= 2 ? abroad('HK', '852', digits.slice(start + 3)) : undefined
  }
  if (digits.startsWith('853', start)) {
    const isMacau = length === 11 && (first === 2 || first === 6 || first === 8)
    return isMacau ? abroad('MO', '853', digits.slice(start + 3)) : undefined
  }
  if (!digits.startsWith('886', start)) return undefined
  const local = digits.slice(digits.charCodeAt(start + 3) === 48 ? start + 4 : start + 3)
  const isTaiwan = local.length === 9 || (local.length === 8 && local.charCodeAt(0) !== 57)
  return isTaiwan && local.charCodeAt(0) >= 50 ? abroad('TW', '886', local) : undefined
}
