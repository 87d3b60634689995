/**
 * Any value as the text of a cell: null, undefined and NaN are '', dates are ISO (without a time at
 * midnight UTC), bytes are their UTF-8 text or else hexadecimal, lists and objects are JSON.
 * @example cellTextOf(13800138000n) // => '13800138000'
 */
export function cellTextOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isNaN(value) ? '' : numberText(value)
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return dateText(value)
  if (value instanceof Uint8Array) return bytesText(value)
  return JSON.stringify(value, plain) ?? ''
}

/**
 * A number without an exponent where its digits are known: 1.38e10 is 13800000000.
 * @example numberText(9.1440300708461e17) // => '914403007084610000'
 */
export function numberText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) && Math.abs(value) < 1e30 ? BigInt(value).toString() : text
}

/** An ISO date, with a time to the second unless it is midnight; '' for an invalid date. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = date.toISOString()
  if (text.endsWith('T00:00:00.000Z')) return text.slice(0, -14)
  return text.replace('.000Z', '').replace(/Z$/, '')
}

function bytesText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('hex')
  }
}

function plain(this: unknown, _key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return bytesText(value)
  return value
}

/** At most `length` units of a text, never half a surrogate pair. */
export function cutText(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length)
}

/** How a number in a spreadsheet is shown: as it is, as a date, or with zeros in front up to a width. */
export type NumberFormat = 'number' | 'date' | { readonly zeros: number }

/** The last day Excel knows, 9999-12-31. */
const LAST_SERIAL = 2_958_465

/**
 * The text of a number as a workbook stores it, shown in its format. Excel keeps 15 digits; what
 * floating point adds behind them is dropped.
 * @example workbookNumber('1.3800138000000001E10', 'number', false) // => '13800138000'
 */
export function workbookNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim()
  if (format === 'date' && value >= 0 && value <= LAST_SERIAL + 1) return serialDate(value, from1904)
  if (/^-?[0-9]{1,30}$/.test(raw)) return padded(raw, format)
  if (Number.isInteger(value)) return padded(numberText(value), format)
  return numberText(Number(value.toPrecision(15)))
}

function padded(digits: string, format: NumberFormat): string {
  return typeof format === 'object' ? digits.padStart(format.zeros, '0') : digits
}

/** A number typed as 16 digits or more lost those behind the fifteenth. */
export function hasLostDigits(raw: string): boolean {
  const value = Math.abs(Number(raw))
  if (value < 1e15 || !Number.isInteger(value)) return false
  return !/^[0-9]+$/.test(raw) || raw.endsWith('000')
}

// Excel counts days from 1899-12-31 and believes in a 29 February 1900.
function serialDate(serial: number, from1904: boolean): string {
  const seconds = Math.round(serial * 86_400)
  const time = seconds % 86_400
  const clock = new Date(time * 1000).toISOString().slice(11, 19)
  let day = (seconds - time) / 86_400
  if (day === 0 && !from1904) return clock
  if (from1904) day += 1462
  if (day === 60) return time === 0 ? '1900-02-29' : `1900-02-29T${clock}`
  const days = day - 25_569 + (day < 60 ? 1 : 0)
  const date = new Date(days * 86_400_000).toISOString().slice(0, 10)
  return time === 0 ? date : `${date}T${clock}`
}

/**
 * What a number format of a workbook shows (ECMA-376 part 1, 18.8.30): `id` is built in below 164,
 * `code` is the format's own text.
 * @example numberFormatOf(164, 'yyyy"年"m"月"d"日"') // => 'date'
 */
export function numberFormatOf(id: number, code: string): NumberFormat {
  if (code === '') {
    const isDate =
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    return isDate ? 'date' : 'number'
  }
  if (/^0{2,32}$/.test(code)) return { zeros: code.length }
  const bare = code
    .slice(0, 512)
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]
  return /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\]?[.,]0+/gi, 's')) ? 'date' : 'number'
}
