import { CsvBytes } from '../data/csv-bytes.ts'
import type { OutputTable } from '../data/records.ts'
import type { OutputFile } from './output-file.ts'

/** Without it Excel takes the file for the system's own code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Writes a table as CSV (RFC 4180: commas, CRLF, quotes where needed) in UTF-8 with a byte order
 * mark, which Excel and WPS open right. Cells are written as they are; with `escapeFormulas` those
 * that a spreadsheet would run as a formula get an apostrophe in front.
 */
export async function writeCsv(table: OutputTable, file: OutputFile, escapeFormulas: boolean): Promise<void> {
  file.add(BYTE_ORDER_MARK + rowText(table.headings, escapeFormulas))
  if (!escapeFormulas && (table.csv !== undefined || table.writeRow !== undefined)) {
    await file.flush()
    for await (const bytes of table.csv?.({ reuse: true }) ?? csvOf(table)) await file.writeBehind(bytes)
    return
  }
  for (const row of table.rows()) {
    if (file.add(rowText(row, escapeFormulas))) await file.flush()
  }
}

/** So many bytes are gathered before they are written: what others have made beside waits no longer than that. */
const PIECE_BYTES = 1 << 16

function* csvOf({ writeRow, rowCount }: OutputTable): Generator<Uint8Array> {
  const csv = new CsvBytes()
  for (let row = 0; row < rowCount; row++) {
    writeRow?.(row, csv)
    if (csv.length >= PIECE_BYTES) yield csv.take()
  }
  yield csv.take()
}

// The one-liner this replaces: row.map(quote).join(',') + '\r\n'
function rowText(row: readonly (string | number)[], escapeFormulas: boolean): string {
  let text = ''
  for (let i = 0; i < row.length; i++) {
    const cell = row[i]
    if (i > 0) text += ','
    if (typeof cell === 'number') text += Number.isFinite(cell) ? String(cell) : ''
    else if (cell !== '') text += quoted(escapeFormulas ? withoutFormula(cell) : cell)
  }
  return `${text}\r\n`
}

/** A cell in quotes where it needs them. */
export function quoted(cell: string): string {
  if (!/[",\r\n]/.test(cell)) return cell
  return `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`
}

/**
 * A cell that no spreadsheet runs: = + - @ tab and return in front of anything but a number or a
 * phone get an apostrophe (OWASP, CSV injection).
 * @example withoutFormula('=HYPERLINK("x")') // => '\'=HYPERLINK("x")'
 */
export function withoutFormula(cell: string): string {
  if (!/^[=+\-@\t\r]/.test(cell)) return cell
  return /^[+-]?[0-9][0-9 .()-]{0,30}$/.test(cell) ? cell : `'${cell}`
}
