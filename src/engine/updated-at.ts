/** 2024-03-05, 2024/3/5 14:30, 2024年3月, 2024-03-05T14:30:00.000Z: the month alone stands for its first day. */
const SEPARATED = /^(\d{4})\D(\d{1,2})(?:\D(\d{1,2})(?:\D+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?)?(?!\d)/

/** 20240305, 202403, 20240305143000, 20240305 14:30. */
const COMPACT = /^(\d{4})(\d{2})(?:(\d{2})(?:\D*(\d{2}):?(\d{2})(?::?(\d{2}))?)?)?(?!\d)/

/** A spreadsheet's day number of 1970-01-01. */
const SPREADSHEET_EPOCH_DAYS = 25569

/** A date with its time is shorter; the rest of a long cell is not looked at. */
const LONGEST_DATE = 40

/**
 * When a record was last changed, in milliseconds since 1970; 0 when the text is no date. Reads dates as written in
 * China, compact ones, a spreadsheet's day numbers, and Unix seconds and milliseconds. Only the order matters: all
 * times are taken as of one zone.
 * @example parseUpdatedAt('2024年3月5日') // => Date.UTC(2024, 2, 5)
 */
export function parseUpdatedAt(text: string): number {
  const trimmed = text.trim().slice(0, LONGEST_DATE)
  if (/^\d{5}(\.\d+)?$/.test(trimmed))
    return Math.round((Number(trimmed) - SPREADSHEET_EPOCH_DAYS) * 86_400_000)
  if (/^1\d{9}(\d{3})?$/.test(trimmed)) return Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)
  const match = SEPARATED.exec(trimmed) ?? COMPACT.exec(trimmed)
  if (match === null) return 0
  const [year, month, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined || month === undefined) return 0
  if (month < 1 || month > 12 || day < 1 || day > 31) return 0
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
