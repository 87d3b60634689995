import { areaList } from '@vant/area-data'
import { type Draw, drawByWeight } from './random.ts'
import { cityTable } from './words/cities.ts'

/** A city that customers live in. */
export interface City {
  readonly index: number
  /** 省, 自治区 or 直辖市 in full: 山西省. */
  readonly province: string
  readonly provinceShort: string
  readonly name: string
  readonly short: string
  readonly counties: readonly County[]
  readonly areaCode: string
  readonly localDigits: number
  /** Its share of all customers. */
  readonly share: number
}

/** A county, district or county-level city; in 东莞 and 中山, which have none, a town. */
export interface County {
  readonly code: string
  readonly name: string
  /** The name that firms carry in front; '' where firms carry the city's (a district). */
  readonly short: string
}

const SUFFIX =
  /(?:市|地区|盟|(?:(?:土家|苗|藏|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|朝鲜|羌|哈萨克|柯尔克孜)族?){1,3}自治州)$/u
const PROVINCE_SUFFIX = /(?:省|市|维吾尔自治区|壮族自治区|回族自治区|自治区)$/u

/** All cities, in the order of their codes. */
export const cities: readonly City[] = readCities()

/** A city in proportion to its firms. */
export const drawCity: Draw = drawByWeight(cities.map((city) => city.share))

function readCities(): City[] {
  const rows = cityTable
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [province, rest] = line.split(': ')
      return rest.split(', ').map((entry) => ({ province, fields: entry.split(' ') }))
    })
  const total = rows.reduce((sum, { fields }) => sum + Number(fields[3]), 0)
  const counties = countiesByCity()
  return rows.map(({ province, fields: [city, areaCode, localDigits, weight] }, index) => {
    const name = areaList.city_list[`${province}${city}00`]
    const full = areaList.province_list[`${province}0000`]
    return {
      index,
      province: full,
      provinceShort: full.replace(PROVINCE_SUFFIX, ''),
      name,
      short: shortCity(name),
      counties: counties.get(province + city) ?? [],
      areaCode,
      localDigits: Number(localDigits),
      share: Number(weight) / total,
    }
  })
}

function countiesByCity(): Map<string, County[]> {
  const counties = new Map<string, County[]>()
  const entries = Object.entries(areaList.county_list).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [code, name] of entries) {
    // Codes of development zones are of the publisher's own making.
    if (/^\d{4}7[1-9]/.test(code)) continue
    const city = code.slice(0, 4)
    const county = { code, name, short: shortCounty(name) }
    counties.set(city, [...(counties.get(city) ?? []), county])
  }
  return counties
}

function shortCity(name: string): string {
  const short = name.replace(SUFFIX, '')
  return short.length >= 2 ? short : name
}

function shortCounty(name: string): string {
  if (!/[县市]$/u.test(name) || name.length > 5 || name.includes('自治')) return ''
  return name.length > 2 ? name.slice(0, -1) : name
}
