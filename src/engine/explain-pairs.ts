import { type ComparedField, weightOfLevel } from '../compare/create-entry-comparer.ts'
import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import type { Language } from '../model/field-type.ts'
import { probabilityOf } from '../model/model.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

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

/** Why two records are, or are not, one customer. */
export interface PairExplanation {
  /** `prior`, the weights of the evidence, and `sisters`, added up. */
  readonly matchWeight: number
  readonly probability: number
  /** Where the weight starts: log2 odds that two records drawn at random are one customer. */
  readonly prior: number
  readonly evidence: readonly Evidence[]
  /** What the chance that they are sister firms of one brand takes away: 0 or less. */
  readonly sisters: number
  /** The relation that a veto shows ('branch'); '' none. */
  readonly relation: string
  /** The whole in one line, strongest evidence first. */
  readonly reason: string
}

/** Explains pairs of rows by comparing them once more with every step written down. */
export function createPairExplainer(
  weighed: WeighedFields,
  language: Language,
): (left: number, right: number) => PairExplanation {
  const { fields, prior } = weighed
  const { comparer, weigh } = createWeigher(weighed)
  const describers = fields.map((field) =>
    field.type.comparisons.map((_, index) => createDescriber(field, index, language)),
  )
  return (left, right) => {
    const matchWeight = weigh(left, right)
    const evidence: Evidence[] = []
    let relation = ''
    let offset = 0
    fields.forEach((field, index) => {
      const [leftEntry, rightEntry] = [comparer.leftEntries[index], comparer.rightEntries[index]]
      if (leftEntry < 0 || rightEntry < 0) {
        const missing = missingField(field, left, right, language)
        if (missing !== undefined) evidence.push(missing)
      } else {
        const { comparisons } = field.type
        for (let i = 0; i < comparisons.length; i++) {
          const level = comparer.levels[offset + i]
          if (level < 0) continue
          const step = describers[index][i](level, leftEntry, rightEntry)
          evidence.push(step)
          if (step.isVeto) relation ||= comparisons[i].vetoes?.[step.level] ?? ''
        }
      }
      offset += field.type.comparisons.length
    })
    const sisters = matchWeight - evidence.reduce((sum, step) => sum + step.matchWeight, prior)
    // Where a veto already says what they are to each other, the doubt is not worth a word.
    const told = relation === '' ? [...evidence, sisterDoubt(sisters, language)] : evidence
    return {
      matchWeight,
      probability: probabilityOf(matchWeight),
      prior,
      evidence,
      sisters,
      relation,
      reason: reasonOf(told, language),
    }
  }
}

/** Puts the levels of one comparison in words. What all pairs share is looked up once: there may be a million of them. */
function createDescriber(
  { type, columns, weights }: ComparedField,
  index: number,
  language: Language,
): (level: number, leftEntry: number, rightEntry: number) => Evidence {
  const comparison = type.comparisons[index]
  const { codes, dictionary } = partOf(columns, comparison.shown ?? comparison.parts[0])
  const shares = weights[index].frequency?.shares
  // 字号“{left}”“{right}”音近 in pieces: 字号“, left, ”“, right, ”音近.
  const labels = comparison.levels.map(({ label }) => label[language].split(/\{(left|right)\}/))
  return (level, leftEntry, rightEntry) => {
    const left = textOf(dictionary, codes[leftEntry])
    const right = textOf(dictionary, codes[rightEntry])
    const matchWeight = weightOfLevel(weights[index], level, leftEntry, rightEntry)
    const pieces = labels[level]
    let text = pieces[0]
    for (let i = 1; i < pieces.length; i += 2) text += (pieces[i] === 'left' ? left : right) + pieces[i + 1]
    return {
      field: type.name,
      comparison: comparison.name,
      level: comparison.levels[level].name,
      matchWeight,
      rarity: (shares?.[level] ?? 0) === 0 ? 0 : matchWeight - weights[index].levels[level],
      isVeto: weights[index].vetoes[level] !== 0,
      left,
      right,
      text,
    }
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

/** A field that one side lacks is said; one that both lack is not worth a word. */
function missingField(
  { type, columns }: ComparedField,
  left: number,
  right: number,
  language: Language,
): Evidence | undefined {
  const has = (row: number) => columns.starts[row + 1] > columns.starts[row]
  if (has(left) === has(right)) return undefined
  const text = language === 'zh' ? `${type.label.zh}：一方缺失` : `${type.label.en}: missing on one side`
  return { ...NOTHING, field: type.name, level: 'missing', text }
}

/** What is said where sister firms are a likely way to agree. */
export const SISTERS = {
  zh: '也可能是同一字号的兄弟公司',
  en: 'they may be sister firms of one brand',
} as const

/** What the chance that the two are sister firms takes from their agreement. */
function sisterDoubt(matchWeight: number, language: Language): Evidence {
  return { ...NOTHING, level: 'sisters', matchWeight, text: SISTERS[language] }
}

/** What adds less than this is not worth a word. */
const LEAST_TOLD = 0.05
/** From this much on a rare value is called rare. */
const RARE = 2

/** Evidence in one line, strongest first; what is worth no word is left out. */
export function reasonOf(evidence: readonly Evidence[], language: Language): string {
  const told = evidence.filter(
    ({ level, matchWeight, isVeto }) => level === 'missing' || isVeto || Math.abs(matchWeight) >= LEAST_TOLD,
  )
  const order = (a: Evidence, b: Evidence) =>
    Number(b.isVeto) - Number(a.isVeto) ||
    Number(a.level === 'missing') - Number(b.level === 'missing') ||
    Math.abs(b.matchWeight) - Math.abs(a.matchWeight)
  return [...told]
    .sort(order)
    .map((step) => phraseOf(step, language))
    .join(language === 'zh' ? '；' : '; ')
}

function phraseOf({ level, text, matchWeight, rarity, isVeto }: Evidence, language: Language): string {
  if (level === 'missing') return text
  const zh = language === 'zh'
  const notes: string[] = []
  if (isVeto) notes.push(zh ? '不可合并' : 'forbids a merge')
  else {
    if (rarity >= RARE) notes.push(zh ? '罕见' : 'rare')
    else if (rarity <= -RARE) notes.push(zh ? '常见' : 'common')
    notes.push(`${matchWeight >= 0 ? '+' : '−'}${Math.abs(matchWeight).toFixed(1)}`)
  }
  return zh ? `${text}（${notes.join(' ')}）` : `${text} (${notes.join(' ')})`
}
