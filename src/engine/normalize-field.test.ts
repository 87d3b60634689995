import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { madeName, madePhone } from '../../fixtures/field-types.ts'
import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import { hashText } from '../data/hash.ts'
import { countNumbers, getNumber, numberEntries } from '../data/number-map.ts'
import type { FieldType } from '../model/field-type.ts'
import { exclusiveColumns, isConflict } from './exclusive-columns.ts'
import { type NormalizedField, normalizeField } from './normalize-field.ts'
import { toRecords } from './to-records.ts'

/** Normalizes columns of cells, each with its role. */
function normalize(type: FieldType, columns: Readonly<Record<string, readonly string[]>>): NormalizedField {
  const rowCount = Math.max(0, ...Object.values(columns).map(({ length }) => length))
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[row]])),
  )
  const { table } = toRecords(rows)
  const roles = table.columns.map((column) => ({ column, role: column.name }))
  return normalizeField({ type, columns: roles, rowCount })
}

/** The entries of a row as texts. */
function entriesOf({ type, columns }: NormalizedField, row: number): string[][] {
  return Array.from(columns.entries.subarray(columns.starts[row], columns.starts[row + 1]), (entry) =>
    type.parts.map((name) => {
      const { codes, dictionary } = partOf(columns, name)
      return textOf(dictionary, codes[entry])
    }),
  )
}

const cell = fc.constantFrom('', '恒通', '恒通/昌硕', '昌硕@一部', '恒通@一部/恒通', '?', '测试', '/')

describe('normalizeField', () => {
  test('a record has the distinct entries of all its cells, in the order of columns', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 12 }), (rows) => {
        const field = normalize(madeName, {
          name: rows.map(([name]) => name),
          formerName: rows.map(([, former]) => former),
        })
        rows.forEach((cells, row) => {
          const all = cells.flatMap((text) => madeName.parse(text, 'name').entries)
          const distinct = [...new Map(all.map((entry) => [JSON.stringify(entry), entry])).values()]
          expect(entriesOf(field, row)).toEqual(distinct)
        })
      }),
    )
  })

  test('cells that are parsed in ranges give the same field', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (rows, most) => {
          const { table } = toRecords(rows.map(([name, formerName]) => ({ name, formerName })))
          const columns = table.columns.map((column) => ({ column, role: column.name }))
          const job = { type: madeName, columns, rowCount: table.rowCount }
          const [whole, pieces] = [normalizeField(job), normalizeField(job, () => {}, most)]
          expect(pieces.columns).toEqual(whole.columns)
          const notes = ({ cells }: NormalizedField) =>
            cells.map(({ displays, junk, unreadable, repaired }) =>
              [displays, junk, unreadable, repaired].map((of) =>
                [...numberEntries(of)].sort(([a], [b]) => a - b),
              ),
            )
          expect(notes(pieces)).toEqual(notes(whole))
          // A thread that joins a field sends it.
          const { type: _, ...sent } = pieces
          expect(structuredClone(sent)).toEqual(sent)
        },
      ),
    )
  })

  test('an entry is there once however many records hold it, and each cell is parsed once', () => {
    let parsed = 0
    const counted: FieldType = {
      ...madeName,
      parse: (text, role) => {
        parsed++
        return madeName.parse(text, role)
      },
    }
    const field = normalize(counted, {
      name: Array.from({ length: 1000 }, (_, i) => (i % 2 ? '恒通' : '昌硕')),
    })
    expect(parsed).toBe(2)
    expect(field.columns.entryCount).toBe(2)
    expect(field.columns.entries.length).toBe(1000)
  })

  test('entries that differ in where a part ends are two', () => {
    const odd: FieldType = {
      ...madeName,
      parse: (text) => ({ ...madeName.parse(text, ''), entries: [text.split('|')] }),
    }
    const field = normalize(odd, { name: ['ab|', 'a|b', '|ab', '|'] })
    expect(field.columns.entryCount).toBe(4)
    expect(entriesOf(field, 3)).toEqual([['', '']])
  })

  test('keys are hashed by entry; a missing key is none', () => {
    const { columns } = normalize(madePhone, { phone: ['4666666', '123'] })
    const [number, tail] = columns.keys
    const hashesOf = ({ starts, hashes }: typeof number, entry: number) => [
      ...hashes.subarray(starts[entry], starts[entry + 1]),
    ]
    expect(hashesOf(number, 0)).toEqual([hashText('4666666'), hashText('4666666')])
    expect(hashesOf(tail, 0)).toEqual([hashText('666')])
    expect(hashesOf(tail, 1)).toEqual([])
  })

  test('of a cell is known what it is worth, how it reads when mended, and what was wrong', () => {
    const field = normalize(madePhone, { phone: ['466 6666', '110', '466 6666'] })
    const [{ column, quality, displays, repaired, unreadable, role }] = field.cells
    expect(role).toBe('phone')
    const [code] = column.codes
    expect([quality[code], getNumber(displays, code), getNumber(repaired, code)]).toEqual([
      1,
      '4666666',
      'blanks taken out',
    ])
    expect([displays, repaired, unreadable].map(countNumbers)).toEqual([1, 1, 0])
    const names = normalize(madeName, { name: ['?', '测试', '恒通'] }).cells[0]
    expect([...numberEntries(names.unreadable)].map(([, reason]) => reason)).toEqual(['no letters in it'])
    expect([...numberEntries(names.junk)].map(([, reason]) => reason)).toEqual(['a test'])
  })

  test('a field without rows has no entries', () => {
    const { columns } = normalize(madeName, {})
    expect([columns.entryCount, columns.starts.length, columns.entries.length]).toEqual([0, 1, 0])
  })
})

describe('exclusiveColumns', () => {
  const columnsOf = (names: readonly string[], lifted: readonly string[] = []) => {
    const field = normalize(madeName, { name: names })
    return exclusiveColumns({ fields: [field], isJunk: new Uint8Array(names.length) }, new Set(lifted))
  }

  test('a record that names one value has it, one that names none is free', () => {
    const [codes] = columnsOf(['甲@一部', '乙', '丙@一部', '丁@二部', '戊/戊@二部'])
    expect(codes[1]).toBe(0)
    expect(codes[0]).toBe(codes[2])
    expect(codes[3]).toBe(codes[4])
    expect(new Set(codes).size).toBe(3)
  })

  test('a record that names two fits none that has one, nor another that names two', () => {
    const exclusives = columnsOf(['甲@一部/甲@二部/甲@一部', '甲@一部', '甲@二部', '甲@一部/甲@二部', '甲'])
    const conflicts = [1, 2, 3, 4].map((other) => isConflict(exclusives, 0, other))
    expect(conflicts).toEqual([true, true, true, false])
  })

  test('a lifted relation keeps nothing apart', () => {
    expect(columnsOf(['甲@一部', '甲@二部'], ['branch'])).toEqual([])
  })
})
