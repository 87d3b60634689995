import type { Records } from '../data/records.ts'
import { type Column, cellText } from '../data/table.ts'
import { foldKey } from '../text/fold.ts'

/** A crosswalk, a truth or a list of links that cannot be used as such. */
export class TruthError extends Error {
  override readonly name = 'TruthError'
  readonly code = 'wrong-truth'
}

/** A cell of a column by its row, trimmed; '' where there is none. */
export type CellReader = (row: number) => string

/** Which record is of which customer, row by row. Texts are made as they are asked for: there may be ten million. */
export interface Labels {
  readonly rowCount: number
  readonly idOf: CellReader
  /** undefined where no column says where a record comes from. */
  readonly sourceOf: CellReader | undefined
  readonly customerOf: CellReader
}

/** The headings by which the columns are known, the surest first. */
const ID_HEADINGS = ['record_id', 'id', '记录编号', '编号', '客户编号', '客户代码']
const CUSTOMER_HEADINGS = [
  'customer_id',
  'customer',
  'entity_id',
  'entity',
  'cluster_id',
  'cluster',
  'truth',
  'label',
  '归户编号',
  '客户号',
]
const SOURCE_HEADINGS = ['source', '来源', '系统']

/**
 * Reads a table that says which record is of which customer: a crosswalk, or a truth. Its columns are record_id (or
 * id), customer_id (or customer, entity_id …) and, where ids are unique within a source only, source.
 * @param what the table, as a sentence calls it: 'the truth'.
 * @throws TruthError where a column is missing.
 */
export function readLabels({ table }: Records, what: string): Labels {
  const { columns, rowCount } = table
  const id = columnNamed(columns, ID_HEADINGS)
  const customer = columnNamed(columns, CUSTOMER_HEADINGS)
  const source = columnNamed(columns, SOURCE_HEADINGS)
  if (id === undefined) throw missing(what, 'records', 'record_id or id', columns)
  if (customer === undefined) throw missing(what, 'customers', 'customer_id, customer or entity_id', columns)
  return {
    rowCount,
    idOf: cellReader(id),
    sourceOf: source && cellReader(source),
    customerOf: cellReader(customer),
  }
}

/** The first of the columns that has one of the headings; the surer heading wins. */
export function columnNamed(columns: readonly Column[], headings: readonly string[]): Column | undefined {
  for (const heading of headings) {
    const found = columns.find(({ name }) => foldKey(name.trim()) === foldKey(heading))
    if (found !== undefined) return found
  }
  return undefined
}

export function cellReader(column: Column): CellReader {
  return (row) => cellText(column, row).trim()
}

/** Says which column a table lacks, and which it has. */
export function missing(what: string, of: string, wanted: string, columns: readonly Column[]): TruthError {
  const found = columns.map(({ name }) => name).join(', ')
  return new TruthError(`${what} has no column of ${of}: ${wanted} is wanted (columns: ${found})`)
}
