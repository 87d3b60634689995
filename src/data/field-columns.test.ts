import { expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { textOf } from './dictionary.ts'
import { partOf } from './field-columns.ts'

const columns = columnsOf(['brand', 'industry'], [[['恒通', '煤业']], []])

test('a part is found by its name', () => {
  const { codes, dictionary } = partOf(columns, 'industry')
  expect(textOf(dictionary, codes[0])).toBe('煤业')
})

test('a part that is not there is a mistake that names those that are', () => {
  expect(() => partOf(columns, 'sound')).toThrow("no part 'sound' among brand, industry")
})
