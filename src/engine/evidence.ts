import { type ComparedField, weightOfLevel } from '../compare/create-entry-comparer.ts'
import { TextPiece } from '../data/cells.ts'
import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import type { Label, Language } from '../model/field-type.ts'

/** What one comparison said of a pair. */
export interface Evidence {
  readonly field: string
  readonly comparison: string
  /** The level's name; 'missing' where nothing could be compared. */
  readonly level: string
  /** What it adds to the match weight, log2, the rarity of the value included. */
  readonly matchWeight: number
  /** The part of `matchWeight` that comes from how rare or common the value is. */
  readonly rarity: number
  /** Whether it forbids the merge. */
  readonly isVeto: boolean
  /** The values compared. */
  readonly left: string
  readonly right: string
  /** In words: 字号“恒通”相同. */
  readonly text: string
}

/** What a reason tells of one comparison, and where it stands there. */
export interface Told {
  readonly matchWeight: number
  readonly isVeto: boolean
  readonly isMissing: boolean
  /** What the two are to each other, where a veto shows it; '' nothing. */
  readonly relation: string
  /** As it stands in a reason; undefined for what is not worth a word. */
  readonly phrase: TextPiece | undefined
}

/** What adds less than this is not worth a word. */
const LEAST_TOLD = 0.05
/** From this much on a rare value is called rare. */
const RARE = 2

/** Puts the levels of one comparison in words. */
export interface Describer {
  readonly tell: (level: number, leftEntry: number, rightEntry: number) => Told
  readonly evidence: (level: number, leftEntry: number, rightEntry: number) => Evidence
}

/**
 * A describer of one comparison. There may be millions of pairs, and most agree in what others agree in: what is told of values
 * at a level and a weight is made once, as long as it is not driven out.
 */
export function createDescriber(
  { type, columns, weights }: ComparedField,
  index: number,
  language: Language,
): Describer {
  const comparison = type.comparisons[index]
  const { codes, dictionary } = partOf(columns, comparison.shown ?? comparison.parts[0])
  const own = weights[index]
  const words = WORDS[language]
  // 字号“{left}”“{right}”音近 in pieces: 字号“, left, ”“, right, ”音近.
  const labels = comparison.levels.map(({ label }) => label[language].split(/\{(left|right)\}/))
  const phrases = labels.map(([text]) => createPhrases(text, language))
  const relations = comparison.levels.map(({ name }) => comparison.vetoes?.[name] ?? '')
  const textOfLevel = (level: number, left: number, right: number): string => {
    const pieces = labels[level]
    let text = pieces[0]
    for (let i = 1; i < pieces.length; i += 2)
      text += textOf(dictionary, pieces[i] === 'left' ? left : right) + pieces[i + 1]
    return text
  }
  const rarityOf = (level: number, matchWeight: number): number =>
    (own.frequency?.shares[level] ?? 0) === 0 ? 0 : matchWeight - own.levels[level]
  const make = (level: number, left: number, right: number, matchWeight: number): Told => {
    const isVeto = own.vetoes[level] !== 0
    const told = { matchWeight, isVeto, isMissing: false, relation: isVeto ? relations[level] : '' }
    if (!isVeto && Math.abs(matchWeight) < LEAST_TOLD) return { ...told, phrase: undefined }
    const note = noteOf(matchWeight, rarityOf(level, matchWeight), isVeto, words)
    const isSame = labels[level].length === 1
    const phrase = isSame
      ? phrases[level](note)
      : new TextPiece(words.noted(textOfLevel(level, left, right), note))
    return { ...told, phrase }
  }
  const keep = createTellingCache(dictionary.size, make)
  return {
    tell(level, leftEntry, rightEntry) {
      const matchWeight = weightOfLevel(own, level, leftEntry, rightEntry)
      // A label that shows no values is the same for all.
      if (labels[level].length === 1) return keep(level, 0, 0, matchWeight)
      return keep(level, codes[leftEntry], codes[rightEntry], matchWeight)
    },
    evidence(level, leftEntry, rightEntry) {
      const [left, right] = [codes[leftEntry], codes[rightEntry]]
      const matchWeight = weightOfLevel(own, level, leftEntry, rightEntry)
      return {
        field: type.name,
        comparison: comparison.name,
        level: comparison.levels[level].name,
        matchWeight,
        rarity: rarityOf(level, matchWeight),
        isVeto: own.vetoes[level] !== 0,
        left: textOf(dictionary, left),
        right: textOf(dictionary, right),
        text: textOfLevel(level, left, right),
      }
    },
  }
}

/** What is told of a comparison is kept in so many slots at most, a power of two. */
const KEPT_BITS = 10

type Tell = (level: number, leftCode: number, rightCode: number, matchWeight: number) => Told

function createTellingCache(values: number, make: Tell): Tell {
  const slots = 2 ** Math.min(KEPT_BITS, Math.ceil(2 * Math.log2(values + 1)))
  const lefts = new Int32Array(slots).fill(-1)
  const rights = new Int32Array(slots)
  const levels = new Int8Array(slots)
  const kept: Told[] = new Array(slots)
  return (level, left, right, matchWeight) => {
    const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    // The weight alone tells those apart that show no values.
    const slot = (mixed ^ (level * 0x2c1b) ^ (matchWeight * 0x1000)) & (slots - 1)
    if (lefts[slot] === left && rights[slot] === right && levels[slot] === level) {
      if (kept[slot].matchWeight === matchWeight) return kept[slot]
    }
    lefts[slot] = left
    rights[slot] = right
    levels[slot] = level
    kept[slot] = make(level, left, right, matchWeight)
    return kept[slot]
  }
}

/** A text with different notes: of figures with one decimal there are few. */
function createPhrases(text: string, language: Language): (note: string) => TextPiece {
  const known = new Map<string, TextPiece>()
  const { noted } = WORDS[language]
  return (note) => {
    const phrase = known.get(note) ?? new TextPiece(noted(text, note))
    known.set(note, phrase)
    return phrase
  }
}

/** Evidence that compares nothing. */
const NOTHING: Evidence = {
  field: '',
  comparison: '',
  level: '',
  matchWeight: 0,
  rarity: 0,
  isVeto: false,
  left: '',
  right: '',
  text: '',
}

/** What is said of a field that one side lacks. */
export function missingField(
  field: string,
  label: Label,
  language: Language,
): { readonly told: Told; readonly evidence: Evidence } {
  const text = WORDS[language].missing(label)
  const phrase = new TextPiece(text)
  return {
    told: { matchWeight: 0, isVeto: false, isMissing: true, relation: '', phrase },
    evidence: { ...NOTHING, field, level: 'missing', text },
  }
}

/** What is said where sister firms are a likely way to agree. */
export const SISTERS = {
  zh: '也可能是同一字号的兄弟公司',
  en: 'they may be sister firms of one brand',
} as const

/** Tells what the chance that the two are sister firms takes from their agreement. */
export function createSisterDescriber(language: Language): (matchWeight: number) => Told {
  const words = WORDS[language]
  const phrases = createPhrases(SISTERS[language], language)
  return (matchWeight) => {
    const isTold = Math.abs(matchWeight) >= LEAST_TOLD
    const phrase = isTold ? phrases(noteOf(matchWeight, 0, false, words)) : undefined
    return { matchWeight, isVeto: false, isMissing: false, relation: '', phrase }
  }
}

interface Words {
  readonly missing: (label: Label) => string
  readonly noted: (text: string, notes: string) => string
  readonly forbids: string
  readonly rare: string
  readonly common: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    missing: (label) => `${label.zh}：一方缺失`,
    noted: (text, notes) => `${text}（${notes}）`,
    forbids: '不可合并',
    rare: '罕见 ',
    common: '常见 ',
  },
  en: {
    missing: (label) => `${label.en}: missing on one side`,
    noted: (text, notes) => `${text} (${notes})`,
    forbids: 'forbids a merge',
    rare: 'rare ',
    common: 'common ',
  },
}

function noteOf(matchWeight: number, rarity: number, isVeto: boolean, words: Words): string {
  if (isVeto) return words.forbids
  const note = rarity >= RARE ? words.rare : rarity <= -RARE ? words.common : ''
  return `${note}${matchWeight >= 0 ? '+' : '−'}${Math.abs(matchWeight).toFixed(1)}`
}
