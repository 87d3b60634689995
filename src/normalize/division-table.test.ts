import { describe, expect, it, test } from 'vitest'
import { cellsBeginningWith, cellsOf, cellsOfCode, openDivisionTable } from './division-table.ts'
import { CURRENT_DIVISIONS, FORMER_DIVISIONS } from './lexicon/divisions.ts'

/** Every cell by plain splitting: the slow twin. */
const split = (text: string) =>
  text
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [digits, ...cells] = row.split(' ')
      return cells.map((cell) => {
        const [name = '', successors = ''] = cell.slice(2).split('>')
        return { code: digits + cell.slice(0, 2), name, successors }
      })
    })

describe.each([
  ['in use', CURRENT_DIVISIONS],
  ['former', FORMER_DIVISIONS],
])('the table of divisions %s', (_, text) => {
  const table = openDivisionTable(text)
  const cells = split(text)

  it('has all cells in their order', () => expect(cellsOf(table)).toEqual(cells))

  it('finds cells by the first character of their names', () => {
    for (const unit of new Set(cells.map(({ name }) => name.charCodeAt(0)))) {
      const some = cells.filter(({ name }) => name.charCodeAt(0) === unit)
      expect(cellsBeginningWith(table, unit)).toEqual(some)
    }
  })

  it('finds cells by their code', () => {
    for (const { code } of cells.slice(-300))
      expect(cellsOfCode(table, code)).toEqual(cells.filter((cell) => cell.code === code))
  })

  test.each(['', '12', 'abcdef', '999999', '1101001'])('has nothing under the code %j', (code) =>
    expect(cellsOfCode(table, code)).toEqual([]),
  )

  test.each(['x', '1', ' ', '\n'])('has no name that begins with %j', (character) =>
    expect(cellsBeginningWith(table, character.charCodeAt(0))).toEqual([]),
  )
})
