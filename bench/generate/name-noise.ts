import { Converter } from 'opencc-js/cn2t'
import type { Company } from './companies.ts'
import { fullName, joinName, type NameParts } from './names.ts'
import { titledPerson } from './people.ts'
import type { Random } from './random.ts'
import type { SourceRates } from './rates.ts'
import { mistype } from './typos.ts'

/** Which of a customer's names a record shows: bit 1 the present one, bit 2 the former. */
export type Era = 1 | 2 | 3

/** A name as typed, and what it is worth to a careful reader. */
export interface TypedName {
  readonly text: string
  readonly era: Era
  /** Region, brand and trade are there as registered: the name alone says whose record it is. */
  readonly complete: boolean
  /** The brand alone, or a few initials: hundreds of firms may be called that. */
  readonly bare: boolean
}

const toTraditional = Converter({ from: 'cn', to: 't' })

/** The text in traditional characters. */
export function traditional(text: string): string {
  return toTraditional(text)
}

/** A customer's name as one department types it. */
export function typeName(company: Company, rates: SourceRates, contact: string, random: Random): TypedName {
  const old = company.formerName !== null && random.chance(rates.formerName)
  const parts = old ? (company.formerName as NameParts) : company.name
  const typed = random.chance(rates.shortName)
    ? shorten(parts, company.delicate, random)
    : varyParts(company, parts, rates, random)
  let { text, complete } = typed
  let era: Era = old && !company.renamedLittle ? 2 : 1
  // Whoever says only the brand of a firm that was renamed from one region to another says both names.
  if (old && company.renamedLittle) complete = false
  if (company.formerName !== null && !old && random.chance(rates.aliasAppended * 8)) {
    text += `${random.pick(['（原', '（曾用名：', '(原名', '(原']) + fullName(company.formerName)}）`
    era = 3
  }
  text = decorate(text, contact, rates, random)
  return {
    text: random.chance(rates.traditional) ? traditional(text) : text,
    era,
    complete,
    bare: typed.bare,
  }
}

interface Wording {
  readonly text: string
  readonly complete: boolean
  readonly bare: boolean
}

function wording(text: string, complete: boolean, bare = false): Wording {
  return { text, complete, bare }
}

/** What people call the firm among themselves. */
function shorten(parts: NameParts, delicate: boolean, random: Random): Wording {
  const { regionShort, brand, industry, synonyms, branch, form } = parts
  const trade = synonyms.find((word) => word.length === 2) ?? industry
  const place = random.chance(0.25) ? branch.replace(/公司$/, '') : branch
  if (brand === '' || industry === '' || delicate) {
    return wording(regionShort + brand + (brand === '' ? trade : industry) + place, true)
  }
  const group = form.includes('集团')
  switch (random.below(8)) {
    case 0:
    case 1:
      return wording(brand + (group ? '集团' : '') + place, false, branch === '')
    case 2:
      return wording(regionShort + brand + place, false)
    case 3:
    case 4:
      return wording(brand + trade + place, false)
    case 5:
      return regionShort.length >= 2 && branch === ''
        ? wording(regionShort[0] + brand[0] + trade[0], false, true)
        : wording(brand + place, false, branch === '')
    default:
      return wording(regionShort + brand + trade + place, regionShort !== '' && trade === industry)
  }
}

/** The full name with its parts changed as people change them. */
function varyParts(company: Company, parts: NameParts, rates: SourceRates, random: Random): Wording {
  let { region, bracketed, brand, industry, form } = parts
  let complete = true
  const whole = brand === '' || company.delicate
  if (region !== '' && random.chance(rates.regionRestyled)) {
    region = random.chance(0.75) ? parts.regionShort : extendRegion(parts, company)
  }
  if (!whole && region !== '' && random.chance(rates.regionDropped)) {
    region = ''
    complete = false
  }
  if (parts.synonyms.length > 1 && random.chance(rates.industrySynonym))
    industry = random.pick(parts.synonyms)
  if (!whole && industry !== '' && random.chance(rates.industryDropped)) {
    industry = ''
    complete = false
  }
  if (parts.branch === '' && random.chance(rates.formVariant)) form = varyForm(form, random)
  if (!whole && random.chance(rates.typo)) {
    complete = false
    if (random.chance(0.7)) brand = mistype(brand, random)
    else if (random.chance(0.6)) industry = mistype(industry, random)
    else region = mistype(region, random)
  }
  if (brand.startsWith('第') && industry.length > 1 && random.chance(rates.formVariant))
    brand = digitOrdinal(brand)
  if (region !== '' && brand !== '' && parts.form !== '' && random.chance(rates.restyled * 0.4))
    bracketed = !bracketed
  return wording(joinName(region, bracketed, brand, industry + form + parts.branch), complete)
}

/** 山西太原 for 太原, 太原清徐 for 清徐. */
function extendRegion({ region, regionShort, branch }: NameParts, { city }: Company): string {
  if (regionShort === city.provinceShort || branch !== '') return regionShort
  return (regionShort === city.short ? city.provinceShort : city.short) + region
}

const COMPANY_FORMS = /有限责任公司$|有限公司$/u

function varyForm(form: string, random: Random): string {
  if (form === '集团有限公司' || form === '（集团）有限公司') {
    return random.pick(['（集团）有限公司', '集团有限公司', '集团', '集团公司', '集团有限责任公司'])
  }
  if (form.endsWith('股份有限公司')) return form.replace(/有限公司$/u, random.pick(['', '公司']))
  if (form.endsWith('合作社')) return random.pick(['专业合作社', '合作社', '农民专业合作社'])
  if (!COMPANY_FORMS.test(form)) return random.chance(0.5) ? '' : form
  const other = form.endsWith('有限责任公司') ? '有限公司' : '有限责任公司'
  const ending = random.pick([other, other, '', '', '', '公司', '公司', '有限', '有线公司', '有限公司。'])
  return form.replace(COMPANY_FORMS, ending)
}

const ORDINAL_DIGITS: Readonly<Record<string, string>> = { 十一: '11', 十二: '12' }

function digitOrdinal(ordinal: string): string {
  const number = ordinal.slice(1)
  return `第${ORDINAL_DIGITS[number] ?? '一二三四五六七八九'.indexOf(number) + 1}`
}

/** What stands around the name in its cell. */
function decorate(name: string, contact: string, rates: SourceRates, random: Random): string {
  let text = name
  if (random.chance(rates.restyled)) text = restyle(text, random)
  if (contact !== '' && random.chance(rates.contactAppended)) {
    const person = random.chance(0.5) ? contact : titledPerson(contact, random)
    text = random.pick([`${text}${person}`, `${text} ${person}`, `${text}（${person}）`, `${text}-${person}`])
  }
  if (random.chance(rates.remark)) text = remark(text, random)
  return text
}

function restyle(text: string, random: Random): string {
  const middle = 1 + random.below(Math.max(1, text.length - 1))
  switch (random.below(6)) {
    case 0:
      return text.replaceAll('（', '(').replaceAll('）', ')')
    case 1:
      return `${text.slice(0, middle)} ${text.slice(middle)}`
    case 2:
      return ` ${text}　`
    case 3:
      return `${text.slice(0, middle)}\u200b${text.slice(middle)}`
    case 4:
      return text.replaceAll('（', '[').replaceAll('）', ']')
    default:
      return `“${text}”`
  }
}

function remark(text: string, random: Random): string {
  return random.pick([
    `【VIP】${text}`,
    `${text}（月结）`,
    `${text}(已停用)`,
    `客户名称：${text}`,
    `${text}*`,
    `（重点）${text}`,
    `${text}【老客户】`,
  ])
}
