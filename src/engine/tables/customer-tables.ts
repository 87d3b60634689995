import { EDGE_KEPT, EDGE_SAME } from '../../cluster/cluster-edges.ts'
import { countNumbers, numberEntries } from '../../data/number-map.ts'
import type { IndexedTable, OutputTable } from '../../data/records.ts'
import { type Column, cellText } from '../../data/table.ts'
import { probabilityOf } from '../../model/model.ts'
import { NO_CUSTOMER } from '../build-customers.ts'
import type { ResolvedRun } from '../finished-run.ts'
import { distinctTexts, type Survivors } from '../golden-records.ts'
import { junkReasonText } from './junk-reasons.ts'

/** Probabilities are written to four decimals: more would claim what no model knows. */
export function roundProbability(probability: number): number {
  return Math.round(probability * 10_000) / 10_000
}

/**
 * One golden record a customer: its id and name, every input column with its surviving value, for a field that
 * several columns hold its one surviving value, all names seen, the number of records and their sources.
 */
export function customersTable(run: ResolvedRun, survivors: Survivors): IndexedTable {
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
  const row = (customer: number) => {
    const members = items.subarray(starts[customer], starts[customer + 1])
    const cells: (string | number)[] = [
      customerIds[customer],
      named === undefined ? '' : survivors.ofField(named.type.name, members),
    ]
    for (const column of inputs) cells.push(survivors.ofColumn(column, members))
    for (const { type } of several) cells.push(survivors.ofField(type.name, members))
    cells.push(
      distinctTexts(nameColumns, members).join(' | '),
      members.length,
      distinctTexts([arranged.source], members).sort().join(' | '),
    )
    return cells
  }
  function* rows() {
    for (let customer = 0; customer < customerIds.length; customer++) yield row(customer)
  }
  return { name: 'customers', headings, rowCount: customerIds.length, rows, row }
}

/** Every input record once, with its customer; '' for a row that names none. */
export function crosswalkTable({
  customers,
  customerIds,
  normalized,
  scored,
  clustering,
}: ResolvedRun): OutputTable {
  const { recordId, source } = normalized.arranged
  const rowCount = customers.ofRow.length
  // A record is as sure of its customer as its best link into it; one alone is sure of itself.
  const strongest = new Float64Array(rowCount).fill(Number.NEGATIVE_INFINITY)
  const { edges } = scored
  for (let edge = 0; edge < edges.count; edge++) {
    const fate = clustering.fates[edge]
    if (fate !== EDGE_KEPT && fate !== EDGE_SAME) continue
    // What a person decided is sure.
    const weight = fate === EDGE_SAME ? Number.POSITIVE_INFINITY : edges.weights[edge]
    for (const row of [edges.left[edge], edges.right[edge]]) strongest[row] = Math.max(strongest[row], weight)
  }
  function* rows() {
    for (let row = 0; row < rowCount; row++) {
      const customer = customers.ofRow[row]
      const probability = strongest[row] === Number.NEGATIVE_INFINITY ? 1 : probabilityOf(strongest[row])
      yield [
        cellText(recordId, row),
        cellText(source, row),
        customer === NO_CUSTOMER ? '' : customerIds[customer],
        customer === NO_CUSTOMER ? '' : roundProbability(probability),
      ]
    }
  }
  return {
    name: 'crosswalk',
    headings: ['record_id', 'source', 'customer_id', 'probability'],
    rowCount,
    rows,
  }
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
