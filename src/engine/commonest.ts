import { type Dictionary, textOf } from '../data/dictionary.ts'

/** A code of a dictionary and how often it occurs. */
export interface CodeCount {
  readonly code: number
  readonly count: number
}

/**
 * The codes that occur most, at most `limit`; equal counts in the order of their texts, so that the order of rows
 * does not matter. Replaces `codes.filter(accepts).sort(…).slice(0, limit)`.
 * @param counts by code, how often it occurs; those with 0 are left out.
 */
export function commonestCodes(
  dictionary: Dictionary,
  counts: Uint32Array,
  limit: number,
  accepts: (code: number) => boolean = () => true,
): CodeCount[] {
  const found: (CodeCount & { readonly text: string })[] = []
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]
    const last = found.at(-1)
    const isFull = found.length === limit
    if (count === 0 || limit === 0 || (isFull && last !== undefined && count < last.count) || !accepts(code))
      continue
    const text = textOf(dictionary, code)
    if (isFull && last !== undefined && count === last.count && text > last.text) continue
    if (isFull) found.pop()
    const at = found.findIndex((other) => other.count < count || (other.count === count && other.text > text))
    found.splice(at < 0 ? found.length : at, 0, { code, count, text })
  }
  return found.map(({ code, count }) => ({ code, count }))
}
