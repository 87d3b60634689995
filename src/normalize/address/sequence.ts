/** Texts of addresses as sequences of characters and numbers, weighed by how rare they are, ready to be aligned. */

import { PLACE_RARITY } from '../lexicon/place-rarity.ts'
import { PLACE_SYNONYMS } from '../lexicon/place-words.ts'
import { soundId, type Weighed } from './align.ts'

/** Ids with their weights, the ids in ascending order: two are compared in one walk through both. */
export interface Bag {
  readonly ids: Float64Array
  readonly weights: Float64Array
  readonly total: number
}

const MOST_IDS = 512
const ids = new Float64Array(MOST_IDS)
const idWeights = new Float64Array(MOST_IDS)
let count = 0

/** Begins a bag; {@link putIn} fills it and {@link closeBag} makes it. One at a time. */
export function openBag(): void {
  count = 0
}

/** Keeps ids in order; of an id put in twice the greater weight. */
export function putIn(id: number, weight: number): void {
  let at = count
  while (at > 0 && (ids[at - 1] as number) > id) at--
  if (at > 0 && ids[at - 1] === id) {
    if (weight > (idWeights[at - 1] as number)) idWeights[at - 1] = weight
    return
  }
  if (count === MOST_IDS) return
  for (let i = count++; i > at; i--) {
    ids[i] = ids[i - 1] as number
    idWeights[i] = idWeights[i - 1] as number
  }
  ids[at] = id
  idWeights[at] = weight
}

export function closeBag(): Bag {
  let total = 0
  for (let i = 0; i < count; i++) total += idWeights[i] as number
  return { ids: ids.slice(0, count), weights: idWeights.slice(0, count), total }
}

/** The weight of the ids that two bags share. */
export function sharedInBags(a: Bag, b: Bag): number {
  const p = a.ids
  const q = b.ids
  let shared = 0
  for (let i = 0, j = 0; i < p.length && j < q.length; ) {
    const x = p[i] as number
    const y = q[j] as number
    if (x === y) shared += Math.min(a.weights[i++] as number, b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return shared
}

/** Numbers and words in Latin letters lie beyond all characters. */
const FIRST_WORD = 0x10000
const WORDS = 0x3fffffff

/** An id for a number, a word, or a number and what it counts. */
export function wordId(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return FIRST_WORD + ((hash >>> 0) & WORDS)
}

/** By pair of characters, how rare it is from 0 to 1; unpacked when addresses are first compared. */
let rarities: ReadonlyMap<number, number> | undefined

function unpackRarities(): ReadonlyMap<number, number> {
  const bitsOf = new Map<number, number>()
  let rarest = 0
  for (const line of PLACE_RARITY.trim().split('\n')) {
    const [bits, pairs = ''] = line.split(' ')
    rarest = Number(bits) + 1
    for (let i = 0; i < pairs.length; i += 2)
      bitsOf.set(pairId(pairs.charCodeAt(i), pairs.charCodeAt(i + 1)), Number(bits))
  }
  for (const [pair, bits] of bitsOf) bitsOf.set(pair, bits / rarest)
  return bitsOf
}

function pairId(first: number, second: number): number {
  return first * 65536 + second
}

/** How rare a pair of characters is, from 0 to 1. */
function rarityOf(pair: number): number {
  rarities ??= unpackRarities()
  return rarities.get(pair) ?? 1
}

/** 3号楼, 3栋 and 3号 all count one thing. */
const COUNTED = '#'
const COUNTED_WEIGHT = 0.3
const LEAST_WEIGHT = 0.1
const ALONE = 0.7
const LONGEST = 64

const canonical = new Map<string, string>()
for (const line of PLACE_SYNONYMS.trim().split('\n')) {
  const [first = '', ...others] = line.trim().split(' ')
  for (const other of others) canonical.set(other, first === '-' ? '' : first)
}
const SYNONYM = new RegExp([...canonical.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
const COUNTERS = /(?<=[\dA-Z])(?:号楼|[栋幢座号])/g
/** 三区, 二期, 三中: numerals that the reading of addresses leaves alone. */
const ORDINAL = /[一二三四五六七八九](?=[区村期中分小])/g
const ATOM = /\d+|[A-Z]+|[^\s,.、。;:\-_()"'/·]/g

/** A text as characters, numbers and words; digits are folded before. */
export function sequenceOf(text: string): Weighed {
  const plain = text
    .replace(ORDINAL, (numeral) => String('一二三四五六七八九'.indexOf(numeral) + 1))
    .replace(SYNONYM, (word) => canonical.get(word) ?? '')
    .replace(COUNTERS, COUNTED)
  const atoms = plain.match(ATOM) ?? []
  const length = Math.min(atoms.length, LONGEST)
  const units = new Int32Array(length)
  const sounds = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const atom = atoms[i] as string
    const first = atom.charCodeAt(0)
    const unit = first > 127 || atom === COUNTED ? first : wordId(atom)
    units[i] = unit
    sounds[i] = unit < FIRST_WORD ? soundId(unit) : unit
  }
  return weighUnits(plain, units, sounds)
}

/** One sequence behind the other. */
export function joinSequences(a: Weighed, b: Weighed): Weighed {
  if (a.units.length === 0) return b
  const length = Math.min(a.units.length + b.units.length, LONGEST)
  const join = (head: Int32Array, tail: Int32Array): Int32Array => {
    const all = new Int32Array(length)
    all.set(head)
    all.set(tail.subarray(0, length - head.length), head.length)
    return all
  }
  return weighUnits(a.text + b.text, join(a.units, b.units), join(a.sounds, b.sounds))
}

function weighUnits(text: string, units: Int32Array, sounds: Int32Array): Weighed {
  const weights = new Float64Array(units.length)
  let total = 0
  for (let i = 0; i < units.length; i++) {
    const weight = weightAt(units, i)
    weights[i] = weight
    total += weight
  }
  return { text, units, sounds, weights, total, core: '', kind: '' }
}

/** False beyond the end, where the unit is undefined. */
const isHan = (unit: number | undefined): boolean => (unit ?? 0) > 127 && (unit ?? 0) < FIRST_WORD

/** A character weighs what the pairs that it stands in do on average. */
function weightAt(units: Int32Array, i: number): number {
  const unit = units[i] as number
  if (unit === COUNTED.charCodeAt(0)) return COUNTED_WEIGHT
  if (!isHan(unit)) return 1
  const before = isHan(units[i - 1]) ? rarityOf(pairId(units[i - 1] as number, unit)) : -1
  const after = isHan(units[i + 1]) ? rarityOf(pairId(unit, units[i + 1] as number)) : -1
  if (before < 0 && after < 0) return ALONE
  const mean = before < 0 ? after : after < 0 ? before : (before + after) / 2
  return Math.max(LEAST_WEIGHT, mean)
}

/** The pairs of characters, as they sound, and the numbers of a sequence. */
export function gramsOf({ units, sounds }: Weighed): Bag {
  openBag()
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number
    if (unit >= FIRST_WORD) putIn(unit * 65536, 1)
    else if (isHan(unit) && isHan(units[i + 1])) {
      const rarity = rarityOf(pairId(unit, units[i + 1] as number))
      putIn(pairId(sounds[i] as number, sounds[i + 1] as number), rarity)
    }
  }
  return closeBag()
}

/** The numbers and words of a sequence, in order. */
export const wordsOf = ({ units }: Weighed): readonly number[] =>
  [...units].filter((unit) => unit >= FIRST_WORD)

/** The weight of the longest stretch that two sequences share. */
export function sharedRun(a: Weighed, b: Weighed): number {
  const width = b.units.length
  runs.fill(0, 0, width + 1)
  let longest = 0
  for (let i = 0; i < a.units.length; i++) {
    const unit = a.units[i]
    for (let j = width; j > 0; j--) {
      const run = unit === b.units[j - 1] ? (runs[j - 1] as number) + 1 : 0
      runs[j] = run
      if (run > longest) longest = run
    }
  }
  return longest
}
const runs = new Uint8Array(LONGEST + 1)
