import type { RuleBlocks } from '../block/build-blocks.ts'
import { ProblemLog } from '../data/problems.ts'
import type { Records } from '../data/records.ts'
import { cellText } from '../data/table.ts'
import { fieldTypes } from '../fields/index.ts'
import type { Model } from '../model/model.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { type ArrangedRecords, arrangeRecords } from './arrange-records.ts'
import { blockRecordsBy } from './block-records.ts'
import { exclusiveColumns } from './exclusive-columns.ts'
import { inline } from './executor.ts'
import { normalizeRecordsBy } from './normalize-records.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { RunOptions } from './options.ts'
import { readLabels, TruthError } from './read-labels.ts'
import { checkForName, recogniseColumns } from './recognise-columns.ts'
import { resolveSettings } from './resolve-settings.ts'
import { startStopwatch } from './stopwatch.ts'
import { type RecordsInput, toRecords } from './to-records.ts'
import { countRandomPairs, countTruePairs } from './train/count-pairs.ts'
import {
  type LearnedLevels,
  type RefittedComparison,
  refitModel,
  refitU,
  type TrainableComparison,
  trainableComparisons,
} from './train/refit-model.ts'
import type { RefittedShares } from './train/refit-shares.ts'
import { runSessions, type TrainSession } from './train/train-sessions.ts'
import { type WeighedFields, weighRecords } from './weigh-records.ts'

/** How a model is refitted. */
export interface TrainOptions extends RunOptions {
  /**
   * The true customer of some records: record_id (or id), customer (or entity_id …), and source where ids are unique within a
   * source only. Without labels m is learned by EM.
   */
  readonly labels?: RecordsInput
}

/** What was learned, from what, and what was too thin to learn from. */
export interface TrainReport {
  readonly method: 'labels' | 'em'
  readonly records: number
  /** Pairs behind u: drawn at random, taken as of two customers. */
  readonly randomPairs: number
  /** Pairs behind m: of one customer by their labels; 0 without labels. */
  readonly truePairs: number
  /** The runs of EM; [] with labels. */
  readonly sessions: readonly TrainSession[]
  readonly comparisons: readonly RefittedComparison[]
  readonly timings: Readonly<Record<string, number>>
}

/** A refitted model, and how it came about. */
export interface TrainResult {
  readonly model: Model
  readonly report: TrainReport
}

/**
 * Refits m and u of the model to the records at hand: u from random pairs, m from labels, or without them by EM over the pairs of
 * each blocking rule. What the records are too few for keeps the figure of the model given (the shipped one by default),
 * and so do the priors, and the shares among sister firms.
 * @throws SettingsError, NoNameColumnError, TruthError
 * @example
 * const { model } = await train(records, { labels: truth })
 * const result = await dedupe(records, { model })
 */
export async function train(input: RecordsInput, options: TrainOptions = {}): Promise<TrainResult> {
  const { onProgress = () => {}, model = shippedModel, executor = inline } = options
  const log = new ProblemLog()
  const watch = startStopwatch()
  const records = toRecords(input)
  const settings = resolveSettings(options.settings, fieldTypes, records.table)
  const uses = checkForName(recogniseColumns(records.table, fieldTypes, settings.map))
  const arranged = watch.time('arrange', () => arrangeRecords(records, uses, log))
  const normalized = await watch.timeAsync('normalize', () =>
    normalizeRecordsBy(executor, arranged, { fieldTypes, naming: settings, log, onProgress }),
  )
  const lifted = new Set(settings.branches === 'merge' ? ['branch'] : [])
  const weighed = watch.time('weigh', () => weighRecords(normalized, model, lifted))
  const customerOf = options.labels && labelRows(arranged, toRecords(options.labels))

  const rows = rowsToLearnFrom(normalized, customerOf)
  const random = watch.time('random', () => countRandomPairs(weighed, rows, customerOf))
  const comparisons = trainableComparisons(model, weighed.fields)
  const u = refitU(comparisons, random.counts)
  const learned = await watch.timeAsync('learn', async () => {
    if (customerOf !== undefined) return learnByLabels(weighed, comparisons, groupRows(rows, customerOf))
    const blocks = await blockRecordsBy(executor, normalized, settings, onProgress)
    return learnByEm(blocks, weighed, exclusiveColumns(normalized, lifted), comparisons, u)
  })
  const method = customerOf === undefined ? 'em' : 'labels'
  const origin = `refitted on ${rows.length} records, ${method === 'em' ? 'without labels' : 'by their labels'}; before that: ${model.origin}`
  const refitted = refitModel(model, comparisons, u, random.counts, learned.m, origin)
  const report: TrainReport = {
    method,
    records: rows.length,
    randomPairs: random.pairs,
    truePairs: learned.truePairs,
    sessions: learned.sessions,
    comparisons: refitted.comparisons,
    timings: watch.timings(),
  }
  return { model: refitted.model, report }
}

/** What was learned of m, by comparison. */
interface Learned {
  readonly truePairs: number
  readonly sessions: readonly TrainSession[]
  readonly m: readonly (LearnedLevels | undefined)[]
}

function learnByLabels(
  weighed: WeighedFields,
  comparisons: readonly TrainableComparison[],
  customers: Iterable<readonly number[]>,
): Learned {
  const { counts, pairs } = countTruePairs(weighed, customers)
  return { truePairs: pairs, sessions: [], m: comparisons.map(({ index }) => ({ counts: counts[index] })) }
}

function learnByEm(
  blocks: readonly RuleBlocks[],
  weighed: WeighedFields,
  exclusives: readonly Uint32Array[],
  comparisons: readonly TrainableComparison[],
  u: readonly RefittedShares[],
): Learned {
  const { sessions, m, matches } = runSessions(
    blocks,
    weighed,
    exclusives,
    comparisons.map(({ field, index, m, s }, i) => ({
      field,
      index,
      shares: { m: Float64Array.from(m), u: Float64Array.from(u[i].shares), s: Float64Array.from(s) },
    })),
  )
  return { truePairs: 0, sessions, m: m.map((shares, i) => shares && { counts: matches[i], shares }) }
}

/** By row, a number for its true customer; 0 where the labels do not say. */
function labelRows({ recordId, source, table }: ArrangedRecords, input: Records): Uint32Array {
  const labels = readLabels(input, 'the list of labels')
  const { rowCount, idOf, sourceOf, customerOf } = labels
  const keyOf = (from: string, id: string) => (sourceOf === undefined ? id : `${from}\u0000${id}`)
  const customers = new Map<string, number>()
  const known = new Map<string, number>()
  for (let i = 0; i < rowCount; i++) {
    const name = customerOf(i)
    const number = (name === '' ? undefined : customers.get(name)) ?? customers.size + 1
    // A record without a customer stands alone.
    customers.set(name === '' ? `\u0000${i}` : name, number)
    known.set(keyOf(sourceOf?.(i) ?? '', idOf(i)), number)
  }
  const out = Uint32Array.from(
    { length: table.rowCount },
    (_, row) => known.get(keyOf(cellText(source, row), cellText(recordId, row))) ?? 0,
  )
  if (rowCount > 0 && out.some((number) => number !== 0)) return out
  throw new TruthError(
    `no record is in the list of labels (it has ${rowCount === 0 ? 'none' : idOf(0)}, the records ${table.rowCount === 0 ? 'none' : cellText(recordId, 0)})`,
  )
}

/** The rows that name a customer, and have a label where there are labels. */
function rowsToLearnFrom({ isJunk }: NormalizedRecords, customerOf: Uint32Array | undefined): Uint32Array {
  const rows: number[] = []
  isJunk.forEach((junk, row) => {
    if (junk === 0 && (customerOf === undefined || customerOf[row] !== 0)) rows.push(row)
  })
  return Uint32Array.from(rows)
}

function groupRows(rows: Uint32Array, customerOf: Uint32Array): Iterable<readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const row of rows) {
    const group = groups.get(customerOf[row])
    if (group === undefined) groups.set(customerOf[row], [row])
    else group.push(row)
  }
  return groups.values()
}
