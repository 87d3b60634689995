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

/** Evidence, and how a reason tells it. */
export interface Step {
  readonly evidence: Evidence
  /** As it stands in a reason; undefined for what is not worth a word. */
  readonly phrase: TextPiece | undefined
}

/** What adds less than this is not worth a word. */
const LEAST_TOLD = 0.05
/** From this much on a rare value is called rare. */
const RARE = 2

/** So many steps of a comparison are kept, a power of two. */
const KEPT_BITS = 10

/**
 * Puts the levels of one comparison in words. There may be millions of pairs, and of these most agree in what others agree in:
 * a step is made once for each pair of values at a level and a weight, as long as it is not driven out.
 */
export function createDescriber(
  { type, columns, weights }: ComparedField,
  index: number,
  language: Language,
): (level: number, leftEntry: number, rightEntry: number) => Step {
  const comparison = type.comparisons[index]
  const { codes, dictionary } = partOf(columns, comparison.shown ?? comparison.parts[0])
  const own = weights[index]
  const words = WORDS[language]
  // 字号“{left}”“{right}”音近 in pieces: 字号“, left, ”“, right, ”音近.
  const labels = comparison.levels.map(({ label }) => label[language].split(/\{(left|right)\}/))
  const make = (level: number, leftCode: number, rightCode: number, matchWeight: number): Step => {
    const left = textOf(dictionary, leftCode)
    const right = textOf(dictionary, rightCode)
    const pieces = labels[level]
    let text = pieces[0]
    for (let i = 1; i < pieces.length; i += 2) text += (pieces[i] === 'left' ? left : right) + pieces[i + 1]
    const share = own.frequency?.shares[level] ?? 0
    return stepOf(
      {
        field: type.name,
        comparison: comparison.name,
        level: comparison.levels[level].name,
        matchWeight,
        rarity: share === 0 ? 0 : matchWeight - own.levels[level],
        isVeto: own.vetoes[level] !== 0,
        left,
        right,
        text,
      },
      words,
    )
  }
  const keep = createStepCache(2 ** Math.min(KEPT_BITS, Math.ceil(2 * Math.log2(dictionary.size + 1))))
  return (level, leftEntry, rightEntry) => {
    const matchWeight = weightOfLevel(own, level, leftEntry, rightEntry)
    return keep(level, codes[leftEntry], codes[rightEntry], matchWeight, make)
  }
}

type MakeStep = (level: number, leftCode: number, rightCode: number, matchWeight: number) => Step

function createStepCache(slots: number) {
  const lefts = new Int32Array(slots).fill(-1)
  const rights = new Int32Array(slots)
  const levels = new Int8Array(slots)
  const steps: Step[] = new Array(slots)
  return (level: number, left: number, right: number, matchWeight: number, make: MakeStep): Step => {
    const slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b) ^ (level * 0x2c1b)) & (slots - 1)
    if (lefts[slot] === left && rights[slot] === right && levels[slot] === level) {
      const step = steps[slot]
      if (step.evidence.matchWeight === matchWeight) return step
    }
    lefts[slot] = left
    rights[slot] = right
    levels[slot] = level
    steps[slot] = make(level, left, right, matchWeight)
    return steps[slot]
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
export function missingStep(field: string, label: Label, language: Language): Step {
  const words = WORDS[language]
  return stepOf({ ...NOTHING, field, level: 'missing', text: words.missing(label) }, words)
}

/** What is said where sister firms are a likely way to agree. */
export const SISTERS = {
  zh: '也可能是同一字号的兄弟公司',
  en: 'they may be sister firms of one brand',
} as const

/** Tells what the chance that the two are sister firms takes from their agreement. */
export function createSisterDescriber(language: Language): (matchWeight: number) => Step {
  const words = WORDS[language]
  const text = SISTERS[language]
  return (matchWeight) => stepOf({ ...NOTHING, level: 'sisters', matchWeight, text }, words)
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

function stepOf(evidence: Evidence, words: Words): Step {
  const { level, matchWeight, isVeto } = evidence
  const isTold = level === 'missing' || isVeto || Math.abs(matchWeight) >= LEAST_TOLD
  return { evidence, phrase: isTold ? new TextPiece(phraseOf(evidence, words)) : undefined }
}

function phraseOf({ level, text, matchWeight, rarity, isVeto }: Evidence, words: Words): string {
  if (level === 'missing') return text
  if (isVeto) return words.noted(text, words.forbids)
  const note = rarity >= RARE ? words.rare : rarity <= -RARE ? words.common : ''
  const figure = `${matchWeight >= 0 ? '+' : '−'}${Math.abs(matchWeight).toFixed(1)}`
  return words.noted(text, note + figure)
}
