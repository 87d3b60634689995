/** 2024-03-05, 2024/3/5 14:30, 2024年3月5日, 20240305, 2024-03-05T14:30:00.000Z. */
const DATE = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?:\D+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?/

/** A spreadsheet's day number of 1900-01-00, as Unix days. */
const SPREADSHEET_EPOCH_DAYS = 25569

/**
 * When a record was last changed, in milliseconds since 1970; 0 when the text is no date. Only the order matters: all
 * times are taken as of one zone.
 * @example parseUpdatedAt('2024年3月5日') // => Date.UTC(2024, 2, 5)
 */
export function parseUpdatedAt(text: string): number {
  const trimmed = text.trim().slice(0, 40)
  if (/^\d{5}(\.\d+)?$/.test(trimmed)) return (Number(trimmed) - SPREADSHEET_EPOCH_DAYS) * 86_400_000
  if (/^1\d{9}(\d{3})?$/.test(trimmed)) return Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)
  const match = DATE.exec(trimmed)
  if (match === null) return 0
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || day < 1 || day > 31) return 0
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
