import { parseNumeral } from '../../text/numerals.ts'
import { findDivisions, matchDivisions } from '../divisions.ts'
import { isLikelyPerson } from '../person.ts'
import type { CleanName } from './clean.ts'
import { categoryOfForm, formBefore, type LegalForm } from './forms.ts'
import { liesIn } from './places.ts'
import type { Piece, Reading } from './segment.ts'
import type { SplitName } from './split.ts'
import type { CompanyName, OrganisationKind } from './types.ts'
import { INDUSTRY_WORDS } from './words.ts'

const EMPTY: CompanyName = {
  text: '',
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
}

/** A name of which nothing is known but its text. */
export const emptyName = (text: string): CompanyName => ({ ...EMPTY, text })

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

const BANK_WORD = /(?:银行|信用社|信用合作)$/
const ORDINAL_RUN =
  /(?:第([0-9一二三四五六七八九十百零〇]{1,5}))|([0-9一二三四五六七八九十百零〇]{1,4})(?=(?:[局冶处队建航院厂矿中小分店部公医团支门站]|号[店部站院厂]))/g

/** The ordinals of a text in digits, joined by '.'. */
function ordinalsOf(text: string): string {
  if (!/[0-9一二三四五六七八九十百第]/.test(text)) return ''
  const found: string[] = []
  for (const match of text.matchAll(ORDINAL_RUN)) {
    const value = parseNumeral(match[1] ?? match[2] ?? '')
    if (value !== undefined) found.push(String(value))
  }
  return found.join('.')
}

/** Pieces that stay with a 中国 brand because they say what the body does: 中国农业|银行. */
const FINANCIAL = /^(?:银行|保险|人寿保险|财产保险|证券|信托|再保险|销售)$/

interface Parts {
  brand: string
  industries: string[]
  ordinals: string[]
  place: string
  isGroup: boolean
  isChina: boolean
}

function readPieces(stem: string, reading: Reading, split: SplitName): Parts {
  const parts: Parts = {
    brand: stem.slice(reading.place.end, reading.brandEnd),
    industries: [],
    ordinals: [],
    place: '',
    isGroup: false,
    isChina: false,
  }
  for (const piece of reading.pieces) readPiece(parts, stem.slice(piece.start, piece.end), piece.kind)
  const { form } = split
  if (form !== undefined && form.category !== 'company' && INDUSTRY_WORDS.has(form.text)) parts.industries.push(form.text)
  if (reading.place.isNational && !cutAtGroup(parts)) nameByIndustry(parts)
  return parts
}

function readPiece(parts: Parts, text: string, kind: Piece['kind']): void {
  if (kind === 'group') parts.isGroup = true
  else if (kind === 'china') parts.isChina = true
  else if (kind === 'division') parts.place = text
  else if (kind === 'ordinal') parts.ordinals.push(ordinalsOf(text) || ordinalsOf(`${text}中`))
  else parts.industries.push(text)
}

/** 中国石油化工集团: the industry is the brand of a national body. */
function nameByIndustry(parts: Parts): void {
  const brandIsIndustry = parts.brand !== '' && INDUSTRY_WORDS.has(parts.brand)
  if (parts.brand !== '' && !brandIsIndustry) return
  const words = [...parts.industries]
  while (words.length > (brandIsIndustry ? 0 : 1) && FINANCIAL.test(words.at(-1) ?? '')) words.pop()
  if (brandIsIndustry) parts.industries.unshift(parts.brand)
  parts.brand += words.join('')
}

/** 中国石化集团|胜利石油管理局: what stands behind the group is not its name. */
function cutAtGroup(parts: Parts): boolean {
  const at = parts.brand.indexOf('集团')
  if (at < 2) return false
  parts.industries.unshift(parts.brand.slice(at + 2))
  parts.brand = parts.brand.slice(0, at)
  parts.isGroup = true
  return true
}

function conceptsOf(industries: readonly string[]): string[] {
  const concepts: string[] = []
  for (const word of industries) {
    const known = INDUSTRY_WORDS.get(word)
    if (known === undefined) continue
    for (const concept of known.concepts) if (!concepts.includes(concept)) concepts.push(concept)
  }
  return concepts
}

/** The division of a bracket or the end, narrowed by the place at the head where it lies in it. */
function divisionsOf(written: string, head: readonly string[]): readonly string[] {
  const whole = findDivisions(written)
  const matches = whole.length > 0 ? whole : (matchDivisions(written, 0)[0]?.matches ?? [])
  const codes = [...new Set(matches.flatMap((m) => m.codes))]
  const inside = codes.filter((code) => head.some((h) => liesIn(code, h) || code === h))
  if (inside.length > 0) return inside
  if (codes.length > 0 && codes.every((code) => head.some((h) => liesIn(h, code)))) return head
  return matches[0]?.codes ?? head
}

function kindOf(split: SplitName, clean: CleanName, parts: Parts): OrganisationKind {
  const { form } = split
  const last = parts.industries.at(-1) ?? ''
  if (BANK_WORD.test(last) || BANK_WORD.test(form?.text ?? '')) return 'bank'
  if (clean.form.includes('合伙') || clean.form.includes('独资')) return 'partnership'
  if (form !== undefined) return KIND_OF_CATEGORY[form.category]
  if (/[0-9一二三四五六七八九十百]中$/.test(split.stem)) return 'school'
  if (parts.industries.length > 0 || split.branch !== '' || parts.isGroup) return 'company'
  return 'unknown'
}

/** Puts one reading together. */
export function buildName(
  split: SplitName,
  clean: CleanName,
  reading: Reading,
  confidence: number,
): CompanyName {
  const { stem, form } = split
  const { place } = reading
  const parts = readPieces(stem, reading, split)
  let divisions = place.codes
  let divisionText = stem.slice(0, place.localityStart)
  for (const named of [parts.place, clean.place]) {
    if (named === '') continue
    divisions = divisionsOf(named, divisions)
    divisionText += named
  }
  const branchOrdinal = split.branch === '' ? '' : ordinalsOf(split.branch)
  if (branchOrdinal !== '') parts.ordinals.push(branchOrdinal)
  const written = clean.form === '' ? form : formBefore(clean.form, clean.form.length)
  const legalForm = written?.canonical ?? ''
  let kind = kindOf(split, clean, parts)
  const isPerson = kind === 'unknown' && split.head === stem && isLikelyPerson(stem)
  if (isPerson) kind = 'person'
  return {
    text: split.head,
    kind,
    divisions,
    divisionText,
    locality: stem.slice(place.localityStart, place.end),
    brand: isPerson ? '' : parts.brand,
    industries: parts.industries,
    concepts: conceptsOf(parts.industries),
    legalForm,
    legalFormCategory: categoryOfForm(legalForm),
    branch: split.branch,
    branchKind: split.branchKind,
    ordinal: parts.ordinals.filter((o) => o !== '').join('.'),
    isGroup: clean.isGroup || parts.isGroup || legalForm === '集团',
    isChina: clean.isChina || parts.isChina,
    aliases: clean.aliases,
    noise: split.noise.length === 0 ? clean.noise : [...clean.noise, ...split.noise],
    contact: isPerson ? stem : split.contact,
    confidence,
  }
}
