import { type DigitGroup, JOIN_HARD } from './lexer.ts'
import type { Reading } from './number.ts'

/** The numbers that a group repeating only the end of `national` stands for. */
export function stemsFrom(national: string, group: DigitGroup): readonly string[] {
  if (group.join !== JOIN_HARD) {
    const range = stemsUpTo(national, group.digits, 20)
    if (range.length > 0) return range
  }
  return [national.slice(0, -group.digits.length) + group.digits]
}

/** The numbers after `national` up to the one that ends in `tail`; empty when there are none or more than `limit`. */
export function stemsUpTo(national: string, tail: string, limit: number): readonly string[] {
  const stem = national.slice(0, -tail.length)
  const first = Number(national.slice(-tail.length))
  const count = Number(tail) - first
  if (!(count > 0 && count <= limit)) return []
  return Array.from({ length: count }, (_, n) => stem + String(first + n + 1).padStart(tail.length, '0'))
}

/** The reading with another number of the same stem. */
export function shareStem(reading: Reading, national: string): Reading {
  return { ...reading, national, local: national.slice(reading.areaCode.length), repaired: 'sharedStem' }
}
