/** Where two texts sound alike: an alignment needs to look nowhere else. */

interface Sounding {
  readonly sounds: readonly number[]
}

const LONGEST = 64
/** Texts whose sounds fall on one mark only cost a look. */
const MARKS = 4096
const marks = new Uint32Array(MARKS)
let mark = 0

/** The places that {@link findCommonSounds} found, in order: rows in the first text, columns in the second. */
export const rows = new Uint8Array(LONGEST)
export const columns = new Uint8Array(LONGEST)
export let rowCount = 0
export let columnCount = 0

/**
 * Finds the characters of each text whose sound the other text has too; of the others a few may be among them.
 * False when there are none.
 */
export function findCommonSounds(a: Sounding, b: Sounding): boolean {
  rowCount = collect(a.sounds, b.sounds, rows)
  columnCount = rowCount === 0 ? 0 : collect(b.sounds, a.sounds, columns)
  return rowCount > 0
}

/** Writes the places of `sounds` that are among `others`; gives their number. */
function collect(sounds: readonly number[], others: readonly number[], places: Uint8Array): number {
  // Once in four billion texts marks repeat, which only lets more places through.
  mark = (mark + 1) >>> 0
  for (let j = 0; j < others.length; j++) marks[(others[j] as number) & (MARKS - 1)] = mark
  let count = 0
  for (let i = 0; i < sounds.length; i++) {
    if (marks[(sounds[i] as number) & (MARKS - 1)] === mark) places[count++] = i
  }
  return count
}
