import { EDGE_KEPT, EDGE_SAME } from '../../cluster/cluster-edges.ts'
import { plainFloat64 } from '../../data/buffers.ts'
import { groupCount } from '../../data/grouping.ts'
import { countNumbers, numberEntries } from '../../data/number-map.ts'
import type { OutputTable } from '../../data/records.ts'
import { type Column, cellText } from '../../data/table.ts'
import { probabilityOf } from '../../model/model.ts'
import { NO_CUSTOMER } from '../build-customers.ts'
import { createDistinctWriter, createSetWriter, distinctTexts } from '../distinct-texts.ts'
import type { ResolvedRun } from '../finished-run.ts'
import type { Survivors } from '../golden-records.ts'
import { junkReasonText } from './junk-reasons.ts'
import { type WrittenTable, writtenTable } from './written-table.ts'

/** Probabilities are written to four decimals: more would claim what no model knows. */
export function roundProbability(probability: number): number {
  return Math.round(probability * 10_000) / 10_000
}

/** What so many customers need is read before they are written: it lies all over memory, which is then waited for once. */
const TOUCHED_AHEAD = 32

/**
 * One golden record a customer: its id and name, every input column with its surviving value, for a field that
 * several columns hold its one surviving value, all names seen, the number of records and their sources.
 */
export function customersTable(run: ResolvedRun, survivors: Survivors): WrittenTable {
  const { customers, customerIds, normalized } = run
  const { arranged, fields } = normalized
  const named = fields.find(({ type }) => type.required === true)
  const nameColumns = named?.cells.map(({ column }) => column) ?? []
  const several = fields.filter(({ cells, type }) => type !== named?.type && cells.length > 1)
  const inputs = arranged.table.columns
  const own = ['customer_id', 'customer_name', 'all_names', 'record_count', 'sources']
  const golden = several.map(({ type }) => `golden_${type.name}`)
  const headings = [
    ...own.slice(0, 2),
    ...inputs.map(({ name }) => (own.includes(name) || golden.includes(name) ? `input_${name}` : name)),
    ...golden,
    ...own.slice(2),
  ]
  const { starts, items } = customers.members
  const ofMembers = [
    survivors.ofField(named?.type.name ?? ''),
    ...inputs.map(survivors.ofColumn),
    ...several.map(({ type }) => survivors.ofField(type.name)),
    createDistinctWriter(nameColumns),
  ]
  const writeSources = createSetWriter(arranged.source)
  return writtenTable('customers', headings, groupCount(customers.members), (customer, cells) => {
    if (customer % TOUCHED_AHEAD === 0) {
      const end = Math.min(customer + TOUCHED_AHEAD, starts.length - 1)
      survivors.touch(items.subarray(starts[customer], starts[end]))
    }
    const members = items.subarray(starts[customer], starts[customer + 1])
    cells.coded(customerIds, customer + 1)
    for (let i = 0; i < ofMembers.length; i++) ofMembers[i](members, cells)
    cells.decimal(members.length, 0)
    writeSources(members, cells)
    cells.endRow()
  })
}

/** Every input record once, with its customer; '' for a row that names none. */
export function crosswalkTable({
  customers,
  customerIds,
  normalized,
  scored,
  clustering,
}: ResolvedRun): WrittenTable {
  const { recordId, source } = normalized.arranged
  const rowCount = customers.ofRow.length
  // A record is as sure of its customer as its best link into it; one alone is sure of itself.
  const strongest = plainFloat64(rowCount).fill(Number.NEGATIVE_INFINITY)
  const { edges } = scored
  for (let edge = 0; edge < edges.count; edge++) {
    const fate = clustering.fates[edge]
    if (fate !== EDGE_KEPT && fate !== EDGE_SAME) continue
    // What a person decided is sure.
    const weight = fate === EDGE_SAME ? Number.POSITIVE_INFINITY : edges.weights[edge]
    for (const row of [edges.left[edge], edges.right[edge]]) strongest[row] = Math.max(strongest[row], weight)
  }
  const headings = ['record_id', 'source', 'customer_id', 'probability']
  return writtenTable('crosswalk', headings, rowCount, (row, cells) => {
    const customer = customers.ofRow[row]
    cells.coded(recordId.dictionary, recordId.codes[row])
    cells.coded(source.dictionary, source.codes[row])
    if (customer === NO_CUSTOMER) {
      cells.text('')
      cells.text('')
    } else {
      cells.coded(customerIds, customer + 1)
      const isAlone = strongest[row] === Number.NEGATIVE_INFINITY
      cells.decimal(isAlone ? 10_000 : Math.round(probabilityOf(strongest[row]) * 10_000), 4)
    }
    cells.endRow()
  })
}

/** The rows that name no customer, with the reason. */
export function junkTable({ normalized, settings }: ResolvedRun): OutputTable {
  const { arranged, junkReasons, fields } = normalized
  const named = fields.find(({ type }) => type.required === true)
  const nameColumns: readonly Column[] = named?.cells.map(({ column }) => column) ?? []
  function* rows() {
    for (const [row, reason] of numberEntries(junkReasons)) {
      const name = distinctTexts(nameColumns, Uint32Array.of(row)).join(' | ')
      yield [
        cellText(arranged.recordId, row),
        cellText(arranged.source, row),
        name,
        junkReasonText(reason, settings.language),
      ]
    }
  }
  return {
    name: 'junk',
    headings: ['record_id', 'source', 'name', 'reason'],
    rowCount: countNumbers(junkReasons),
    rows,
  }
}
