/** How much two names of places have in common: an alignment by characters in which kind words count little. */
import { soundKey } from '../../text/sound.ts'
import { COMMON_PLACES, PLACE_KINDS } from '../lexicon/place-words.ts'
import { columnCount, columns, findCommonSounds, rowCount, rows } from './common-sounds.ts'

const KIND_WEIGHT = 0.25
const COMMON_WEIGHT = 0.4
const LATIN_WEIGHT = 0.6
/** A character that only sounds the same, and one matched apart from its neighbours, count less. */
const SOUND_WEIGHT = 0.7
const APART_WEIGHT = 0.4
const LONGEST = 64

interface Word {
  readonly text: string
  readonly weight: number
  /** What kind of place it names, '' when none. */
  readonly kind: string
}

/** The words by their first character, longest first. */
const wordsFrom: (readonly Word[] | undefined)[] = readWords()

function readWords(): (readonly Word[] | undefined)[] {
  const words = new Map<string, Word>()
  for (const line of PLACE_KINDS.trim().split('\n')) {
    const [kind = '', ...texts] = line.split(' ')
    for (const text of texts) {
      const known = words.get(text)?.kind ?? ''
      words.set(text, { text, weight: KIND_WEIGHT, kind: kind === 'part' ? known : kind })
    }
  }
  for (const text of COMMON_PLACES.trim().split(/\s+/))
    words.set(text, { text, weight: COMMON_WEIGHT, kind: words.get(text)?.kind ?? '' })
  const byFirst: Word[][] = []
  for (const word of words.values()) {
    const first = word.text.charCodeAt(0)
    byFirst[first] = [...(byFirst[first] ?? []), word].sort((a, b) => b.text.length - a.text.length)
  }
  return byFirst
}

function wordAt(text: string, at: number): Word | undefined {
  const words = wordsFrom[text.charCodeAt(at)]
  if (words === undefined) return undefined
  for (const word of words) if (text.startsWith(word.text, at)) return word
  return undefined
}

/** A name ready to be aligned: characters, their sounds, their weights and the weights' sum. */
export interface Weighed {
  readonly text: string
  readonly units: readonly number[]
  readonly sounds: readonly number[]
  readonly weights: readonly number[]
  readonly total: number
  /** The name without its kind words and commonest words. */
  readonly core: string
  /** What kind of place the last kind word says it is, '' when none does. */
  readonly kind: string
}

const soundIds = new Map<string, number>()
const soundOf = new Uint16Array(65536)

/** A number per canonical reading; characters without one get a number of their own. */
export function soundId(unit: number): number {
  const known = soundOf[unit]
  if (known !== 0) return known
  const isHan = unit >= 0x4e00 && unit <= 0x9fff
  const key = isHan ? soundKey(String.fromCharCode(unit)) : String.fromCharCode(unit)
  let id = soundIds.get(key)
  if (id === undefined) {
    id = soundIds.size + 1
    soundIds.set(key, id)
  }
  soundOf[unit] = id
  return id
}

const units = Array.from({ length: LONGEST }, () => 0)
const sounds = Array.from({ length: LONGEST }, () => 0)
const weights = Array.from({ length: LONGEST }, () => 0.5)

const weighed = new Map<string, Weighed>()
const MOST_KEPT = 20_000

/** The name as the alignment reads it; kept, because names recur. */
export function weigh(name: string): Weighed {
  const known = weighed.get(name)
  if (known !== undefined) return known
  const result = weighAnew(name)
  if (weighed.size >= MOST_KEPT) weighed.clear()
  weighed.set(name, result)
  return result
}

/** The same for texts that hardly recur; not kept. */
export function weighAnew(name: string): Weighed {
  const text = name.slice(0, LONGEST)
  let kind = ''
  let core = ''
  let total = 0
  for (let i = 0; i < text.length; ) {
    const word = wordAt(text, i)
    const weight = word?.weight ?? (text.charCodeAt(i) < 128 ? LATIN_WEIGHT : 1)
    if (word !== undefined && word.kind !== '') kind = word.kind
    const end = i + (word?.text.length ?? 1)
    if (word === undefined && text[i] !== ' ') core += text[i]
    for (; i < end; i++) {
      const unit = text.charCodeAt(i)
      units[i] = unit
      sounds[i] = soundId(unit)
      weights[i] = unit === 0x20 ? 0 : weight
      total += weights[i] as number
    }
  }
  const length = text.length
  return {
    text,
    units: units.slice(0, length),
    sounds: sounds.slice(0, length),
    weights: weights.slice(0, length),
    total,
    core,
    kind,
  }
}

const best = new Float64Array((LONGEST + 1) * 2)
const running = new Float64Array((LONGEST + 1) * 2)
const NEVER = -1e9

/**
 * The weight of what two names share: the heaviest common subsequence, where a run counts whole and its first character
 * {@link APART_WEIGHT}. Same as the textbook recursion over both prefixes, two rows at a time; a character whose sound
 * the other name lacks changes nothing there but that it ends a run.
 */
export function sharedWeight(a: Weighed, b: Weighed): number {
  if (a === b) return a.total
  if (!findCommonSounds(a, b)) return 0
  const width = columnCount + 1
  best.fill(0, 0, 2 * width)
  running.fill(NEVER, 0, 2 * width)
  let row = 0
  for (let r = 0, last = -1; r < rowCount; r++) {
    const i = rows[r] as number
    const goesOn = i === last + 1
    last = i
    const above = row
    row = width - row
    fillRow(a, i, b, goesOn ? above : -1, above, row)
  }
  return best[row + columnCount] as number
}

/** One row; `before` is the row that runs go on from, -1 when none does. */
function fillRow(a: Weighed, i: number, b: Weighed, before: number, above: number, row: number): void {
  const unit = a.units[i]
  const sound = a.sounds[i]
  const weightA = a.weights[i] as number
  let left = 0
  for (let c = 1, last = -1; c <= columnCount; c++) {
    const j = columns[c - 1] as number
    let top = Math.max(best[above + c] as number, left)
    let run = NEVER
    if (sound === b.sounds[j]) {
      const least = Math.min(weightA, b.weights[j] as number)
      const gain = unit === b.units[j] ? least : least * SOUND_WEIGHT
      run = (best[above + c - 1] as number) + gain * APART_WEIGHT
      if (before >= 0 && j === last + 1) run = Math.max((running[before + c - 1] as number) + gain, run)
      if (run > top) top = run
    }
    last = j
    running[row + c] = run
    best[row + c] = top
    left = top
  }
}
