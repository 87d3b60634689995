import { clusterEdges } from '../cluster/cluster-edges.ts'
import { ProblemLog } from '../data/problems.ts'
import { fieldTypes } from '../fields/index.ts'
import { matchWeightOf } from '../model/model.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { arrangeRecords } from './arrange-records.ts'
import { blockRecordsBy } from './block-records.ts'
import { buildResult, type DedupeResult } from './build-result.ts'
import { dataStatisticsOf } from './data-statistics.ts'
import { exclusiveColumns } from './exclusive-columns.ts'
import { inline } from './executor.ts'
import { normalizeRecordsBy } from './normalize-records.ts'
import type { DedupeOptions } from './options.ts'
import { createPairWeights } from './pair-weights.ts'
import { putCellsAside } from './put-aside.ts'
import { readDecisions, withoutJunk } from './read-decisions.ts'
import { checkForName, recogniseColumns } from './recognise-columns.ts'
import { resolveSettings } from './resolve-settings.ts'
import { scoreRecordsBy } from './score-records.ts'
import { startStopwatch } from './stopwatch.ts'
import { type RecordsInput, toRecords } from './to-records.ts'
import { withDecidedPairs } from './with-decided-pairs.ts'

/**
 * Finds the customers in a list of records: which records are one customer, the golden record of each, the pairs a
 * person should judge, and what was odd in the input. Bad cells and rows are reported, never dropped.
 *
 * @throws SettingsError for settings that are wrong or name columns that are not there; NoNameColumnError when no
 * column could hold a company name.
 * @example
 * const result = await dedupe([
 *   { id: 1, 客户名称: '山西煤业', 电话: '0351-4666666' },
 *   { id: 2, 客户名称: '山西煤矿', 电话: '(0351) 4666666' },
 * ])
 * result.customerCount // => 1
 */
export async function dedupe(input: RecordsInput, options: DedupeOptions = {}): Promise<DedupeResult> {
  const { onProgress = () => {}, model = shippedModel, executor = inline } = options
  const log = new ProblemLog()
  const watch = startStopwatch()

  const records = toRecords(input)
  const settings = resolveSettings(options.settings, fieldTypes, records.table)
  const uses = checkForName(recogniseColumns(records.table, fieldTypes, settings.map))
  const arranged = watch.time('arrange', () => arrangeRecords(records, uses, log))
  const decisions = readDecisions(options.decisions, arranged, log)
  const normalized = await watch.timeAsync('normalize', () =>
    normalizeRecordsBy(executor, arranged, { fieldTypes, naming: settings, log, onProgress }),
  )
  const bringBack = options.storage && (await putCellsAside(options.storage, records, normalized))
  const blocks = await watch.timeAsync('block', () =>
    blockRecordsBy(executor, normalized, settings, onProgress),
  )
  const lifted = new Set(settings.branches === 'merge' ? ['branch'] : [])
  const { weighed, shift, ...found } = await scoreRecordsBy(executor, normalized, blocks, {
    model,
    lifted,
    keepWeight: matchWeightOf(settings.thresholds.review),
    recordCount: records.table.rowCount,
    watch,
    onProgress,
  })
  onProgress({ phase: 'cluster', done: 0, total: 0 })
  const decided = withoutJunk(decisions, normalized.isJunk)
  const scored = { ...found.scored, edges: withDecidedPairs(found.scored.edges, decided.same, weighed) }
  const clustering = watch.time('cluster', () =>
    clusterEdges(scored.edges, records.table.rowCount, {
      mergeWeight: matchWeightOf(settings.thresholds.merge),
      exclusives: exclusiveColumns(normalized, lifted),
      weightOf: createPairWeights(scored.edges, records.table.rowCount, weighed),
      decisions: decided,
    }),
  )
  onProgress({ phase: 'merge', done: 0, total: 0 })
  await bringBack?.()
  const result = await watch.timeAsync('merge', () =>
    buildResult(
      {
        records,
        settings,
        normalized,
        blocks,
        weighed,
        scored,
        clustering,
        decisions,
        log,
        watch,
      },
      executor,
    ),
  )
  const modelOfData = () => ({ ...model, data: dataStatisticsOf({ normalized, settings }, shift) })
  return { ...result, modelOfData }
}
