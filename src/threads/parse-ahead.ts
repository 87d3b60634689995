import type { Dictionary } from '../data/dictionary.ts'
import type { HeadingReader, ParseAhead } from '../engine/parse-ahead.ts'
import { countCells, createRangeParser, type ParsedCells, type ParsedRange } from '../engine/parse-cells.ts'
import type { FieldType } from '../model/field-type.ts'
import type { Crew } from './crew.ts'
import { typeNamed } from './named-types.ts'
import type { ParseRequest } from './protocol.ts'

/** So many distinct cells are parsed at a time: few enough that no thread waits long, many enough to share their words. */
export const CELLS_OF_RANGE = 20_000

/** So many requests may wait for each thread: no more is begun than is soon done when the reading ends. */
const MOST_WAITING = 2

/** The cells of a column that were parsed while it was read: portion after portion from the first on. */
export interface ParsedAhead {
  readonly type: FieldType
  readonly role: string
  readonly portions: readonly Promise<ParsedRange>[]
}

interface OpenColumn extends ParsedAhead {
  readonly portions: Promise<ParsedRange>[]
}

/** What was parsed of columns, by the dictionaries they got. */
export type AllParsedAhead = WeakMap<Dictionary, ParsedAhead>

/** Parses cells of columns whose headings leave no doubt in the other threads, and puts what it parsed into `all`. */
export function parseAhead(crew: Crew, all: AllParsedAhead, roleOf: HeadingReader): ParseAhead {
  const columns = new Map<string, OpenColumn | undefined>()
  const columnOf = (name: string) => {
    if (!columns.has(name)) {
      const use = roleOf(name)
      columns.set(name, use && { type: use.field, role: use.role, portions: [] })
    }
    return columns.get(name)
  }
  return {
    portion: CELLS_OF_RANGE,
    wants: (name) => columnOf(name) !== undefined && crew.waiting() < MOST_WAITING,
    take(name, before, dictionary) {
      const column = columnOf(name)
      if (column === undefined) return
      const { type, role, portions } = column
      const request: ParseRequest = { kind: 'parse', type: type.name, column: { dictionary, role, before } }
      const parsed = crew.hand(request)
      // Told where it is waited for.
      parsed.catch(() => {})
      portions.push(parsed)
    },
    finish(table) {
      for (const { name, dictionary } of table.columns) {
        const column = columns.get(name)
        if (column !== undefined && column.portions.length > 0) all.set(dictionary, column)
      }
    },
  }
}

/** Parses what was taken, in the thread that was handed it. */
export function parsePortion({ type, column }: ParseRequest): ParsedRange {
  return createRangeParser(typeNamed(type))([column], { from: 0, to: countCells([column]) })
}

/** A range of one column as a range of a field of `count` columns, of which it is number `own`. */
export function amongColumns(
  { found, columns: [cells] }: ParsedRange,
  own: number,
  count: number,
): ParsedRange {
  return { found, columns: Array.from({ length: count }, (_, i) => (i === own ? cells : NO_CELLS)) }
}

const NO_CELLS: ParsedCells = {
  first: 1,
  starts: new Uint32Array(1),
  entries: new Uint32Array(0),
  quality: new Float32Array(0),
  displays: new Map(),
  junk: new Map(),
  unreadable: new Map(),
  repaired: new Map(),
}
