import type { ProblemLog } from '../data/problems.ts'
import type { OutputTable } from '../data/records.ts'
import { cutText } from './cell-text.ts'
import { InputError } from './input-error.ts'
import { MAX_COLUMNS } from './records-collector.ts'
import { escapeXml } from './scan-xml.ts'
import { type ByteTaker, ZipWriter } from './zip-writer.ts'

/** Rows of a sheet below its header. */
const MAX_SHEET_ROWS = 1_048_575
/** Excel calls a workbook with a longer cell damaged. */
const MAX_SHEET_CHARACTERS = 32_767

const PIECE_CHARACTERS = 1 << 17

/** Throws `too-large-for-xlsx` for a table that one sheet cannot hold. */
export function checkFitsSheet(table: OutputTable): void {
  const file = `${table.name}.xlsx`
  if (table.rowCount > MAX_SHEET_ROWS)
    throw new InputError('too-large-for-xlsx', file, `${table.rowCount} rows`)
  if (table.headings.length > MAX_COLUMNS) {
    throw new InputError('too-large-for-xlsx', file, `${table.headings.length} columns`)
  }
}

/**
 * Writes a table as a workbook of one sheet (ECMA-376), its header bold, frozen and filtered. Text is
 * stored as text, so that codes and phones keep every digit when the workbook is edited; numbers are
 * numbers. A cell of more than 32,767 characters is cut and reported.
 */
export async function writeXlsx(
  table: OutputTable,
  take: ByteTaker,
  problems: ProblemLog,
  signal: AbortSignal | undefined,
): Promise<void> {
  const zip = new ZipWriter(take)
  const title = escapeXml(table.name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))
  try {
    await zip.add('[Content_Types].xml', [CONTENT_TYPES], signal)
    await zip.add('_rels/.rels', [ROOT_RELATIONS], signal)
    await zip.add('xl/workbook.xml', [workbookXml(title)], signal)
    await zip.add('xl/_rels/workbook.xml.rels', [WORKBOOK_RELATIONS], signal)
    await zip.add('xl/styles.xml', [STYLES], signal)
    await zip.add('xl/worksheets/sheet1.xml', sheetXml(table, problems), signal)
    await zip.finish()
  } catch (error) {
    if (error instanceof RangeError && error.message === 'more than 4 GB') {
      throw new InputError('too-large-for-xlsx', `${table.name}.xlsx`, error.message)
    }
    throw error
  }
}

function* sheetXml(table: OutputTable, problems: ProblemLog): Generator<string> {
  const letters = table.headings.map((_, i) => columnLetters(i))
  const report = (row: number, column: number, text: string): void =>
    problems.add({
      code: 'cell-too-long',
      file: `${table.name}.xlsx`,
      row,
      column: table.headings[column],
      value: text,
      detail: `${text.length} characters, cut to ${MAX_SHEET_CHARACTERS}`,
    })
  let xml =
    SHEET_START + columnsXml(table.headings) + rowXml(table.headings, 1, letters, HEADING_STYLE, report)
  let row = 1
  for (const cells of table.rows()) {
    xml += rowXml(cells, ++row, letters, TEXT_STYLE, report)
    if (xml.length < PIECE_CHARACTERS) continue
    yield xml
    xml = ''
  }
  const last = letters.at(-1)
  yield `${xml}</sheetData>${last === undefined ? '' : `<autoFilter ref="A1:${last}${row}"/>`}</worksheet>`
}

type ReportLong = (row: number, column: number, text: string) => void

function rowXml(
  cells: readonly (string | number)[],
  row: number,
  letters: readonly string[],
  style: number,
  report: ReportLong,
): string {
  let xml = `<row r="${row}">`
  for (let i = 0; i < letters.length; i++) {
    const cell = cells[i]
    if (cell === '' || cell === undefined) continue
    if (typeof cell === 'number') {
      if (Number.isFinite(cell)) xml += `<c r="${letters[i]}${row}"><v>${cell}</v></c>`
      continue
    }
    let text = cell
    if (cell.length > MAX_SHEET_CHARACTERS) {
      report(row, i, cell)
      text = cutText(cell, MAX_SHEET_CHARACTERS)
    }
    xml += `<c r="${letters[i]}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${workbookText(text)}</t></is></c>`
  }
  return `${xml}</row>`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters XML cannot hold
const SPECIAL = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g

/**
 * Text for a cell of a workbook: XML entities, and `_x000D_` for what XML cannot hold.
 * @example workbookText('A&B\r') // => 'A&amp;B_x000D_'
 */
export function workbookText(text: string): string {
  return text.replace(SPECIAL, (found) => {
    if (found === '_') return '_x005F_'
    if ('&<>"'.includes(found)) return escapeXml(found)
    return `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

/** The letters of a column counted from 0: 54 is BC. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let i = index + 1; i > 0; i = Math.floor((i - 1) / 26)) {
    letters = String.fromCharCode(65 + ((i - 1) % 26)) + letters
  }
  return letters
}

// Chinese characters are two wide.
function columnsXml(headings: readonly string[]): string {
  const columns = headings.map((heading, i) => {
    const width = Math.min(40, Math.max(14, heading.length * 2 + 4))
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  })
  return `${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`

const ROOT_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const WORKBOOK_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`

function workbookXml(title: string): string {
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

/** Of `STYLES`: text as text (format 49, `@`), and the same in bold. */
const TEXT_STYLE = 1
const HEADING_STYLE = 2

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

const SHEET_START = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
