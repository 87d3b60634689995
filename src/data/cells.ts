import { type Dictionary, textOf } from './dictionary.ts'
import { encodeText } from './utf8.ts'

/** A text that is written many times: its bytes are made once. */
export class TextPiece {
  readonly text: string
  /** Whether it holds nothing for which a cell of CSV must be quoted. */
  readonly isPlain: boolean
  /** So many bytes it has in UTF-8. */
  readonly length: number
  /** The bytes by fours, as little-endian words, zeros at the end. */
  readonly words: Uint32Array

  constructor(text: string) {
    this.text = text
    this.isPlain = !/[",\r\n]/.test(text)
    const bytes = new Uint8Array(text.length * 3 + 4)
    this.length = encodeText(text, bytes, 0)
    const view = new DataView(bytes.buffer)
    this.words = Uint32Array.from({ length: Math.ceil(this.length / 4) }, (_, i) =>
      view.getUint32(4 * i, true),
    )
  }
}

/** Takes the cells of rows, one after another: what is written as bytes need not become strings before. */
export interface CellWriter {
  text(text: string): void
  number(value: number): void
  /** The number `units` / 10^`places`: 1234 with two places is 12.34. `units` is whole. */
  decimal(units: number, places: number): void
  /** The text of a code. */
  coded(dictionary: Dictionary, code: number): void
  /** Opens a cell that `piece` and `codedPiece` write, up to `endCell`. */
  beginCell(): void
  piece(piece: TextPiece): void
  /** The text of a code as a piece. */
  codedPiece(dictionary: Dictionary, code: number): void
  endCell(): void
  /** Cells that hang on `key` alone, as `write` writes them: what was lately written of a key need not be made again. */
  cellsOf(key: number, write: (key: number, cells: CellWriter) => void): void
  endRow(): void
}

/** Rows as lists of cells. */
export interface RowCollector extends CellWriter {
  /** The row that was ended last. */
  readonly row: () => readonly (string | number)[]
}

/** @example collector.text('恒通'); collector.number(3); collector.endRow(); collector.row() // => ['恒通', 3] */
export function collectRows(): RowCollector {
  let open: (string | number)[] = []
  let last = open
  let cell = ''
  const collector: RowCollector = {
    text: (text) => open.push(text),
    number: (value) => open.push(value),
    decimal: (units, places) => open.push(units / 10 ** places),
    coded: (dictionary, code) => open.push(textOf(dictionary, code)),
    beginCell() {
      cell = ''
    },
    piece({ text }) {
      cell += text
    },
    codedPiece(dictionary, code) {
      cell += textOf(dictionary, code)
    },
    endCell: () => open.push(cell),
    cellsOf: (key, write) => write(key, collector),
    endRow() {
      last = open
      open = []
    },
    row: () => last,
  }
  return collector
}
