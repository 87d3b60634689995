/** What two texts share and where they differ, once they are laid side by side. */
import type { Weighed } from './align.ts'
import { columnCount, columns, findCommonSounds, rowCount, rows } from './common-sounds.ts'
import { pairId, rarityOf } from './pair-rarity.ts'
import { isHan } from './sequence.ts'

/** Weights of stretches; `longest` is a count of characters. */
export interface Difference {
  readonly shared: number
  /** Where one text has something else than the other, the lesser of both sides. */
  readonly replaced: number
  /** The same between stretches that both share. */
  readonly replacedInside: number
  /** The same before the first stretch that both share. */
  readonly replacedAhead: number
  /** What one text has where the other has nothing. */
  readonly added: number
  /** What each text has alone: of the one that has less, of the one that has more. */
  readonly leastAlone: number
  readonly mostAlone: number
  readonly longest: number
  /** How rare the pairs of characters in the longest shared stretch are together, and in all of two characters or more. */
  readonly longestRarity: number
  readonly rarity: number
}

/** A character that only sounds the same, and one that begins a stretch, count less; equal ones always count. */
const SOUND_WEIGHT = 0.6
const FIRST_WEIGHT = 0.5
const EQUAL = 0.02
const NEVER = -1e9

const SIDE = 65
const best = new Float64Array(SIDE * SIDE)
const running = new Float64Array(SIDE * SIDE)
/** How the best of a cell came about, and whether the stretch that ends there begins there. */
const steps = new Uint8Array(SIDE * SIDE)
const begins = new Uint8Array(SIDE * SIDE)
const [UP, LEFT, RUN] = [1, 2, 3]

/** Places of the matched characters in both texts, first to last; the first {@link alignTexts} returns of them count. */
export const placesA = new Uint8Array(SIDE)
export const placesB = new Uint8Array(SIDE)

/**
 * Fills the cells: the heaviest common subsequence, stretches preferred. A character whose sound the other text lacks
 * has no cells, since the best way past it is the one beside it; it only ends a stretch.
 */
function fillCells(a: Weighed, b: Weighed): void {
  const [height, width] = [rowCount, columnCount]
  best.fill(0, 0, width + 1)
  for (let r = 1; r <= height; r++) {
    const row = r * SIDE
    const above = row - SIDE
    const i = rows[r - 1] as number
    const goesOn = r > 1 && rows[r - 2] === i - 1
    best[row] = 0
    for (let c = 1; c <= width; c++) {
      const j = columns[c - 1] as number
      let top = best[above + c] as number
      let step = UP
      if ((best[row + c - 1] as number) > top) {
        top = best[row + c - 1] as number
        step = LEFT
      }
      let run = NEVER
      if (a.sounds[i] === b.sounds[j]) {
        const least = Math.min(a.weights[i] as number, b.weights[j] as number)
        const gain = a.units[i] === b.units[j] ? least + EQUAL : least * SOUND_WEIGHT
        run = goesOn && c > 1 && columns[c - 2] === j - 1 ? (running[above + c - 1] as number) + gain : NEVER
        const fresh = (best[above + c - 1] as number) + gain * FIRST_WEIGHT
        begins[row + c] = fresh > run ? 1 : 0
        if (fresh > run) run = fresh
        if (run > top) {
          top = run
          step = RUN
        }
      }
      running[row + c] = run
      best[row + c] = top
      steps[row + c] = step
    }
  }
}

/** Lays two texts side by side; returns how many characters are matched. */
export function alignTexts(a: Weighed, b: Weighed): number {
  if (!findCommonSounds(a, b)) return 0
  fillCells(a, b)
  let at = SIDE
  let isInside = false
  for (let r = rowCount, c = columnCount; r > 0 && c > 0; ) {
    const cell = r * SIDE + c
    if (isInside || steps[cell] === RUN) {
      at--
      placesA[at] = rows[--r] as number
      placesB[at] = columns[--c] as number
      isInside = begins[cell] === 0
    } else if (steps[cell] === UP) r--
    else c--
  }
  placesA.copyWithin(0, at)
  placesB.copyWithin(0, at)
  return SIDE - at
}

const weightOf = ({ weights }: Weighed, from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += weights[i] as number
  return sum
}

/** How rare the pairs of neighbouring characters of a stretch are together. */
export function rarityWithin(units: readonly number[], from: number, to: number): number {
  let sum = 0
  for (let i = from + 1; i < to; i++) {
    const [first, second] = [units[i - 1] as number, units[i] as number]
    sum += isHan(first) && isHan(second) ? rarityOf(pairId(first, second)) : 0.5
  }
  return sum
}

/** Lays `a` and `b` side by side and measures the stretches. Both sides of a tie are as good, so swapping may tell more or less. */
export function differenceOf(a: Weighed, b: Weighed): Difference {
  const matched = alignTexts(a, b)
  let shared = 0
  let replaced = 0
  let inside = 0
  let ahead = 0
  let added = 0
  let start = 0
  let longest = 0
  let longestRarity = 0
  let rarity = 0
  for (let k = 0; k <= matched; k++) {
    const [i, j] = k < matched ? [placesA[k]!, placesB[k]!] : [a.units.length, b.units.length]
    const [fromA, fromB] = k > 0 ? [placesA[k - 1]! + 1, placesB[k - 1]! + 1] : [0, 0]
    if (k < matched) shared += Math.min(a.weights[i] as number, b.weights[j] as number)
    if (i === fromA && j === fromB && k < matched) continue
    const [gapA, gapB] = [weightOf(a, fromA, i), weightOf(b, fromB, j)]
    const lesser = Math.min(gapA, gapB)
    replaced += lesser
    added += Math.max(gapA, gapB) - lesser
    if (k === 0) ahead = lesser
    else {
      if (k < matched) inside += lesser
      const length = k - start
      const rare = length > 1 ? rarityWithin(a.units, placesA[start]!, fromA) : 0
      rarity += rare
      if (length > longest) {
        longest = length
        longestRarity = rare
      }
    }
    start = k
  }
  const [aloneA, aloneB] = [a.total - shared, b.total - shared]
  return {
    shared,
    replaced,
    replacedInside: inside,
    replacedAhead: ahead,
    added,
    leastAlone: Math.min(aloneA, aloneB),
    mostAlone: Math.max(aloneA, aloneB),
    longest,
    longestRarity,
    rarity,
  }
}
