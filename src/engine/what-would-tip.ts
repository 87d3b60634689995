import { weightOfLevel } from '../compare/create-entry-comparer.ts'
import { textOf } from '../data/dictionary.ts'
import { type FieldColumns, partOf } from '../data/field-columns.ts'
import type { Comparison, FieldType, Label, Language } from '../model/field-type.ts'
import { levelWeights, type Model, probabilityOf, weighAgainstBoth } from '../model/model.ts'
import type { ComparisonWeights } from '../model/weights.ts'
import type { ExclusiveConflict } from './exclusive-columns.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

/** What becomes of two records. */
export type Verdict = 'merge' | 'review' | 'apart'

/** One comparison that would change the verdict, did it come out otherwise. */
export interface Tip {
  readonly field: string
  readonly comparison: string
  /** The level it would have to come out at. */
  readonly level: string
  /** What the pair would weigh then, and what would become of it. */
  readonly matchWeight: number
  readonly probability: number
  readonly verdict: Verdict
  /** In words: 若电话一致则会合并. */
  readonly text: string
}

/** The pair, and by what it was judged. */
export interface TippingPair {
  readonly left: number
  readonly right: number
  readonly verdict: Verdict
  /** The verdict that a match weight alone deserves. */
  readonly verdictOf: (matchWeight: number) => Verdict
  /** Values of the two that no customer can have both. */
  readonly conflicts: readonly ExclusiveConflict[]
  /** All field types, also those the input has no column for. */
  readonly fieldTypes: readonly FieldType[]
  readonly model: Model
  readonly language: Language
}

/** One comparison at another level: what that changes, and which obstacle it takes away. */
interface Change {
  readonly type: FieldType
  readonly comparison: Comparison
  readonly level: number
  /** By how much the weight against strangers and the one against sisters change. */
  readonly strangers: number
  readonly sisters: number
}

/**
 * Which comparison alone would change the verdict: those that would make a merge of a pair that is none, did they agree
 * (or at least bring it before a person), and those that would undo a merge, did they disagree. The most telling first.
 */
export function whatWouldTip(weighed: WeighedFields, pair: TippingPair): Tip[] {
  const isMerged = pair.verdict === 'merge'
  const now = readPair(weighed, pair, isMerged)
  const changes = isMerged ? now.changes : [...now.changes, ...changesOfAbsentFields(weighed, pair)]
  const tips = changes.flatMap((change) => {
    const { type, comparison } = change
    const weight = weighAgainstBoth(now.strangers + change.strangers, now.sisters + change.sisters)
    const isForbidden =
      now.vetoing.some((other) => other !== comparison) ||
      pair.conflicts.some((conflict) => !isResolved(conflict, type, comparison))
    const verdict = isForbidden ? 'apart' : pair.verdictOf(weight)
    return verdict === pair.verdict ? [] : [tipOf(change, weight, verdict, pair.language)]
  })
  return choose(tips, isMerged)
}

/** Whether a conflict would be gone did the comparison agree: it is about the same values. */
function isResolved(
  { field, relation }: ExclusiveConflict,
  type: FieldType,
  { vetoes }: Comparison,
): boolean {
  if (field !== type.name) return false
  return type.comparisons.length === 1 || Object.values(vetoes ?? {}).includes(relation)
}

/** A pair as it is: its weights against strangers and sisters, the comparisons that forbid a merge, and those that could change. */
interface PairReading {
  readonly strangers: number
  readonly sisters: number
  readonly vetoing: readonly Comparison[]
  readonly changes: readonly Change[]
}

function readPair(weighed: WeighedFields, pair: TippingPair, isMerged: boolean): PairReading {
  const { comparer, weigh } = createWeigher(weighed)
  weigh(pair.left, pair.right)
  let [strangers, sisters, offset] = [weighed.prior, weighed.sisterPrior, 0]
  const changes: Change[] = []
  const vetoing: Comparison[] = []
  weighed.fields.forEach(({ type, columns, weights }, index) => {
    const entries = entriesOf(columns, pair, comparer.leftEntries[index], comparer.rightEntries[index])
    type.comparisons.forEach((comparison, i) => {
      const level = comparer.levels[offset + i]
      const own = level < 0 ? 0 : weightOfLevel(weights[i], level, entries[0], entries[1])
      const ownSisters = level < 0 ? 0 : weights[i].sisters[level]
      strangers += own
      sisters += ownSisters
      if (level >= 0 && weights[i].vetoes[level] !== 0) vetoing.push(comparison)
      const wanted = isMerged ? 0 : comparison.levels.length - 1
      const canChange = isMerged
        ? level > 0 && weights[i].vetoes[0] === 0
        : level !== wanted && canAgree(type, columns, i, level, entries)
      if (!canChange) return
      changes.push({
        type,
        comparison,
        level: wanted,
        strangers: weightAt(weights[i], wanted, entries) - own,
        sisters: weights[i].sisters[wanted] - ownSisters,
      })
    })
    offset += type.comparisons.length
  })
  return { strangers, sisters, vetoing, changes }
}

/** Where some would make a merge, those that would only be reviewed are not worth naming. */
function choose(tips: readonly Tip[], isMerged: boolean): Tip[] {
  const merging = tips.filter(({ verdict }) => verdict === 'merge')
  const sorted = [...(merging.length > 0 ? merging : tips)].sort((a, b) => b.matchWeight - a.matchWeight)
  return isMerged ? sorted.reverse() : sorted
}

type EntryPair = readonly [left: number, right: number]

/** The entries compared; where a side has none, the first that the other has; −1 where there is none. */
function entriesOf({ starts, entries }: FieldColumns, pair: TippingPair, l: number, r: number): EntryPair {
  const first = (row: number) => (starts[row + 1] > starts[row] ? entries[starts[row]] : -1)
  return l >= 0 ? [l, r] : [first(pair.left), first(pair.right)]
}

/** What a level would add: on the commoner of the two values, or on the one that is given. */
function weightAt(weights: ComparisonWeights, level: number, [left, right]: EntryPair): number {
  if (left < 0 && right < 0) return weights.levels[level]
  return weightOfLevel(weights, level, left < 0 ? right : left, right < 0 ? left : right)
}

/** Whether a comparison could come out as agreement while the rest of the pair stays as it is. */
function canAgree(
  { comparisons }: FieldType,
  columns: FieldColumns,
  index: number,
  level: number,
  [left, right]: EntryPair,
): boolean {
  // A name that is missing altogether is not a matter of one part.
  if (left < 0 || right < 0) return comparisons.length === 1
  const firstOf = (i: number, entry: number) => {
    const { codes, dictionary } = partOf(columns, comparisons[i].parts[0])
    return textOf(dictionary, codes[entry])
  }
  const [own, other] = [firstOf(index, left), firstOf(index, right)]
  const others = comparisons.flatMap((_, i) => (i === index ? [] : [[firstOf(i, left), firstOf(i, right)]]))
  if (level < 0) {
    if ((own === '') === (other === '')) return false
    // A part that one side has in the place of another (a region instead of a brand) is not simply missing.
    return !others.some(([a, b]) => (own === '' ? b === '' && a !== '' : a === '' && b !== ''))
  }
  // A text that other comparisons read in parts agrees only when all of them do.
  return !others.some(([a, b]) => a !== b && a !== '' && b !== '' && own.length > a.length && own.includes(a))
}

/** What fields would say that the input has no columns for. */
function changesOfAbsentFields(weighed: WeighedFields, pair: TippingPair): Change[] {
  const present = weighed.fields.map(({ type }) => type.name)
  const isOffered = (type: FieldType) =>
    !present.includes(type.name) &&
    type.comparisons.length === 1 &&
    type.roles.some(({ headings }) => headings.length > 0)
  return pair.fieldTypes.filter(isOffered).map((type) => {
    const [comparison] = type.comparisons
    const level = comparison.levels.length - 1
    return {
      type,
      comparison,
      level,
      strangers: levelWeights(pair.model, type, comparison.name)[level],
      sisters: levelWeights(pair.model, type, comparison.name, 's')[level],
    }
  })
}

function tipOf(
  { type, comparison, level }: Change,
  matchWeight: number,
  verdict: Verdict,
  language: Language,
): Tip {
  return {
    field: type.name,
    comparison: comparison.name,
    level: comparison.levels[level].name,
    matchWeight,
    probability: probabilityOf(matchWeight),
    verdict,
    text: WORDS[language](comparison.label, level > 0, verdict),
  }
}

const WORDS: Readonly<Record<Language, (label: Label, agrees: boolean, verdict: Verdict) => string>> = {
  zh: ({ zh }, agrees, verdict) => {
    const then = { merge: '则会合并', review: '则需人工确认', apart: '则不会合并' }
    return `若${zh}${agrees ? '一致' : '不同'}${then[verdict]}`
  },
  en: ({ en }, agrees, verdict) => {
    const then = {
      merge: 'they would be merged',
      review: 'a person would judge',
      apart: 'they would stay apart',
    }
    return `if the ${en} ${agrees ? 'agreed' : 'differed'}, ${then[verdict]}`
  },
}
