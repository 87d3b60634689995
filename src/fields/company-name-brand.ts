import { type ComparisonLevel, UNSETTLED } from '../model/field-type.ts'
import { alignAbbreviation, expandAbbreviation } from '../text/abbreviation.ts'
import { lookAlike } from '../text/look-alikes.ts'
import { soundsSame } from '../text/sound.ts'
import { typoDistance } from '../text/typo-distance.ts'

/** A whole name without blanks and punctuation, and the brand in it. */
export interface NameAndBrand {
  readonly name: string
  readonly brand: string
}

/** A name as its brand is compared: with what an abbreviation of it would pick from. */
export interface BrandedName extends NameAndBrand {
  /** Brand and industry words together: where one ends and the other begins is often a matter of taste. */
  readonly core: string
  readonly trade: string
  readonly segments: readonly string[]
  /** The segments together: the name without its legal form. */
  readonly stem: string
  /** Short and without a whole legal form: it may be an abbreviation. */
  readonly isShort: boolean
}

/** From strongest doubt to surest agreement. */
export const BRAND_LEVELS: readonly ComparisonLevel[] = [
  { name: 'different', label: { zh: '字号“{left}”与“{right}”不同', en: 'other brand: “{left}”, “{right}”' } },
  {
    name: 'otherCharacter',
    label: { zh: '字号“{left}”“{right}”一字不同', en: 'brand with another character: “{left}”, “{right}”' },
  },
  {
    name: 'resembles',
    label: { zh: '字号“{left}”“{right}”只是相近', en: 'brand only resembles the other: “{left}”, “{right}”' },
  },
  {
    name: 'contained',
    label: { zh: '字号“{left}”“{right}”一个含另一个', en: 'one brand in the other: “{left}”, “{right}”' },
  },
  {
    name: 'lookAlike',
    label: { zh: '字号“{left}”“{right}”形近', en: 'brand looks alike: “{left}”, “{right}”' },
  },
  {
    name: 'soundsFuzzy',
    label: { zh: '字号“{left}”“{right}”音近', en: 'brand sounds alike: “{left}”, “{right}”' },
  },
  {
    name: 'soundsSame',
    label: { zh: '字号“{left}”“{right}”音同', en: 'brand sounds the same: “{left}”, “{right}”' },
  },
  {
    name: 'lostCharacter',
    label: {
      zh: '字号“{left}”“{right}”多一字、少一字或颠倒',
      en: 'a character lost, added or swapped: “{left}”, “{right}”',
    },
  },
  {
    name: 'shortAbbreviation',
    label: { zh: '“{left}”“{right}”可为简称与全称', en: '“{left}”, “{right}”: may be short and full name' },
  },
  {
    name: 'abbreviation',
    label: { zh: '“{left}”“{right}”为简称与全称', en: '“{left}”, “{right}”: short and full name' },
  },
  { name: 'same', label: { zh: '字号“{left}”相同', en: 'same brand “{left}”' } },
]

/** The level of brands that have nothing in common. */
export const BRAND_DIFFERENT = 0

const [
  OTHER_CHARACTER,
  RESEMBLES,
  CONTAINED,
  LOOK_ALIKE,
  SOUNDS_FUZZY,
  SOUNDS_SAME,
  LOST_CHARACTER,
  SHORT_ABBREVIATION,
  ABBREVIATION,
] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** The level of equal brands. */
export const BRAND_SAME = 10

/** An alignment of this mean quality passes for an abbreviation (97 of 100 known ones, 1 of 15 false ones). */
const ALIGNED = 0.6

/** The level two brands reach; −1 when neither name has one. */
export function compareBrands(left: BrandedName, right: BrandedName): number {
  const abbreviation = abbreviationLevel(left, right)
  if (left.brand === '' && right.brand === '') return abbreviation || -1
  if (left.brand === right.brand || (left.core === right.core && left.core !== '')) return BRAND_SAME
  if (abbreviation !== 0) return abbreviation
  const isOneMissing = left.brand === '' || right.brand === ''
  const spelling = relateSpellings(left.brand, right.brand)
  const areFull = !left.isShort && !right.isShort
  const told = areFull && !isOneMissing ? fullBrandLevel(spelling) : UNSETTLED
  if (told !== UNSETTLED) return told
  if (isSlipBeyondBrand(left, right)) return BRAND_SAME
  if (isOneMissing) return BRAND_DIFFERENT
  return !areFull || areTradesApart(left.trade, right.trade) ? shortBrandLevel(spelling) : spelling % WITHIN
}

/** A slip in the brand is one slip: where the trade differs as well, or the name is not even full, they are two firms. */
function areTradesApart(left: string, right: string): boolean {
  return left !== '' && right !== '' && !isSubsequence(left, right) && !isSubsequence(right, left)
}

/** Whether the characters of a text stand in the other in their order. */
export function isSubsequence(short: string, long: string): boolean {
  let found = 0
  for (let i = 0; i < long.length && found < short.length; i++) if (long[i] === short[found]) found++
  return found === short.length
}

/** Added to the level of a spelling where one brand is in the other. */
const WITHIN = 16

/** How the spelling of two brands relates them, in one number; 0 where one is missing. */
export function relateSpellings(left: string, right: string): number {
  if (left === '' || right === '') return 0
  return compareSpelling(left, right) + (left.includes(right) || right.includes(left) ? WITHIN : 0)
}

/**
 * What the spelling tells of two full names by itself; UNSETTLED where one brand is in the other or is like it, since the
 * rest of the names then decides whether they are one brand that was cut in two ways, or mistyped.
 */
export function fullBrandLevel(spelling: number): number {
  return spelling > CONTAINED ? UNSETTLED : spelling
}

/** Where one name is short, or the trades are apart, a brand that is like the other only resembles it. */
export function shortBrandLevel(spelling: number): number {
  const level = spelling % WITHIN
  return level > CONTAINED ? RESEMBLES : level
}

/** Shorter names have too many neighbours one slip away. */
const LEAST_NAME = 6

/** What the names of two firms differ by when they differ by one character: numbers, letters, sides and sizes. */
const TELLING = /[\da-z一二三四五六七八九十甲乙丙丁东西南北中上下大小新老前后左右内外]/i

/**
 * Whether two names are one slip apart and the slip is not in the brand: their brands are equal, or the slip has moved the
 * bounds of one: 翠达殡仪 typed as 翠达滨仪 leaves a brand of four characters.
 */
function isSlipBeyondBrand(left: NameAndBrand, right: NameAndBrand): boolean {
  if (Math.abs(left.name.length - right.name.length) > 1 || !mayHoldOneBrand(left, right)) return false
  if (Math.min(left.name.length, right.name.length) < LEAST_NAME) return false
  if (haveSameCharacters(left.name, right.name)) return true
  return (
    typoDistance(left.name, right.name, 1) <= 1 && !TELLING.test(differenceOf(left.name, right.name).join(''))
  )
}

/**
 * The same, and the slip is an easy one: a character lost, added or swapped, or one that sounds or looks like another.
 * 瑞和穗 and 瑞和冰 are two firms.
 */
export function isEasySlip(left: NameAndBrand, right: NameAndBrand): boolean {
  if (!isSlipBeyondBrand(left, right)) return false
  const [one, other] = differenceOf(left.name, right.name)
  return one.length !== 1 || other.length !== 1 || isTakenFor(one, other)
}

/** Whether a character is easily typed for another. */
export function isTakenFor(one: string, other: string): boolean {
  return soundsSame(one, other) > 0 || lookAlike(one, other) > 0
}

/** What two texts differ in, between what they begin and end with alike. */
export function differenceOf(left: string, right: string): [string, string] {
  const least = Math.min(left.length, right.length)
  let front = 0
  while (front < least && left[front] === right[front]) front++
  let back = 0
  while (back < least - front && left[left.length - 1 - back] === right[right.length - 1 - back]) back++
  return [left.slice(front, left.length - back), right.slice(front, right.length - back)]
}

/** Whether two texts are the same characters, in whatever order: 有限食品公司 and 食品有限公司. */
export function haveSameCharacters(left: string, right: string): boolean {
  if (left.length !== right.length) return false
  // The sums of their characters tell most pairs apart, and cost nothing.
  let difference = 0
  for (let i = 0; i < left.length; i++) difference += left.charCodeAt(i) - right.charCodeAt(i)
  return difference === 0 && [...left].sort().join('') === [...right].sort().join('')
}

/** Whether the brands are equal, or may be but for where they end. */
function mayHoldOneBrand(left: NameAndBrand, right: NameAndBrand): boolean {
  const [short, long] = left.brand.length <= right.brand.length ? [left, right] : [right, left]
  if (short.brand.length < 2) return false
  if (short.brand === long.brand) return true
  if (short.brand.length === long.brand.length || !long.brand.includes(short.brand)) return false
  // 川王府 and 川王: what is more in the name is more in the brand.
  return long.name.length - short.name.length !== long.brand.length - short.brand.length
}

/** Brands that differ: by sound, by shape, by one character, or altogether. */
function compareSpelling(left: string, right: string): number {
  if (left.length >= 2 && left.length === right.length) {
    const sound = soundsSame(left, right)
    if (sound === 2) return SOUNDS_SAME
    if (sound === 1) return SOUNDS_FUZZY
    if (looksAlike(left, right)) return LOOK_ALIKE
  }
  // 鑫源 and 鑫达 are one edit apart and two firms: only of three characters or more is one a slip.
  if (Math.abs(left.length - right.length) >= 2 && isContained(left, right)) return CONTAINED
  if (left.length === 2 && right.length === 2)
    return haveSameCharacters(left, right) ? LOST_CHARACTER : BRAND_DIFFERENT
  if (Math.max(left.length, right.length) < 3 || typoDistance(left, right) !== 1) return BRAND_DIFFERENT
  return left.length === right.length && !haveSameCharacters(left, right) ? OTHER_CHARACTER : LOST_CHARACTER
}

/** A village, a town or a parent firm often stands before the brand: 诸由辰宇, 辰宇. */
function isContained(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return short.length >= 2 && long.endsWith(short)
}

/** Of few strokes many are shared by chance: 兴 and 宏 reach 0.71. */
const SIMILAR_SHAPE = 0.75

function looksAlike(left: string, right: string): boolean {
  let differing = 0
  for (let i = 0; i < left.length; i++) {
    if (left[i] === right[i]) continue
    if (lookAlike(left[i], right[i]) < SIMILAR_SHAPE) return false
    differing++
  }
  return differing === 1
}

/**
 * 0 no; else the level: two characters of a brand fit many a name by chance, three or more hardly any. What a short name
 * has besides (浙江, 科技) is compared by itself.
 */
function abbreviationLevel(left: BrandedName, right: BrandedName): number {
  if (left.isShort && right.isShort)
    return isKnownShort(left, right) || isKnownShort(right, left) ? ABBREVIATION : 0
  if (left.isShort === right.isShort) return 0
  const [short, full] = left.isShort ? [left, right] : [right, left]
  const { stem } = short
  if (stem.length < 2 || stem.length > full.stem.length) return 0
  if (stem === full.stem) return stem.length >= 4 ? ABBREVIATION : 0
  if (isKnownShort(short, full)) return ABBREVIATION
  if (alignAbbreviation(stem, full.segments) < ALIGNED || !opensWell(stem, full.segments)) return 0
  if (short.brand === '' && full.brand !== '' && isWithoutBrand(stem, full)) return 0
  return short.brand.length <= 2 ? SHORT_ABBREVIATION : ABBREVIATION
}

/** 工行 and 中国工商银行, which is no full name either. */
function isKnownShort(short: BrandedName, full: BrandedName): boolean {
  return expandAbbreviation(short.stem).some((known) => full.name.includes(known))
}

/** A short name begins where a word of the full one does, or with two neighbours: 博创 of 长芯博创, but not 北新 of 湖北新型. */
function opensWell(stem: string, segments: readonly string[]): boolean {
  const pair = stem.slice(0, 2)
  return segments.some((segment) => segment.startsWith(stem[0]) || segment.includes(pair))
}

/** 上海医药 shows nothing of the brand of 上海皓元医药: it is another firm. */
function isWithoutBrand(stem: string, { brand, segments }: BrandedName): boolean {
  return (
    alignAbbreviation(
      stem,
      segments.filter((segment) => segment !== brand),
    ) >= ALIGNED
  )
}
