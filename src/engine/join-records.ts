import { allocateUint32 } from '../data/buffers.ts'
import { DictionaryBuilder, textOf } from '../data/dictionary.ts'
import { ProblemLog } from '../data/problems.ts'
import type { Records } from '../data/records.ts'
import type { Column } from '../data/table.ts'

/** Two inputs below one another, columns united by heading: the rows of `first`, then those of `second`. */
export function joinRecords(first: Records, second: Records): Records {
  const offset = first.table.rowCount
  const rowCount = offset + second.table.rowCount
  const names = [...new Set([...first.table.columns, ...second.table.columns].map(({ name }) => name))]
  const columnOf = ({ table }: Records, name: string) => table.columns.find((column) => column.name === name)
  const columns = names.map((name) =>
    joinColumns(name, columnOf(first, name), columnOf(second, name), offset, rowCount),
  )
  const rowNumbers = allocateUint32(rowCount)
  rowNumbers.set(first.rowNumbers)
  rowNumbers.set(second.rowNumbers, offset)
  const log = new ProblemLog()
  log.addAll(first.problems)
  log.addAll(second.problems)
  const moved = second.origins.map(({ name, start, end }) => ({
    name,
    start: start + offset,
    end: end + offset,
  }))
  return {
    table: { rowCount, columns },
    origins: [...first.origins, ...moved],
    rowNumbers,
    problems: log.finish(),
  }
}

function joinColumns(
  name: string,
  first: Column | undefined,
  second: Column | undefined,
  offset: number,
  rowCount: number,
): Column {
  const builder = new DictionaryBuilder()
  const codes = allocateUint32(rowCount)
  const copy = (column: Column | undefined, at: number) => {
    if (column === undefined) return
    const recoded = new Uint32Array(column.dictionary.size)
    for (let code = 1; code < recoded.length; code++)
      recoded[code] = builder.encode(textOf(column.dictionary, code))
    for (let row = 0; row < column.codes.length; row++) codes[at + row] = recoded[column.codes[row]]
  }
  copy(first, 0)
  copy(second, offset)
  return { name, codes, dictionary: builder.finish() }
}
