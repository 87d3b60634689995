import type { CompanyName } from '../normalize/company-name.ts'
import { type Division, divisionOf } from '../normalize/divisions.ts'
import { foldKey } from '../text/fold.ts'
import { endsInPair, indexOfPair } from '../text/index-of-pair.ts'
import { GROUP, groupOf, MEMBERSHIP, membershipOf } from './company-name-group.ts'

/** Separates several values within a part. */
export const LIST = ' '

/**
 * The parts of a company name, each a text: `name` whole without blanks and punctuation; `division` the current
 * codes; `industry` words in order; `branch` as written; `segments` what an abbreviation picks
 * its characters from; `unit` and `ordinalUnit` which unit of a firm the record itself is ('' for other names of it);
 * `regionIndustry` what stands for the brand where there is none; `province` of
 * the first division and `trade`, the concept of the first industry; `isShort` whether it may be an abbreviation; `ownForm` a legal form that is
 * not the end of the trade; `standing` whether it is a group, a firm with shares, or too short to tell; `group` the
 * record's own name up to 集团; `membership` whether a name is the group itself or a member, and `groupUnit` the same of the
 * record's own name alone; `formerName` a name that it had before.
 */
export const COMPANY_NAME_PARTS = [
  'name',
  'brand',
  'division',
  'industry',
  'legalForm',
  'branch',
  'ordinal',
  'segments',
  'unit',
  'ordinalUnit',
  'divisionName',
  'regionIndustry',
  'province',
  'trade',
  'isShort',
  'ownForm',
  'standing',
  'group',
  'membership',
  'groupUnit',
  'formerName',
] as const

/** What a name is to its record: its own one, one that it had before, or another (a short form, another reading). */
export type NameUse = 'own' | 'former' | 'other'

/** A name's parts in the order of COMPANY_NAME_PARTS. */
export function textsOfParts(name: CompanyName, use: NameUse): string[] {
  const whole = foldKey(name.text)
  const brand = foldKey(name.brand)
  const branch = branchOf(name)
  const ordinal = ordinalOf(name, branch)
  const isOwn = use === 'own'
  const membership = membershipOf(name)
  const ownForm = ownFormOf(name)
  const short = isShortOf(name, whole) ? shortForm(name) : undefined
  const division = name.divisions.length === 0 ? undefined : divisionOf(name.divisions[0])
  return [
    whole,
    brand,
    joined(name.divisions, '/'),
    joined(name.industries, LIST),
    short ?? ownForm,
    branch,
    ordinal,
    segmentsOf(name, brand, division),
    isOwn ? branch || NO_BRANCH : '',
    isOwn ? ordinal : '',
    namesOf(name.divisions, division),
    regionIndustryOf(name),
    name.divisions[0]?.slice(0, 2) ?? '',
    name.concepts[0] ?? '',
    short === undefined ? '' : '1',
    ownForm,
    standingOf(name, short),
    isOwn ? groupOf(name) : '',
    membership,
    isOwn && membership !== MEMBERSHIP.regional ? membership.slice(0, 1) : '',
    use === 'former' && short === undefined ? whole : '',
  ]
}

/** What `join` gives; most lists have one item or none, and it is slow to begin. */
function joined(items: readonly string[], separator: string): string {
  let text = items.length === 0 ? '' : items[0]
  for (let i = 1; i < items.length; i++) text += separator + items[i]
  return text
}

function namesOf(codes: readonly string[], first: Division | undefined): string {
  if (codes.length === 0) return ''
  if (codes.length === 1) return first?.name ?? codes[0]
  return codes.map((code) => divisionOf(code)?.name ?? code).join('/')
}

/** The branch without the kind of its place: 临沂市分公司 is 临沂分公司. */
function branchOf({ branch, branchKind }: CompanyName): string {
  if (branch === '') return ''
  const text = foldKey(branch)
  const kind = foldKey(branchKind)
  if (kind === '' || !text.endsWith(kind)) return text
  return text.slice(0, -kind.length).replace(/(?<=..)[市县区]$/, '') + kind
}

/** The ordinal of the firm: that of its branch (第1项目部) tells branches apart, and no firms. */
function ordinalOf({ ordinal }: CompanyName, branch: string): string {
  if (ordinal === '' || branch === '') return ordinal
  const ordinals = ordinal.split('.')
  return branch.includes(`第${ordinals.at(-1)}`) ? ordinals.slice(0, -1).join('.') : ordinal
}

/** The unit of a record that is no branch: the firm itself. */
const NO_BRANCH = '-'

/**
 * What stands for the brand where a name has none: 山西煤业 is known by its region and its trade, 郑州市第一中学 by its
 * region, its number and what it is.
 */
function regionIndustryOf({
  brand,
  divisions,
  locality,
  concepts,
  branch,
  ordinal,
  legalForm,
}: CompanyName): string {
  const trade = concepts[0] ?? (ordinal === '' ? '' : legalForm)
  if (brand !== '' || divisions.length === 0 || trade === '') return ''
  return [divisions[0], foldKey(locality), trade, ordinal, branch].join(LIST)
}

/** The legal form where it is more than the end of the trade: 矿 in 煤矿 is none. */
function ownFormOf({ legalForm, industries }: CompanyName): string {
  return legalForm === '' || industries.at(-1)?.endsWith(legalForm) ? '' : legalForm
}

/** Endings that stand for a whole legal form in a short name: 莫高股份, 太极集团. */
const SHORT_FORMS: ReadonlySet<string> = new Set(['', '集团', '股份', '股份有限公司', '集团公司'])

/** 莫高股份 is a 股份有限公司, and so is *ST莫高: only those are listed; 集团 is said of any firm. */
function shortForm({ text, noise }: CompanyName): string {
  return endsInPair(text, '股份') || noise.some((cut) => STOCK_MARK.test(cut)) ? '股份有限公司' : ''
}

const STOCK_MARK = /^(?:S?\*?ST|SST|PT|XD|XR|DR|NST|-[A-Z]+|[AB]退?)$/

/** What `standing` is made of: the name is short, says 集团, is of a firm with shares. */
export const STANDING = { short: '简', group: '集', stock: '股' } as const

/** @param short the form that a short name stands for; undefined for one that is none. */
function standingOf(name: CompanyName, short: string | undefined): string {
  const isGroup = name.isGroup || name.legalForm === GROUP || name.legalForm === '集团公司'
  const ofSize = (short === undefined ? '' : STANDING.short) + (isGroup ? STANDING.group : '')
  return ofSize + ((short ?? name.legalForm) === '股份有限公司' ? STANDING.stock : '')
}

/** Forms that are a trade as well: 长沙银行 and 永泰超市 do not say that they are a 股份有限公司. */
const TRADES: ReadonlySet<string> = new Set(['银行', '港口', '超市', '商场', '商行', '酒店'])

const LONGEST_SHORT = 8

/** Whether the name may be an abbreviation: few characters and no legal form written out. */
export function isShort(name: CompanyName): boolean {
  return isShortOf(name, foldKey(name.text))
}

/** @param whole the text of the name, folded to a key. */
function isShortOf({ text, legalForm, branch }: CompanyName, whole: string): boolean {
  if (whole.length > LONGEST_SHORT || endsInPair(text, '公司')) return false
  return SHORT_FORMS.has(legalForm) || (TRADES.has(legalForm) && branch === '')
}

/**
 * What a short name picks its characters from: the place, the brand, the number and the trade, 山西 焦煤.
 * @param division that of the name's first code.
 */
function segmentsOf(name: CompanyName, brand: string, division: Division | undefined): string {
  const { divisionText } = name
  const isChina = divisionText !== '' && divisionText.startsWith(CHINA)
  let segments = isChina ? CHINA : ''
  if (divisionText !== '') segments = withSegment(segments, placeOf(name, isChina, division))
  segments = withSegment(segments, brand)
  segments = withSegment(segments, name.ordinal)
  for (const industry of name.industries) segments = withSegment(segments, industry)
  return segments
}

function withSegment(segments: string, segment: string): string {
  if (segments === '' || segment === '') return segments + segment
  return segments + LIST + segment
}

const CHINA = '中国'

/** The finest division as it is written, without its kind and without 中国: 龙溪 is no 漳州 here. */
function placeOf(
  { divisions, divisionText }: CompanyName,
  isChina: boolean,
  first: Division | undefined,
): string {
  const written = isChina ? divisionText.slice(CHINA.length) : divisionText
  for (let i = 0; i < divisions.length; i++) {
    const short = (i === 0 ? first : divisionOf(divisions[i]))?.short ?? ''
    if (short !== '' && contains(written, short)) return short
  }
  return written.replace(/(?<=..)[省市县区]$/, '')
}

const contains = (text: string, part: string): boolean =>
  part.length === 2 ? indexOfPair(text, part, 0) >= 0 : text.includes(part)
