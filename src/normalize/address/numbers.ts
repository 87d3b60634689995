/** Numbers of houses and rooms as ranges that are compared many times. */

export type Agreement = -1 | 0 | 1
/** 1 equal, −1 different, 0 when either is missing. */
export const agree = (a: string, b: string): Agreement => (a === '' || b === '' ? 0 : a === b ? 1 : -1)

export interface NumberSet {
  readonly text: string
  /** From and to of each range, one after the other. */
  readonly ranges: readonly number[]
  /** 8 of 8-3, A3 of A3-1. */
  readonly main: string
}

const PLAIN = /^\d+$/
const RANGE = /^(\d+)-(\d+)$/
const NONE: NumberSet = { text: '', ranges: [], main: '' }

export function numberSetOf(text: string): NumberSet {
  if (text === '') return NONE
  if (PLAIN.test(text)) return { text, ranges: [Number(text), Number(text)], main: text }
  const ranges: number[] = []
  for (const item of text.split(/[,/]/)) {
    const [, from, to] = RANGE.exec(item) ?? []
    if (from !== undefined && to !== undefined && Number(to) > Number(from))
      ranges.push(Number(from), Number(to))
    else if (PLAIN.test(item)) ranges.push(Number(item), Number(item))
  }
  return { text, ranges, main: /^[A-Z]?\d+/.exec(text)?.[0] ?? text }
}

/**
 * {@link agree} for numbers of houses and rooms: 110 lies in 108-114 and in 110,112; 118 and 118-1 neither agree nor
 * differ, since one of them may only be more exact.
 */
export function agreeNumbers(a: NumberSet, b: NumberSet): Agreement {
  const plain = agree(a.text, b.text)
  if (plain >= 0) return plain
  for (let i = 0; i < a.ranges.length; i += 2) {
    for (let j = 0; j < b.ranges.length; j += 2) {
      const startsBefore = (a.ranges[i] as number) <= (b.ranges[j + 1] as number)
      if (startsBefore && (b.ranges[j] as number) <= (a.ranges[i + 1] as number)) return 1
    }
  }
  return a.main === b.main ? 0 : -1
}
