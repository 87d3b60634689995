import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/files/make-files.ts'
import type { OutputTable } from '../data/records.ts'
import { cellText } from '../data/table.ts'
import { describeError, InputError } from './input-error.ts'
import { readRecords } from './read-records.ts'
import { withoutFormula } from './write-csv.ts'
import { type TableFormat, type WriteOptions, writeTables } from './write-tables.ts'
import { columnLetters } from './write-xlsx.ts'
import { crc32, slowCrc32 } from './zip-writer.ts'

const folder = temporaryFolder()

type Cell = string | number

function table(name: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): OutputTable {
  return { name, headings, rowCount: rows.length, rows: () => rows }
}

const HEADINGS = ['客户名称', '税号', '电话', '概率', '备注']
const ROWS: Cell[][] = [
  ['山西恒通煤业有限公司', '91140100MA0000000X', '+86 351 1234567', 0.98765, '他说"好",\n下周'],
  ['<华泰> & 子', '914403007084610990', '0351-1234567', 1, ' 前后 '],
  ['', '', '', '', ''],
  ['控制符\u0008\r末', '_x0041_', '=1+1', -3, '😀'],
]

async function errorOf(run: Promise<unknown>): Promise<InputError> {
  const error = await run.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(error instanceof InputError)) throw new Error(`no InputError but ${String(error)}`)
  expect(describeError(error, 'zh')).toMatch(/。$/)
  return error
}

describe.each<TableFormat>(['csv', 'xlsx', 'jsonl', 'parquet'])('%s', (format) => {
  test('what is written is read back', async () => {
    const out = folder.path(`round-${format}`)
    await writeTables(out, [table('customers', HEADINGS, ROWS)], { format })
    const { table: read, inputs } = await readRecords(join(out, `customers.${format}`))
    const rows = Array.from({ length: read.rowCount }, (_, row) =>
      read.columns.map((column) => cellText(column, row)),
    )
    const filled = ROWS.filter(
      (row) => format === 'jsonl' || format === 'parquet' || row.some((cell) => cell !== ''),
    )
    expect(rows).toEqual(filled.map((row) => row.map(String)))
    expect(inputs[0].columns).toEqual(HEADINGS)
  })

  test('any table of text is read back', async () => {
    const cell = fc
      .string({
        unit: fc.constantFrom('a', '恒', ',', '"', '\n', '\r', ' ', '<', '&', '_', 'x0041_', '😀', '\u0001'),
      })
      .map((text) => `.${text}`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const out = folder.path(`any-${format}`)
        await writeTables(out, [table('t', ['a', 'b'], rows)], { format })
        const { table: read } = await readRecords(join(out, `t.${format}`))
        expect(rows.map((_, row) => read.columns.map((column) => cellText(column, row)))).toEqual(rows)
      }),
      { numRuns: 25 },
    )
  })

  test('the same table gives the same bytes, and many rows', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [`客户${i}`, i, i % 3 === 0 ? '' : `备注,${i}`])
    const made = [folder.path(`one-${format}`), folder.path(`two-${format}`)]
    for (const out of made) await writeTables(out, [table('t', ['a', 'b', 'c'], rows)], { format })
    const [one, two] = await Promise.all(made.map((out) => readFile(join(out, `t.${format}`))))
    expect(one.equals(two)).toBe(true)
    const { table: read } = await readRecords(join(made[0], `t.${format}`))
    expect(read.rowCount).toBe(60_000)
    expect(read.columns.map((column) => cellText(column, 59_997))).toEqual(['客户59997', '59997', ''])
    expect(read.columns.map((column) => cellText(column, 59_998))).toEqual([
      '客户59998',
      '59998',
      '备注,59998',
    ])
  })

  test('a table without rows still has its headings', async () => {
    const out = folder.path(`none-${format}`)
    await writeTables(out, [table('t', ['a', 'b'], [])], { format })
    expect((await stat(join(out, `t.${format}`))).isFile()).toBe(true)
    if (format === 'parquet')
      expect(await parquetReadObjects({ file: await bytesOf(join(out, 't.parquet')) })).toEqual([])
    if (format === 'csv') expect(await readFile(join(out, 't.csv'), 'utf8')).toBe('\uFEFFa,b\r\n')
  })
})

async function bytesOf(path: string): Promise<ArrayBuffer> {
  return Uint8Array.from(await readFile(path)).buffer
}

describe('CSV', () => {
  test('is what csv-stringify writes', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '恒', ',', '"', '\n', '\r\n', ' ', ';') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        await writeTables(folder.path('csv'), [table('t', ['甲', '乙'], rows)], { format: 'csv' })
        const text = await readFile(folder.path('csv/t.csv'), 'utf8')
        const twin = stringify([['甲', '乙'], ...rows], {
          bom: true,
          record_delimiter: '\r\n',
          quoted_match: /[\r\n]/,
        })
        expect(text).toBe(twin)
        expect(parse(text, { bom: true, record_delimiter: '\r\n', from_line: 1 }).slice(1)).toEqual(rows)
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['=cmd()', "'=cmd()"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+86 (351) 123-4567', '+86 (351) 123-4567'],
    ['-12.5', '-12.5'],
    ['+1+cmd', "'+1+cmd"],
    ['\t=1', "'\t=1"],
    ['恒通', '恒通'],
  ])('formulas can be made harmless: %j', async (cell, escaped) => {
    expect(withoutFormula(cell)).toBe(escaped)
    const out = folder.path('formulas')
    const read = async (escapeFormulas: boolean): Promise<string> => {
      await writeTables(out, [table('t', ['a'], [[cell]])], { format: 'csv', escapeFormulas })
      return cellText((await readRecords(join(out, 't.csv'))).table.columns[0], 0)
    }
    expect(await read(true)).toBe(escaped)
    expect(await read(false)).toBe(cell)
  })
})

describe('XLSX', () => {
  test('read-excel-file reads it: text as text, numbers as numbers', async () => {
    const out = folder.path('xlsx')
    await writeTables(out, [table('customers', HEADINGS, ROWS.slice(0, 2))], { format: 'xlsx' })
    const [sheet] = await readExcelFile(join(out, 'customers.xlsx'), { trim: false })
    expect(sheet).toEqual({ sheet: 'customers', data: [HEADINGS, ...ROWS.slice(0, 2)] })
  })

  test('a cell longer than Excel takes is cut and reported', async () => {
    const out = folder.path('long')
    const { problems } = await writeTables(out, [table('t', ['a', 'b'], [['x'.repeat(40_000), 'y']])], {
      format: 'xlsx',
      report: (written) => ({ problems: written.counts }),
    })
    expect(JSON.parse(await readFile(join(out, 'report.json'), 'utf8'))).toEqual({
      problems: { 'cell-too-long': 1 },
    })
    expect(problems.examples).toMatchObject([{ code: 'cell-too-long', file: 't.xlsx', row: 2, column: 'a' }])
    const { table: read } = await readRecords(join(out, 't.xlsx'))
    expect(cellText(read.columns[0], 0)).toHaveLength(32_767)
  })

  test('a table of more rows than a sheet is refused before anything is written', async () => {
    const endless = { ...table('t', ['a'], []), rowCount: 1_048_576 }
    const error = await errorOf(writeTables(folder.path('huge'), [endless], { format: 'xlsx' }))
    expect(error).toMatchObject({ code: 'too-large-for-xlsx', value: '1048576 rows' })
    await expect(stat(folder.path('huge'))).rejects.toThrow('ENOENT')
  })

  test('columns have letters', () => {
    expect([0, 25, 26, 54, 701, 702, 16_383].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'BC',
      'ZZ',
      'AAA',
      'XFD',
    ])
  })

  test('the checksum is that of zlib, in any pieces', () => {
    const bytes = fc.uint8Array()
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const whole = crc32(Buffer.concat([a, b]), 0)
        expect(slowCrc32(b, slowCrc32(a, 0))).toBe(whole)
      }),
    )
    expect(slowCrc32(Buffer.from('123456789'), 0)).toBe(0xcbf43926)
  })
})

describe('the folder', () => {
  const small = table('customers', ['a'], [['1']])
  const csv: WriteOptions = { format: 'csv' }

  test('is made where it is missing, and other files in it stay', async () => {
    const out = folder.path('deep/er')
    await writeTables(out, [small], { ...csv, report: () => ({ rows: 1 }) })
    await writeFile(join(out, 'mine.txt'), 'mine')
    const { files } = await writeTables(out, [small, table('links', ['b'], [])], {
      ...csv,
      report: () => ({ rows: 2 }),
    })
    expect(files).toEqual(['customers.csv', 'links.csv', 'report.json'].map((name) => join(out, name)))
    expect((await readdir(out)).sort()).toEqual(['customers.csv', 'links.csv', 'mine.txt', 'report.json'])
    expect(JSON.parse(await readFile(join(out, 'report.json'), 'utf8'))).toEqual({ rows: 2 })
  })

  test('a run that fails leaves the old files and nothing else', async () => {
    const out = folder.path('old')
    await writeTables(out, [small], csv)
    const failing: OutputTable = {
      ...table('links', ['b'], []),
      *rows() {
        yield ['x']
        throw new Error('broken rows')
      },
    }
    const fresh = table('customers', ['a'], [['2']])
    await expect(writeTables(out, [fresh, failing], csv)).rejects.toThrow('broken rows')
    expect(await readdir(out)).toEqual(['customers.csv'])
    expect(await readFile(join(out, 'customers.csv'), 'utf8')).toContain('1')
    await expect(writeTables(folder.path('new/one'), [fresh, failing], csv)).rejects.toThrow('broken rows')
    await expect(stat(folder.path('new'))).rejects.toThrow('ENOENT')
  })

  test('a table that several threads write fails beside others that do not', async () => {
    let given = 0
    const failing: OutputTable = {
      ...table('links', ['b'], []),
      async *csv() {
        yield Buffer.from('1\r\n')
        throw new Error('broken thread')
      },
    }
    const endless: OutputTable = {
      ...table('customers', ['a'], []),
      rowCount: Number.POSITIVE_INFINITY,
      writeRow(row, cells) {
        given = row
        cells.text(`行${row}`)
        cells.endRow()
      },
    }
    const out = folder.path('beside')
    await expect(writeTables(out, [endless, failing], csv)).rejects.toThrow('broken thread')
    await expect(stat(out)).rejects.toThrow('ENOENT')
    const before = given
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(given).toBe(before)
  })

  test.each<TableFormat>(['csv', 'xlsx', 'jsonl', 'parquet'])(
    'an aborted run of %s leaves nothing',
    async (format) => {
      const controller = new AbortController()
      const slow: OutputTable = {
        ...table('links', ['b'], []),
        *rows() {
          for (let i = 0; i < 200_000; i++) {
            if (i === 150_000) controller.abort(new Error('enough'))
            yield [`行${i}`]
          }
        },
      }
      const out = folder.path(`aborted-${format}`)
      await expect(writeTables(out, [small, slow], { format, signal: controller.signal })).rejects.toThrow()
      await expect(stat(out)).rejects.toThrow('ENOENT')
    },
  )

  test('what a killed run left a day ago is removed', async () => {
    const out = folder.path('stale')
    await mkdir(join(out, '.guihu-old'), { recursive: true })
    await mkdir(join(out, '.guihu-young'))
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await utimes(join(out, '.guihu-old'), yesterday, yesterday)
    await writeTables(out, [small], csv)
    expect((await readdir(out)).sort()).toEqual(['.guihu-young', 'customers.csv'])
  })

  test('a file in its place, above it, or a folder in the place of a file', async () => {
    const file = await folder.put('file', 'x')
    expect((await errorOf(writeTables(file, [small], csv))).code).toBe('output-is-file')
    expect((await errorOf(writeTables(join(file, 'below'), [small], csv))).code).toBe('output-is-file')
    const out = folder.path('blocked')
    await mkdir(join(out, 'customers.csv', 'x'), { recursive: true })
    expect((await errorOf(writeTables(out, [small], csv))).code).toMatch(/^output-/)
    expect(await readdir(out)).toEqual(['customers.csv'])
  })

  test('an input is never overwritten', async () => {
    const input = await folder.put('customers.csv', 'a\n1\n')
    const error = await errorOf(writeTables(folder.path('.'), [small], { ...csv, protect: [input] }))
    expect(error).toMatchObject({ code: 'output-is-input', file: input })
    expect(await readFile(input, 'utf8')).toBe('a\n1\n')
  })
})
