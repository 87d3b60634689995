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
  readonly onRows?: (() => void) | undefined
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
  const cells: string[] = []
  let row = 1
  let suspect = false
  const sink = {
    cells,
    row: (count: number) => rows.add(cells, count, row++, suspect),
    strayQuote: (index: number) => options.onStrayQuote(row, index + 1),
  }
  let format: CsvFormat | undefined
  let delimiter = options.delimiter ?? ''
  checkDelimiter(delimiter, options)
  let rest = ''
  const take = (piece: string, last: boolean): void => {
    let text = rest === '' ? piece : rest + piece
    if (format === undefined) {
      if (!last && text.length < SAMPLE_CHARACTERS) {
        rest = text
        return
      }
      const declared = declaredDelimiter(text)
      if (delimiter === '') delimiter = sniffDelimiter(text, options.extension)
      if (declared !== '') text = text.slice(text.indexOf('\n') + 1)
      format = { delimiter: delimiter.charCodeAt(0), loneReturns: hasLoneReturns(text) }
    }
    suspect = text.includes('\uFFFD')
    const done = scanRows(text, last, format, sink)
    rest = done === 0 ? text : text.slice(done)
    if (rest.length > MAX_ROW_CHARACTERS) throw new InputError('row-too-long', options.file, String(row))
    options.onRows?.()
  }
  for await (const piece of pieces) take(piece, false)
  take('', true)
  return delimiter
}

function checkDelimiter(delimiter: string, options: CsvOptions): void {
  if (delimiter === '' && options.delimiter === undefined) return
  if (delimiter.length !== 1 || '"\r\n'.includes(delimiter)) {
    throw new InputError('bad-delimiter', options.file, delimiter)
  }
}
