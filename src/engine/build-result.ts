import { groupCount } from '../data/grouping.ts'
import type { IndexedTable, OutputTable } from '../data/records.ts'
import type { Model } from '../model/model.ts'
import { buildCustomers, type Customers } from './build-customers.ts'
import { idsOf } from './customer-ids.ts'
import type { Executor } from './executor.ts'
import type { FinishedRun, ResolvedRun } from './finished-run.ts'
import { createSurvivors } from './golden-records.ts'
import { buildReport, figuresOf, type Report } from './report.ts'
import { crosswalkTable, customersTable, junkTable } from './tables/customer-tables.ts'
import { pairTables, relationsTable } from './tables/pair-tables.ts'

/** What a run found. The tables are made row by row as they are read. */
export interface DedupeResult {
  readonly customerCount: number
  readonly recordCount: number
  /** By customer, in the order of the table, how many records it has. */
  readonly memberCounts: Uint32Array
  /** One golden record a customer. */
  readonly customers: IndexedTable
  /** Every input record once: record_id, source, customer_id, probability. */
  readonly crosswalk: OutputTable
  /** The pairs that were merged, with weight, probability and reason. */
  readonly links: IndexedTable
  /** By row of `links`, the row of `customers`; they ascend. */
  readonly customersOfLinks: Uint32Array
  /** The pairs that a person should judge. */
  readonly review: OutputTable
  /** Branch, group, former name: records that belong together and are not one customer. */
  readonly relations: OutputTable
  /** Rows that name no customer, with the reason. */
  readonly junk: OutputTable
  readonly report: Report
  /** The model of the run with the statistics of its data: with it `scoreBlocks` weighs parts of the data as the run did. */
  readonly modelOfData: () => Model
}

/** Numbers the customers, gives them their ids, and lays out the tables. */
export async function buildResult(
  run: FinishedRun,
  executor: Executor,
): Promise<Omit<DedupeResult, 'modelOfData'>> {
  const { normalized, settings, clustering } = run
  const customers = buildCustomers(clustering.sets, normalized.isJunk)
  // Begun first: another thread may do it beside all that does not need it.
  const related = executor.relatePairs({ ...run, customers })
  const customerIds = idsOf(customers, normalized.arranged)
  const resolved: ResolvedRun = { ...run, customers, customerIds }
  const survivors = createSurvivors(normalized, settings)
  const others = {
    customers: customersTable(resolved, survivors),
    crosswalk: crosswalkTable(resolved),
    ...pairTables(resolved, executor),
    junk: junkTable(resolved),
  }
  const figures = figuresOf(resolved)
  const tables = { ...others, relations: relationsTable(resolved, await related, executor) }
  return {
    customerCount: groupCount(customers.members),
    recordCount: normalized.isJunk.length,
    memberCounts: memberCountsOf(customers),
    ...tables,
    report: buildReport(resolved, tables, figures),
  }
}

function memberCountsOf({ members: { starts } }: Customers): Uint32Array {
  return Uint32Array.from(
    { length: starts.length - 1 },
    (_, customer) => starts[customer + 1] - starts[customer],
  )
}
