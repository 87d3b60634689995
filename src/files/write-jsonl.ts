import type { OutputTable } from '../data/records.ts'
import type { OutputFile } from './output-file.ts'

/** Writes a table as one JSON object a line, keys in the order of the headings; a missing cell is null. */
export async function writeJsonl(table: OutputTable, file: OutputFile): Promise<void> {
  const keys = table.headings.map((heading, i) => `${i === 0 ? '{' : ','}${JSON.stringify(heading)}:`)
  for (const row of table.rows()) {
    let line = ''
    for (let i = 0; i < keys.length; i++) line += keys[i] + (row[i] === '' ? 'null' : JSON.stringify(row[i]))
    if (file.add(`${line}}\n`)) await file.flush()
  }
}
