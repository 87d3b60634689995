/** How much two names of places have in common: an alignment by characters in which kind words count little. */
import { soundKey } from '../../text/sound.ts'
import { COMMON_PLACES, PLACE_KINDS } from '../lexicon/place-words.ts'

const KIND_WEIGHT = 0.25
const COMMON_WEIGHT = 0.4
const LATIN_WEIGHT = 0.6
/** A character that only sounds the same, and one matched apart from its neighbours, count less. */
const SOUND_WEIGHT = 0.7
const APART_WEIGHT = 0.4
const LONGEST = 64

const wordWeights = new Map<string, number>()
const wordKinds = new Map<string, string>()
for (const line of PLACE_KINDS.trim().split('\n')) {
  const [kind = '', ...words] = line.split(' ')
  for (const word of words) {
    wordWeights.set(word, KIND_WEIGHT)
    if (kind !== 'part') wordKinds.set(word, kind)
  }
}
for (const word of COMMON_PLACES.trim().split(/\s+/)) wordWeights.set(word, COMMON_WEIGHT)
/** The length of the longest word that begins with a character. */
const longestFrom = new Uint8Array(65536)
for (const word of wordWeights.keys()) {
  const first = word.charCodeAt(0)
  longestFrom[first] = Math.max(longestFrom[first] as number, word.length)
}

/** A name ready to be aligned: characters, their sounds, their weights and the weights' sum. */
export interface Weighed {
  readonly text: string
  readonly units: Int32Array
  readonly sounds: Int32Array
  readonly weights: Float64Array
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

const weighed = new Map<string, Weighed>()
const MOST_KEPT = 20_000

/** The name as the alignment reads it; kept, because names recur. */
export function weigh(name: string): Weighed {
  const known = weighed.get(name)
  if (known !== undefined) return known
  const text = name.slice(0, LONGEST)
  const units = new Int32Array(text.length)
  const sounds = new Int32Array(text.length)
  const weights = new Float64Array(text.length)
  let kind = ''
  let core = ''
  let total = 0
  for (let i = 0; i < text.length; ) {
    let length = Math.min(longestFrom[text.charCodeAt(i)] as number, text.length - i)
    while (length > 0 && !wordWeights.has(text.slice(i, i + length))) length--
    const word = text.slice(i, i + length)
    const weight = wordWeights.get(word) ?? (text.charCodeAt(i) < 128 ? LATIN_WEIGHT : 1)
    kind = wordKinds.get(word) ?? kind
    for (const end = i + Math.max(length, 1); i < end; i++) {
      units[i] = text.charCodeAt(i)
      sounds[i] = soundId(units[i] ?? 0)
      weights[i] = text[i] === ' ' ? 0 : weight
      total += weights[i] ?? 0
      if ((weights[i] ?? 0) > COMMON_WEIGHT) core += text[i]
    }
  }
  const result: Weighed = { text, units, sounds, weights, total, core, kind }
  if (weighed.size >= MOST_KEPT) weighed.clear()
  weighed.set(name, result)
  return result
}

const best = new Float64Array((LONGEST + 1) * 2)
const running = new Float64Array((LONGEST + 1) * 2)
const NEVER = -1e9

/**
 * The weight of what two names share: the heaviest common subsequence, where a run counts whole and its first character
 * {@link APART_WEIGHT}. Same as the textbook recursion over both prefixes, two rows at a time.
 */
export function sharedWeight(a: Weighed, b: Weighed): number {
  if (a === b) return a.total
  const width = b.units.length + 1
  best.fill(0, 0, 2 * width)
  running.fill(NEVER, 0, 2 * width)
  for (let i = 1; i <= a.units.length; i++) {
    const row = (i & 1) * width
    const above = width - row
    const unit = a.units[i - 1]
    const sound = a.sounds[i - 1]
    const weightA = a.weights[i - 1] as number
    best[row] = 0
    running[row] = NEVER
    for (let j = 1; j < width; j++) {
      let top = Math.max(best[above + j] as number, best[row + j - 1] as number)
      let run = NEVER
      if (sound === b.sounds[j - 1]) {
        const least = Math.min(weightA, b.weights[j - 1] as number)
        const gain = unit === b.units[j - 1] ? least : least * SOUND_WEIGHT
        run = Math.max(
          (running[above + j - 1] as number) + gain,
          (best[above + j - 1] as number) + gain * APART_WEIGHT,
        )
        if (run > top) top = run
      }
      running[row + j] = run
      best[row + j] = top
    }
  }
  return best[(a.units.length & 1) * width + width - 1] as number
}
