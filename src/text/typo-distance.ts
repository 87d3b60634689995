import { encode, LONGEST_TEXT, supplementaryUnits } from './text-units.ts'

const NO_CAP = 0x7fffffff
/** Rows of each unit of the current pattern; all zero between calls. */
const rows = new Int32Array(65536)
const pair = new Uint16Array(2 * LONGEST_TEXT)

/**
 * Edit distance in which two neighbours swapped count 1 instead of 2 (optimal string alignment): the number of slips
 * when typing. Above `cap` it is cap + 1. Cut at 2,000 units; a supplementary character counts 1. About 2.5 M pairs of
 * names a second.
 *
 * @example typoDistance('山西业煤', '山西煤业') // 1
 */
export function typoDistance(a: string, b: string, cap: number = NO_CAP): number {
  if (a === b) return 0
  const own = supplementaryUnits(a)
  let aEnd = encode(a, pair, 0, own)
  let bStart = aEnd
  let bEnd = encode(b, pair, aEnd, own)
  let aStart = 0
  while (aStart < aEnd && bStart < bEnd && pair[aStart] === pair[bStart]) {
    aStart++
    bStart++
  }
  while (aStart < aEnd && bStart < bEnd && pair[aEnd - 1] === pair[bEnd - 1]) {
    aEnd--
    bEnd--
  }
  if (Math.abs(aEnd - aStart - (bEnd - bStart)) > cap) return cap + 1
  if (aStart === aEnd || bStart === bEnd) return aEnd - aStart + (bEnd - bStart)
  const distance =
    aEnd - aStart > 32 ? typosByTable(aStart, aEnd, bStart, bEnd) : typosInWord(aStart, aEnd, bStart, bEnd)
  return Math.min(distance, cap + 1)
}

/** Hyyrö 2003: a diagonal step is also free where the last two matches cross. */
function typosInWord(aStart: number, aEnd: number, bStart: number, bEnd: number): number {
  const size = aEnd - aStart
  const last = 1 << (size - 1)
  for (let i = aStart; i < aEnd; i++) rows[pair[i]!]! |= 1 << (i - aStart)
  let rises = -1
  let falls = 0
  let diagonal = 0
  let before = 0
  let score = size
  for (let i = bStart; i < bEnd; i++) {
    const match = rows[pair[i]!]!
    const crossed = ((~diagonal & match) << 1) & before
    diagonal = (((match & rises) + rises) ^ rises) | match | falls | crossed
    let plus = falls | ~(diagonal | rises)
    const minus = diagonal & rises
    if ((plus & last) !== 0) score++
    else if ((minus & last) !== 0) score--
    plus = (plus << 1) | 1
    rises = (minus << 1) | ~(diagonal | plus)
    falls = plus & diagonal
    before = match
  }
  for (let i = aStart; i < aEnd; i++) rows[pair[i]!] = 0
  return score
}

function typosByTable(aStart: number, aEnd: number, bStart: number, bEnd: number): number {
  const width = bEnd - bStart + 1
  let older = new Int32Array(width)
  let old = Int32Array.from({ length: width }, (_, k) => k)
  let row = new Int32Array(width)
  for (let i = aStart; i < aEnd; i++) {
    row[0] = i - aStart + 1
    for (let k = 1; k < width; k++) {
      const one = pair[i]
      const other = pair[bStart + k - 1]
      let best = Math.min(old[k]! + 1, row[k - 1]! + 1, old[k - 1]! + (one === other ? 0 : 1))
      if (i > aStart && k > 1 && one === pair[bStart + k - 2] && pair[i - 1] === other) {
        best = Math.min(best, older[k - 2]! + 1)
      }
      row[k] = best
    }
    ;[older, old, row] = [old, row, older]
  }
  return old[width - 1]!
}
