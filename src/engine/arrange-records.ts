import { allocateUint32, plainUint32 } from '../data/buffers.ts'
import { type Dictionary, DictionaryBuilder, textOf } from '../data/dictionary.ts'
import { groupByLabel } from '../data/grouping.ts'
import type { ProblemLog } from '../data/problems.ts'
import type { Origin, Records } from '../data/records.ts'
import { type Column, cellText, gatherRows, type Table } from '../data/table.ts'
import type { ColumnUse } from './recognise-columns.ts'

/** Records in their one order, each with its source and its id. */
export interface ArrangedRecords {
  readonly table: Table
  /** For each row the row it was in the input. */
  readonly order: Uint32Array
  /** For each row where it stood: its file and its 1-based row there. */
  readonly placeOf: (row: number) => { readonly file: string; readonly row: number }
  /** The record's source: of its source column, else the name of its file. */
  readonly source: Column
  /** The record's id, unique within its source. */
  readonly recordId: Column
  readonly uses: readonly ColumnUse[]
}

/**
 * Puts records in the order of source and id, so that nothing after this depends on the order in which they came.
 * Without an id column the row number is the id. A missing or repeated id is reported and made unique.
 */
export function arrangeRecords(
  records: Records,
  uses: readonly ColumnUse[],
  log: ProblemLog,
): ArrangedRecords {
  const source = sourceColumn(records, uses)
  const ids = idColumn(records, uses, log)
  const order = orderRecords(records, source, ids)
  const table = gatherRows(
    { rowCount: records.table.rowCount, columns: [...records.table.columns, source, ids] },
    order,
  )
  const columns = table.columns.slice(0, -2)
  const [sortedSource, sortedIds] = table.columns.slice(-2)
  const placeOf = (row: number) => ({
    file: originOf(records.origins, order[row]).name,
    row: records.rowNumbers[order[row]],
  })
  const idHeading = uses.find(({ role }) => role === 'id')?.column.name ?? ''
  const recordId = makeUnique(sortedSource, sortedIds, (row, value) => {
    const detail = 'the id is taken; the record is kept under a new one'
    log.add({ code: 'duplicate-record-id', ...placeOf(row), column: idHeading, value, detail })
  })
  return {
    table: { rowCount: table.rowCount, columns },
    order,
    placeOf,
    source: sortedSource,
    recordId,
    uses: uses.map((use) => ({ ...use, column: columns[records.table.columns.indexOf(use.column)] })),
  }
}

/** The input a row came from (row numbers before arranging). */
export function originOf(origins: readonly Origin[], row: number): Origin {
  return origins.find(({ start, end }) => row >= start && row < end) ?? { name: '', start: 0, end: 0 }
}

function sourceColumn({ table, origins }: Records, uses: readonly ColumnUse[]): Column {
  const columns = uses.filter(({ role }) => role === 'source').map(({ column }) => column)
  const names = sourceNames(origins.map(({ name }) => name))
  const builder = new DictionaryBuilder()
  const codes = allocateUint32(table.rowCount)
  const first = firstCells(columns, builder)
  origins.forEach(({ start, end }, origin) => {
    for (let row = start; row < end; row++) codes[row] = first(row) || builder.encode(names[origin])
  })
  return { name: 'source', codes, dictionary: builder.finish() }
}

/**
 * The names of files as sources: without folder and extension, unless two would be called the same.
 * @example sourceNames(['a/营销.csv', '财务.xlsx']) // => ['营销', '财务']
 */
export function sourceNames(files: readonly string[]): string[] {
  const base = files.map((file) => file.slice(file.search(/[^/\\]*$/)))
  const stems = base.map((name) => name.replace(/(?<=.)(\.gz)$/i, '').replace(/(?<=.)\.[^.]*$/, ''))
  for (const names of [stems, base]) if (new Set(names).size === files.length) return names
  return [...files]
}

function idColumn(records: Records, uses: readonly ColumnUse[], log: ProblemLog): Column {
  const columns = uses.filter(({ role }) => role === 'id').map(({ column }) => column)
  if (columns.length === 1 && isWhole(columns[0])) return { ...columns[0], name: 'record_id' }
  const builder = new DictionaryBuilder()
  const codes = allocateUint32(records.table.rowCount)
  const first = firstCells(columns, builder)
  for (let row = 0; row < codes.length; row++) {
    codes[row] = first(row)
    if (codes[row] !== 0) continue
    const stand = String(records.rowNumbers[row])
    // Among real ids a made-up one is marked, so that it takes none of theirs.
    codes[row] = builder.encode(columns.length > 0 ? `#${stand}` : stand)
    if (columns.length > 0) {
      const file = originOf(records.origins, row).name
      const detail = 'the row number stands in for the id'
      log.add({
        code: 'missing-record-id',
        file,
        row: records.rowNumbers[row],
        column: columns[0].name,
        detail,
      })
    }
  }
  return { name: 'record_id', codes, dictionary: builder.finish() }
}

/** Encodes the first filled cell of a row, trimmed: each distinct cell once. 0 where a row has none. */
function firstCells(columns: readonly Column[], builder: DictionaryBuilder): (row: number) => number {
  // One more than the code there; 0 where a cell was not yet seen.
  const known = columns.map(({ dictionary }) => plainUint32(dictionary.size))
  return (row) => {
    for (let i = 0; i < columns.length; i++) {
      const code = columns[i].codes[row]
      if (code === 0) continue
      known[i][code] ||= 1 + builder.encode(cellText(columns[i], row).trim())
      return known[i][code] - 1
    }
    return 0
  }
}

/** Whether all cells are filled, and are what they are trimmed. */
function isWhole({ codes, dictionary }: Column): boolean {
  if (codes.includes(0)) return false
  const { units, starts, size } = dictionary
  for (let code = 1; code < size; code++) {
    const isSure = isVisible(units[starts[code]]) && isVisible(units[starts[code + 1] - 1])
    if (!isSure && textOf(dictionary, code).trim().length !== starts[code + 1] - starts[code]) return false
  }
  return true
}

/** Printable ASCII: certainly no white space. */
function isVisible(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f
}

/** Source, then id (shorter first, so that 9 stands before 10), then the cells themselves where ids are repeated. */
function orderRecords({ table }: Records, source: Column, ids: Column): Uint32Array {
  const rank = sourceRanks(source)
  const idRank = idRanks(ids)
  const ranksOfIds = ids.codes.map((code) => idRank[code])
  const byId = groupByLabel(ranksOfIds, ids.dictionary.size).items
  const ranksOfSources = byId.map((row) => rank[source.codes[row]])
  const order = groupByLabel(ranksOfSources, source.dictionary.size, byId).items
  const isRepeated = (at: number) =>
    at < order.length &&
    ids.codes[order[at]] === ids.codes[order[at - 1]] &&
    source.codes[order[at]] === source.codes[order[at - 1]]
  const compare = (a: number, b: number) => compareCells(table.columns, a, b) || a - b
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (isRepeated(to)) to++
    if (to > from + 1) order.subarray(from, to).sort(compare)
  }
  return order
}

/** By code, shorter first; often ids come in that order. */
function idRanks({ dictionary }: Column): Uint32Array {
  const ranks = plainUint32(dictionary.size)
  for (let code = 0; code < ranks.length; code++) ranks[code] = code
  let code = 1
  while (code < ranks.length && compareTexts(dictionary, code - 1, code) < 0) code++
  if (code === ranks.length) return ranks
  const sorted = ranks.slice().sort((a, b) => compareTexts(dictionary, a, b))
  for (let rank = 0; rank < sorted.length; rank++) ranks[sorted[rank]] = rank
  return ranks
}

function sourceRanks({ dictionary }: Column): Uint32Array {
  const texts = Array.from({ length: dictionary.size }, (_, code) => textOf(dictionary, code))
  const ranks = plainUint32(dictionary.size)
  const sorted = ranks.map((_, code) => code).sort((a, b) => (texts[a] < texts[b] ? -1 : 1))
  sorted.forEach((code, rank) => {
    ranks[code] = rank
  })
  return ranks
}

function compareCells(columns: readonly Column[], a: number, b: number): number {
  for (const { codes, dictionary } of columns) {
    const order = compareTexts(dictionary, codes[a], codes[b])
    if (order !== 0) return order
  }
  return 0
}

/** By length, then by UTF-16 units. */
function compareTexts({ units, starts }: Dictionary, left: number, right: number): number {
  if (left === right) return 0
  const [i, j] = [starts[left], starts[right]]
  const length = starts[left + 1] - i
  const byLength = length - (starts[right + 1] - j)
  if (byLength !== 0) return byLength
  for (let at = 0; at < length; at++)
    if (units[i + at] !== units[j + at]) return units[i + at] - units[j + at]
  return 0
}

function makeUnique(source: Column, ids: Column, onRepeated: (row: number, value: string) => void): Column {
  const count = ids.codes.length
  const isRepeated = (row: number) =>
    row > 0 && ids.codes[row] === ids.codes[row - 1] && source.codes[row] === source.codes[row - 1]
  let repeated = 0
  for (let row = 1; row < count; row++) if (isRepeated(row)) repeated++
  if (repeated === 0) return ids
  // A dictionary as a set: it holds more than 2^24 texts.
  const taken = new DictionaryBuilder()
  const take = (row: number, id: string): boolean => {
    const size = taken.size
    taken.encode(`${source.codes[row]} ${id}`)
    return taken.size > size
  }
  for (let row = 0; row < count; row++) take(row, cellText(ids, row))
  const builder = new DictionaryBuilder()
  const codes = allocateUint32(count)
  for (let row = 0, copy = 1; row < count; row++) {
    const id = cellText(ids, row)
    copy = isRepeated(row) ? copy + 1 : 1
    if (copy === 1) {
      codes[row] = builder.encode(id)
      continue
    }
    // 7#2 may be an id of the input too.
    while (!take(row, `${id}#${copy}`)) copy++
    codes[row] = builder.encode(`${id}#${copy}`)
    onRepeated(row, id)
  }
  return { ...ids, codes, dictionary: builder.finish() }
}
