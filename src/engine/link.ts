import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import { ProblemLog } from '../data/problems.ts'
import type { OutputTable, Records } from '../data/records.ts'
import { fieldTypes } from '../fields/index.ts'
import { matchWeightOf } from '../model/model.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { arrangeRecords } from './arrange-records.ts'
import { bestOfEachLeft } from './best-links.ts'
import { blockRecordsBy } from './block-records.ts'
import { exclusiveColumns, isConflict } from './exclusive-columns.ts'
import { inline } from './executor.ts'
import { createPairExplainer } from './explain-pairs.ts'
import { joinRecords } from './join-records.ts'
import { normalizeRecordsBy } from './normalize-records.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { RunOptions } from './options.ts'
import { checkForName, recogniseColumns } from './recognise-columns.ts'
import { figuresOf, type RunFigures } from './report.ts'
import { resolveSettings } from './resolve-settings.ts'
import { scoreRecordsBy } from './score-records.ts'
import { startStopwatch } from './stopwatch.ts'
import { candidatesTable, judgeLinks, type LinkTableInput, linksTable } from './tables/link-tables.ts'
import { type RecordsInput, toRecords } from './to-records.ts'
import { createWeigher, type WeighedFields } from './weigh-records.ts'

/** How two inputs are linked. */
export interface LinkOptions extends RunOptions {
  /** Each right record is linked at most once: for two lists without duplicates of their own. */
  readonly oneToOne?: boolean
}

/** The run in figures, as report.json holds it. */
export interface LinkReport extends RunFigures {
  readonly left: number
  readonly right: number
  /** Left records that are linked, surely and for a person to judge, and those that fit nothing. */
  readonly merge: number
  readonly review: number
  readonly unlinked: number
  /** Links beside which other right records fit about as well. */
  readonly ambiguous: number
}

/** Which record of the left input is which of the right. */
export interface LinkResult {
  /**
   * The best right record of each left one that has any: left_id, right_id, probability, weight, verdict (merge,
   * review), reason, alternatives (how many other right records fit about as well), left_name, right_name.
   */
  readonly links: OutputTable
  /** Where several right records fit a left one about as well, all of them: left_id, rank, right_id, right_name, probability, weight, reason. */
  readonly candidates: OutputTable
  readonly leftCount: number
  readonly rightCount: number
  readonly report: LinkReport
}

/**
 * Links each record of the left input to the record of the right that fits it best, if one fits. Where others fit about
 * as well and are another firm, a person is to judge.
 * @throws SettingsError, NoNameColumnError
 * @example const { links } = await link(crmRecords, register)
 */
export async function link(
  left: RecordsInput,
  right: RecordsInput,
  options: LinkOptions = {},
): Promise<LinkResult> {
  const { onProgress = () => {}, model = shippedModel, executor = inline, oneToOne = false } = options
  const log = new ProblemLog()
  const watch = startStopwatch()
  const leftRecords = toRecords(left)
  const records = joinSides(leftRecords, toRecords(right))
  const leftCount = leftRecords.table.rowCount

  const settings = resolveSettings(options.settings, fieldTypes, records.table)
  const [mergeWeight, reviewWeight] = [settings.thresholds.merge, settings.thresholds.review].map(
    matchWeightOf,
  )
  const uses = checkForName(recogniseColumns(records.table, fieldTypes, settings.map))
  const arranged = watch.time('arrange', () => arrangeRecords(records, uses, log))
  const isLeft = Uint8Array.from(arranged.order, (row) => (row < leftCount ? 1 : 0))
  const normalized = await watch.timeAsync('normalize', () =>
    normalizeRecordsBy(executor, arranged, { fieldTypes, naming: settings, log, onProgress }),
  )
  const blocks = await watch.timeAsync('block', () =>
    blockRecordsBy(executor, normalized, settings, onProgress),
  )
  const lifted = new Set(settings.branches === 'merge' ? ['branch'] : [])
  const exclusives = exclusiveColumns(normalized, lifted)
  const { weighed, scored } = await scoreRecordsBy(executor, normalized, blocks, {
    model,
    lifted,
    keepWeight: reviewWeight,
    recordCount: leftCount,
    across: { sides: isLeft, exclusives },
    watch,
    onProgress,
  })
  const chosen = watch.time('link', () =>
    bestOfEachLeft(scored.edges, isLeft, {
      oneToOne,
      leastWeight: reviewWeight,
      lengthOf: nameLengths(normalized),
    }),
  )

  const isOneCustomer = createSameness(weighed, exclusives, mergeWeight)
  const verdicts = judgeLinks(chosen, mergeWeight, isOneCustomer)
  const { explain } = createPairExplainer(weighed, settings.language)
  const tables: LinkTableInput = { chosen, verdicts, normalized, explain }
  const counts = { left: leftCount, right: records.table.rowCount - leftCount }
  const run = { records, settings, normalized, blocks, weighed, scored, log, watch }
  return {
    links: linksTable(tables),
    candidates: candidatesTable(tables),
    leftCount: counts.left,
    rightCount: counts.right,
    report: { ...counts, ...countLinks(tables, leftCount), ...figuresOf(run) },
  }
}

/** Whether two rows of one side are surely one customer. */
function createSameness(weighed: WeighedFields, exclusives: readonly Uint32Array[], mergeWeight: number) {
  const { weigh, comparer } = createWeigher(weighed)
  return (a: number, b: number) =>
    weigh(a, b) >= mergeWeight && comparer.veto() < 0 && !isConflict(exclusives, a, b)
}

/** By row, how many units its name has as its columns hold it. */
function nameLengths({ fields }: NormalizedRecords): (row: number) => number {
  const named = fields.find(({ type }) => type.required === true)
  if (named === undefined) return () => 0
  const { starts, entries } = named.columns
  const { codes, dictionary } = partOf(named.columns, named.type.parts[0])
  return (row) =>
    starts[row] === starts[row + 1] ? 0 : textOf(dictionary, codes[entries[starts[row]]]).length
}

function countLinks({ chosen, verdicts }: LinkTableInput, leftCount: number) {
  const merge = verdicts.filter((verdict) => verdict === 'merge').length
  return {
    merge,
    review: chosen.length - merge,
    unlinked: leftCount - chosen.length,
    ambiguous: chosen.filter(({ alternatives }) => alternatives.length > 0).length,
  }
}

/** The two inputs as one table. Inputs of one name are told apart by their side, so that equal ids in both stay as they are. */
function joinSides(left: Records, right: Records): Records {
  const names = new Set(left.origins.map(({ name }) => name))
  if (!right.origins.some(({ name }) => names.has(name))) return joinRecords(left, right)
  const named = (records: Records, side: string): Records => {
    const origins = records.origins.map((origin) => ({ ...origin, name: `${side}/${origin.name}` }))
    return { ...records, origins }
  }
  return joinRecords(named(left, 'left'), named(right, 'right'))
}
