import { chainPlaces, createChains, placesOf, type UnitChains } from './unit-chains.ts'

/** A table of divisions, read where it is asked: rows `1306 25徐水县>09`, digits shared by a city, then its cells. */

/** One division of a table: what became of it is '' where the table does not say. */
export interface DivisionCell {
  readonly code: string
  readonly name: string
  /** Its successors, by their last two digits where they lie in the same city: `09/140105`. */
  readonly successors: string
}

/** A table, its cells chained by the first characters of their names. */
export interface DivisionTable {
  readonly text: string
  readonly chains: UnitChains
  /** Where the rows that were asked for begin, by their digits; -1 where there is none. */
  readonly rows: Map<string, number>
}

const ROW_DIGITS = 4
const CELL_DIGITS = 2
/** Two digits, two characters and the blank: no cell is shorter. */
const SHORTEST_CELL = 5

/** Looks where the cells are and no closer. */
export function openDivisionTable(text: string): DivisionTable {
  const chains = createChains(Math.ceil(text.length / SHORTEST_CELL))
  chainPlaces(chains, text, ' ', 1 + CELL_DIGITS)
  return { text, chains, rows: new Map() }
}

const CELL_END = /[ \n]/g

/** The cell whose name begins at a place. */
function readCell(text: string, name: number): DivisionCell {
  CELL_END.lastIndex = name
  const end = CELL_END.exec(text)?.index ?? text.length
  const row = text.lastIndexOf('\n', name) + 1
  const written = text.slice(name, end)
  const arrow = written.indexOf('>')
  return {
    code: text.slice(row, row + ROW_DIGITS) + text.slice(name - CELL_DIGITS, name),
    name: arrow < 0 ? written : written.slice(0, arrow),
    successors: arrow < 0 ? '' : written.slice(arrow + 1),
  }
}

/** All cells, in their order. */
export function cellsOf({ text, chains }: DivisionTable): DivisionCell[] {
  return Array.from(chains.places.subarray(0, chains.count), (name) => readCell(text, name))
}

/** The cells whose names begin with a character, in their order. */
export function cellsBeginningWith({ text, chains }: DivisionTable, unit: number): DivisionCell[] {
  const cells: DivisionCell[] = []
  for (const name of placesOf(chains, unit)) cells.push(readCell(text, name))
  return cells
}

/** The cells of a code: one at most in use, several where a former one had several names. */
export function cellsOfCode({ text, rows }: DivisionTable, code: string): DivisionCell[] {
  const cells: DivisionCell[] = []
  if (!/^\d{6}$/.test(code)) return cells
  const digits = code.slice(0, ROW_DIGITS)
  let row = rows.get(digits)
  if (row === undefined) {
    row = text.indexOf(`\n${digits} `)
    rows.set(digits, row)
  }
  if (row < 0) return cells
  const end = text.indexOf('\n', row + 1)
  const sought = ` ${code.slice(ROW_DIGITS)}`
  for (let at = text.indexOf(sought, row); at >= 0 && at < end; at = text.indexOf(sought, at + 1))
    cells.push(readCell(text, at + sought.length))
  return cells
}
