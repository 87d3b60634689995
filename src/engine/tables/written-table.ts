import { type CellWriter, collectRows } from '../../data/cells.ts'
import type { IndexedTable } from '../../data/records.ts'

/** A table whose rows are written cell by cell. */
export interface WrittenTable extends IndexedTable {
  readonly writeRow: (index: number, cells: CellWriter) => void
}

/** A table of what `writeRow` writes, its rows as lists of cells too. */
export function writtenTable(
  name: string,
  headings: readonly string[],
  rowCount: number,
  writeRow: (index: number, cells: CellWriter) => void,
): WrittenTable {
  const row = (index: number) => {
    const collector = collectRows()
    writeRow(index, collector)
    return collector.row()
  }
  function* rows() {
    for (let index = 0; index < rowCount; index++) yield row(index)
  }
  return { name, headings, rowCount, rows, row, writeRow }
}
