import type { CellWriter, TextPiece } from './cells.ts'
import type { Dictionary } from './dictionary.ts'
import { encodeText, encodeUnits } from './utf8.ts'

const [QUOTE, COMMA, LINE_FEED, RETURN] = [34, 44, 10, 13]
const [MINUS, POINT, ZERO] = [45, 46, 48]

/** The cells of so many keys are known at most, a power of two. */
const KNOWN_KEYS = 1024

/** Bytes of a word: pieces are copied by words, and what the last writes too much is written over. */
const WORD = 4

/** Larger units are left to `String`, and so are those of more places, where it has exponents. */
const [LARGEST_UNITS, MOST_PLACES] = [2 ** 31 - 1, 6]

/** A sign, ten digits and the point. */
const MOST_DIGITS = 12

/** Rows as CSV in UTF-8 (RFC 4180: commas, CRLF, quotes where needed), written straight into bytes. */
export class CsvBytes implements CellWriter {
  #bytes = new Uint8Array(1 << 16)
  #other = new Uint8Array(1 << 16)
  #view = new DataView(this.#bytes.buffer)
  #end = 0
  #isFirst = true
  #cellStart = 0
  #isPlain = true
  // By slot, a key and where its cells lie among the bytes that are not taken yet.
  #keys = new Float64Array(KNOWN_KEYS).fill(-1)
  #from = new Uint32Array(KNOWN_KEYS)
  #to = new Uint32Array(KNOWN_KEYS)

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

  decimal(units: number, places: number): void {
    if (!(Math.abs(units) <= LARGEST_UNITS) || places > MOST_PLACES) {
      this.number(units / 10 ** places)
      return
    }
    // First the room: there may be other bytes afterwards.
    const start = this.#begin(MOST_DIGITS)
    this.#end = writeDecimal(units, places, this.#bytes, start)
  }

  coded({ units, starts }: Dictionary, code: number): void {
    const [from, to] = [starts[code], starts[code + 1]]
    const start = this.#begin((to - from) * 3)
    if (!this.#encode(units, from, to)) this.#quote(start)
  }

  beginCell(): void {
    this.#cellStart = this.#begin(0)
    this.#isPlain = true
  }

  piece(piece: TextPiece): void {
    const { length, words } = piece
    this.#makeRoom(length + WORD)
    const view = this.#view
    const end = this.#end
    for (let i = 0; i < words.length; i++) view.setUint32(end + i * WORD, words[i], true)
    this.#end = end + length
    if (!piece.isPlain) this.#isPlain = false
  }

  codedPiece({ units, starts }: Dictionary, code: number): void {
    const [from, to] = [starts[code], starts[code + 1]]
    this.#makeRoom((to - from) * 3)
    if (!this.#encode(units, from, to)) this.#isPlain = false
  }

  endCell(): void {
    if (!this.#isPlain) this.#close(this.#cellStart, this.#end)
  }

  cellsOf(key: number, write: (key: number, cells: CellWriter) => void): void {
    const slot = key & (KNOWN_KEYS - 1)
    if (this.#keys[slot] !== key) {
      const start = this.#end + (this.#isFirst ? 0 : 1)
      write(key, this)
      this.#keys[slot] = key
      this.#from[slot] = start
      this.#to[slot] = this.#end
      return
    }
    const from = this.#from[slot]
    const length = this.#to[slot] - from
    const into = this.#begin(length + WORD)
    const view = this.#view
    // Words in order: what is copied ends before where it comes to.
    for (let i = 0; i < length; i += WORD) view.setUint32(into + i, view.getUint32(from + i, true), true)
    this.#end = into + length
  }

  endRow(): void {
    this.#makeRoom(2)
    this.#bytes[this.#end++] = RETURN
    this.#bytes[this.#end++] = LINE_FEED
    this.#isFirst = true
  }

  /** The bytes since the last call, which are good until the next call: by turns they are written into two places, so that none is copied. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#end)
    ;[this.#bytes, this.#other] = [this.#other, this.#bytes]
    this.#view = new DataView(this.#bytes.buffer)
    this.#end = 0
    this.#keys.fill(-1)
    return taken
  }

  /** Opens a cell that needs at most so many bytes, and gives where it starts. */
  #begin(most: number): number {
    this.#makeRoom(most + 1)
    if (!this.#isFirst) this.#bytes[this.#end++] = COMMA
    this.#isFirst = false
    return this.#end
  }

  /** Writes units for which there is room, and tells whether nothing is among them for which a cell must be quoted. */
  #encode(units: Uint16Array, from: number, to: number): boolean {
    const bytes = this.#bytes
    let end = this.#end
    let plain = true
    for (let i = from; i < to; i++) {
      const unit = units[i]
      if (unit < 0x80) {
        if (unit <= COMMA && isSpecial(unit)) plain = false
        bytes[end++] = unit
      } else if (unit >= 0x800 && (unit < 0xd800 || unit >= 0xe000)) {
        bytes[end] = 0xe0 | (unit >> 12)
        bytes[end + 1] = 0x80 | ((unit >> 6) & 63)
        bytes[end + 2] = 0x80 | (unit & 63)
        end += 3
      } else {
        // What is rare is left to the general way, with all that follows.
        this.#end = encodeUnits(units, i, to, bytes, end)
        return plain && isPlain(bytes, end, this.#end)
      }
    }
    this.#end = end
    return plain
  }

  #close(start: number, end: number): void {
    this.#end = end
    if (!isPlain(this.#bytes, start, end)) this.#quote(start)
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
    this.#view = new DataView(larger.buffer)
  }
}

/** Writes `units` / 10^`places` as `String` does, without zeros at its end. */
function writeDecimal(units: number, places: number, bytes: Uint8Array, at: number): number {
  let end = at
  if (units < 0) bytes[end++] = MINUS
  let rest = Math.abs(units) | 0
  let open = places
  for (; open > 0 && rest % 10 === 0; open--) rest = (rest / 10) | 0
  let scale = 1
  for (let i = 0; i < open; i++) scale *= 10
  end = writeDigits((rest / scale) | 0, 1, bytes, end)
  if (open === 0) return end
  bytes[end++] = POINT
  return writeDigits(rest % scale, open, bytes, end)
}

/** Writes a whole number with so many digits at least. */
function writeDigits(value: number, least: number, bytes: Uint8Array, at: number): number {
  let count = 1
  for (let power = 10; power <= value; power *= 10) count++
  if (count < least) count = least
  let rest = value
  for (let i = at + count - 1; i >= at; i--) {
    bytes[i] = ZERO + (rest % 10)
    rest = (rest / 10) | 0
  }
  return at + count
}

/** Whether nothing is there for which a cell must be quoted. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]
    if (byte <= COMMA && isSpecial(byte)) return false
  }
  return true
}

function isSpecial(byte: number): boolean {
  return byte === COMMA || byte === QUOTE || byte === LINE_FEED || byte === RETURN
}
