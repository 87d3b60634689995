import type { RuleBlocks } from '../block/build-blocks.ts'
import { planWalk } from '../block/walk-pairs.ts'
import { allocateUint32, plainUint32 } from '../data/buffers.ts'
import { ProblemLog } from '../data/problems.ts'
import type { Records } from '../data/records.ts'
import { type Column, cellText, constantColumn, gatherRows, type Table } from '../data/table.ts'
import { fieldTypes } from '../fields/index.ts'
import { matchWeightOf, probabilityOf } from '../model/model.ts'
import type { DataStatistics, Model } from '../model/model-schema.ts'
import { defineSettings, type Settings, type SettingsInput } from '../model/settings.ts'
import { shiftEdges } from '../score/calibrate-prior.ts'
import type { ArrangedRecords } from './arrange-records.ts'
import { ModelError } from './check-model.ts'
import { knownDataOf } from './data-statistics.ts'
import { normalizeRecords } from './normalize-records.ts'
import { type ColumnUse, usesOfRoles } from './recognise-columns.ts'
import { scorePairs } from './score-pairs.ts'
import { type RecordsInput, toRecords } from './to-records.ts'
import { type KnownData, weighRecords } from './weigh-records.ts'

/** A candidate pair that weighs enough to be merged or to be judged by a person, or would if nothing forbade it. */
export interface ScoredPair {
  readonly block: string
  readonly left_source: string
  readonly left_id: string
  readonly right_source: string
  readonly right_id: string
  /** Match weight: log2 odds that the two are one customer. */
  readonly weight: number
  readonly probability: number
  /** `apart`: alike, and two customers all the same (a branch, another number). */
  readonly verdict: 'merge' | 'review' | 'apart'
}

/** Columns of the records that say what they are, besides those of the data. */
export const BLOCK_COLUMN = 'block'
const ID_COLUMN = 'record_id'
const SOURCE_COLUMN = 'source'

/** The columns that can hold the id of a record: one of them must be filled. */
export function idColumnsOf({ data }: Model): string[] {
  return [ID_COLUMN, ...(data?.columns ?? []).flatMap(([heading, role]) => (role === 'id' ? [heading] : []))]
}

/** What a model is to the records of some blocks, made ready once. */
export interface BlockScorer {
  /** Scores the pairs of each block; blocks in their order, pairs by their left record, then by their right. */
  readonly score: (input: RecordsInput) => ScoredPair[]
}

/**
 * The kernel of `dedupe` for an engine that spreads blocks over machines: of each block every pair of records is compared,
 * by the statistics of the whole data, so that a pair weighs what it weighed in the run that saved the model. Records
 * have a column `block`, rows of one block being neighbours, and the columns of the data; `record_id` and `source`
 * where the data had no such column.
 *
 * @throws ModelError for a model without the statistics of a data set.
 * @example
 * const { modelOfData } = await dedupe(records)
 * createBlockScorer(modelOfData()).score([{ block: 'a', 编号: 1, 客户名称: '山西煤业' }, …])
 */
export function createBlockScorer(model: Model): BlockScorer {
  const { data } = model
  if (data === undefined) {
    throw new ModelError('', ['it has no statistics of a data set; guihu dedupe --save-model writes them'])
  }
  const settings = defineSettings(data.settings as SettingsInput)
  const known = knownDataOf(data)
  return { score: (input) => scoreBlocks(toRecords(input), { model, data, settings, known }) }
}

interface Context {
  readonly model: Model
  readonly data: DataStatistics
  readonly settings: Settings
  readonly known: KnownData
}

function scoreBlocks(records: Records, { model, data, settings, known }: Context): ScoredPair[] {
  const block = columnNamed(records.table, BLOCK_COLUMN)
  const arranged = arrangeBlocks(records, block, data)
  const log = new ProblemLog()
  const normalized = normalizeRecords(arranged, fieldTypes, settings, log, () => {})
  const lifted = new Set(settings.branches === 'merge' ? ['branch'] : [])
  const rules = [blocksOf(arranged, block, normalized.isJunk)]
  const weighed = weighRecords(normalized, model, lifted, known)
  const keepWeight = matchWeightOf(settings.thresholds.review)
  const { edges } = scorePairs({
    walk: planWalk(rules, arranged.table.rowCount),
    weighed,
    keepWeight,
  })
  const shifted = shiftEdges(edges, data.priorShift)
  const mergeWeight = matchWeightOf(settings.thresholds.merge)
  const { source, recordId, order } = arranged
  const pairs: ScoredPair[] = []
  for (let edge = 0; edge < edges.count; edge++) {
    const [left, right, weight] = [edges.left[edge], edges.right[edge], shifted.weights[edge]]
    // A record that stands in its block twice is no pair.
    const isOne = source.codes[left] === source.codes[right] && recordId.codes[left] === recordId.codes[right]
    if (weight < keepWeight || isOne) continue
    const likely = weight >= mergeWeight ? 'merge' : 'review'
    pairs.push({
      block: cellText(block, order[left]),
      left_source: cellText(source, left).trim(),
      left_id: cellText(recordId, left).trim(),
      right_source: cellText(source, right).trim(),
      right_id: cellText(recordId, right).trim(),
      weight,
      probability: probabilityOf(weight),
      verdict: edges.vetoes[edge] >= 0 ? 'apart' : likely,
    })
  }
  return pairs
}

/** The records block by block, within one in the order that `dedupe` gives them: a pair has the same left side. */
function arrangeBlocks(records: Records, block: Column, data: DataStatistics): ArrangedRecords {
  const { table, rowNumbers } = records
  const uses = usesOfRoles(table, fieldTypes, data.columns)
  const [source, recordId] = [
    namedOrUsed(table, uses, SOURCE_COLUMN, 'source') ?? constantColumn(SOURCE_COLUMN, '', table.rowCount),
    namedOrUsed(table, uses, ID_COLUMN, 'id') ?? columnNamed(table, ID_COLUMN),
  ]
  const groups = numberRuns(block)
  const order = allocateUint32(table.rowCount).map((_, row) => row)
  const text = (column: Column, row: number) => cellText(column, row).trim()
  order.sort((a, b) => {
    if (groups[a] !== groups[b]) return groups[a] - groups[b]
    const bySource = compareTexts(text(source, a), text(source, b))
    if (bySource !== 0) return bySource
    const [left, right] = [text(recordId, a), text(recordId, b)]
    return left.length - right.length || compareTexts(left, right) || a - b
  })
  const gathered = gatherRows(
    { rowCount: table.rowCount, columns: [...table.columns, source, recordId] },
    order,
  )
  const columns = gathered.columns.slice(0, -2)
  return {
    table: { rowCount: table.rowCount, columns },
    order,
    placeOf: (row) => ({ file: '', row: rowNumbers[order[row]] }),
    source: gathered.columns[columns.length],
    recordId: gathered.columns[columns.length + 1],
    uses: uses.map((use) => ({ ...use, column: columns[table.columns.indexOf(use.column)] })),
  }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function columnNamed(table: Table, name: string): Column {
  return table.columns.find((column) => column.name === name) ?? constantColumn(name, '', table.rowCount)
}

/** The column of that name, else the one that the data have for that role. */
function namedOrUsed(
  table: Table,
  uses: readonly ColumnUse[],
  name: string,
  role: string,
): Column | undefined {
  return table.columns.find((column) => column.name === name) ?? uses.find((use) => use.role === role)?.column
}

/** By row, the number of its block: a new one wherever the text of the column changes. */
function numberRuns({ codes }: Column): Uint32Array {
  const numbers = plainUint32(codes.length)
  for (let row = 1; row < codes.length; row++) {
    numbers[row] = numbers[row - 1] + (codes[row] === codes[row - 1] ? 0 : 1)
  }
  return numbers
}

/** The blocks as the kernel takes them: those of one rule, each row in one. */
function blocksOf({ order }: ArrangedRecords, block: Column, isJunk: Uint8Array): RuleBlocks {
  const numbers = numberRuns(block)
  const count = numbers.length === 0 ? 0 : numbers[numbers.length - 1] + 1
  const starts = plainUint32(count + 1)
  const items: number[] = []
  for (let row = 0; row < order.length; row++) {
    const number = numbers[order[row]]
    if (isJunk[row] === 0) items.push(row)
    starts[number + 1] = items.length
  }
  const report = {
    rule: BLOCK_COLUMN,
    blocks: count,
    pairs: 0,
    largest: 0,
    split: 0,
    capped: 0,
    cappedRows: 0,
  }
  return {
    name: BLOCK_COLUMN,
    blocks: { starts, items: Uint32Array.from(items) },
    report,
  }
}
