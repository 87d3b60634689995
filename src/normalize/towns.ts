import type { Address } from './address.ts'
import { divisionPath } from './division-path.ts'
import { currentCodes } from './divisions.ts'
import { FORMER_TOWNS, TOWNS } from './lexicon/towns.ts'
import { relateDivisions } from './relate-divisions.ts'

/**
 * A town or street office: 镇, 乡, 街道; `county` is its current GB/T 2260 code (a city's where there are no counties).
 * `isFormer` for one that was merged or renamed since 2016.
 */
export interface Town {
  readonly name: string
  readonly county: string
  readonly isFormer: boolean
}

const KINDS: Readonly<Record<string, string>> = { ';': '街道', ',': '镇', ':': '乡', '|': '' }

let built: ReadonlyMap<string, readonly Town[]> | undefined

/** By stem, since a 镇 becomes a 街道 and keeps its name. */
function build(): ReadonlyMap<string, readonly Town[]> {
  const byStem = new Map<string, Town[]>()
  readTable(TOWNS, false, byStem)
  readTable(FORMER_TOWNS, true, byStem)
  return byStem
}

function readTable(table: string, isFormer: boolean, byStem: Map<string, Town[]>): void {
  for (const line of table.trim().split('\n')) {
    const county = currentCodes(line.slice(0, 6))[0] ?? ''
    for (const [, stem = '', mark = ''] of line.slice(6).matchAll(/([^;,:|]+)([;,:|])/g)) {
      const town = { name: stem + KINDS[mark], county, isFormer }
      const known = byStem.get(stem)
      if (known === undefined) byStem.set(stem, [town])
      else known.push(town)
    }
  }
}

const KIND = /(?:街道办事处|街道办?|镇|乡)$/

/**
 * The towns of a name, whatever kind each is, former ones last; [] when unknown. 4,900 names occur more than once (城关 159 times).
 * @example findTowns('周庄镇').length
 */
export function findTowns(name: string): readonly Town[] {
  built ??= build()
  return built.get(name) ?? built.get(name.replace(KIND, '')) ?? []
}

/**
 * The address with the county that its town implies, when the address names none and only one county (of the province or
 * city it names) has such a town, or had one if none has; otherwise the same address.
 * @example inferCounty(parseAddress('苏州市木渎镇')).county // '320506'
 */
export function inferCounty(address: Address): Address {
  if (address.town === '' || address.county !== '') return address
  const above = address.divisions.join('/')
  const near = findTowns(address.town).filter(
    ({ county }) => above === '' || relateDivisions(county, above) !== 'apart',
  )
  const current = near.filter(({ isFormer }) => !isFormer)
  const [county, ...others] = new Set((current.length > 0 ? current : near).map((town) => town.county))
  if (county === undefined || others.length > 0) return address
  return { ...address, ...divisionPath(county), divisions: [county] }
}
