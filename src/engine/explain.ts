import { ProblemLog } from '../data/problems.ts'
import { fieldTypes } from '../fields/index.ts'
import { matchWeightOf } from '../model/model.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { arrangeRecords } from './arrange-records.ts'
import { exclusiveColumns, isConflict } from './exclusive-columns.ts'
import { createPairExplainer, type PairExplanation } from './explain-pairs.ts'
import { normalizeRecords } from './normalize-records.ts'
import type { RunOptions } from './options.ts'
import { checkForName, recogniseColumns } from './recognise-columns.ts'
import { resolveSettings } from './resolve-settings.ts'
import { type RecordInput, toRecords } from './to-records.ts'
import { weighRecords } from './weigh-records.ts'

/** Why two records are, or are not, one customer, and what becomes of them. */
export interface Explanation extends PairExplanation {
  readonly verdict: 'merge' | 'review' | 'apart'
}

/**
 * Explains two records by themselves, with term frequencies as shipped.
 * @throws SettingsError, NoNameColumnError
 * @example explain({ 客户名称: '山西煤业', 电话: '0351-4666666' }, { 客户名称: '山西煤矿', 电话: '03514666666' }).verdict // => 'merge'
 */
export function explain(left: RecordInput, right: RecordInput, options: RunOptions = {}): Explanation {
  const log = new ProblemLog()
  const records = toRecords([left, right])
  const settings = resolveSettings(options.settings, fieldTypes, records.table)
  const uses = checkForName(recogniseColumns(records.table, fieldTypes, settings.map))
  const arranged = arrangeRecords(records, uses, log)
  const normalized = normalizeRecords(arranged, fieldTypes, settings.junkNames, log, () => {})
  const lifted = new Set(settings.branches === 'merge' ? ['branch'] : [])
  const weighed = weighRecords(normalized, options.model ?? shippedModel, lifted)
  const explainPair = createPairExplainer(weighed, settings.language)
  const found = explainPair(arranged.order.indexOf(0), arranged.order.indexOf(1))
  const isApart =
    found.evidence.some(({ isVeto }) => isVeto) ||
    normalized.isJunk.includes(1) ||
    isConflict(exclusiveColumns(normalized, lifted), 0, 1)
  const { merge, review } = settings.thresholds
  const verdict =
    isApart || found.matchWeight < matchWeightOf(review)
      ? 'apart'
      : found.matchWeight < matchWeightOf(merge)
        ? 'review'
        : 'merge'
  return { ...found, verdict }
}
