/** Where the scanner leaves what it finds. */
export interface CsvRows {
  /** The cells of the row being read; the array is used again for the next row. */
  readonly cells: string[]
  /** A row is complete: its first `count` cells hold it. */
  row(count: number): void
  /** Told before `row`: a quote opened cell `index` and never closed; from there the row is taken as it stands. */
  strayQuote(index: number): void
}

/** How rows and cells are parted. */
export interface CsvFormat {
  /** One UTF-16 unit. */
  readonly delimiter: number
  /** A carriage return alone ends a row (files of old Macs). */
  readonly loneReturns: boolean
}

/** A quoted cell longer than this, or over more lines, was opened by a stray quote. */
const MAX_QUOTED_CHARACTERS = 1 << 22
const MAX_QUOTED_LINES = 1000

const QUOTE = 34
const LINE_FEED = 10
const RETURN = 13
const STRAY = -1
const UNFINISHED = -2

/**
 * Reads the whole rows of a piece of CSV and gives the offset of the first unfinished row: hand
 * that rest in again, in front of the next piece. With `last` the rest is a row too.
 *
 * A cell that begins with a quote ends at a quote before a delimiter or line break; doubled quotes
 * inside are one. A lone quote inside is text, and then the cell must end on its own line. A cell
 * that finds no end so, or none within 1,000 lines or 4 million characters, was opened by a stray
 * quote: it and the rest of its row are read as unquoted text, so that one quote never swallows a
 * file. Quotes within unquoted cells are text.
 * @example scanRows('a,"b\n1"\nc', true, { delimiter: 44, loneReturns: false }, rows) // rows a,b↵1 and c
 */
export function scanRows(text: string, last: boolean, format: CsvFormat, rows: CsvRows): number {
  const { delimiter, loneReturns } = format
  const { cells } = rows
  const end = text.length
  // Nearly all text lies above its separators: one comparison passes over most characters.
  const highest = Math.max(delimiter, RETURN)
  let at = 0
  while (at < end) {
    const rowStart = at
    let count = 0
    let stray = -1
    for (;;) {
      let stop: number
      if (stray < 0 && at < end && text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at, last, format)
        if (close === UNFINISHED) return rowStart
        if (close === STRAY) {
          stray = count
          continue
        }
        cells[count++] = unquote(text, at + 1, close)
        stop = close + 1
      } else {
        stop = at
        for (; stop < end; stop++) {
          const unit = text.charCodeAt(stop)
          if (unit > highest) continue
          if (unit === delimiter || unit === LINE_FEED) break
          if (unit !== RETURN) continue
          if (loneReturns || stop + 1 === end || text.charCodeAt(stop + 1) === LINE_FEED) break
        }
        cells[count++] = text.slice(at, stop)
      }
      if (stop >= end) {
        if (!last) return rowStart
        at = end
        break
      }
      const unit = text.charCodeAt(stop)
      at = stop + 1
      if (unit === delimiter) continue
      if (unit === RETURN) {
        if (at === end && !last) return rowStart
        if (text.charCodeAt(at) === LINE_FEED) at++
      }
      break
    }
    if (stray >= 0) rows.strayQuote(stray)
    rows.row(count)
  }
  return end
}

function closingQuote(text: string, open: number, last: boolean, format: CsvFormat): number {
  const { delimiter, loneReturns } = format
  const end = text.length
  const limit = Math.min(end, open + MAX_QUOTED_CHARACTERS)
  let lines = 0
  let lone = false
  for (let i = open + 1; i < limit; i++) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) {
      if (i + 1 === end) return last ? i : UNFINISHED
      const next = text.charCodeAt(i + 1)
      if (next === QUOTE) i++
      else if (next === delimiter || next === LINE_FEED || next === RETURN) return i
      else if (lines > 0) return STRAY
      else lone = true
    } else if (unit === LINE_FEED || (loneReturns && unit === RETURN)) {
      if (lone || ++lines > MAX_QUOTED_LINES) return STRAY
    }
  }
  return limit < end || last ? STRAY : UNFINISHED
}

function unquote(text: string, start: number, end: number): string {
  const cell = text.slice(start, end)
  return cell.includes('""') ? cell.replaceAll('""', '"') : cell
}
