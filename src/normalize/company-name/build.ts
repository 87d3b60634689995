import { endsInPair, indexOfPair } from '../../text/index-of-pair.ts'
import { findDivisions, matchDivisions } from '../divisions.ts'
import { isLikelyPerson } from '../person.ts'
import { ordinalEnd } from './characters.ts'
import type { CleanName } from './clean.ts'
import { formBefore, type LegalForm } from './forms.ts'
import { type Member, readMember, startOfMember, withoutTrade } from './group-member.ts'
import { readOrdinals } from './ordinals.ts'
import type { Piece } from './pieces.ts'
import type { Reading } from './segment.ts'
import { liesIn, type PlacePrefix } from './spans.ts'
import type { SplitName } from './split.ts'
import type { CompanyName, CompanyNameParse, OrganisationKind } from './types.ts'
import { INDUSTRY_WORDS, type IndustryWord } from './words.ts'

/** A name of which nothing is known but its text. */
export const emptyName = (text: string): CompanyNameParse => ({
  text,
  kind: 'unknown',
  divisions: [],
  divisionText: '',
  locality: '',
  brand: '',
  industries: [],
  concepts: [],
  legalForm: '',
  legalFormCategory: '',
  branch: '',
  branchKind: '',
  ordinal: '',
  isGroup: false,
  isChina: false,
  aliases: [],
  noise: [],
  contact: '',
  confidence: 1,
  alternatives: [],
})

const KIND_OF_CATEGORY: Readonly<Record<LegalForm['category'], OrganisationKind>> = {
  company: 'company',
  enterprise: 'company',
  partnership: 'partnership',
  individual: 'individual',
  cooperative: 'cooperative',
  lawFirm: 'lawFirm',
  professional: 'institution',
  bank: 'bank',
  school: 'school',
  hospital: 'hospital',
  institution: 'institution',
  government: 'government',
  association: 'association',
}

const GROUP = '集团'
/** 启商股份(郑州)商贸. */
const SHARES = '股份'

/** What a 中国 body does, and no part of its name: 中国农业|银行, 中国移动|通信. */
const NATIONAL_TRADES =
  '燃料油 润滑油 财务 国际旅行社 财产保险 人寿保险 国际旅游 研究院 设计院 旅行社 进出口 银行 保险 证券 信托 服务 运输 销售 物流 速递 通信 技术'.split(
    ' ',
  )

interface Parts {
  brand: string
  readonly industries: string[]
  /** How many industry words stand before 集团, -1 without one. */
  beforeGroup: number
  /** How many stand before the first number or place behind one, -1 without one: 中国建筑|第五|工程局. */
  beforeBreak: number
  concepts: readonly string[]
  ordinal: string
  place: string
  isGroup: boolean
  isChina: boolean
}

function readParts({ stem, form }: SplitName, clean: CleanName, reading: Reading): Parts {
  const parts: Parts = {
    brand: stem.slice(reading.brandStart, reading.brandEnd),
    industries: [],
    beforeGroup: -1,
    beforeBreak: -1,
    concepts: [],
    ordinal: '',
    place: '',
    isGroup: false,
    isChina: false,
  }
  const { isNational, codes } = reading.place
  for (const piece of reading.pieces) {
    const isBehind = clean.isGroup && piece.start === clean.boundary
    const member = isBehind ? readMember(stem, piece, codes) : undefined
    if (member === undefined) readPiece(parts, stem, piece)
    else takeMember(parts, stem, member)
  }
  if (form?.industry !== undefined) addIndustry(parts, form.text, form.industry)
  if (parts.brand.length >= 4 && endsInPair(parts.brand, SHARES))
    parts.brand = parts.brand.slice(0, -SHARES.length)
  if (!cutAtGroup(parts, reading.place) && isNational) nameByIndustry(parts)
  return parts
}

function takeMember(parts: Parts, stem: string, { place, brand, trades }: Member): void {
  if (place !== '') parts.place = place
  if (brand !== '') parts.brand = brand
  for (const trade of trades) readPiece(parts, stem, trade)
}

function readPiece(parts: Parts, stem: string, { kind, start, end, word }: Piece): void {
  if (
    (kind === 'division' || kind === 'ordinal') &&
    parts.beforeBreak < 0 &&
    (parts.brand !== '' || parts.industries.length > 0)
  )
    parts.beforeBreak = parts.industries.length
  if (kind === 'group') markGroup(parts)
  else if (kind === 'china') parts.isChina = true
  else if (kind === 'division') parts.place = stem.slice(start, end)
  else if (kind === 'ordinal')
    parts.ordinal = readOrdinals(
      end < stem.length ? stem.slice(start, end) : `${stem.slice(start)}厂`,
      parts.ordinal,
    )
  else addIndustry(parts, word === undefined ? stem.slice(start, end) : word.text, word)
}

function markGroup(parts: Parts): void {
  parts.isGroup = true
  if (parts.beforeGroup < 0) parts.beforeGroup = parts.industries.length
}

function addIndustry(parts: Parts, text: string, word: IndustryWord | undefined): void {
  parts.industries.push(text)
  if (endsInPair(text, GROUP)) markGroup(parts)
  if (word === undefined || word.concepts.length === 0) return
  if (parts.concepts.length === 0) parts.concepts = word.concepts
  else
    for (const concept of word.concepts)
      if (!parts.concepts.includes(concept)) parts.concepts = [...parts.concepts, concept]
}

/** 中国石油化工集团: the industry is the brand of a national body. */
function nameByIndustry(parts: Parts): void {
  parts.brand = withoutBureau(parts.brand)
  const word = INDUSTRY_WORDS.get(parts.brand)
  if (parts.brand !== '' && word === undefined) return
  const isGroup = parts.beforeGroup > 0 || (parts.beforeGroup === 0 && word !== undefined)
  const isBroken = parts.beforeBreak >= 0
  const last = isGroup ? parts.beforeGroup : isBroken ? parts.beforeBreak : undefined
  const words = parts.industries.slice(0, last)
  if (word !== undefined) addFirst(parts, word.text)
  parts.brand += words.map((one) => (one.endsWith(GROUP) ? one.slice(0, -GROUP.length) : one)).join('')
  parts.brand = withoutNationalTrade(parts.brand)
}

const BUREAU = '局'

/** 铁路 for 铁路济南局. */
function withoutBureau(name: string): string {
  if (!name.endsWith(BUREAU)) return name
  for (let at = 2; at < name.length - 2; at++)
    if (matchDivisions(name, at).some(({ length }) => at + length === name.length - 1))
      return name.slice(0, at)
  return name
}

function withoutNationalTrade(name: string): string {
  const trade = NATIONAL_TRADES.find((one) => name.endsWith(one) && name.length - one.length >= 2)
  return trade === undefined ? name : withoutNationalTrade(name.slice(0, -trade.length))
}

/**
 * 东方集团|鸿运(印刷): what stands behind the group is the name of its firm, unless it is a place or a number. Of a
 * national group it is not: 中国石化集团|胜利石油管理局.
 */
function cutAtGroup(parts: Parts, { isNational, codes }: PlacePrefix): boolean {
  const at = indexOfPair(parts.brand, GROUP, 0)
  if (at < 0 || (isNational && at < 2)) return false
  const whole = parts.brand.slice(0, at)
  const group = isNational ? whole : withoutTrade(whole)
  const rest = parts.brand.slice(at + 2)
  parts.isGroup = true
  const start = isNational ? 0 : startOfMember(rest, group, codes)
  if (!isNational && rest.length - start > 1 && ordinalEnd(rest, start, rest.length) === 0) {
    parts.brand = rest.slice(start)
    if (start > 0) parts.place = rest.slice(0, start)
    return true
  }
  const isTrade = !isNational && INDUSTRY_WORDS.has(group)
  if (start > 0 && start === rest.length && parts.place === '') parts.place = rest
  else if (rest !== '') parts.industries.unshift(rest)
  if (group.length < whole.length) addFirst(parts, whole.slice(group.length))
  if (isTrade) addFirst(parts, group)
  parts.brand = isTrade ? '' : group
  return true
}

function addFirst(parts: Parts, text: string): void {
  parts.industries.unshift(text)
  for (const concept of INDUSTRY_WORDS.get(text)?.concepts ?? [])
    if (!parts.concepts.includes(concept)) parts.concepts = [concept, ...parts.concepts]
}

/** The division of a bracket or the end, narrowed by the place at the head where it lies in it. */
function divisionsOf(written: string, head: readonly string[]): readonly string[] {
  const codes = codesOf(written)
  const inside = codes.filter((code) => head.some((h) => liesIn(code, h) || code === h))
  if (inside.length > 0) return inside
  if (codes.length > 0 && codes.every((code) => head.some((h) => liesIn(h, code)))) return head
  const [first] = findDivisions(written)
  return first?.codes ?? (codes.length > 0 ? codes : head)
}

/** The codes of a place that may be written in steps: 宁夏灵武. */
function codesOf(written: string): readonly string[] {
  const whole = findDivisions(written)
  if (whole.length === 1) return whole[0]!.codes
  if (whole.length > 0) return [...new Set(whole.flatMap((m) => m.codes))]
  let codes: readonly string[] = []
  for (let at = 0; at < written.length; ) {
    const span = matchDivisions(written, at)[0]
    if (span === undefined) break
    const outer = codes
    const inside = span.matches.flatMap((m) => m.codes.filter((code) => outer.some((o) => liesIn(code, o))))
    if (outer.length > 0 && inside.length === 0) break
    codes = outer.length > 0 ? [...new Set(inside)] : span.matches[0]!.codes
    at += span.length
  }
  return codes
}

const endsInBank = (text: string): boolean =>
  endsInPair(text, '银行') ||
  (endsInPair(text, '用社') && text.endsWith('信用社')) ||
  (endsInPair(text, '合作') && text.endsWith('信用合作'))

function kindOf(split: SplitName, clean: CleanName, parts: Parts): OrganisationKind {
  const { form, stem } = split
  if (
    form?.canonical === '信用社' ||
    endsInBank(form?.text ?? '') ||
    endsInBank(parts.industries.at(-1) ?? '')
  )
    return 'bank'
  const bracketed = clean.form === '' ? undefined : formBefore(clean.form, clean.form.length)
  if (bracketed?.category === 'partnership' || bracketed?.category === 'individual') return bracketed.category
  if (form !== undefined) return KIND_OF_CATEGORY[form.category]
  if (parts.ordinal !== '' && stem.endsWith('中')) return 'school'
  if (parts.industries.length > 0 || split.branch !== '' || parts.isGroup) return 'company'
  const isPerson = split.head === stem && !INDUSTRY_WORDS.has(stem) && isLikelyPerson(stem)
  return isPerson ? 'person' : 'unknown'
}

/** Puts one reading together. */
export function buildName(
  split: SplitName,
  clean: CleanName,
  reading: Reading,
  confidence: number,
  alternatives: readonly CompanyName[],
): CompanyNameParse {
  const { stem } = split
  const { end, localityStart, codes } = reading.place
  const parts = readParts(split, clean, reading)
  let divisions = codes
  if (parts.place !== '') divisions = divisionsOf(parts.place, divisions)
  if (clean.place !== '') divisions = divisionsOf(clean.place, divisions)
  if (split.branch !== '') parts.ordinal = readOrdinals(split.branch, parts.ordinal)
  const form = clean.form === '' ? split.form : formBefore(clean.form, clean.form.length)
  const kind = kindOf(split, clean, parts)
  const isPerson = kind === 'person'
  return {
    text: split.head,
    kind,
    divisions,
    divisionText: stem.slice(0, localityStart) + parts.place + clean.place,
    locality: stem.slice(localityStart, end),
    brand: isPerson ? '' : parts.brand,
    industries: parts.industries,
    concepts: parts.concepts,
    legalForm: form?.canonical ?? '',
    legalFormCategory: form?.category ?? '',
    branch: split.branch,
    branchKind: split.branchKind,
    ordinal: parts.ordinal,
    isGroup: clean.isGroup || parts.isGroup || form?.canonical === '集团',
    isChina: clean.isChina || parts.isChina,
    aliases: clean.aliases,
    noise: split.noise.length === 0 ? clean.noise : clean.noise.concat(split.noise),
    contact: isPerson ? stem : split.contact,
    confidence: Math.round(confidence * 100) / 100,
    alternatives,
  }
}
