import { expect, test } from 'vitest'
import { fieldTypes } from '../fields/index.ts'
import { shippedModel } from './shipped-model.ts'

/** All `field.comparison.level` there are. */
const named = fieldTypes.flatMap((field) =>
  field.comparisons.flatMap((comparison) =>
    comparison.levels.map((level) => `${field.name}.${comparison.name}.${level.name}`),
  ),
)
const shipped = Object.entries(shippedModel.comparisons).flatMap(([field, comparisons]) =>
  Object.entries(comparisons).flatMap(([comparison, levels]) =>
    Object.keys(levels).map((level) => `${field}.${comparison}.${level}`),
  ),
)

test('every level of every comparison has its m and u, in the order of strength, and nothing else has', () => {
  expect([...shipped].sort()).toEqual([...named].sort())
  for (const field of fieldTypes) {
    for (const { name, levels } of field.comparisons) {
      expect(Object.keys(shippedModel.comparisons[field.name][name])).toEqual(
        levels.map((level) => level.name),
      )
    }
  }
})

test('names of fields, comparisons, levels, parts and keys are used once where they must be', () => {
  const isOnce = (names: readonly string[]) => expect(new Set(names).size).toBe(names.length)
  isOnce(fieldTypes.map(({ name }) => name))
  isOnce(fieldTypes.flatMap(({ roles }) => roles.map(({ name }) => name)))
  for (const { parts, comparisons, keys } of fieldTypes) {
    isOnce(parts)
    isOnce(keys.map(({ name }) => name))
    isOnce(comparisons.map(({ name }) => name))
    for (const { levels } of comparisons) isOnce(levels.map(({ name }) => name))
  }
})

test.each(fieldTypes.map((field) => [field.name, field] as const))(
  'what %s says of itself refers to parts and levels it has',
  (_, { parts, comparisons, exclusive = [], identity, generic }) => {
    const used = [
      ...exclusive.map(({ part }) => part),
      ...comparisons.flatMap(({ parts: read, shown, frequency }) => {
        return [...read, shown, frequency?.part, ...(frequency?.by ?? [])]
      }),
      identity,
      generic,
    ].filter((part) => part !== undefined)
    expect(used.filter((part) => !parts.includes(part))).toEqual([])
    for (const { levels, frequency, vetoes = {} } of comparisons) {
      const known = levels.map(({ name }) => name)
      expect(
        [...Object.keys(frequency?.levels ?? {}), ...Object.keys(vetoes)].filter(
          (name) => !known.includes(name),
        ),
      ).toEqual([])
    }
  },
)
