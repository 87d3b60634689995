import { allocateUint32 } from '../data/buffers.ts'
import { ProblemLog } from '../data/problems.ts'
import type { Records } from '../data/records.ts'
import { TableBuilder } from '../data/table.ts'
import { cellTextOf } from './cell-text.ts'
import { parseObject } from './read-json.ts'
import { scanRows } from './scan-csv.ts'

/** How records of blocks are read. */
export interface BlockReading {
  /** The column that says which block a row is of; rows without are bad. */
  readonly blockColumn: string
  /** Of these columns one at least must be filled. */
  readonly idColumns: readonly string[]
  /** Whole blocks are gathered until they have so many rows. */
  readonly batchRows: number
  /** A line that is left out, by its 1-based number (a CSV row by its own, the header being 1), and why. */
  readonly onBadLine: (line: number, reason: string) => void
}

export type BlockFormat = 'jsonl' | 'csv'

const MAX_LINE_CHARACTERS = 1 << 24

/**
 * Reads records from a stream, JSON objects one a line or CSV with a header, in batches of whole blocks: neighbouring rows
 * with the same block. Only one batch is held at a time. Gives the format with the first batch; no batch for no rows.
 */
export async function* readBlocks(
  pieces: AsyncIterable<string>,
  reading: BlockReading,
): AsyncGenerator<{ readonly records: Records; readonly format: BlockFormat }> {
  const batches = createBatches(reading)
  let parser: BlockParser | undefined
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (parser === undefined) {
      waiting = waiting.replace(/^[\ufeff\s]+/, '')
      if (waiting === '') continue
      parser = waiting.startsWith('{') ? jsonLines(batches, reading) : csvRows(batches, reading)
    }
    waiting = parser.take(waiting, false)
    for (const records of batches.drain()) yield { records, format: parser.format }
  }
  if (parser === undefined) return
  parser.take(waiting, true)
  batches.close()
  for (const records of batches.drain()) yield { records, format: parser.format }
}

interface BlockParser {
  readonly format: BlockFormat
  /** Takes the whole lines of a text and gives what is left of it. */
  readonly take: (text: string, last: boolean) => string
}

function jsonLines(batches: Batches, { onBadLine }: BlockReading): BlockParser {
  let line = 0
  const read = (text: string): void => {
    line++
    if (text.trim() === '') return
    const record = parseObject(text.trim())
    if (typeof record === 'string') onBadLine(line, record)
    else {
      const cells = Object.entries(record).map(([name, value]) => [name, cellTextOf(value)] as const)
      batches.add(line, cells)
    }
  }
  return {
    format: 'jsonl',
    take(text, last) {
      let start = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        read(text.slice(start, end))
        start = end + 1
      }
      // Too long to be held: the parser refuses it.
      const rest = text.slice(start, start + MAX_LINE_CHARACTERS)
      if (!last) return rest
      read(rest)
      return ''
    },
  }
}

function csvRows(batches: Batches, { onBadLine }: BlockReading): BlockParser {
  const cells: string[] = []
  let headings: string[] | undefined
  let number = 0
  const row = (count: number): void => {
    number++
    if (headings === undefined) headings = cells.slice(0, count)
    else if (count === headings.length) {
      const names = headings
      batches.add(
        number,
        names.map((name, i) => [name, cells[i]] as const),
      )
    } else if (count > 1 || cells[0].trim() !== '')
      onBadLine(number, `${count} cells, and the header has ${headings.length}`)
  }
  const rows = { cells, row, strayQuote: () => onBadLine(number + 1, 'a quote is never closed') }
  const format = { delimiter: ','.charCodeAt(0), loneReturns: false }
  return { format: 'csv', take: (text, last) => text.slice(scanRows(text, last, format, rows)) }
}

interface Batches {
  readonly add: (line: number, cells: readonly (readonly [name: string, text: string])[]) => void
  readonly close: () => void
  readonly drain: () => Records[]
}

function createBatches({ blockColumn, idColumns, batchRows, onBadLine }: BlockReading): Batches {
  let ready: Records[] = []
  let builder = new TableBuilder()
  let lines: number[] = []
  let block = ''
  const close = (): void => {
    if (lines.length > 0) ready.push(recordsOf(builder, lines))
    builder = new TableBuilder()
    lines = []
  }
  return {
    close,
    add(line, cells) {
      const named = cells.find(([name]) => name === blockColumn)?.[1] ?? ''
      if (named === '') return onBadLine(line, `it has no ${blockColumn}`)
      if (!cells.some(([name, text]) => idColumns.includes(name) && text.trim() !== ''))
        return onBadLine(line, `it has no ${idColumns.join(' or ')}`)
      if (named !== block && lines.length >= batchRows) close()
      block = named
      builder.startRow()
      lines.push(line)
      const places = builder.places(cells.map(([name]) => name))
      cells.forEach(([, text], i) => {
        if (text !== '') builder.set(places[i], text)
      })
    },
    drain() {
      const drained = ready
      ready = []
      return drained
    },
  }
}

function recordsOf(builder: TableBuilder, lines: readonly number[]): Records {
  const table = builder.finish()
  const rowNumbers = allocateUint32(table.rowCount)
  rowNumbers.set(lines)
  const origins = [{ name: '', start: 0, end: table.rowCount }]
  return { table, origins, rowNumbers, problems: new ProblemLog().finish() }
}
