import { ABBREVIATIONS as TABLE } from './lexicon/abbreviations.ts'

const INITIAL = 1
const INNER = 0.45
const ADJACENT = 0.15
const LONGEST_SHORT = 16
const LONGEST_FULL = 64
const NEVER = -1

/** From this alignment on a short name may stand for the full name, if nothing else speaks against it. */
export const ABBREVIATION_THRESHOLD = 0.6

/** best[p]: the best sum of an alignment whose last character stands at position p of the full name. */
let best = new Float64Array(LONGEST_FULL)
let next = new Float64Array(LONGEST_FULL)
const full = new Uint16Array(LONGEST_FULL)
const isInitial = new Uint8Array(LONGEST_FULL)

/**
 * How well a short name abbreviates a full name that is given as its segments in order (中国, 石油, 化工), 0 to 1: the
 * mean over the characters of the short name of 1 for the first character of a segment and 0.45 for another, plus 0.15
 * right after the character before; the best alignment counts. 0 when the short name is '' or no subsequence, over 16
 * characters, and for a two-character X行 against a bank, which only {@link expandAbbreviation} knows (中行 is not
 * 中国建设银行). Only the first 64 characters of the full name count. Both folded, legal forms cut off. Accept from
 * 0.6; two characters meet by chance, so ask for one more signal. About 5 M pairs a second.
 *
 * @example alignAbbreviation('中石化', ['中国', '石油', '化工']) // 1
 */
export function alignAbbreviation(short: string, segments: readonly string[]): number {
  const size = short.length
  if (size === 0 || size > LONGEST_SHORT) return 0
  const length = load(segments)
  if (size > length || isBankGuess(short, segments)) return 0
  align(short.charCodeAt(0), true, length)
  for (let i = 1; i < size; i++) if (!align(short.charCodeAt(i), false, length)) return 0
  let sum = NEVER
  for (let p = 0; p < length; p++) if (best[p]! > sum) sum = best[p]!
  return sum < 0 ? 0 : Math.min(1, sum / size)
}

/** Copies the segments to `full`; returns how many units there are. */
function load(segments: readonly string[]): number {
  let length = 0
  for (const segment of segments) {
    for (let i = 0; i < segment.length && length < LONGEST_FULL; i++) {
      full[length] = segment.charCodeAt(i)
      isInitial[length] = i === 0 ? 1 : 0
      length++
    }
  }
  return length
}

/** One more character of the short name; false when it stands nowhere. */
function align(unit: number, isFirst: boolean, length: number): boolean {
  let before = NEVER
  let found = false
  for (let p = 0; p < length; p++) {
    const adjacent = p > 0 ? best[p - 1]! : NEVER
    let sum = NEVER
    if (full[p] === unit) {
      const worth = isInitial[p] === 1 ? INITIAL : INNER
      if (isFirst) sum = worth
      else if (adjacent >= 0) sum = Math.max(adjacent + ADJACENT, before) + worth
      else if (before >= 0) sum = before + worth
      found ||= sum >= 0
    }
    if (adjacent > before) before = adjacent
    next[p] = sum
  }
  const swap = best
  best = next
  next = swap
  return found
}

function isBankGuess(short: string, segments: readonly string[]): boolean {
  return short.length === 2 && short[1] === '行' && segments.some((segment) => segment.endsWith('银行'))
}

/** The curated short names with the stems of the full names they stand for. */
export const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [short, ...stems] = line.trim().split(' ')
      return [short!, stems]
    }),
)

/**
 * The stems of the full names that a short name may stand for: those of `extra` first, then the curated ones. Empty for
 * '' and for unknown short names. A stem opens the full name (工行: 中国工商银行 opens 中国工商银行股份有限公司). Takes folded text.
 * Good for short names that no alignment finds or that mean another body than it seems (中行, 京东方 as BOE); users add
 * their own with `extra`. A look-up: about 50 M a second.
 *
 * @example expandAbbreviation('工行') // ['中国工商银行']
 */
export function expandAbbreviation(
  short: string,
  extra?: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = extra?.get(short)
  const curated = ABBREVIATIONS.get(short) ?? []
  return own === undefined ? curated : [...new Set([...own, ...curated])]
}
