import { type Address, agencyAddress, incubatorAddress, makeAddress } from './addresses.ts'
import { makeCreditCode } from './credit-code.ts'
import { type LegalKind, makeBrand, type NameParts, withBrand, withRegion } from './names.ts'
import { makePerson } from './people.ts'
import { FIRST_MOBILE, LANDLINE, makeLandline, makeMobile, SECOND_MOBILE } from './phones.ts'
import type { City, County } from './places.ts'
import { hashOf, type Random } from './random.ts'
import { clientsPerAgency, customerRates } from './rates.ts'
import { spell } from './typos.ts'

/** A phone, and whether other customers have it too: then it does not tell whose record it is. */
export interface Phone {
  readonly number: string
  readonly shared: boolean
}

/** A customer as it truly is; its records are what people made of it. */
export interface Company {
  /** Its number among all customers. */
  readonly index: number
  readonly city: City
  readonly county: County
  readonly name: NameParts
  /** What it was called before; null when it always had its name. */
  readonly formerName: NameParts | null
  /** The former name has the brand and the trade of the present one. */
  readonly renamedLittle: boolean
  readonly creditCode: string
  /** '' number where it has none. */
  readonly landline: Phone
  readonly mobiles: readonly [Phone, Phone]
  /** The agency's or head office's; '' when there is none. */
  readonly sharedPhone: string
  readonly contacts: readonly [string, string]
  /** Both its contacts and their first mobile are another customer's too. */
  readonly sharedOwner: boolean
  readonly registered: Address
  readonly office: Address
  readonly email: string
  /** Another customer's name is one character away: typos and lost words would turn one into the other. */
  readonly delicate: boolean
}

/** What the maker of a group says of a company; the rest is drawn. */
export interface Lead {
  readonly city: City
  readonly county: County
  readonly name: NameParts
  readonly kind: LegalKind
  readonly delicate?: boolean
  /** From a base file, when given. */
  readonly creditCode?: string
  readonly registered?: Address
  /** The head office of its family. */
  readonly headOffice?: Address
  readonly switchboard?: string
  /** The firm whose owner owns this one too. */
  readonly ownedWith?: Company
}

/** What all customers of a run have in common. */
export interface World {
  /** How many customers are made in all: agencies are as many as that needs. */
  readonly customers: number
  /** Takes a name for one customer; false when people could not tell it from a name already taken. */
  readonly claim: (city: City, name: NameParts) => boolean
}

/** Draws all that a company has besides its name. */
export function makeCompany(lead: Lead, index: number, world: World, random: Random): Company {
  const { city, county, name, kind, ownedWith } = lead
  const agency = random.chance(customerRates.agency) ? drawAgency(city, world, random) : -1
  const registered = lead.registered ?? makeRegistered(lead, agency, world, random)
  const former =
    random.chance(customerRates.renamed) && !lead.delicate ? renameBack(lead, world, random) : null
  const contacts = ownedWith?.contacts ?? ([makePerson(random), makePerson(random)] as const)
  const landline = random.chance(customerRates.landline) ? makeLandline(city, index, LANDLINE) : ''
  const firstMobile = ownedWith ? ownedWith.mobiles[0].number : makeMobile(index, FIRST_MOBILE)
  return {
    index,
    city,
    county,
    name,
    formerName: former?.name ?? null,
    renamedLittle: former?.little ?? false,
    creditCode: lead.creditCode ?? makeCreditCode(index, kind.authority, county.code, random.fraction()),
    landline: { number: landline, shared: false },
    mobiles: [
      { number: firstMobile, shared: ownedWith !== undefined },
      { number: makeMobile(index, SECOND_MOBILE), shared: false },
    ],
    sharedPhone: lead.switchboard ?? (agency < 0 ? '' : makeLandline(city, agency, 1_000_003)),
    contacts,
    sharedOwner: ownedWith !== undefined,
    registered,
    office: makeOffice(lead, registered, random),
    email: random.chance(customerRates.email) ? makeEmail(index, name, contacts[0], random) : '',
    delicate: lead.delicate ?? false,
  }
}

function makeRegistered(lead: Lead, agency: number, world: World, random: Random): Address {
  const { city, county, headOffice } = lead
  if (headOffice !== undefined && random.chance(customerRates.sharedHeadOffice)) return headOffice
  if (agency >= 0 && random.chance(customerRates.agencyAddress)) return agencyAddress(city, agency)
  if (random.chance(customerRates.incubator))
    return incubatorAddress(city, drawAgency(city, world, random), random)
  return makeAddress(city, county, random)
}

function makeOffice({ city, county }: Lead, registered: Address, random: Random): Address {
  // An agency's address or an incubator's is on paper only: the firm works elsewhere.
  const separate = registered.shared ? 0.8 : customerRates.separateOffice + customerRates.moved
  if (!random.chance(separate)) return registered
  return makeAddress(city, random.chance(0.6) ? county : random.pick(city.counties), random)
}

/** The number of an agency of the city; low numbers have the most clients. */
function drawAgency(city: City, world: World, random: Random): number {
  const clients = world.customers * city.share * customerRates.agency
  const agencies = Math.max(1, Math.round(clients / clientsPerAgency))
  return Math.floor(random.fraction() ** 2 * agencies)
}

/** The name it had: mostly another brand, else the same brand under another region or legal form. */
function renameBack(
  { name, city }: Lead,
  world: World,
  random: Random,
): { name: NameParts; little: boolean } | null {
  if (name.brand === '' || name.industry === '' || name.branch !== '') return null
  const upgraded = name.regionShort === city.provinceShort && name.region !== ''
  if (upgraded && random.chance(0.6)) {
    return { name: withRegion(name, { region: city.name, regionShort: city.short }), little: true }
  }
  const former = withBrand(name, makeBrand(random, 0.3))
  return world.claim(city, former) ? { name: former, little: false } : null
}

const FREE_MAIL = ['163.com', '126.com', 'qq.com', 'sina.com', '139.com', 'foxmail.com']

function makeEmail(index: number, name: NameParts, contact: string, random: Random): string {
  const person = spell(contact)
  if (random.chance(0.35))
    return `${person}@${spell(name.regionShort.slice(0, 2) + name.brand)}${index % 97}.com`
  const host = random.pick(FREE_MAIL)
  return host === 'qq.com'
    ? `${100_000_000 + (hashOf(index, 5) % 2_000_000_000)}@qq.com`
    : `${person}${index}@${host}`
}
