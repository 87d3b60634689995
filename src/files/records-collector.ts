import { allocateUint32, plainUint32 } from '../data/buffers.ts'
import { ProblemLog } from '../data/problems.ts'
import type { Origin, Records } from '../data/records.ts'
import { TableBuilder } from '../data/table.ts'
import type { ParseAhead } from '../engine/parse-ahead.ts'
import { cutText } from './cell-text.ts'
import { InputError } from './input-error.ts'

/** Longer cells are cut here and reported: no name, address or remark needs more. */
export const MAX_CELL_CHARACTERS = 65_536

/** Excel's own limit; a wider "table" is something else. */
export const MAX_COLUMNS = 16_384

/** What one file is read into: columns united by heading, rows below those of the files before it. */
export class RecordsCollector {
  readonly problems = new ProblemLog()
  #builder = new TableBuilder()
  #rowNumbers = new Uint32Array(1024)
  #origins: Origin[] = []
  #columnCount = 0
  #ahead: ParseAhead | undefined
  /** By place, how many distinct cells were handed out. */
  #handedOut: number[] = []

  /** @param ahead is given distinct cells as they come, to parse them while the reading goes on. */
  constructor(ahead?: ParseAhead) {
    this.#ahead = ahead
  }

  get rowCount(): number {
    return this.#builder.rowCount
  }

  /** The place of a named column, made where new. */
  place(name: string, file: string): number {
    const place = this.#builder.places([name])[0]
    this.#columnCount = Math.max(this.#columnCount, place + 1)
    if (place >= MAX_COLUMNS) throw new InputError('too-many-columns', file, `more than ${MAX_COLUMNS}`)
    return place
  }

  /** Opens a row that stood in row `number` of its file. */
  startRow(number: number): void {
    const row = this.#builder.startRow()
    if (row === this.#rowNumbers.length) {
      const larger = plainUint32(row * 2)
      larger.set(this.#rowNumbers)
      this.#rowNumbers = larger
    }
    this.#rowNumbers[row] = number
  }

  /** Sets a cell of the open row. The caller has checked it with `checkCell` where it may be bad. */
  set(place: number, text: string): void {
    this.#builder.set(place, text)
  }

  /** Hands out the distinct cells of which enough have come. To be called now and then. */
  handOut(): void {
    const ahead = this.#ahead
    if (ahead === undefined) return
    for (const [place, name] of this.#builder.names.entries()) {
      let before = this.#handedOut[place] ?? 0
      const count = this.#builder.countDistinct(place)
      for (; count - before >= ahead.portion && ahead.wants(name); before += ahead.portion) {
        ahead.take(name, before, this.#builder.cutDistinct(place, before + 1, before + 1 + ahead.portion))
      }
      this.#handedOut[place] = before
    }
  }

  /** All rows since `start` came from this file. */
  endFile(name: string, start: number): void {
    this.#origins.push({ name, start, end: this.rowCount })
  }

  finish(): Records {
    const rowNumbers = allocateUint32(this.rowCount)
    rowNumbers.set(this.#rowNumbers.subarray(0, this.rowCount))
    const table = this.#builder.finish()
    this.#ahead?.finish(table)
    return {
      table,
      origins: [...this.#origins],
      rowNumbers,
      problems: this.problems.finish(),
    }
  }
}

/** Where a cell stands, for the problem log. */
export interface CellPlace {
  readonly file: string
  readonly row: number
  readonly column: string
}

/** The cell cut to the longest length kept; reports what it did. */
export function checkCell(text: string, place: CellPlace, problems: ProblemLog): string {
  if (text.includes('\uFFFD')) {
    problems.add({ code: 'undecodable-bytes', ...place, value: text })
  }
  if (text.length <= MAX_CELL_CHARACTERS) return text
  problems.add({
    code: 'cell-too-long',
    ...place,
    value: text,
    detail: `${text.length} characters, cut to ${MAX_CELL_CHARACTERS}`,
  })
  return cutText(text, MAX_CELL_CHARACTERS)
}

/** Nothing but white space, or nothing. */
export function isBlank(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 0x3000 && text.trim() === '')
}
