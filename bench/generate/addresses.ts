import type { City, County } from './places.ts'
import { drawByWeight, hashOf, Random, zipfWeights } from './random.ts'
import { cellRates } from './rates.ts'
import { buildingKinds, commonRoads, parkKinds, placeCharacters, roadKinds } from './words/roads.ts'

/** A place in parts; any of them may be ''. */
export interface Address {
  readonly province: string
  readonly city: string
  readonly county: string
  /** Road or village with its number. */
  readonly street: string
  readonly building: string
  readonly unit: string
  /** Stands on records of several customers, so it points at none of them. */
  readonly shared: boolean
}

const roads = commonRoads.split(' ')
const drawRoad = drawByWeight(zipfWeights(roads.length, 6, 0.8))
const roadKindList = roadKinds.split(' ')
const buildingKindList = buildingKinds.split(' ')
const parkKindList = parkKinds.split(' ')

/** A place of one customer's own: town or park, road, number, and often a building with a room. */
export function makeAddress(city: City, county: County, random: Random): Address {
  const kind = random.fraction()
  const street = kind < 0.68 ? urbanStreet(random) : kind < 0.84 ? parkStreet(random) : ruralStreet(random)
  const housed = kind < 0.68 && random.chance(0.5)
  const building = housed && random.chance(0.6) ? stem(random) + random.pick(buildingKindList) : ''
  return {
    province: city.province,
    city: city.name,
    county: county.name,
    street,
    building,
    unit: housed
      ? makeUnit(random)
      : kind < 0.84 && random.chance(0.25)
        ? `${random.between(1, 30)}号楼`
        : '',
    shared: false,
  }
}

/** The office of agency `number` of a city: always the same, to the room. */
export function agencyAddress(city: City, number: number): Address {
  const random = new Random(hashOf(city.index, number, 11))
  const county = random.pick(city.counties)
  const street = urbanStreet(random)
  const building = stem(random) + random.pick(buildingKindList)
  const unit = makeUnit(random)
  return {
    province: city.province,
    city: city.name,
    county: county.name,
    street,
    building,
    unit,
    shared: true,
  }
}

/** A room in incubator `number` of a city; in some incubators all tenants have the same room. */
export function incubatorAddress(city: City, number: number, random: Random): Address {
  const own = new Random(hashOf(city.index, number, 12))
  const county = own.pick(city.counties)
  const street = urbanStreet(own)
  const building = `${stem(own)}${own.pick(['创业园', '孵化基地', '众创空间', '科创中心'])}`
  const room = `${own.between(1, 5)}${own.between(10, 40)}室（集群注册）`
  const unit = own.chance(0.4) ? room : `${random.between(1, 6)}层${random.between(1, 40)}号工位`
  return {
    province: city.province,
    city: city.name,
    county: county.name,
    street,
    building,
    unit,
    shared: true,
  }
}

function urbanStreet(random: Random): string {
  const town = random.chance(0.15) ? `${stem(random)}街道` : ''
  return `${town}${roadName(random)}${houseNumber(random)}`
}

function parkStreet(random: Random): string {
  const park = `${random.chance(0.5) ? stem(random) : ''}${random.pick(parkKindList)}`
  return `${park}${roadName(random)}${houseNumber(random)}`
}

function ruralStreet(random: Random): string {
  const place = `${stem(random)}${random.pick(['镇', '镇', '乡'])}${stem(random)}村`
  return (
    place +
    (random.chance(0.4) ? `${random.between(1, 12)}组${random.between(1, 90)}号` : houseNumber(random))
  )
}

function roadName(random: Random): string {
  return random.chance(0.6) ? roads[drawRoad(random)] : stem(random) + random.pick(roadKindList)
}

function houseNumber(random: Random): string {
  const number = 1 + Math.floor(random.fraction() ** 2 * 900)
  return random.chance(0.05)
    ? random.pick([`甲${number}号`, `${number}-1号`, `${number}号附1号`, `${number}号院`])
    : `${number}号`
}

function stem(random: Random): string {
  const at = random.below(placeCharacters.length)
  const other = (at + 1 + random.below(placeCharacters.length - 1)) % placeCharacters.length
  return placeCharacters[at] + placeCharacters[other]
}

function makeUnit(random: Random): string {
  const floor = random.between(1, 26)
  const room = `${floor}${String(random.between(1, 16)).padStart(2, '0')}`
  switch (random.below(5)) {
    case 0:
      return `${random.character('ABCD')}座${room}室`
    case 1:
      return `${random.between(1, 20)}号楼${random.between(1, 4)}单元${room}室`
    case 2:
      return `${random.between(1, 20)}栋${room}`
    case 3:
      return `${floor}层${room}室`
    default:
      return `${room}室`
  }
}

/** The address in full: 山西省太原市小店区人民路88号金桥大厦A座1203室. */
export function fullAddress({ province, city, county, street, building, unit }: Address): string {
  return (province === city ? city : province + city) + county + street + building + unit
}

/** The address as a person types it: parts left out, the rest restyled. */
export function formatAddress(address: Address, random: Random): string {
  const { province, city, county, street, building, unit } = address
  const short = random.chance(cellRates.provinceDropped)
  const bare = random.chance(cellRates.cityDropped)
  const head = bare ? '' : province === city || short ? city : province + city
  const within = random.chance(cellRates.countyDropped) ? '' : county
  // A shared building without its room would look like the place of its owner.
  const inside = random.chance(cellRates.unitDropped) ? '' : building + unit
  const text = head + within + street + inside
  return random.chance(cellRates.addressRestyled) ? restyle(text, random) : text
}

const CHINESE_DIGITS = '零一二三四五六七八九十'

function restyle(text: string, random: Random): string {
  switch (random.below(7)) {
    case 0:
      return text.replace(/号楼/g, random.pick(['栋', '幢', '#楼']))
    case 1:
      return text.replace(/室$/, '')
    case 2:
      return text.replace(
        /(?<!\d)([1-9]|10)(?=号楼|栋|单元|组|层)/g,
        (digit) => CHINESE_DIGITS[Number(digit)],
      )
    case 3:
      return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 4:
      return text.replace(/(省|自治区|市)/, '$1 ')
    case 5:
      return text.replace(/(\d)号(?!楼)/, '$1#')
    default:
      return text.replace(/省/, '').replace(/(?<=[^市])市(?=.{1,4}[区县市])/, '')
  }
}
