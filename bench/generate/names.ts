import type { City, County } from './places.ts'
import { drawByWeight, type Random, zipfWeights } from './random.ts'
import { brandCharacters, brandWords, rareBrandCharacters } from './words/brands.ts'
import { type Industry, industryTable } from './words/industries.ts'

/** How a region stands in a registered name, and so how far the name reaches: 'none' is the whole country. */
export type Reach = 'county' | 'city' | 'province' | 'none'

/** A company name in parts; all but brand and industry may be ''. */
export interface NameParts {
  /** As registered: 太原市, 太原, 山西省. */
  readonly region: string
  readonly regionShort: string
  /** The region stands in brackets after the brand. */
  readonly bracketed: boolean
  readonly brand: string
  readonly industry: string
  /** The trade's number; -1 when it is not known. */
  readonly trade: number
  /** All words of the trade; empty when it is not known. */
  readonly synonyms: readonly string[]
  readonly form: string
  /** 大同分公司; '' for a company itself. */
  readonly branch: string
}

const characters = [...new Set(brandCharacters)].join('')
const drawCharacter = drawByWeight(zipfWeights(characters.length, 9, 0.95))
const rare = [...new Set(rareBrandCharacters)].join('')
const words = brandWords.split(' ')
const drawWord = drawByWeight(zipfWeights(words.length, 8, 0.8))

const rows = industryTable.trim().split('\n')
/** All trades. */
export const industries: readonly Industry[] = rows.map((row, id) => ({ id, words: row.split(' ').slice(1) }))
const drawTrade = drawByWeight(rows.map((row) => Number(row.split(' ')[0])))
const drawTradeWord = drawByWeight([6, 3, 2, 1])

/** A trade in proportion to its firms, or one that the kind of body works in. */
export function drawIndustry(random: Random, kind?: LegalKind): Industry {
  if (kind === undefined || kind.trades.length === 0) return industries[drawTrade(random)]
  const word = random.pick(kind.trades)
  return industries.find(({ words }) => words.includes(word)) ?? industries[0]
}

/** One of the trade's words, the first oftenest. */
export function drawIndustryWord({ words }: Industry, random: Random): string {
  return words[Math.min(drawTradeWord(random), words.length - 1)]
}

/**
 * A trade name of 2 to 4 characters, common characters oftenest; `rarity` from 0 to 1 pushes towards seldom ones.
 */
export function makeBrand(random: Random, rarity: number): string {
  const kind = random.fraction()
  if (kind < 0.07 - 0.07 * rarity) return words[drawWord(random)]
  if (random.chance(0.08 + rarity * 0.6)) return pair(random.character(rare), brandCharacter(random), random)
  const two = pair(brandCharacter(random), brandCharacter(random), random)
  if (kind < 0.8 - 0.4 * rarity) return two
  const three = two + brandCharacter(random)
  return kind < 0.96 ? three : three + brandCharacter(random)
}

function pair(a: string, b: string, random: Random): string {
  return random.chance(0.5) ? a + b : b + a
}

/** A character of a trade name, the common ones oftenest. */
export function brandCharacter(random: Random): string {
  return characters[drawCharacter(random)]
}

/** What kind of body it is, in the first two characters of its credit code, and how its name ends. */
export interface LegalKind {
  readonly authority: string
  readonly forms: readonly string[]
  /** The trades it works in, each by one of its words; empty for any. */
  readonly trades: readonly string[]
  /** Registered in the county: 清徐县恒通建材经营部. */
  readonly local: boolean
}

const FARMING = ['养殖', '果业', '水产', '种业', '粮油', '园林', '农业', '茶业']
const MAKING = [
  '家具',
  '塑料',
  '五金',
  '纺织',
  '包装',
  '印刷',
  '陶瓷',
  '木业',
  '铸造',
  '机械',
  '服装',
  '食品',
  '玻璃',
  '轴承',
  '阀门',
  '煤炭',
]
const SELLING = [
  '建材',
  '五金',
  '食品',
  '服装',
  '家具',
  '酒业',
  '茶业',
  '水果',
  '钢材',
  '汽配',
  '涂料',
  '眼镜',
  '鞋业',
  '珠宝',
  '广告',
  '电器设备',
  '农资',
]
const legalKinds: readonly (LegalKind & { weight: number })[] = [
  { authority: '91', forms: ['有限公司'], weight: 68, trades: [], local: false },
  { authority: '91', forms: ['有限责任公司'], weight: 9, trades: [], local: false },
  {
    authority: '91',
    forms: ['股份有限公司', '集团有限公司', '（集团）有限公司', '集团股份有限公司'],
    weight: 4,
    trades: [],
    local: false,
  },
  { authority: '91', forms: ['厂', '公司', '总公司'], weight: 4, trades: MAKING, local: true },
  {
    authority: '92',
    forms: ['经营部', '商行', '门市部', '店', '批发部', '服务部', '销售部', '工作室', '中心'],
    weight: 11,
    trades: SELLING,
    local: true,
  },
  { authority: '93', forms: ['专业合作社', '农民专业合作社'], weight: 3, trades: FARMING, local: true },
  {
    authority: '91',
    forms: ['合伙企业（有限合伙）', '企业（普通合伙）'],
    weight: 1,
    trades: ['投资管理', '企业管理'],
    local: false,
  },
]
const drawLegalKind = drawByWeight(legalKinds.map((kind) => kind.weight))

/** A kind of body in proportion to how many there are. */
export function drawKind(random: Random): LegalKind {
  return legalKinds[drawLegalKind(random)]
}

const drawReach = drawByWeight([24, 54, 17, 5])
const reaches: readonly Reach[] = ['county', 'city', 'province', 'none']

/** Where a name's region lies: county, city, province, or none at all. */
export function drawNameReach(random: Random, county: County, local: boolean): Reach {
  const reach = local && random.chance(0.5) ? 'county' : reaches[drawReach(random)]
  return reach === 'county' && county.short === '' ? 'city' : reach
}

/** The region of a name, as registered and without 省, 市 or 县. */
export interface Region {
  readonly region: string
  readonly regionShort: string
}

/** The region of a name, with 省, 市 or 县 or without, as it was registered. */
export function regionOf(reach: Reach, city: City, county: County, random: Random): Region {
  const long = random.chance(0.55)
  switch (reach) {
    case 'county':
      return { region: long ? county.name : county.short, regionShort: county.short }
    case 'city':
      return { region: long ? city.name : city.short, regionShort: city.short }
    case 'province':
      return { region: long ? city.province : city.provinceShort, regionShort: city.provinceShort }
    case 'none':
      return { region: '', regionShort: '' }
  }
}

/** The name in full as registered. */
export function fullName({ region, bracketed, brand, industry, form, branch }: NameParts): string {
  return joinName(region, bracketed, brand, industry + form + branch)
}

/** A name from its parts, all that follows the brand in one. */
export function joinName(region: string, bracketed: boolean, brand: string, rest: string): string {
  return bracketed && region !== '' ? `${brand}（${region}）${rest}` : region + brand + rest
}

/** The name of a firm in a trade; always of one shape, which keeps the hot code that reads it fast. */
export function nameInTrade(
  { region, regionShort }: Region,
  bracketed: boolean,
  brand: string,
  trade: Industry,
  industry: string,
  form: string,
): NameParts {
  const synonyms = trade.words
  return { region, regionShort, bracketed, brand, industry, trade: trade.id, synonyms, form, branch: '' }
}

/** The same name with another brand. */
export function withBrand(name: NameParts, brand: string): NameParts {
  const { region, regionShort, bracketed, industry, trade, synonyms, form, branch } = name
  return { region, regionShort, bracketed, brand, industry, trade, synonyms, form, branch }
}

/** The same name under another region. */
export function withRegion(name: NameParts, { region, regionShort }: Region): NameParts {
  const { bracketed, brand, industry, trade, synonyms, form, branch } = name
  return { region, regionShort, bracketed, brand, industry, trade, synonyms, form, branch }
}

/** The name of a branch of the firm. */
export function withBranch(name: NameParts, branch: string): NameParts {
  const { region, regionShort, bracketed, brand, industry, trade, synonyms, form } = name
  return { region, regionShort, bracketed, brand, industry, trade, synonyms, form, branch }
}
