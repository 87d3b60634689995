import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Address } from './addresses.ts'
import type { Lead } from './companies.ts'
import type { NextLead } from './groups.ts'
import { industries, type LegalKind, type NameParts } from './names.ts'
import { type City, type County, cities } from './places.ts'
import { Random } from './random.ts'

/** One row of a base file. */
export interface BaseRow {
  readonly uscc: string
  readonly name: string
  readonly address: string
  readonly province: string
  readonly city: string
}

const COLUMNS = ['uscc', 'name', 'address', 'province', 'city'] as const

/**
 * Companies of a CSV file (.csv or .csv.gz) with the columns uscc, name, address, province and city, each a
 * customer of its own, in an order that the seed decides. Rows without a name or in a city that is not known are
 * left out, and the second of two rows with one name or code. The whole file is held in memory.
 * Throws when the file cannot be read or a column is missing.
 */
export function readBase(path: string, seed: number): NextLead {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const rows: BaseRow[] = parse(text, {
    columns: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  })
  const missing = COLUMNS.filter((column) => rows.length > 0 && !(column in rows[0]))
  if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(', ')}`)
  return leadsOf(rows, seed)
}

/** Hands out the rows as companies in an order that the seed decides; null when there are no more. */
export function leadsOf(rows: readonly BaseRow[], seed: number): NextLead {
  const left = rows.slice()
  const random = new Random(seed ^ 0x62617365)
  const seen = new Set<string>()
  return () => {
    while (left.length > 0) {
      const at = random.below(left.length)
      const row = left[at]
      left[at] = left[left.length - 1]
      left.pop()
      const lead = leadOf(row, random)
      if (lead === null || seen.has(row.name) || seen.has(row.uscc)) continue
      seen.add(row.name)
      if (row.uscc !== '') seen.add(row.uscc)
      return lead
    }
    return null
  }
}

const citiesByName = new Map(cities.map((city) => [`${city.provinceShort}|${city.short}`, city]))

function leadOf(row: BaseRow, random: Random): Lead | null {
  const city = citiesByName.get(`${row.province}|${row.city}`)
  if (city === undefined || row.name.length < 4) return null
  const named = (county: County) => county.short !== '' && row.name.startsWith(county.short)
  const county =
    city.counties.find((county) => row.address.includes(county.name)) ??
    city.counties.find(named) ??
    random.pick(city.counties)
  const lead: Lead = { city, county, name: splitName(row.name, city), kind: kindOf(row) }
  return {
    ...lead,
    ...(row.uscc.length === 18 ? { creditCode: row.uscc } : {}),
    ...(row.address === '' ? {} : { registered: splitAddress(row.address, city) }),
  }
}

function kindOf(row: BaseRow): LegalKind {
  const authority = row.uscc.length === 18 ? row.uscc.slice(0, 2) : '91'
  return { authority, forms: ['有限公司'], trades: [], local: false }
}

const tradeOfWord = new Map(industries.flatMap((trade) => trade.words.map((word) => [word, trade] as const)))
const LONGEST_WORD = Math.max(...[...tradeOfWord.keys()].map((word) => word.length))
const FORM =
  /(?:(?:集团|（集团）|\(集团\))?(?:股份|控股)?有限(?:责任)?公司|(?:农民)?专业合作社|合作社|合伙企业[（(](?:有限合伙|普通合伙)[）)]|经营部|门市部|批发部|商行|集团|总公司|公司|厂|店|部|中心)$/u
const BRANCH = /^(.{4,}?(?:公司|合作社))(.{3,})$/u

/** The parts of a name as far as plain rules find them; what they cannot split stays one brand. */
export function splitName(name: string, city: City): NameParts {
  const branch = BRANCH.exec(name)
  const whole = branch ? branch[1] : name
  const form = FORM.exec(whole)?.[0] ?? ''
  const region = leadingRegion(whole, city)
  const core = whole.slice(region.length, whole.length - form.length)
  const industry = trailingTrade(core)
  const trade = tradeOfWord.get(industry)
  return {
    region,
    regionShort: region.length > 2 ? region.replace(/[省市县]$/u, '') : region,
    bracketed: false,
    brand: core.slice(0, core.length - industry.length),
    industry,
    trade: trade?.id ?? -1,
    synonyms: trade?.words ?? [],
    form,
    branch: branch ? branch[2] : '',
  }
}

function leadingRegion(name: string, city: City): string {
  let end = 0
  const counties = city.counties.flatMap(({ name, short }) => (short === '' ? [name] : [name, short]))
  const regions = [city.province, city.provinceShort, city.name, city.short, ...counties]
  for (let round = 0; round < 3; round++) {
    const region = regions.find((text) => name.startsWith(text, end) && name.length - end - text.length >= 4)
    if (region === undefined) break
    end += region.length
  }
  return name.slice(0, end)
}

/** The longest known word of a trade at the end that leaves a brand of two characters; '' when there is none. */
function trailingTrade(core: string): string {
  for (let length = Math.min(LONGEST_WORD, core.length - 2); length >= 2; length--) {
    const word = core.slice(core.length - length)
    if (tradeOfWord.has(word)) return word
  }
  return ''
}

function splitAddress(text: string, city: City): Address {
  let rest = text
  const cut = (name: string): string => {
    if (!rest.startsWith(name)) return ''
    rest = rest.slice(name.length)
    return name
  }
  const province = cut(city.province)
  const cityName = cut(city.name)
  const county = city.counties.map(({ name }) => cut(name)).find((name) => name !== '') ?? ''
  return { province, city: cityName, county, street: rest, building: '', unit: '', shared: false }
}
