import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DictionaryBuilder, textOf } from '../src/data/dictionary.ts'
import { countNumbers, createNumberMap, getNumber, setNumber } from '../src/data/number-map.ts'
import type { OutputTable } from '../src/data/records.ts'
import { readRecords } from '../src/files/read-records.ts'
import { writeTables } from '../src/files/write-tables.ts'

// npm run bench:limits [-- entries|units|file]   needs some minutes, 8 GB of memory and 3 GB of disk
// Past the bounds of the platform: 2^24 entries of a Map, 2^29 characters of a string, 2^31 bytes of a buffer or a file.

function expect(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: ${found}, and ${wanted} is wanted`)
}

/** More distinct texts, and more notes by number, than a `Map` or a `Set` holds. */
function passEntries(): void {
  const count = 2 ** 24 + 1000
  const builder = new DictionaryBuilder()
  const notes = createNumberMap<string>()
  for (let i = 0; i < count; i++) {
    builder.encode(i.toString(36))
    setNumber(notes, i, 'noted')
  }
  expect('distinct texts', builder.size, count + 1)
  expect('a text met again', builder.encode((count - 1).toString(36)), count)
  expect('notes', countNumbers(notes), count)
  expect('the last note', getNumber(notes, count - 1), 'noted')
}

/** A dictionary of more than 2^29 characters and 2^31 bytes. */
function passUnits(): void {
  const long = '山'.repeat(60_000)
  const builder = new DictionaryBuilder()
  const count = Math.ceil(2 ** 30 / long.length) + 10
  for (let i = 0; i < count; i++) builder.encode(long + i)
  const dictionary = builder.finish()
  expect('the last text', textOf(dictionary, count), long + (count - 1))
  expect('its code', builder.encode(long + (count - 1)), count)
  expect('more than 2^31 bytes', dictionary.units.byteLength > 2 ** 31, true)
}

/** A CSV file of more than 2^31 bytes, written and read. */
async function passFile(): Promise<void> {
  const cells = Array.from({ length: 10 }, (_, i) => `${i}`.repeat(60_000))
  const rowCount = Math.ceil(2 ** 31 / 60_000) + 100
  const table: OutputTable = {
    name: 'large',
    headings: ['编号', '备注'],
    rowCount,
    *rows() {
      for (let row = 0; row < rowCount; row++) yield [row, cells[row % cells.length]]
    },
  }
  const folder = await mkdtemp(join(tmpdir(), 'guihu-limits-'))
  try {
    await writeTables(folder, [table], { format: 'csv' })
    const file = join(folder, 'large.csv')
    expect('more than 2^31 bytes', (await stat(file)).size > 2 ** 31, true)
    const records = await readRecords([file])
    expect('rows', records.table.rowCount, rowCount)
    expect('distinct cells', records.table.columns[1].dictionary.size, cells.length + 1)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const LIMITS = { entries: passEntries, units: passUnits, file: passFile }

const asked = process.argv.slice(2)
for (const [name, pass] of Object.entries(LIMITS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const started = performance.now()
  await pass()
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e9
  console.log(
    `${name}: past it in ${((performance.now() - started) / 1000).toFixed(0)} s, peak ${peak.toFixed(1)} GB`,
  )
}
