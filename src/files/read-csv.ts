import { InputError } from './input-error.ts'
import { type CsvFormat, scanRows } from './scan-csv.ts'
import type { SheetRows } from './sheet-rows.ts'
import { declaredDelimiter, hasLoneReturns, SAMPLE_CHARACTERS, sniffDelimiter } from './sniff-csv.ts'

/** A row must be held whole; one longer than this is no row of a table. */
const MAX_ROW_CHARACTERS = 1 << 24

export interface CsvOptions {
  readonly file: string
  /** Recognised when left out. */
  readonly delimiter?: string | undefined
  readonly extension: string
  /** Quotes that were opened and never closed, by row and 1-based cell. */
  readonly onStrayQuote: (row: number, cell: number) => void
}

/**
 * Reads text as CSV into rows, piece by piece, and gives the delimiter it took.
 * @example await readCsv(pieces, rows, { file: 'a.csv', extension: '.csv', onStrayQuote() {} }) // => ','
 */
export async function readCsv(
  pieces: AsyncIterable<string>,
  rows: SheetRows,
  options: CsvOptions,
): Promise<string> {
  checkDelimiter(options)
  const cells: string[] = []
  let row = 1
  let suspect = false
  const sink = {
    cells,
    row: (count: number) => rows.add(cells, count, row++, suspect),
    strayQuote: (index: number) => options.onStrayQuote(row, index + 1),
  }
  let start = undefined as CsvStart | undefined
  let waiting: string[] = []
  let length = 0
  let enough = SAMPLE_CHARACTERS
  const scan = (last: boolean): void => {
    const gathered = waiting.length === 1 ? waiting[0] : waiting.join('')
    const text = start === undefined ? gathered.slice(startLength(gathered)) : gathered
    start ??= recognise(gathered, options)
    suspect = text.includes('\uFFFD')
    const rest = text.slice(scanRows(text, last, start.format, sink))
    if (rest.length > MAX_ROW_CHARACTERS) throw new InputError('row-too-long', options.file, String(row))
    waiting = rest === '' ? [] : [rest]
    length = rest.length
    // A row that goes on and on is read again only when there is twice as much of it.
    enough = Math.min(2 * length, MAX_ROW_CHARACTERS + 1)
  }
  for await (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length >= enough) scan(false)
  }
  scan(true)
  return start?.delimiter ?? ','
}

interface CsvStart {
  readonly delimiter: string
  readonly format: CsvFormat
}

function recognise(text: string, options: CsvOptions): CsvStart {
  const delimiter = options.delimiter ?? sniffDelimiter(text, options.extension)
  return { delimiter, format: { delimiter: delimiter.charCodeAt(0), loneReturns: hasLoneReturns(text) } }
}

// A first line `sep=;` is no row.
function startLength(text: string): number {
  return declaredDelimiter(text) === '' ? 0 : text.indexOf('\n') + 1
}

function checkDelimiter({ delimiter, file }: CsvOptions): void {
  if (delimiter === undefined) return
  if (delimiter.length !== 1 || '"\r\n'.includes(delimiter))
    throw new InputError('bad-delimiter', file, delimiter)
}
