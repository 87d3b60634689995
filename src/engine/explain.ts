import { numberEntries } from '../data/number-map.ts'
import { ProblemLog } from '../data/problems.ts'
import { fieldTypes } from '../fields/index.ts'
import type { Language } from '../model/field-type.ts'
import { matchWeightOf } from '../model/model.ts'
import type { Settings } from '../model/settings.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { arrangeRecords } from './arrange-records.ts'
import { conflictsOf, type ExclusiveConflict } from './exclusive-columns.ts'
import { createPairExplainer, type PairExplanation } from './explain-pairs.ts'
import { normalizeRecords } from './normalize-records.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { RunOptions } from './options.ts'
import { checkForName, recogniseColumns } from './recognise-columns.ts'
import { resolveSettings } from './resolve-settings.ts'
import { type RecordInput, toRecords } from './to-records.ts'
import { weighRecords } from './weigh-records.ts'
import { type Tip, type Verdict, whatWouldTip } from './what-would-tip.ts'

/** Why two records are, or are not, one customer, what becomes of them, and what would change that. */
export interface Explanation extends PairExplanation {
  readonly verdict: Verdict
  /** Why they are not merged, in words; '' where they are. */
  readonly whyNot: string
  /** The comparisons of which one alone would change the verdict: 若电话一致则会合并. */
  readonly whatWouldTip: readonly Tip[]
  /** The settings with which it was judged. */
  readonly settings: Settings
}

/**
 * Explains two records by themselves, with term frequencies as shipped.
 * @throws SettingsError, NoNameColumnError
 * @example explain({ 客户名称: '山西煤业', 电话: '0351-4666666' }, { 客户名称: '山西煤矿', 电话: '03514666666' }).verdict // => 'merge'
 */
export function explain(left: RecordInput, right: RecordInput, options: RunOptions = {}): Explanation {
  const { model = shippedModel } = options
  const log = new ProblemLog()
  const records = toRecords([left, right])
  const settings = resolveSettings(options.settings, fieldTypes, records.table)
  const { language, thresholds } = settings
  const uses = checkForName(recogniseColumns(records.table, fieldTypes, settings.map))
  const arranged = arrangeRecords(records, uses, log)
  const normalized = normalizeRecords(arranged, fieldTypes, settings, log, () => {})
  const lifted = new Set(settings.branches === 'merge' ? ['branch'] : [])
  const weighed = weighRecords(normalized, model, lifted)
  const rows = { left: arranged.order.indexOf(0), right: arranged.order.indexOf(1) }
  const found = createPairExplainer(weighed, language).explain(rows.left, rows.right)

  const conflicts = conflictsOf(normalized, lifted, rows.left, rows.right)
  const isJunk = normalized.isJunk.includes(1)
  const verdictOf = (matchWeight: number): Verdict =>
    matchWeight < matchWeightOf(thresholds.review)
      ? 'apart'
      : matchWeight < matchWeightOf(thresholds.merge)
        ? 'review'
        : 'merge'
  const isApart = isJunk || conflicts.length > 0 || found.evidence.some(({ isVeto }) => isVeto)
  const verdict = isApart ? 'apart' : verdictOf(found.matchWeight)
  const tips = isJunk
    ? []
    : whatWouldTip(weighed, { ...rows, verdict, verdictOf, conflicts, fieldTypes, model, language })
  const whyNot = verdict === 'merge' ? '' : describeObstacle(found, normalized, conflicts, settings)
  return { ...found, verdict, whyNot, whatWouldTip: tips, settings }
}

/** The hardest reason against the merge: what forbids it, else too little evidence. */
function describeObstacle(
  { evidence, probability }: PairExplanation,
  { junkReasons }: NormalizedRecords,
  conflicts: readonly ExclusiveConflict[],
  { language, thresholds }: Settings,
): string {
  const say = OBSTACLES[language]
  for (const [, reason] of numberEntries(junkReasons)) return say.junk(reason)
  const veto = evidence.find(({ isVeto }) => isVeto)
  if (veto !== undefined) return say.veto(veto.text)
  const type = fieldTypes.find(({ name }) => name === conflicts[0]?.field)
  if (type !== undefined) return say.exclusive(type.label[language])
  const missed = probability < thresholds.review ? thresholds.review : thresholds.merge
  return say.weight(probability, missed)
}

interface ObstacleWords {
  readonly junk: (reason: string) => string
  readonly veto: (text: string) => string
  readonly exclusive: (label: string) => string
  readonly weight: (probability: number, missed: number) => string
}

/** Never rounded up to what it misses. */
const floor4 = (probability: number) => Math.floor(probability * 10_000) / 10_000

const OBSTACLES: Readonly<Record<Language, ObstacleWords>> = {
  zh: {
    junk: (reason) => `其中有一条不是客户（${reason}）`,
    veto: (text) => `${text}，不可合并`,
    exclusive: (label) => `${label}不同，而一个客户只能有一个`,
    weight: (probability, missed) => `证据不足：概率 ${floor4(probability)}，低于 ${missed}`,
  },
  en: {
    junk: (reason) => `one of them is no customer (${reason})`,
    veto: (text) => `${text}: this forbids a merge`,
    exclusive: (label) => `they differ in ${label}, of which a customer can have one only`,
    weight: (probability, missed) =>
      `too little evidence: probability ${floor4(probability)} is below ${missed}`,
  },
}
