import { type Address, makeAddress } from './addresses.ts'
import { type Company, type Lead, makeCompany, type World } from './companies.ts'
import {
  brandCharacter,
  drawIndustry,
  drawIndustryWord,
  drawKind,
  drawNameReach,
  type LegalKind,
  makeBrand,
  type NameParts,
  nameInTrade,
  regionOf,
  withBranch,
  withBrand,
  withRegion,
} from './names.ts'
import { makeLandline } from './phones.ts'
import { cities, drawCity } from './places.ts'
import { drawByWeight, type Random } from './random.ts'
import { customerRates, groupWeights } from './rates.ts'

/** The next company from a base file; null when there is none left. */
export type NextLead = (random: Random) => Lead | null

const kinds = Object.keys(groupWeights) as (keyof typeof groupWeights)[]
const drawGroup = drawByWeight(Object.values(groupWeights))

/**
 * One company, or several that are easily taken for one another, numbered from `firstIndex` on; empty when the
 * names drawn were taken, null when the base has no more companies.
 */
export function makeGroup(
  firstIndex: number,
  nextLead: NextLead,
  world: World,
  random: Random,
): Company[] | null {
  const kind = kinds[drawGroup(random)]
  let index = firstIndex
  const make = (lead: Lead): Company => makeCompany(lead, index++, world, random)
  if (kind === 'numbered') return numbered(world, random).map(make)
  if (kind === 'unbranded') return unbranded(world, random).map(make)
  const lead = nextLead(random)
  if (lead === null) return null
  if (!isSplit(lead.name)) return [make(lead)]
  switch (kind) {
    case 'single':
      return [make(lead)]
    case 'family':
      return family(lead, index, world, random).map(make)
    case 'branches':
      return branches(lead, random).map(make)
    case 'lookalikes':
      return lookalikes(lead, world, random).map(make)
    case 'owner':
      return owned(lead, make, world, random)
  }
}

/** Brand and trade of the company itself are known: names may be made that differ from it in one of them. */
function isSplit({ brand, industry, branch }: NameParts): boolean {
  return brand.length >= 2 && brand.length <= 4 && industry !== '' && branch === ''
}

/** A made-up company. */
export function makeLead(world: World, random: Random): Lead {
  for (let attempt = 0; ; attempt++) {
    const city = cities[drawCity(random)]
    const county = random.pick(city.counties)
    const kind = drawKind(random)
    const industry = drawIndustry(random, kind)
    const reach = drawNameReach(random, county, kind.local)
    // A name without a region must be rare to be allowed; so must any that was refused.
    const brand = makeBrand(random, Math.min(1, (reach === 'none' ? 0.6 : 0) + attempt * 0.1))
    const region = regionOf(reach, city, county, random)
    const bracketed = reach !== 'none' && !kind.local && random.chance(0.03)
    const word = drawIndustryWord(industry, random)
    const name = nameInTrade(region, bracketed, brand, industry, word, random.pick(kind.forms))
    if (world.claim(city, name)) return { city, county, name, kind }
  }
}

/** Sister firms: the brand of the lead, other trades, half of them in other cities, some at the head office. */
function family(lead: Lead, index: number, world: World, random: Random): Lead[] {
  const headOffice: Address = {
    ...(lead.registered ?? makeAddress(lead.city, lead.county, random)),
    shared: true,
  }
  const switchboard = makeLandline(lead.city, index, 1_000_007)
  const leads: Lead[] = [{ ...lead, registered: headOffice, switchboard }]
  const sisters = 1 + Math.floor(random.fraction() ** 2 * 6)
  for (let i = 0; i < sisters; i++) {
    const city = random.chance(0.5) ? lead.city : cities[drawCity(random)]
    const county = random.pick(city.counties)
    const industry = drawIndustry(random)
    const region = regionOf(drawNameReach(random, county, false), city, county, random)
    const word = drawIndustryWord(industry, random)
    const name = nameInTrade(region, random.chance(0.1), lead.name.brand, industry, word, '有限公司')
    const known = leads.some((other) => soundRelated(other.name, name))
    if (name.region === '' || known || !world.claim(city, name)) continue
    const sister: Lead = { city, county, name, kind: COMPANY }
    const near = city.index === lead.city.index
    const seated = near && random.chance(0.6) ? { headOffice } : {}
    const called = near && random.chance(customerRates.sharedSwitchboard) ? { switchboard } : {}
    leads.push({ ...sister, ...seated, ...called })
  }
  return leads
}

/** Their trades have a word in common: 科技 and 电子科技 of one brand could be one firm or two. */
function soundRelated(a: NameParts, b: NameParts): boolean {
  const words = [...b.synonyms, b.industry]
  return [...a.synonyms, a.industry].some((word) => {
    for (let at = 0; at + 2 <= word.length; at++) {
      const piece = word.slice(at, at + 2)
      if (words.some((other) => other.includes(piece))) return true
    }
    return false
  })
}

const COMPANY: LegalKind = { authority: '91', forms: ['有限公司'], trades: [], local: false }
const INSTITUTION: LegalKind = { authority: '12', forms: [''], trades: [], local: false }

/** A company and its branches, each in another place. */
function branches(lead: Lead, random: Random): Lead[] {
  if (lead.name.branch !== '' || !lead.name.form.endsWith('公司')) return [lead]
  const leads: Lead[] = [lead]
  const places = new Set<string>()
  const count = 1 + Math.floor(random.fraction() ** 2 * 7)
  for (let i = 0; i < count; i++) {
    const city = random.chance(0.5) ? lead.city : cities[drawCity(random)]
    const county = random.pick(city.counties)
    const place = city === lead.city ? county.short || county.name : city.short
    if (places.has(place) || place === lead.name.regionShort) continue
    places.add(place)
    const branch = `${place}${random.pick(['分公司', '分公司', '分公司', '分公司', '营业部', '分厂'])}`
    // Named after their place, they are told apart by it: a dropped place would leave nothing.
    leads.push({ city, county, name: withBranch(lead.name, branch), kind: lead.kind, delicate: true })
  }
  return leads
}

/** Two to four firms of one city and trade whose brands differ in one character. */
function lookalikes(lead: Lead, world: World, random: Random): Lead[] {
  const { brand } = lead.name
  const leads: Lead[] = [{ ...lead, delicate: true }]
  const count = 1 + random.below(3)
  for (let i = 0; i < count; i++) {
    const at = random.below(brand.length)
    const name = withBrand(lead.name, brand.slice(0, at) + brandCharacter(random) + brand.slice(at + 1))
    if (name.brand === brand || !world.claim(lead.city, name)) continue
    leads.push({ city: lead.city, county: lead.county, name, kind: lead.kind, delicate: true })
  }
  return leads
}

/** Two firms of one owner: other names and trades, one mobile. */
function owned(lead: Lead, make: (lead: Lead) => Company, world: World, random: Random): Company[] {
  const first = make(lead)
  const { name, kind } = makeLead(world, random)
  const second = withRegion(name, lead.name)
  if (soundRelated(second, lead.name) || !world.claim(lead.city, second)) return [first]
  const [mobile, other] = first.mobiles
  return [
    { ...first, sharedOwner: true, mobiles: [{ ...mobile, shared: true }, other] },
    make({ city: lead.city, county: lead.county, name: second, kind, ownedWith: first }),
  ]
}

const NUMBERED_BODIES = ['人民医院', '中学', '小学', '建筑工程公司', '幼儿园', '中医院']
const ORDINALS = ['第一', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第十一', '第十二']

/** Bodies of one city that only their number tells apart. */
function numbered(world: World, random: Random): Lead[] {
  const city = cities[drawCity(random)]
  const industry = random.pick(NUMBERED_BODIES)
  const count = random.between(2, 5)
  return ORDINALS.slice(0, count).flatMap((brand) => {
    const county = random.pick(city.counties)
    const region = { region: city.name, regionShort: city.short }
    const name = nameInTrade(region, false, brand, { id: -1, words: [] }, industry, '')
    return world.claim(city, name) ? [{ city, county, name, kind: INSTITUTION, delicate: true }] : []
  })
}

/** The trade is a household word: that of a province's or a city's own firm. */
const PUBLIC_TRADES: LegalKind = {
  ...COMPANY,
  trades: [
    '煤炭',
    '粮油',
    '种业',
    '石油化工',
    '医药',
    '水务',
    '燃气',
    '电力',
    '路桥',
    '矿业',
    '纺织',
    '水产',
    '旅游',
    '化肥',
  ],
}

/** Region and trade are all the name there is: 山西煤业. */
function unbranded(world: World, random: Random): Lead[] {
  const city = cities[random.below(cities.length)]
  const county = random.pick(city.counties)
  const industry = drawIndustry(random, PUBLIC_TRADES)
  const region = regionOf(random.chance(0.3) ? 'province' : 'city', city, county, random)
  const form = random.pick(['有限公司', '有限责任公司', '总公司', '集团有限公司'])
  const name = nameInTrade(region, false, '', industry, drawIndustryWord(industry, random), form)
  return world.claim(city, name) ? [{ city, county, name, kind: COMPANY }] : []
}
