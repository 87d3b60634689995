import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Records } from '../../src/data/records.ts'
import { cellText } from '../../src/data/table.ts'
import type { RecordInput } from '../../src/engine/to-records.ts'
import { readRecords } from '../../src/files/read-records.ts'

/** Where the real records are: beside the checkout, or where GUIHU_DATA says. They are no part of the repository. */
export const DATA = process.env.GUIHU_DATA ?? new URL('../../../shared/data', import.meta.url).pathname

/** Whether the measuring data is at hand. */
export function hasData(): boolean {
  return existsSync(join(DATA, 'snapshots.csv'))
}

/** A file of the measuring data. */
export function readData(name: string): Promise<Records> {
  return readRecords([join(DATA, name)])
}

/** Records as objects, so that a task can choose columns and rows. */
export function rowsOf({ table }: Records): RecordInput[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  )
}

/** The same rows with some of their columns only. */
export function pick(rows: readonly RecordInput[], names: readonly string[]): RecordInput[] {
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))
}
