import { ProblemLog } from '../data/problems.ts'
import type { OutputTable, Records } from '../data/records.ts'
import { cellText } from '../data/table.ts'
import { fieldTypes } from '../fields/index.ts'
import { matchWeightOf, probabilityOf } from '../model/model.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { arrangeRecords } from './arrange-records.ts'
import { bestOfEachLeft } from './best-links.ts'
import { blockRecords } from './block-records.ts'
import { calibrate } from './calibrate.ts'
import { exclusiveColumns, isConflict } from './exclusive-columns.ts'
import { createPairExplainer } from './explain-pairs.ts'
import { joinRecords } from './join-records.ts'
import { normalizeRecords } from './normalize-records.ts'
import type { RunOptions } from './options.ts'
import { checkForName, recogniseColumns } from './recognise-columns.ts'
import { resolveSettings } from './resolve-settings.ts'
import { scorePairs } from './score-pairs.ts'
import { type RecordsInput, toRecords } from './to-records.ts'
import { weighRecords } from './weigh-records.ts'

/** How two inputs are linked. */
export interface LinkOptions extends RunOptions {
  /** Each right record is linked at most once: for two lists without duplicates of their own. */
  readonly oneToOne?: boolean
}

/** Which record of the left input is which of the right. */
export interface LinkResult {
  /** left_id, right_id, probability, weight, verdict (merge, review), reason: the best right record of each left one that has any. */
  readonly links: OutputTable
  readonly leftCount: number
  readonly rightCount: number
}

/**
 * Links each record of the left input to the record of the right that fits it best, if one fits.
 * @throws SettingsError, NoNameColumnError
 * @example const { links } = await link(crmRecords, register)
 */
export async function link(
  left: RecordsInput,
  right: RecordsInput,
  options: LinkOptions = {},
): Promise<LinkResult> {
  const { onProgress = () => {}, model = shippedModel, oneToOne = false } = options
  const log = new ProblemLog()
  const leftRecords = toRecords(left)
  const records = joinSides(leftRecords, toRecords(right))
  const leftCount = leftRecords.table.rowCount

  const settings = resolveSettings(options.settings, fieldTypes, records.table)
  const uses = checkForName(recogniseColumns(records.table, fieldTypes, settings.map))
  const arranged = arrangeRecords(records, uses, log)
  const isLeft = Uint8Array.from(arranged.order, (row) => (row < leftCount ? 1 : 0))
  const normalized = normalizeRecords(arranged, fieldTypes, settings.junkNames, log, onProgress)
  const blocks = blockRecords(normalized, settings, onProgress)
  const lifted = new Set(settings.branches === 'merge' ? ['branch'] : [])
  const assumed = weighRecords(normalized, model, lifted)
  const exclusives = exclusiveColumns(normalized, lifted)
  const pairs = scorePairs(blocks, assumed, matchWeightOf(settings.thresholds.review), {
    isCandidate: (a, b) => isLeft[a] !== isLeft[b] && !isConflict(exclusives, a, b),
  })
  const { weighed, scored } = calibrate(assumed, pairs, model, leftCount, 1)
  const chosen = bestOfEachLeft(scored.edges, isLeft, oneToOne)

  const explain = createPairExplainer(weighed, settings.language)
  const mergeWeight = matchWeightOf(settings.thresholds.merge)
  function* rows() {
    for (const { leftRow, rightRow, weight } of chosen) {
      yield [
        cellText(arranged.recordId, leftRow),
        cellText(arranged.recordId, rightRow),
        Math.round(probabilityOf(weight) * 10_000) / 10_000,
        Math.round(weight * 100) / 100,
        weight >= mergeWeight ? 'merge' : 'review',
        explain(leftRow, rightRow).reason,
      ]
    }
  }
  const headings = ['left_id', 'right_id', 'probability', 'weight', 'verdict', 'reason']
  const links = { name: 'links', headings, rowCount: chosen.length, rows }
  return { links, leftCount, rightCount: records.table.rowCount - leftCount }
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
