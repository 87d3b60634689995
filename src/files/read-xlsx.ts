import type { ProblemLog } from '../data/problems.ts'
import { hasLostDigits, workbookNumber } from './cell-text.ts'
import { InputError } from './input-error.ts'
import { MAX_COLUMNS } from './records-collector.ts'
import { attributeOf, type XmlHandler } from './scan-xml.ts'
import type { SheetRows } from './sheet-rows.ts'
import { collectText, openWorkbook, readPart, unescapeWorkbookText, type Workbook } from './xlsx-workbook.ts'

export interface XlsxOptions {
  readonly path: string
  /** As problems name it. */
  readonly file: string
  /** The first sheet that is not hidden when left out. */
  readonly sheet?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onRows?: (() => void) | undefined
}

/**
 * Reads one sheet of a workbook into rows, as it streams out of the archive, and gives the sheet's
 * name. Numbers become their digits, dates ISO, booleans TRUE and FALSE; formulas give their last
 * value, error values are missing and reported, as are digits that Excel dropped behind the fifteenth.
 */
export async function readXlsx(rows: SheetRows, problems: ProblemLog, options: XlsxOptions): Promise<string> {
  const workbook = await openWorkbook(options.path, options.signal)
  const sheet = chooseSheet(workbook, options)
  const entry = workbook.entries.get(sheet.entry)
  if (!entry) throw new InputError('damaged', options.path, '', `the sheet ${sheet.name} is missing in it`)
  await readPart(options.path, entry, sheetHandler(workbook, rows, problems, options), options.signal)
  return sheet.name
}

function chooseSheet(workbook: Workbook, options: XlsxOptions): Workbook['sheets'][number] {
  const { sheets } = workbook
  if (options.sheet === undefined) return sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  const named = sheets.find(({ name }) => name === options.sheet)
  if (named) return named
  const names = sheets.map(({ name }) => name).join(', ')
  throw new InputError('sheet-not-found', options.path, options.sheet, names)
}

/** The sheet as far as it was read. */
interface SheetState {
  readonly cells: string[]
  count: number
  row: number
  /** The cell that is being read. */
  readonly cell: OpenCell
  inCell: boolean
  inValue: boolean
  inInline: boolean
}

interface OpenCell {
  column: number
  type: string
  style: number
  value: string
}

function sheetHandler(
  workbook: Workbook,
  rows: SheetRows,
  problems: ProblemLog,
  options: XlsxOptions,
): XmlHandler {
  const cell: OpenCell = { column: -1, type: '', style: 0, value: '' }
  const sheet: SheetState = {
    cells: [],
    count: 0,
    row: 0,
    cell,
    inCell: false,
    inValue: false,
    inInline: false,
  }
  const inline = collectText((text) => {
    sheet.cells[cell.column] = text
  })
  const report: Report = (problem) => {
    problems.add({ file: options.file, row: sheet.row, column: rows.headings[cell.column] ?? '', ...problem })
  }
  const endCell = (): void => {
    sheet.inCell = false
    if (cell.value !== '') sheet.cells[cell.column] = valueText(cell, workbook, report)
  }
  const endRow = (): void => {
    rows.add(sheet.cells, sheet.count, sheet.row, false)
    if ((sheet.row & 0xfff) === 0) options.onRows?.()
  }
  return { ...tagHandlers(sheet, inline, endCell, endRow), text: textHandler(sheet, inline) }
}

function tagHandlers(
  sheet: SheetState,
  inline: ReturnType<typeof collectText>,
  endCell: () => void,
  endRow: () => void,
): Pick<XmlHandler, 'open' | 'close'> {
  return {
    open(name, attributes) {
      if (name === 'c') startCell(sheet, attributes)
      else if (name === 'v') sheet.inValue = sheet.inCell
      else if (name === 'is') sheet.inInline = sheet.inCell
      else if (name === 'row') startRow(sheet, attributes)
      else if (sheet.inInline) inline.open(name, attributes)
    },
    close(name) {
      if (name === 'c') endCell()
      else if (name === 'v') sheet.inValue = false
      else if (name === 'row') endRow()
      else if (name === 'is') {
        sheet.inInline = false
        inline.finish()
      } else if (sheet.inInline) inline.close(name)
    },
  }
}

function textHandler(sheet: SheetState, inline: XmlHandler): XmlHandler['text'] {
  const { cell } = sheet
  return (text) => {
    if (sheet.inValue) cell.value = cell.value === '' ? text : cell.value + text
    else if (sheet.inInline) inline.text(text)
  }
}

// Rows and cells may leave out where they stand: then they follow the one before.
function startRow(sheet: SheetState, attributes: string): void {
  const number = Number(attributeOf(attributes, 'r') ?? 0)
  sheet.row = number > 0 ? number : sheet.row + 1
  sheet.cells.fill('', 0, sheet.count)
  sheet.count = 0
  sheet.cell.column = -1
}

function startCell(sheet: SheetState, attributes: string): void {
  const { cell, cells } = sheet
  cell.column++
  cell.type = 'n'
  cell.style = 0
  cell.value = ''
  readCellAttributes(attributes, cell)
  if (cell.column > MAX_COLUMNS) cell.column = MAX_COLUMNS
  sheet.inCell = true
  while (sheet.count <= cell.column) cells[sheet.count++] = ''
}

type Report = (problem: { code: 'unreadable-value' | 'lost-digits'; value: string; detail: string }) => void

function valueText(cell: OpenCell, workbook: Workbook, report: Report): string {
  const raw = cell.value
  switch (cell.type) {
    case 's': {
      const text = workbook.sharedStrings[Number(raw)]
      if (text === undefined) report({ code: 'unreadable-value', value: raw, detail: 'no such shared text' })
      return text ?? ''
    }
    case 'n': {
      const format = workbook.formats[cell.style] ?? 'number'
      const text = workbookNumber(raw, format, workbook.from1904)
      if (hasLostDigits(raw))
        report({ code: 'lost-digits', value: text, detail: 'Excel keeps 15 digits of a number' })
      return text
    }
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      report({ code: 'unreadable-value', value: raw, detail: 'an error value of a formula' })
      return ''
    case 'd':
      return raw.replace(/T00:00:00(\.0+)?Z?$/, '')
    default:
      return unescapeWorkbookText(raw)
  }
}

/**
 * Reads ` r="BC12" s="3" t="s"` into a cell: column 54 counted from 0, style 3, type s. One pass,
 * since a workbook has more cells than anything else: `attributeOf` for each would take a third of the time.
 */
function readCellAttributes(attributes: string, cell: OpenCell): void {
  const end = attributes.length
  for (let at = 0; at + 3 < end; at++) {
    if (attributes.charCodeAt(at) !== EQUALS) continue
    const name = attributes.charCodeAt(at - 1)
    const quote = attributes.charCodeAt(at + 1)
    let stop = at + 2
    while (stop < end && attributes.charCodeAt(stop) !== quote) stop++
    if (at < 2 || attributes.charCodeAt(at - 2) <= 32) {
      if (name === LETTER_R) cell.column = columnOf(attributes, at + 2, stop)
      else if (name === LETTER_T) cell.type = attributes.slice(at + 2, stop)
      else if (name === LETTER_S) cell.style = Number(attributes.slice(at + 2, stop))
    }
    at = stop
  }
}

const EQUALS = 61
const LETTER_R = 114
const LETTER_S = 115
const LETTER_T = 116

// The letters of BC12 as a number: 54, column A being 0.
function columnOf(text: string, start: number, end: number): number {
  let column = 0
  for (let i = start; i < end && column <= MAX_COLUMNS; i++) {
    const letter = text.charCodeAt(i) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return Math.max(0, column - 1)
}
