import { makePhone, type Phone, readCell } from './phone/cell.ts'
import { invalidReading, readLikely, readSure } from './phone/number.ts'
import { areaCodeOf } from './phone/plan.ts'

export type { Phone } from './phone/cell.ts'
export { type ComparablePhone, comparePhones, type PhoneAgreement } from './phone/compare.ts'
export type { PhoneKind, PhoneProblem, PhoneRepair } from './phone/number.ts'
export { areaCodeOf, divisionsOfAreaCode } from './phone/plan.ts'

export interface PhoneHints {
  /** With its leading zero, as 0592. */
  readonly areaCode?: string
  /** GB/T 2260 code of the record's city or county; used when `areaCode` is not given. */
  readonly city?: string
}

/** A cell is cut off here; no honest one is longer. */
const MAX_LENGTH = 1000

const NONE: readonly Phone[] = []

/**
 * All phone numbers of a cell, in order, each once; empty for a cell without digits. Understands several numbers
 * in a cell, shared stems (5678901/2, ~03), extensions, a missing area code (from the hints, or from the number
 * before it), 86, carrier prefixes, lost or added zeros, letters for digits, hidden digits, names and labels around
 * the numbers, and what spreadsheets do to numbers. What cannot be read comes back as `invalid` with a reason. Reads
 * the first 1,000 characters and at most 64 numbers. Linear; about 2 M plain cells and 0.5 M others a second and core.
 *
 * @example parsePhones('0592-5678901/2 转8001、张经理138****5678')
 */
export function parsePhones(cell: string, hints?: PhoneHints): readonly Phone[] {
  if (cell === '') return NONE
  const hintArea = hints === undefined ? '' : (hints.areaCode ?? areaCodeOf(hints.city ?? ''))
  const simple = readSimple(cell, hintArea)
  if (simple !== undefined) return [simple]
  const text = cell.length > MAX_LENGTH ? cell.slice(0, MAX_LENGTH) : cell
  return readDamaged(text, hintArea) ?? readCell(text, hintArea)
}

/** Plain digits, or a landline with dashes between its parts: most cells. The same as `readCell`, or nothing. */
function readSimple(cell: string, hintArea: string): Phone | undefined {
  const length = cell.length
  if (length < 7 || length > 20) return undefined
  let dash = -1
  let second = -1
  for (let i = 0; i < length; i++) {
    const code = cell.charCodeAt(i)
    if (code === 45 && second < 0) {
      if (dash < 0) dash = i
      else second = i
    } else if (code < 48 || code > 57) return undefined
  }
  if (dash < 0) {
    const found = cell.startsWith('00') ? undefined : (readSure(cell) ?? readLikely(cell, hintArea))
    return found === undefined ? undefined : makePhone(found, cell)
  }
  // A complete number in front of the dash would make the rest an extension, a short one behind it a range.
  if ((dash !== 3 && dash !== 4) || dash === length - 1 || cell.charCodeAt(0) !== 48) return undefined
  const end = second < 0 ? length : second
  const extension = second < 0 ? '' : cell.slice(second + 1)
  if (second >= 0 && (extension.length < 3 || extension.length > 6)) return undefined
  const found = readSure(cell.slice(0, dash) + cell.slice(dash + 1, end))
  return found?.kind === 'landline' ? makePhone(found, cell, extension) : undefined
}

/** Cells that a spreadsheet turned into a formatted number: 1.38E+10, 13,800,138,000. */
function readDamaged(text: string, hintArea: string): readonly Phone[] | undefined {
  if (text.length > 40 || (text.indexOf(',') < 0 && text.indexOf('E') < 0 && text.indexOf('e') < 0))
    return undefined
  const trimmed = text.trim()
  if (/^\d{1,3}(?:,\d{3}){2,6}(?:\.0+)?$/.test(trimmed)) {
    const digits = trimmed.replace(/\.0+$/, '').replaceAll(',', '')
    // A double holds fifteen digits; the rest are zeros that stand for anything.
    if (digits.length > 15) return [makePhone(invalidReading('digitsLost'), trimmed)]
    return readCell(digits, hintArea, 'thousands').map((phone) => ({ ...phone, text: trimmed }))
  }
  const parts = /^(\d)(?:\.(\d{0,17}))?[Ee]\+?(\d{1,2})$/.exec(trimmed)
  if (parts === null) return undefined
  const [, whole = '', fraction = '', exponent = ''] = parts
  const length = Number(exponent)
  if (fraction.length < length || length > 14) return [makePhone(invalidReading('digitsLost'), trimmed)]
  return readCell(whole + fraction.slice(0, length), hintArea, 'exponent').map((phone) => ({
    ...phone,
    text: trimmed,
  }))
}
