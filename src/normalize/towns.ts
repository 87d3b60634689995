import type { Address } from './address.ts'
import { currentCodes, divisionPath } from './divisions.ts'
import { TOWNS } from './lexicon/towns.ts'
import { relateDivisions } from './relate-divisions.ts'

/** A town or street office: 镇, 乡, 街道; `county` is its current GB/T 2260 code (a city's where there are no counties). */
export interface Town {
  readonly name: string
  readonly county: string
}

const KINDS: Readonly<Record<string, string>> = { ';': '街道', ',': '镇', ':': '乡', '|': '' }

let built: ReadonlyMap<string, readonly Town[]> | undefined

/** By stem, since a 镇 becomes a 街道 and keeps its name. */
function build(): ReadonlyMap<string, readonly Town[]> {
  const byStem = new Map<string, Town[]>()
  for (const line of TOWNS.trim().split('\n')) {
    const county = currentCodes(line.slice(0, 6))[0] ?? ''
    for (const [, stem = '', mark = ''] of line.slice(6).matchAll(/([^;,:|]+)([;,:|])/g)) {
      const town = { name: stem + KINDS[mark], county }
      const known = byStem.get(stem)
      if (known === undefined) byStem.set(stem, [town])
      else known.push(town)
    }
  }
  return byStem
}

const KIND = /(?:街道办事处|街道办?|镇|乡)$/

/**
 * The towns of a name, whatever kind each is; [] when unknown. 3,700 names occur more than once (城关镇 88 times).
 * @example findTowns('周庄镇').length
 */
export function findTowns(name: string): readonly Town[] {
  built ??= build()
  return built.get(name) ?? built.get(name.replace(KIND, '')) ?? []
}

/**
 * The address with the county that its town implies, when the address names none and only one county (of the province or
 * city it names) has such a town; otherwise the same address.
 * @example inferCounty(parseAddress('苏州市木渎镇')).county // '320506'
 */
export function inferCounty(address: Address): Address {
  if (address.town === '' || address.county !== '') return address
  const above = address.divisions.join('/')
  const counties = new Set<string>()
  for (const { county } of findTowns(address.town)) {
    if (above === '' || relateDivisions(county, above) !== 'apart') counties.add(county)
  }
  const [county, ...others] = counties
  if (county === undefined || others.length > 0) return address
  return { ...address, ...divisionPath(county), divisions: [county] }
}
