import type { ProblemLog } from '../data/problems.ts'
import { InputError } from './input-error.ts'
import {
  checkCell,
  isBlank,
  MAX_CELL_CHARACTERS,
  MAX_COLUMNS,
  type RecordsCollector,
} from './records-collector.ts'

/** How many one-cell rows above the header are taken for titles. */
const MAX_TITLE_ROWS = 10

/** A heading that stands over no name yet: its column is made when a cell is filled. */
const UNMADE = -1

/**
 * Turns the rows of a sheet (CSV, XLSX) into records. The header is the first row that is not
 * blank; a row with one filled cell above a wider one is a title and skipped. Headings are trimmed;
 * the second 电话 becomes `电话 (2)`, an empty heading `列3` once a cell stands under it. Blank rows
 * are skipped. Missing cells are ''; filled cells beyond the header are reported and not read.
 */
export class SheetRows {
  /** The row of the file that held the header; 0 while none was found. */
  headerRow = 0
  #collector: RecordsCollector
  #problems: ProblemLog
  #file: string
  #ragged: boolean
  #candidate: string[] | undefined
  #candidateRow = 0
  #titles = 0
  #names: string[] = []
  #places: number[] = []

  /** `ragged`: rows end after their last filled cell, so that short rows are no problem (XLSX). */
  constructor(collector: RecordsCollector, file: string, ragged: boolean) {
    this.#collector = collector
    this.#problems = collector.problems
    this.#file = file
    this.#ragged = ragged
  }

  /** The headings, as they name the columns; those of the likely header while none is certain. */
  get headings(): readonly string[] {
    return this.#candidate ? nameColumns(this.#candidate.map(cleanHeading)) : this.#names
  }

  /** Takes the first `count` cells as row `row` of the file; `suspect` when a cell may hold undecodable text. */
  add(cells: readonly string[], count: number, row: number, suspect: boolean): void {
    let first = 0
    while (first < count && isBlank(cells[first])) first++
    if (first === count) return
    if (this.headerRow === 0) {
      this.#findHeader(cells, count, row, suspect)
      return
    }
    const places = this.#places
    const width = places.length
    const end = Math.min(count, width)
    this.#collector.startRow(row)
    for (let i = first; i < end; i++) {
      const text = cells[i]
      if (text === '') continue
      const checked = suspect || text.length > MAX_CELL_CHARACTERS ? this.#check(text, row, i) : text
      this.#collector.set(places[i] === UNMADE ? this.#makeColumn(i) : places[i], checked)
    }
    if (count < width && !this.#ragged) this.#reportShort(row, count)
    else if (count > width) this.#reportLong(cells, count, row)
  }

  /** A sheet of one row: that row was the header. */
  finish(): void {
    if (this.#candidate) this.#takeHeader(this.#candidate, this.#candidateRow)
  }

  #findHeader(cells: readonly string[], count: number, row: number, suspect: boolean): void {
    const candidate = this.#candidate
    if (candidate === undefined) {
      this.#candidate = cells.slice(0, count)
      this.#candidateRow = row
      return
    }
    const next = cells.slice(0, count)
    if (this.#titles < MAX_TITLE_ROWS && isTitle(candidate, next)) {
      this.#titles++
      const value = candidate.find((text) => !isBlank(text)) ?? ''
      this.#problems.add({ code: 'skipped-title-row', file: this.#file, row: this.#candidateRow, value })
      this.#candidate = next
      this.#candidateRow = row
      return
    }
    this.#takeHeader(candidate, this.#candidateRow)
    this.add(next, count, row, suspect)
  }

  #takeHeader(cells: readonly string[], row: number): void {
    this.#candidate = undefined
    this.headerRow = row
    if (cells.length > MAX_COLUMNS) throw new InputError('too-many-columns', this.#file, String(cells.length))
    const headings = cells.map((text) => checkCell(cleanHeading(text), this.#at(row, ''), this.#problems))
    this.#names = nameColumns(headings)
    this.#places = this.#names.map((name, i) =>
      headings[i] === '' ? UNMADE : this.#collector.place(name, this.#file),
    )
    this.#names.forEach((name, i) => {
      if (headings[i] === '' || headings[i] === name) return
      const detail = `the heading stands twice; here it became ${name}`
      this.#problems.add({ code: 'renamed-column', ...this.#at(row, name), value: headings[i], detail })
    })
  }

  #makeColumn(index: number): number {
    const name = this.#names[index]
    this.#places[index] = this.#collector.place(name, this.#file)
    const detail = `column ${index + 1} has no heading; it became ${name}`
    this.#problems.add({ code: 'renamed-column', ...this.#at(this.headerRow, name), detail })
    return this.#places[index]
  }

  #check(text: string, row: number, index: number): string {
    return checkCell(text, this.#at(row, this.#names[index]), this.#problems)
  }

  #reportShort(row: number, count: number): void {
    const detail = `${count} of ${this.#places.length} cells`
    this.#problems.add({ code: 'too-few-cells', ...this.#at(row, ''), detail })
  }

  #reportLong(cells: readonly string[], count: number, row: number): void {
    const extra = cells.slice(this.#places.length, count).filter((text) => !isBlank(text))
    if (extra.length === 0) return
    const detail = `${count} cells under ${this.#places.length} headings`
    this.#problems.add({ code: 'too-many-cells', ...this.#at(row, ''), value: extra.join(' | '), detail })
  }

  #at(row: number, column: string): { file: string; row: number; column: string } {
    return { file: this.#file, row, column }
  }
}

// 客户清单 over 编号, 名称, 电话. A one-cell row over two cells is a title only when it is one cell wide.
function isTitle(above: readonly string[], below: readonly string[]): boolean {
  const filledAbove = above.filter((text) => !isBlank(text)).length
  const filledBelow = below.filter((text) => !isBlank(text)).length
  return filledAbove === 1 && (filledBelow >= 3 || (filledBelow === 2 && above.length === 1))
}

function cleanHeading(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Headings made different from each other; empty ones named by their 1-based place.
 * @example nameColumns(['电话', '', '电话']) // => ['电话', '列2', '电话 (2)']
 */
export function nameColumns(headings: readonly string[]): string[] {
  const taken = new Set(headings.filter((heading) => heading !== ''))
  const seen = new Map<string, number>()
  return headings.map((heading, i) => {
    const base = heading === '' ? `列${i + 1}` : heading
    let times = seen.get(base) ?? 0
    if (times === 0 && (heading !== '' || !taken.has(base))) {
      seen.set(base, 1)
      return base
    }
    let name: string
    do name = `${base} (${Math.max(2, ++times)})`
    while (taken.has(name))
    seen.set(base, Math.max(2, times))
    taken.add(name)
    return name
  })
}
