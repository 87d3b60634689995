import type { CellWriter, TextPiece } from './cells.ts'
import type { Dictionary } from './dictionary.ts'
import { encodeText, encodeUnits } from './utf8.ts'

const [QUOTE, COMMA, LINE_FEED, RETURN] = [34, 44, 10, 13]

/** Rows as CSV in UTF-8 (RFC 4180: commas, CRLF, quotes where needed), written straight into bytes. */
export class CsvBytes implements CellWriter {
  #bytes = new Uint8Array(1 << 16)
  #end = 0
  #isFirst = true

  get length(): number {
    return this.#end
  }

  text(text: string): void {
    const start = this.#begin(text.length * 3)
    this.#close(start, encodeText(text, this.#bytes, start))
  }

  /** A number that is none is an empty cell. */
  number(value: number): void {
    this.text(Number.isFinite(value) ? String(value) : '')
  }

  coded({ units, starts }: Dictionary, code: number): void {
    const start = this.#begin((starts[code + 1] - starts[code]) * 3)
    this.#close(start, encodeUnits(units, starts[code], starts[code + 1], this.#bytes, start))
  }

  pieces(pieces: readonly TextPiece[], separator: TextPiece): void {
    const start = this.#begin(0)
    let { isPlain } = separator
    for (let i = 0; i < pieces.length; i++) {
      if (i > 0) this.#put(separator.bytes)
      this.#put(pieces[i].bytes)
      if (!pieces[i].isPlain) isPlain = false
    }
    if (!isPlain) this.#close(start, this.#end)
  }

  endRow(): void {
    this.#makeRoom(2)
    this.#bytes[this.#end++] = RETURN
    this.#bytes[this.#end++] = LINE_FEED
    this.#isFirst = true
  }

  /** The bytes since the last call, the caller's own. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#end)
    this.#end = 0
    return taken
  }

  /** Opens a cell that needs at most so many bytes, and gives where it starts. */
  #begin(most: number): number {
    this.#makeRoom(most + 1)
    if (!this.#isFirst) this.#bytes[this.#end++] = COMMA
    this.#isFirst = false
    return this.#end
  }

  #put(piece: Uint8Array): void {
    const { length } = piece
    this.#makeRoom(length)
    const bytes = this.#bytes
    const end = this.#end
    for (let i = 0; i < length; i++) bytes[end + i] = piece[i]
    this.#end = end + length
  }

  #close(start: number, end: number): void {
    this.#end = end
    const bytes = this.#bytes
    for (let i = start; i < end; i++) {
      const byte = bytes[i]
      if (byte > COMMA) continue
      if (byte === COMMA || byte === QUOTE || byte === LINE_FEED || byte === RETURN) {
        this.#quote(start)
        return
      }
    }
  }

  /** Puts the last cell in quotes, those within it doubled. */
  #quote(start: number): void {
    let quotes = 2
    for (let i = start; i < this.#end; i++) if (this.#bytes[i] === QUOTE) quotes++
    this.#makeRoom(quotes)
    const bytes = this.#bytes
    let into = this.#end + quotes
    let from = this.#end
    this.#end = into
    bytes[--into] = QUOTE
    while (from > start) {
      const byte = bytes[--from]
      bytes[--into] = byte
      if (byte === QUOTE) bytes[--into] = QUOTE
    }
    bytes[start] = QUOTE
  }

  #makeRoom(more: number): void {
    if (this.#end + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#end + more, this.#bytes.length * 2))
    larger.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = larger
  }
}
