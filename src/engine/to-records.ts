import { allocateUint32 } from '../data/buffers.ts'
import { ProblemLog } from '../data/problems.ts'
import type { CellValue, Records } from '../data/records.ts'
import { TableBuilder } from '../data/table.ts'

/** A record as code hands it in: heading → value; null, undefined and '' are missing. */
export type RecordInput = Readonly<Record<string, CellValue>>

/** What the functions of the library take: rows as objects, or records read from files. */
export type RecordsInput = Records | Iterable<RecordInput>

/**
 * Rows as objects, as records. Keys become columns in order of first sight. Values become text: numbers and
 * booleans as JavaScript writes them, dates as ISO 8601.
 * @example toRecords([{ 客户名称: '山西煤业', 电话: '0351-4666666' }]).table.rowCount // => 1
 */
export function toRecords(input: RecordsInput): Records {
  if (isRecords(input)) return input
  const builder = new TableBuilder()
  const places = new Map<string, number>()
  for (const record of input) {
    builder.startRow()
    for (const [name, value] of Object.entries(record)) {
      let place = places.get(name)
      if (place === undefined) {
        place = builder.places([name])[0]
        places.set(name, place)
      }
      const text = textOfValue(value)
      if (text !== '') builder.set(place, text)
    }
  }
  const table = builder.finish()
  const rowNumbers = allocateUint32(table.rowCount)
  for (let row = 0; row < table.rowCount; row++) rowNumbers[row] = row + 1
  const origins = [{ name: 'records', start: 0, end: table.rowCount }]
  return { table, origins, rowNumbers, problems: new ProblemLog().finish() }
}

function isRecords(input: RecordsInput): input is Records {
  return 'table' in input && 'origins' in input && 'rowNumbers' in input
}

function textOfValue(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return String(value)
}
