import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvFormat, scanRows } from './scan-csv.ts'

interface Case {
  name: string
  text: string
  rows: string[][]
  delimiter?: string
  loneReturns?: boolean
  stray?: [number, number][]
}

const cases: Case[] = JSON.parse(
  readFileSync(new URL('../../fixtures/files/csv-cases.json', import.meta.url), 'utf8'),
)

/** All rows of a text that comes in pieces. */
function scan(pieces: readonly string[], format: CsvFormat): { rows: string[][]; stray: [number, number][] } {
  const rows: string[][] = []
  const stray: [number, number][] = []
  const cells: string[] = []
  const sink = {
    cells,
    row: (count: number) => rows.push(cells.slice(0, count)),
    strayQuote: (index: number) => stray.push([rows.length + 1, index + 1]),
  }
  let rest = ''
  for (const piece of pieces) {
    const text = rest + piece
    rest = text.slice(scanRows(text, false, format, sink))
  }
  scanRows(rest, true, format, sink)
  return { rows, stray }
}

const COMMAS: CsvFormat = { delimiter: 44, loneReturns: false }

describe('scanRows', () => {
  test.each(cases)('$name', ({ text, rows, delimiter = ',', loneReturns = false, stray = [] }) => {
    const found = scan([text], { delimiter: delimiter.charCodeAt(0), loneReturns })
    expect(found.rows).toEqual(rows)
    const whole = {
      cells: [] as string[],
      row() {},
      strayQuote: (index: number) => strayCells.push(index + 1),
    }
    const strayCells: number[] = []
    scanRows(text, true, { delimiter: delimiter.charCodeAt(0), loneReturns }, whole)
    expect(strayCells).toEqual(stray.map(([, cell]) => cell))
  })

  test('finds the cells csv-parse finds in any well-formed CSV, wherever its pieces break', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '恒', ',', '"', '\n', '\r\n', ' ', ';', '😀'),
      maxLength: 6,
    })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(60)),
        (rows, record_delimiter, cuts) => {
          const text = stringify(rows, { record_delimiter, quoted_match: /["\n\r,]/ })
          const twin = parse(text, { relax_column_count: true, record_delimiter })
          expect(twin).toEqual(rows)
          expect(scan(cutAt(text, cuts), COMMAS).rows).toEqual(rows)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('gives the same rows for any text, wherever its pieces break', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '恒', ',', '"', '"', '\n', '\r'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(60)), fc.boolean(), (text, cuts, loneReturns) => {
        const format = { delimiter: 44, loneReturns }
        expect(scan(cutAt(text, cuts), format)).toEqual(scan([text], format))
      }),
      { numRuns: 2000 },
    )
  })

  test('a quote that opens a cell and never closes is given up after 1,000 lines', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `x${i},y`)
    const { rows } = scan([`a,b\n"stray,b\n${lines.join('\n')}`], COMMAS)
    expect(rows).toHaveLength(5002)
    expect(rows[1]).toEqual(['"stray', 'b'])
    expect(rows[5001]).toEqual(['x4999', 'y'])
  })

  test('a quote that opens a cell and never closes is given up after 4 million characters', () => {
    const long = 'x'.repeat(5_000_000)
    const { rows } = scan([`"stray,b\n${long}\nc,d"`], COMMAS)
    expect(rows.map((row) => row.length)).toEqual([2, 1, 2])
  })

  test('999 line breaks in one quoted cell are kept', () => {
    const cell = 'x\n'.repeat(999)
    expect(scan([`"${cell}",y`], COMMAS).rows).toEqual([[cell, 'y']])
  })
})

function cutAt(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.filter((cut) => cut < text.length))].sort((a, b) => a - b)
  return [0, ...places].map((start, i) => text.slice(start, places[i] ?? text.length))
}
