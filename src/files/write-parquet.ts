import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { OutputTable } from '../data/records.ts'

/** Rows are gathered by columns up to this many before they are written. */
const GROUP_ROWS = 50_000

type ColumnType = 'STRING' | 'INT32' | 'DOUBLE'

/**
 * Writes a table as Parquet (snappy), one row group at a time. A column of numbers alone is INT32 or
 * DOUBLE, any other is text; a missing cell is null. The rows are made twice: the types of the
 * columns must be known before the first is written.
 */
export async function writeParquet(
  table: OutputTable,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const types = columnTypes(table)
  const sources = table.headings.map((name, i) => ({ name, data: [], type: types[i] }))
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaFromColumnData({ columnData: sources }),
  })
  let columns = emptyColumns(table)
  const flush = async (): Promise<void> => {
    signal?.throwIfAborted()
    if (columns.length === 0 || columns[0].length === 0) return
    const columnData = table.headings.map((name, i) => ({ name, data: columns[i] }))
    await writer.write({ columnData, rowGroupSize: GROUP_ROWS })
    columns = emptyColumns(table)
  }
  for (const row of table.rows()) {
    for (let i = 0; i < columns.length; i++) columns[i].push(parquetValue(row[i], types[i]))
    if (columns.length > 0 && columns[0].length === GROUP_ROWS) await flush()
  }
  await flush()
  await writer.finish()
}

type ParquetValue = string | number | null

function emptyColumns(table: OutputTable): ParquetValue[][] {
  return table.headings.map(() => [])
}

function parquetValue(cell: string | number, type: ColumnType): ParquetValue {
  if (cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))) return null
  return type === 'STRING' ? String(cell) : cell
}

function columnTypes(table: OutputTable): ColumnType[] {
  const seen = table.headings.map(() => ({ text: false, number: false, fraction: false }))
  for (const row of table.rows()) {
    for (let i = 0; i < seen.length; i++) {
      const cell = row[i]
      if (cell === '') continue
      if (typeof cell === 'string') seen[i].text = true
      else {
        seen[i].number = true
        if ((cell | 0) !== cell) seen[i].fraction = true
      }
    }
  }
  return seen.map(({ text, number, fraction }) =>
    text || !number ? 'STRING' : fraction ? 'DOUBLE' : 'INT32',
  )
}
