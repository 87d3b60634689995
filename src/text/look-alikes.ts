import { editDistanceUnits } from './edit-distance.ts'
import { LOOK_ALIKE_PAIRS, NEVER_ALIKE } from './lexicon/look-alike-pairs.ts'
import { STROKES } from './lexicon/strokes.ts'
import { soundsSame } from './sound.ts'

/** Below this share of common strokes, two characters are not alike. */
const ALIKE = 0.65
/** What a shared sound adds when one character is most of the other (沁 心, 码 马). */
const SAME_SOUND = 0.2
const CONTAINED = 0.75

interface Strokes {
  /** All stroke orders, one letter a unit, `from[unit]` to `from[unit] + sizes[unit]`. */
  readonly letters: Uint16Array
  readonly from: Int32Array
  readonly sizes: Uint8Array
}

let strokes: Strokes | undefined
const pairs = new Set<string>()
const isInPair = new Uint8Array(65536)
for (const pair of LOOK_ALIKE_PAIRS.trim().split(/\s+/)) {
  pairs.add(pair)
  pairs.add(pair[1]! + pair[0]!)
  for (const one of pair) isInPair[one.charCodeAt(0)] = 1
}

/** Unpacks the front-coded table at first use; about 5 ms. */
function unpack(): Strokes {
  const from = new Int32Array(65536)
  const sizes = new Uint8Array(65536)
  const letters = new Uint16Array(1 << 17)
  let used = 0
  let previous = 0
  for (const [, char, shared, rest] of STROKES.matchAll(/([^\n-~])(\d+)([a-z]*)/g)) {
    const unit = char!.charCodeAt(0)
    from[unit] = used
    letters.copyWithin(used, previous, previous + Number(shared))
    previous = used
    used += Number(shared)
    for (let i = 0; i < rest!.length; i++) letters[used++] = rest!.charCodeAt(i)
    sizes[unit] = used - previous
  }
  return { letters, from, sizes }
}

/**
 * How alike two characters look, 0 to 1: 1 for the same character and for pairs known by hand (未末, 己已), else the
 * share of common strokes, raised for characters of the same sound of which one is most of the other (沁心); 0 below
 * 0.65, for '', for characters without a stroke order, and between numerals or directions. Good as a level between
 * equal and different when one character of a brand differs. About 3 M pairs a second.
 *
 * @example lookAlike('宜', '宣') // 1
 */
export function lookAlike(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  if (a.length !== 1 || b.length !== 1) return 0
  strokes ??= unpack()
  const { letters, from, sizes } = strokes
  const left = a.charCodeAt(0)
  const right = b.charCodeAt(0)
  const leftSize = sizes[left]!
  const rightSize = sizes[right]!
  if (isInPair[left] === 1 && isInPair[right] === 1 && pairs.has(a + b)) return 1
  if (leftSize === 0 || rightSize === 0) return 0
  const longer = Math.max(leftSize, rightSize)
  const shorter = Math.min(leftSize, rightSize)
  const leftEnd = from[left]! + leftSize
  const rightEnd = from[right]! + rightSize
  // With a shared sound this is the most that can still be alike, without one the distance stops early.
  const cap = Math.floor(longer * (1 - ALIKE + SAME_SOUND))
  const distance = editDistanceUnits(letters, from[left]!, leftEnd, from[right]!, rightEnd, cap)
  if (distance > cap || (NEVER_ALIKE.includes(a) && NEVER_ALIKE.includes(b))) return 0
  let similarity = 1 - distance / longer
  if (similarity < 1 && shorter > 2 && isContained(left, right, shorter) && soundsSame(a, b) === 2) {
    similarity = Math.min(similarity + SAME_SOUND, 0.95)
  }
  return similarity >= ALIKE ? Math.min(similarity, 0.95) : 0
}

/** Claims that the strokes from the front or from the back agree over most of the shorter character. */
function isContained(left: number, right: number, shorter: number): boolean {
  const { letters, from, sizes } = strokes!
  const needed = Math.ceil(shorter * CONTAINED)
  let front = 0
  while (front < needed && letters[from[left]! + front] === letters[from[right]! + front]) front++
  if (front === needed) return true
  const leftLast = from[left]! + sizes[left]! - 1
  const rightLast = from[right]! + sizes[right]! - 1
  let back = 0
  while (back < needed && letters[leftLast - back] === letters[rightLast - back]) back++
  return back === needed
}
