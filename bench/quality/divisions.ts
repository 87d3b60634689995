import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { currentCodes, findDivisions } from '../../src/normalize/divisions.ts'
import type { Figure } from './figure.ts'
import { DATA } from './read-data.ts'

/** [code, name, parent, first year, last year, current codes], as areacodes lists divisions out of use. */
type Change = readonly [string, string, string, number, number, readonly string[]]

/** The table of successors against a list of all divisions that were abolished, renamed or upgraded since 2000. */
export async function divisions(): Promise<Figure[]> {
  const file = join(DATA, '../domain/historical_divisions.json')
  const { rows } = JSON.parse(readFileSync(file, 'utf8')) as { readonly rows: readonly Change[] }
  const changes = rows.filter(([, , , , lastYear]) => lastYear >= 2000)
  const succeeded = changes.filter(([code]) => currentCodes(code).length > 0)
  const agreed = changes.filter(([code, , , , , codes]) => {
    const ours = currentCodes(code)
    return codes.some((other) => ours.some((own) => isWithin(own, other) || isWithin(other, own)))
  })
  const listed = changes.filter(([, , , , , codes]) => codes.length > 0)
  const read = changes.filter(([code, name]) => {
    const ours = currentCodes(code)
    return findDivisions(name).some((match) => match.codes.some((found) => ours.includes(found)))
  })
  const figure = (name: string, part: number, whole: number): Figure => ({
    task: 'divisions',
    figure: name,
    value: `${part} of ${whole}`,
    bar: 'all',
    isMet: part === whole,
  })
  return [
    figure('changes since 2000 with a successor', succeeded.length, changes.length),
    figure('successors that the list agrees with', agreed.length, listed.length),
    figure('former names that lead to it', read.length, changes.length),
  ]
}

/** Claims that a code is another one or lies under it. */
const isWithin = (code: string, above: string): boolean => code.startsWith(above.replace(/(?:00){1,2}$/, ''))
