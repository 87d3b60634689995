/** The towns as hashes of place and name: what the parser of company names needs of them, at a third of the size. */
import { encodeHashes, hashOfTown } from '../../company-name/town-names.ts'
import { withoutPeoples } from '../../division-names.ts'
import { currentCodes, divisionOf } from '../../divisions.ts'

const TOWN = /([^;,:|]+)([;,:|])/g
const MUNICIPALITIES = ['11', '12', '31', '50']

/** The city a county lies in, a municipality itself. */
const cityOf = (county: string): string =>
  `${county.slice(0, MUNICIPALITIES.includes(county.slice(0, 2)) ? 2 : 4)}`.padEnd(6, '0')

/** Every town by its county, 镇 by their city too: names mostly leave out the county only before those. */
export function formatTownNames(tables: readonly string[]): string {
  const hashes = new Set<number>()
  for (const line of tables.flatMap((table) => table.trim().split('\n'))) {
    const county = currentCodes(line.slice(0, 6))[0] ?? ''
    for (const [, whole = '', mark = ''] of line.slice(6).matchAll(TOWN)) {
      const name = nameOf(whole, mark)
      if (name.length < 2 || name.length > 3) continue
      // 平阴县平阴 is the county said twice.
      if (divisionOf(county)?.short === name) continue
      hashes.add(hashOfTown(county, name))
      if (mark === ',') hashes.add(hashOfTown(cityOf(county), name))
    }
  }
  return encodeHashes(hashes)
}

/** What a town is called for short: 雾山 for 雾山土家族(乡), 金盏 for 金盏地区, '' for zones and farms. */
function nameOf(whole: string, mark: string): string {
  if (mark !== '|') return withoutPeoples(whole)
  return /^(.+)(?:地区|苏木)$/.exec(whole)?.[1] ?? ''
}
