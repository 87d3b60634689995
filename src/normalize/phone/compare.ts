import type { Phone } from './cell.ts'
import { areaOf, currentAreaCode } from './plan.ts'

/**
 * How two phones agree, the strongest first. `same`: the same number and extension. `sameLine`: the same number,
 * other or one extension. `oldForm`: equal but for the digit that was put in front when the area went from seven
 * digits to eight, or for an area code that was given up. `sameLocal`: equal, the area is known on one side only.
 * `maskedFits`: no visible digit speaks against it. `sameSwitch`: landlines of one block of a hundred, as the lines
 * of one office are. `missing`: one side is none, invalid or a placeholder, or too much of it is hidden to tell.
 */
export type PhoneAgreement =
  | 'same'
  | 'sameLine'
  | 'oldForm'
  | 'sameLocal'
  | 'maskedFits'
  | 'sameSwitch'
  | 'different'
  | 'missing'

/** The parts of a phone that say whether it is another. */
export type ComparablePhone = Pick<Phone, 'kind' | 'national' | 'areaCode' | 'local' | 'extension'>

const STAR = 42

/**
 * Compares two phones. Says nothing about worth: ask `isGeneric`, since one 400 number serves many customers.
 * Symmetric.
 * @example comparePhones(parsePhones('0551-2345678')[0], parsePhones('0551-62345678')[0]) // 'oldForm'
 */
export function comparePhones(a: ComparablePhone, b: ComparablePhone): PhoneAgreement {
  if (!isComparable(a) || !isComparable(b)) return 'missing'
  if (a.kind === 'masked' || b.kind === 'masked') return compareMasked(a.national, b.national)
  if (a.national === b.national) return a.extension === b.extension ? 'same' : 'sameLine'
  if (a.kind !== 'landline' || b.kind !== 'landline') return 'different'
  if (a.local.slice(-7) === b.local.slice(-7)) return compareSameEnd(a, b)
  return isSameSwitch(a, b) ? 'sameSwitch' : 'different'
}

const isComparable = (phone: ComparablePhone): boolean =>
  phone.national !== '' && phone.kind !== 'placeholder'

/** Two landlines whose last seven digits are equal, and which are not the same number. */
function compareSameEnd(a: ComparablePhone, b: ComparablePhone): PhoneAgreement {
  const isSameLength = a.local.length === b.local.length
  if (a.areaCode === '' || b.areaCode === '')
    return isSameLength && a.local === b.local ? 'sameLocal' : 'different'
  if (currentAreaCode(a.areaCode) !== currentAreaCode(b.areaCode)) return 'different'
  if (!isSameLength) return 'oldForm'
  if (a.areaCode === b.areaCode || a.local !== b.local) return 'different'
  // The code was given up and the numbers kept their length: the same line, unless both codes are old ones.
  const isOneOld = a.areaCode === currentAreaCode(a.areaCode) || b.areaCode === currentAreaCode(b.areaCode)
  const keptLength = a.local.length === 8 || areaOf(currentAreaCode(a.areaCode))?.seven === true
  return isOneOld && keptLength ? 'oldForm' : 'different'
}

function isSameSwitch(a: ComparablePhone, b: ComparablePhone): boolean {
  return (
    a.areaCode !== '' &&
    a.areaCode === b.areaCode &&
    a.local.length === b.local.length &&
    a.local.slice(0, -2) === b.local.slice(0, -2)
  )
}

/** Compares from the right, digit by digit; a tail (****5678) is shorter than the number it belongs to. */
function compareMasked(a: string, b: string): PhoneAgreement {
  const shorter = a.length < b.length ? a : b
  if (a.length !== b.length && shorter.charCodeAt(0) !== STAR) return 'different'
  let seen = 0
  for (let i = 1; i <= shorter.length; i++) {
    const left = a.charCodeAt(a.length - i)
    const right = b.charCodeAt(b.length - i)
    if (left === STAR || right === STAR) continue
    if (left !== right) return 'different'
    seen++
  }
  return seen < 4 ? 'missing' : 'maskedFits'
}
