import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { numberEntries } from '../data/number-map.ts'
import { type FieldJob, type NormalizedField, normalizeField } from '../engine/normalize-field.ts'
import { headingReaderOf } from '../engine/resolve-settings.ts'
import { fieldTypes } from '../fields/index.ts'
import { RecordsCollector } from '../files/records-collector.ts'
import type { Crew } from './crew.ts'
import { normalizeInThreads } from './normalize-fields.ts'
import { type AllParsedAhead, CELLS_OF_RANGE, parseAhead, parsePortion } from './parse-ahead.ts'

/** A crew of one thread, this one, that takes all it is handed at once. */
function crewOfOne(): Crew & { readonly handed: () => number } {
  let handed = 0
  return {
    count: 1,
    start() {},
    stop() {},
    async tidy() {},
    share: async (_, here) => [here()],
    async stream() {},
    async hand(request) {
      handed++
      return parsePortion(request)
    },
    relate: () => Promise.reject(new Error('no relations are asked here')),
    waiting: () => 0,
    handed: () => handed,
  }
}

/** Reads rows as a file is read, and hands out cells on the way. */
function read(crew: Crew, rowCount: number, map: Record<string, string> = {}) {
  const all: AllParsedAhead = new WeakMap()
  const collector = new RecordsCollector(parseAhead(crew, all, headingReaderOf({ map }, fieldTypes)))
  const [name, former, note] = ['客户名称', '曾用名', '备注'].map((one) => collector.place(one, 'a.csv'))
  for (let row = 0; row < rowCount; row++) {
    collector.startRow(row + 2)
    collector.set(name, row % 5 === 0 ? '测试' : `太原恒通${row % 30_000}号煤业有限公司`)
    if (row % 2 === 0) collector.set(former, `山西昌硕${row}贸易公司`)
    collector.set(note, `客户${row}`)
    if (row % 1000 === 0) collector.handOut()
  }
  collector.handOut()
  const { columns } = collector.finish().table
  const type = fieldTypes.find(({ name }) => name === 'companyName')
  if (type === undefined) throw new Error('no names')
  const job: FieldJob = {
    type,
    columns: [
      { column: columns[name], role: 'companyName' },
      { column: columns[former], role: 'formerName' },
    ],
    rowCount,
  }
  return { all, job }
}

/** Maps of notes may be cut up differently. */
function expectSame(one: NormalizedField, other: NormalizedField): void {
  // Typed arrays of many thousands: `toEqual` looks at each number.
  expect(isDeepStrictEqual(one.columns, other.columns)).toBe(true)
  const notes = ({ cells }: NormalizedField) =>
    cells.map(({ quality, displays, junk, unreadable, repaired }) => [
      quality,
      ...[displays, junk, unreadable, repaired].map((map) => [...numberEntries(map)]),
    ])
  expect(isDeepStrictEqual(notes(one), notes(other))).toBe(true)
}

test('what is parsed while the input is read comes out as if it had been parsed after', async () => {
  const crew = crewOfOne()
  const { all, job } = read(crew, 3 * CELLS_OF_RANGE)
  // 24,000 names and 30,000 former ones; a note is for no parser.
  expect(crew.handed()).toBe(2)
  const [field] = await normalizeInThreads([job], crew, all, () => {})
  expectSame(field, normalizeField(job))
  expect(all.has(job.columns[0].column.dictionary)).toBe(false)
})

test('a column that turns out to be something else is parsed anew', async () => {
  const crew = crewOfOne()
  const { all, job } = read(crew, 3 * CELLS_OF_RANGE)
  const [name, former] = job.columns
  const other: FieldJob = { ...job, columns: [{ ...former, role: 'companyName' }, name] }
  const [field] = await normalizeInThreads([other], crew, all, () => {})
  expectSame(field, normalizeField(other))
})

test('a role that the settings gave to another column is not guessed', () => {
  const crew = crewOfOne()
  read(crew, 3 * CELLS_OF_RANGE, { companyName: '备注' })
  // 60,000 of 备注, which holds the names, and 30,000 former ones.
  expect(crew.handed()).toBe(3)
})
