import { type CellWriter, TextPiece } from '../data/cells.ts'
import type { Dictionary } from '../data/dictionary.ts'
import { type Column, cellText } from '../data/table.ts'

/** Writes something of rows as a cell. */
type RowsWriter = (rows: Uint32Array, cells: CellWriter) => void

/** Stands between several texts in one cell. */
const SEPARATOR = ' | '

/** Writes all distinct texts of the columns among the rows, in the order of `distinctTexts`. */
export function createDistinctWriter(columns: readonly Column[]): RowsWriter {
  const separator = new TextPiece(SEPARATOR)
  return (rows, cells) => {
    const codes = columns.length === 1 && rows.length <= FEW_ROWS ? distinctCodes(columns[0], rows) : []
    const isSure = codes.length > 0 && codes.every((code) => isTrimmed(columns[0].dictionary, code))
    if (!isSure) cells.text(distinctTexts(columns, rows).join(SEPARATOR))
    else if (codes.length === 1) cells.coded(columns[0].dictionary, codes[0])
    else {
      cells.beginCell()
      for (let i = 0; i < codes.length; i++) {
        if (i > 0) cells.piece(separator)
        cells.codedPiece(columns[0].dictionary, codes[i])
      }
      cells.endCell()
    }
  }
}

/** More codes than this do not fit a set of bits. */
const MOST_BITS = 31

/** Writes the distinct texts of a column of few texts among the rows, in the order of the texts: of sets of sources there are few. */
export function createSetWriter(column: Column): RowsWriter {
  const known = new Map<number, TextPiece>()
  const setOf = (rows: Uint32Array) => distinctTexts([column], rows).sort().join(SEPARATOR)
  if (column.dictionary.size > MOST_BITS) return (rows, cells) => cells.text(setOf(rows))
  return (rows, cells) => {
    let set = 0
    for (let i = 0; i < rows.length; i++) set |= 1 << column.codes[rows[i]]
    let piece = known.get(set)
    if (piece === undefined) {
      piece = new TextPiece(setOf(rows))
      known.set(set, piece)
    }
    cells.beginCell()
    cells.piece(piece)
    cells.endCell()
  }
}

/** Whether a text surely has no blank around it, so that it is what is left when it is trimmed. */
export function isTrimmed({ units, starts }: Dictionary, code: number): boolean {
  const [start, end] = [starts[code], starts[code + 1]]
  return start < end && isNoBlank(units[start]) && isNoBlank(units[end - 1])
}

/** ASCII but for blanks and signs, and what lies between the ideographic space and the byte order mark. */
function isNoBlank(unit: number): boolean {
  return unit > 0x3000 ? unit < 0xfe00 || unit >= 0xff00 : unit > 0x20 && unit < 0x7f
}

/** Nearly all customers have no more: so few codes are looked through sooner than a map. */
const FEW_ROWS = 64

/** All distinct texts of the columns among the rows, the most frequent first, then in order of rows. */
export function distinctTexts(columns: readonly Column[], rows: Uint32Array): string[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const column of columns) {
      if (column.codes[row] !== 0) countText(counts, cellText(column, row), 1)
    }
  }
  return mostFrequentFirst(counts)
}

/** The distinct codes of a column among few rows, the most frequent first, then in order of rows. They are good until the next are asked for. */
function distinctCodes({ codes }: Column, rows: Uint32Array): readonly number[] {
  found.length = 0
  times.length = 0
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]]
    if (code === 0) continue
    const at = found.indexOf(code)
    if (at >= 0) times[at]++
    else times[found.push(code) - 1] = 1
  }
  for (let i = 1; i < found.length; i++) {
    const [code, count] = [found[i], times[i]]
    let at = i
    for (; at > 0 && times[at - 1] < count; at--) {
      found[at] = found[at - 1]
      times[at] = times[at - 1]
    }
    found[at] = code
    times[at] = count
  }
  return found
}

const found: number[] = []
const times: number[] = []

function countText(counts: Map<string, number>, cell: string, times: number): void {
  const text = cell.trim()
  if (text !== '') counts.set(text, (counts.get(text) ?? 0) + times)
}

function mostFrequentFirst(counts: ReadonlyMap<string, number>): string[] {
  const texts = [...counts.keys()]
  return texts.length === 1 ? texts : texts.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}
