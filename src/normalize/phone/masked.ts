import type { PhoneRepair, Reading } from './number.ts'
import { areaAt, areaOf } from './plan.ts'

const STAR = 42

function masked(national: string, areaCode: string, local: string, repaired: PhoneRepair): Reading {
  return { kind: 'masked', national, areaCode, local, country: 'CN', repaired, reason: '' }
}

/** `text` with its run of stars made longer or shorter so that it has `length` characters; '' when it cannot. */
function stretchMask(text: string, length: number): string {
  const start = text.indexOf('*')
  const end = text.lastIndexOf('*') + 1
  const stars = length - (text.length - (end - start))
  return start < 0 || stars < 1 ? '' : text.slice(0, start) + '*'.repeat(stars) + text.slice(end)
}

function countVisible(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== STAR) count++
  return count
}

/** Brings a local part to the length numbers have in the area; unchanged when it has one of them already. */
function fitLocal(local: string, eight: boolean): string {
  if (local.length === 7 || local.length === 8) return local
  return stretchMask(local, eight ? 8 : 7)
}

function readMaskedLandline(digits: string): Reading | undefined {
  const area = areaAt(digits, 1)
  if (area === undefined) return undefined
  const given = digits.slice(area.code.length)
  const local = fitLocal(given, area.eight)
  if (local === '') return undefined
  return masked(area.code + local, area.code, local, local === given ? '' : 'maskLength')
}

/**
 * A number with hidden digits (`*`), brought to the length of the number behind it: 138****5678, 010-6278****,
 * ****5678. Undefined when fewer than four digits are left or no number has this shape. With `isWhole` false only
 * a mask of the right length is taken, since more of it may follow.
 */
export function readMasked(text: string, hintArea: string, isWhole: boolean): Reading | undefined {
  if (text.indexOf('*') < 0 || countVisible(text) < 4 || text.length > 24) return undefined
  const digits = text.replace(/^(?:00)?86(?=1[3-9*]|0)/, '')
  const first = digits.charCodeAt(0) - 48
  const second = digits.charCodeAt(1) - 48
  if (first === 1 && (second >= 3 || second < 0)) {
    if (digits.length === 11) return masked(digits, '', digits, '')
    const national = isWhole && digits.length >= 6 ? stretchMask(digits, 11) : ''
    return national === '' ? undefined : masked(national, '', national, 'maskLength')
  }
  if (first === 0) {
    const found = readMaskedLandline(digits)
    return found === undefined || (found.repaired !== '' && !isWhole) ? undefined : found
  }
  if (!isWhole) return undefined
  if (digits.length === 11 && first < 0) return masked(digits, '', digits, '')
  if (digits.length > 8) return undefined
  const area = areaOf(hintArea)
  const isLocal = digits.length >= 7 && area !== undefined
  return isLocal ? masked(area.code + digits, area.code, digits, 'areaCode') : masked(digits, '', digits, '')
}
