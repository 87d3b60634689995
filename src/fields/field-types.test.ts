import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glanceAtTexts, levelOfCells, partsOfCell, settleTexts } from '../../fixtures/compare-cells.ts'
import { type Comparison, type FieldType, type ParsedCell, UNSETTLED } from '../model/field-type.ts'
import { fieldTypes } from './index.ts'

const table = readFileSync(new URL('../../fixtures/fields/levels.tsv', import.meta.url), 'utf8')
const cases = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string, string, string, string])

function fieldOf(name: string): FieldType {
  const field = fieldTypes.find((type) => type.name === name)
  if (field === undefined) throw new Error(`no field ${name}`)
  return field
}

function comparisonOf(field: string, name: string) {
  const comparison = fieldOf(field).comparisons.find((known) => known.name === name)
  if (comparison === undefined) throw new Error(`no comparison ${name}`)
  return comparison
}

const every = fieldTypes.map((field) => [field.name, field] as const)

describe('levels', () => {
  test.each(cases)('%s, %s: %s and %s are %s', (field, comparison, left, right, level) => {
    expect(levelOfCells(fieldOf(field), comparisonOf(field, comparison), left, right)).toBe(level)
    expect(levelOfCells(fieldOf(field), comparisonOf(field, comparison), right, left)).toBe(level)
  })

  test('every level of every comparison has an example', () => {
    const shown = new Set(cases.map(([field, comparison, , , level]) => `${field} ${comparison} ${level}`))
    const all = fieldTypes.flatMap(({ name, comparisons }) =>
      comparisons.flatMap((comparison) =>
        comparison.levels.map((level) => `${name} ${comparison.name} ${level.name}`),
      ),
    )
    expect(all.filter((level) => !shown.has(level))).toEqual([])
  })
})

/** What a glance tells of two entries is what their texts tell; what it leaves open is no higher than it says. */
function checkGlance(
  comparison: Comparison,
  field: FieldType,
  left: readonly string[],
  right: readonly string[],
  level: number,
): void {
  const { parts, levels, highestOpen = levels.length - 1 } = comparison
  const seen = glanceAtTexts(field, comparison, left, right)
  if (seen !== UNSETTLED) {
    // A missing part is no evidence, whatever the texts of the others say.
    const at = field.parts.indexOf(parts[0])
    if (!((left[at] === '' || right[at] === '') && seen === -1)) expect(seen).toBe(level)
    return
  }
  const settled = settleTexts(field, comparison, left, right)
  if (settled !== UNSETTLED) expect(settled).toBe(level)
  expect(level).toBeLessThanOrEqual(highestOpen)
}

describe.each(every)('%s', (_, field) => {
  const samples = cases.filter(([name]) => name === field.name).flatMap(([, , left, right]) => [left, right])
  const cell = fc.oneof(
    fc.constantFrom(...samples),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'0123456789-/、转.@有限公司太原恒通（）号路张 \n'), maxLength: 30 }),
  )
  const role = fc.constantFrom(...field.roles.map(({ name }) => name))

  const checkShape = ({ entries, quality, display, unreadable, repaired, junk }: ParsedCell) => {
    for (const entry of entries) {
      expect(entry).toHaveLength(field.parts.length + (field.keyParts?.length ?? 0))
      for (const text of entry) expect(text).toBeTypeOf('string')
      for (const key of field.keys)
        key.write(entry, { put: (text) => expect(text).toBeTypeOf('string'), end() {} })
    }
    expect(quality).toBeGreaterThanOrEqual(0)
    expect(quality).toBeLessThanOrEqual(1)
    for (const text of [display, unreadable, repaired, junk]) expect(text).toBeTypeOf('string')
    if (entries.length > 0) expect(junk).toBe('')
  }

  test('parses any cell to entries of its parts, and the same each time', () => {
    fc.assert(
      fc.property(cell, role, (text, role) => {
        const parsed = field.parse(text, role)
        checkShape(parsed)
        expect(field.parse(text, role)).toEqual(parsed)
      }),
      { numRuns: 300 },
    )
  })

  test('an empty or blank cell is missing: no entry, no fault, no worth', () => {
    for (const { name } of field.roles) {
      for (const text of ['', ' ', '　']) {
        expect(field.parse(text, name)).toEqual({
          entries: [],
          display: '',
          quality: 0,
          unreadable: '',
          repaired: '',
          junk: '',
        })
      }
    }
  })

  test('a megabyte in a cell is no disaster', () => {
    for (const text of [
      '1'.repeat(1_000_000),
      '太原'.repeat(500_000),
      '-'.repeat(1_000_000),
      'a@b'.repeat(300_000),
    ]) {
      checkShape(field.parse(text, field.roles[0].name))
    }
  })

  test('entries of the same parts have the same key parts', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), role, (texts, role) => {
        const keyParts = new Map<string, readonly string[]>()
        for (const entry of texts.flatMap((text) => field.parse(text, role).entries)) {
          const parts = JSON.stringify(entry.slice(0, field.parts.length))
          const own = entry.slice(field.parts.length)
          expect(keyParts.get(parts) ?? own).toEqual(own)
          keyParts.set(parts, own)
        }
      }),
    )
  })

  test('no label shows a value of which evidence shows a part', () => {
    const shortened = field.comparisons.filter(({ shownAs }) => shownAs !== undefined)
    const labels = shortened.flatMap(({ levels }) => levels.flatMap(({ label }) => [label.zh, label.en]))
    expect(labels.filter((label) => /\{(left|right)\}/.test(label))).toEqual([])
  })

  test('comparisons are symmetric and within their levels, and glances tell nothing else', () => {
    for (const comparison of field.comparisons) {
      const prepare = (entry: readonly string[]) =>
        comparison.prepare(comparison.parts.map((part) => entry[field.parts.indexOf(part)]))
      fc.assert(
        fc.property(cell, cell, role, (left, right, role) => {
          for (const a of field.parse(left, role).entries) {
            for (const b of field.parse(right, role).entries) {
              const level = comparison.level(prepare(a), prepare(b))
              expect(comparison.level(prepare(b), prepare(a))).toBe(level)
              checkGlance(comparison, field, a, b, level)
              expect(level).toBeGreaterThanOrEqual(-1)
              expect(level).toBeLessThan(comparison.levels.length)
            }
          }
        }),
        { numRuns: 200 },
      )
    }
  })

  test('what it names exists', () => {
    for (const {
      parts,
      shown,
      frequency,
      vetoes,
      levels,
      glance,
      gate,
      highestOpen = 0,
    } of field.comparisons) {
      const known = [...parts, shown ?? parts[0], frequency?.part ?? parts[0], gate?.part ?? parts[0]]
      known.push(...(glance?.cells ?? []).flatMap(partsOfCell))
      expect(field.parts).toEqual(expect.arrayContaining(known))
      const names = levels.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toEqual(
        expect.arrayContaining([...Object.keys(frequency?.levels ?? {}), ...Object.keys(vetoes ?? {})]),
      )
      expect(highestOpen).toBeLessThan(levels.length)
      for (const { label } of levels) expect([label.zh, label.en]).not.toContain('')
    }
    const named = [field.identity, field.generic, ...(field.exclusive ?? []).map(({ part }) => part)]
    expect(field.parts).toEqual(expect.arrayContaining(named.filter((part) => part !== undefined)))
  })
})

test('no heading names two roles', () => {
  const owners = new Map<string, string>()
  for (const { name, headings } of fieldTypes.flatMap(({ roles }) => roles)) {
    for (const heading of headings) {
      expect(owners.get(heading) ?? name, heading).toBe(name)
      owners.set(heading, name)
    }
  }
})

test.each([
  ['914403001922038216', 'creditCode'],
  ['19220382-1', 'creditCode'],
  ['13910002000', 'phone'],
  ['0351-4666688', 'phone'],
  ['li@hengtong.com', 'email'],
  ['http://www.hengtong.com.cn', 'website'],
  ['太原恒通商贸有限公司', 'companyName'],
  ['太原市迎泽区并州北路21号', 'address'],
  ['好', undefined],
  ['2024-03-05', undefined],
  ['20240305', undefined],
  ['23456789', undefined],
  ['110105194912310021', undefined],
])('by its content %s is %s', (text, name) => {
  expect(fieldTypes.find(({ recognises }) => recognises?.(text) === true)?.name).toBe(name)
})
