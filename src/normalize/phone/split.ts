import { invalidReading, type Reading, readLocal, readSure } from './number.ts'
import { type Area, areaAt, areaOf } from './plan.ts'

/**
 * The numbers of a string of digits whose separators got lost (0108235678901082356789, 2 × 11 mobile digits, an
 * area code with two local numbers), or undefined. A last number that was cut off by the width of a column reads
 * as invalid, `digitsLost`, when it repeats the area code of the first.
 */
export function splitRunTogether(digits: string, hintArea: string): readonly Reading[] | undefined {
  const length = digits.length
  if (length < 14 || length > 45 || digits.indexOf('*') >= 0) return undefined
  const readings =
    splitMobiles(digits) ?? splitWithArea(digits) ?? splitLocals(digits, 0, areaOf(hintArea), hintArea)
  return readings?.map((reading) =>
    reading.kind === 'invalid' ? reading : { ...reading, repaired: 'runTogether' },
  )
}

function splitMobiles(digits: string): readonly Reading[] | undefined {
  if (digits.length % 11 !== 0 || digits.charCodeAt(0) !== 49) return undefined
  const readings: Reading[] = []
  for (let i = 0; i < digits.length; i += 11) {
    const reading = readSure(digits.slice(i, i + 11))
    if (reading?.kind !== 'mobile') return undefined
    readings.push(reading)
  }
  return readings
}

const localLength = (area: Area): number => (area.eight ? 8 : 7)

/** Area code, local number, then the same again in full, in part, or without the area code. */
function splitWithArea(digits: string): readonly Reading[] | undefined {
  const area = digits.charCodeAt(0) === 48 ? areaAt(digits, 1) : undefined
  if (area === undefined) return undefined
  const size = area.code.length + localLength(area)
  const first = readSure(digits.slice(0, size))
  if (first?.kind !== 'landline') return undefined
  const rest = digits.slice(size)
  if (rest.startsWith(area.code)) {
    if (rest.length < size) return [first, invalidReading('digitsLost')]
    const second = readSure(rest)
    if (second?.kind === 'landline') return [first, second]
    const more = splitWithArea(rest)
    return more === undefined ? undefined : [first, ...more]
  }
  if (rest.startsWith('0') && area.code.startsWith(rest)) return [first, invalidReading('digitsLost')]
  if (rest.length === 11 && rest.charCodeAt(0) === 49) {
    const mobile = readSure(rest)
    return mobile?.kind === 'mobile' ? [first, mobile] : undefined
  }
  return rest.length % localLength(area) === 0
    ? splitLocals(digits, area.code.length, area, area.code)
    : undefined
}

/** Two or three local numbers of one length. Sixteen digits that end in 0 lost the last one in a spreadsheet. */
function splitLocals(
  digits: string,
  start: number,
  area: Area | undefined,
  areaCode: string,
): readonly Reading[] | undefined {
  const size = area === undefined ? 8 : localLength(area)
  const count = (digits.length - start) / size
  if (count !== 2 && count !== 3) return undefined
  const readings: Reading[] = []
  for (let i = start; i < digits.length; i += size) {
    const code = digits.charCodeAt(i)
    if (code < 50 || code > 56) return undefined
    const isRounded = digits.length === 16 && i + size === 16 && digits.endsWith('0')
    readings.push(isRounded ? invalidReading('digitsLost') : readLocal(digits.slice(i, i + size), areaCode))
  }
  return readings
}
