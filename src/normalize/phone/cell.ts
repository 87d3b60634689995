import { readForeign, readGreaterChina } from './foreign.ts'
import {
  type DigitGroup,
  JOIN_BLANK,
  JOIN_DASH,
  JOIN_DOT,
  JOIN_EXTENSION,
  JOIN_HARD,
  JOIN_RANGE,
  lexPhones,
} from './lexer.ts'
import { readMasked } from './masked.ts'
import {
  invalidReading,
  isPlaceholderDigits,
  type PhoneKind,
  type PhoneProblem,
  type PhoneRepair,
  problemOf,
  type Reading,
  readLikely,
  readSure,
} from './number.ts'
import { areaOf } from './plan.ts'
import { splitRunTogether } from './split.ts'
import { shareStem, stemsFrom, stemsUpTo } from './stems.ts'

export interface Phone {
  /** The piece of the cell it was read from. */
  readonly text: string
  readonly kind: PhoneKind
  /**
   * The digits to compare: a mobile 11, a landline with its area code (without, when nothing tells it), abroad
   * E.164 with +, a masked number with `*`, '' for an invalid one.
   */
  readonly national: string
  /** With its leading zero; '' for anything but a landline, and for one whose area nothing tells. */
  readonly areaCode: string
  /** `national` without the area code. */
  readonly local: string
  readonly extension: string
  /** ISO 3166 alpha-2; '' when unknown. */
  readonly country: string
  /** 400, 800, 95xxx, placeholders: shared by so many that equality says nothing. */
  readonly isGeneric: boolean
  readonly isFax: boolean
  readonly repaired: PhoneRepair
  readonly reason: PhoneProblem
}

const MAX_PHONES = 64
const MAX_PARTS = 8

interface Match {
  readonly reading: Reading
  /** The group after the last one used. */
  readonly next: number
  /** Nothing but its own digits was needed to know it. */
  readonly isSure: boolean
}

interface CellReader {
  readonly text: string
  readonly groups: readonly DigitGroup[]
  readonly phones: Phone[]
  /** The area of local numbers: that of the last landline in the cell, or the hint. */
  area: string
  readonly hasMask: boolean
  readonly repaired: PhoneRepair
}

/** Reads a cell of any shape; `parsePhones` has a shorter way for the common ones. */
export function readCell(text: string, hintArea: string, repaired: PhoneRepair = ''): readonly Phone[] {
  const groups = lexPhones(text)
  let hasMask = false
  for (const group of groups) if (group.digits.indexOf('*') >= 0) hasMask = true
  const cell: CellReader = { text, groups, phones: [], area: hintArea, hasMask, repaired }
  let i = 0
  while (i < groups.length && cell.phones.length < MAX_PHONES) {
    const match = matchAt(cell, i)
    if (match === undefined || (groups[i]!.skip && !match.isSure)) i = readUnknown(cell, i)
    else i = readFollowers(cell, i, match)
  }
  return tidy(cell.phones)
}

const countDigits = (text: string): number => text.replace(/[^0-9０-９]/g, '').length

const isFragment = (phone: Phone): boolean => phone.kind === 'invalid' && countDigits(phone.text) <= 4

/** Drops what stands twice, and small fragments (2801室, 9:00) beside anything longer. */
function tidy(phones: readonly Phone[]): readonly Phone[] {
  if (phones.length < 2) return phones
  const hasMore = !phones.every(isFragment)
  const kept: Phone[] = []
  for (const phone of phones) {
    if (phone.kind === 'invalid' ? hasMore && isFragment(phone) : stands(kept, phone)) continue
    kept.push(phone)
  }
  return kept
}

/** Few numbers stand in a cell: looking at each is quicker than a set of texts. */
function stands(kept: readonly Phone[], { national, extension }: Phone): boolean {
  for (const other of kept) if (other.national === national && other.extension === extension) return true
  return false
}

export function makePhone(
  reading: Reading,
  text: string,
  extension = '',
  isFax = false,
  repaired: PhoneRepair = reading.repaired,
): Phone {
  const { kind, national, areaCode, local, country, reason } = reading
  const isGeneric = kind === 'tollFree' || kind === 'short' || kind === 'placeholder'
  return { text, kind, national, areaCode, local, extension, country, isGeneric, isFax, repaired, reason }
}

function emit(cell: CellReader, reading: Reading, from: number, to: number, extension: string): void {
  const first = cell.groups[from]!
  let repaired = reading.repaired || cell.repaired
  for (let i = from; i < to; i++) if (cell.groups[i]!.letters) repaired = 'letterDigits'
  const text = cell.text.slice(first.start, cell.groups[to - 1]!.end)
  cell.phones.push(makePhone(reading, text, extension, first.fax, repaired))
  if (reading.areaCode !== '') cell.area = reading.areaCode
}

const isSoft = (group: DigitGroup): boolean => group.join <= JOIN_DASH

/** The number that begins at group `i`, of as few groups as make one. */
function matchAt(cell: CellReader, i: number): Match | undefined {
  const { groups } = cell
  const first = groups[i]!
  const isAbroad =
    first.digits.length > 2 && first.digits.startsWith('00') && first.digits.charCodeAt(2) !== 48
  if ((first.plus || isAbroad) && !/^(?:00)?86/.test(first.digits)) {
    const abroad = matchForeign(cell, i)
    if (abroad !== undefined) return abroad
  }
  let digits = ''
  let likely: Match | undefined
  for (let j = i; j < groups.length && j < i + MAX_PARTS && (j === i || isSoft(groups[j]!)); j++) {
    digits += groups[j]!.digits
    if (digits.length > 24) break
    const isWhole = j + 1 >= groups.length || !isSoft(groups[j + 1]!)
    const sure =
      (cell.hasMask ? readMasked(digits, cell.area, isWhole) : undefined) ??
      readSure(digits) ??
      readGreaterChina(digits)
    if (sure !== undefined && (sure.kind !== 'invalid' || j === i)) {
      // 86106278-1234 is a local number and its extension, 86-10-62781234 is not.
      const isLocalFirst = likely?.next === i + 1 && digits.startsWith('86')
      return isLocalFirst ? likely : { reading: sure, next: j + 1, isSure: true }
    }
    if (likely?.next === i + 1 || (cell.hasMask && digits.indexOf('*') >= 0)) continue
    const found = readLikely(digits, cell.area)
    if (found !== undefined && (found.kind !== 'short' || j === i)) {
      likely = { reading: found, next: j + 1, isSure: false }
    }
  }
  return likely
}

/** A number behind + or 00: as many groups as still make one. */
function matchForeign(cell: CellReader, i: number): Match | undefined {
  const candidates: string[] = []
  let digits = ''
  for (let j = i; j < cell.groups.length && j < i + MAX_PARTS && (j === i || isSoft(cell.groups[j]!)); j++) {
    digits += cell.groups[j]!.digits
    candidates.push(digits.startsWith('00') ? digits.slice(2) : digits)
  }
  for (let parts = candidates.length; parts > 0; parts--) {
    const reading = readForeign(candidates[parts - 1]!)
    if (reading.kind === 'foreign') return { reading, next: i + parts, isSure: true }
  }
  return undefined
}

/** Emits the number and reads what hangs on it: extension, decimal tail, numbers that share its stem. */
function readFollowers(cell: CellReader, from: number, match: Match): number {
  const { groups } = cell
  let { reading } = match
  let k = match.next
  let extension = ''
  const next = groups[k]
  if (next?.join === JOIN_DOT && /^0{1,2}$/.test(next.digits) && !groups[k + 1]) {
    reading = { ...reading, repaired: 'decimalTail' }
    k++
  } else if (next !== undefined && isExtension(cell, k, reading)) {
    const range =
      next.join === JOIN_DASH && next.digits.length <= 2 ? stemsUpTo(reading.national, next.digits, 5) : []
    if (range.length === 0 || reading.kind === 'tollFree') {
      extension = next.digits
      k++
    }
  }
  emit(cell, reading, from, k, extension)
  while (k < groups.length && cell.phones.length < MAX_PHONES) {
    const following = groups[k]!
    if (!canShareStem(cell, k, reading, k === match.next)) break
    if (extension !== '') {
      if (following.digits.length !== extension.length) break
      emit(cell, reading, k, k + 1, following.digits)
    } else {
      for (const national of stemsFrom(reading.national, following)) {
        emit(cell, shareStem(reading, national), k, k + 1, '')
      }
    }
    k++
  }
  return k
}

const takesExtension = (kind: PhoneKind): boolean =>
  kind === 'landline' || kind === 'tollFree' || kind === 'masked'

/** Whether the digits at `k` are the extension of the number before them. */
function isExtension(cell: CellReader, k: number, reading: Reading): boolean {
  const { digits, join, glued, plus } = cell.groups[k]!
  if (plus || digits.length > 6 || digits.indexOf('*') >= 0) return false
  if (join === JOIN_EXTENSION) return true
  if (!isSoft(cell.groups[k]!)) return false
  const isDashed = join === JOIN_DASH || join === JOIN_DOT
  if (!takesExtension(reading.kind) && !(reading.kind === 'mobile' && join === JOIN_DASH)) return false
  if (join === JOIN_BLANK && (glued || digits.length < 2 || digits.length > 5)) return false
  if (!isDashed && glued) return false
  return !startsNumber(cell, k)
}

/** Whether a number of its own, and more than a short one, begins at group `k`. */
function startsNumber(cell: CellReader, k: number): boolean {
  const match = matchAt(cell, k)
  return match !== undefined && match.reading.kind !== 'short' && match.reading.kind !== 'invalid'
}

/**
 * Whether the short group at `k` repeats only the end of the number before it (0592-5678901/2). A dash says so only
 * right behind the number, where `isExtension` left it; an area code there is a number that was cut off.
 */
function canShareStem(cell: CellReader, k: number, reading: Reading, isFirst: boolean): boolean {
  const { digits, join, glued, plus, skip } = cell.groups[k]!
  if (join !== JOIN_HARD && join !== JOIN_RANGE && !(join === JOIN_DASH && isFirst)) return false
  if (digits.length > 4 || glued || plus || skip || digits.indexOf('*') >= 0) return false
  if (reading.kind !== 'landline' && reading.kind !== 'mobile') return false
  return !(digits.startsWith('0') && areaOf(digits) !== undefined) && !startsNumber(cell, k)
}

function isNumberAt(cell: CellReader, i: number, needsSure: boolean): boolean {
  const match = matchAt(cell, i)
  return match !== undefined && (match.isSure || !needsSure)
}

/** A stretch of digits that begins no number: run together, a placeholder, or not to be read. */
function readUnknown(cell: CellReader, i: number): number {
  const { groups } = cell
  let end = i + 1
  while (end < groups.length && end < i + MAX_PARTS && isSoft(groups[end]!)) end++
  const isSkipped = groups[i]!.skip
  const all = groups.slice(i, end).map((group) => group.digits)
  const split = isSkipped ? undefined : splitRunTogether(all.join(''), cell.area)
  if (split !== undefined) {
    for (const reading of split) emit(cell, reading, i, end, '')
    return end
  }
  let next = i + 1
  // An area code in front of a number that does not fit it spoils the number.
  const needsSure = areaOf(all[0]!) !== undefined
  while (next < end && !isNumberAt(cell, next, needsSure)) next++
  const digits = all.slice(0, next - i).join('')
  if (isSkipped) return next
  if (isPlaceholderDigits(digits)) {
    const country = 'CN'
    emit(
      cell,
      { ...invalidReading(''), kind: 'placeholder', national: digits, local: digits, country },
      i,
      next,
      '',
    )
  } else emit(cell, invalidReading(groups[i]!.plus ? 'badForeign' : problemOf(digits)), i, next, '')
  return next
}
