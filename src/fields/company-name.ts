import type { FieldType, ParsedCell } from '../model/field-type.ts'
import {
  type CompanyAlias,
  type CompanyName,
  type CompanyNameParse,
  isPlainName,
  parseCompanyName,
  splitCompanyNames,
} from '../normalize/company-name.ts'
import { isJunkName } from '../normalize/junk.ts'
import { alignAbbreviation } from '../text/abbreviation.ts'
import { foldKey } from '../text/fold.ts'
import { companyNameComparisons } from './company-name-comparisons.ts'
import { companyNameKeys } from './company-name-keys.ts'
import { COMPANY_NAME_PARTS, isShort, type NameUse, textsOfParts } from './company-name-parts.ts'
import { EMPTY_CELL, parsedCell } from './parsed-cell.ts'
import { shortNameReading } from './short-name-reading.ts'
import { spellOutNames } from './spell-out.ts'

/** 客户名称 with 曾用名 and 客户简称. Its parts are compared apart, because each means something else. */
export const companyName: FieldType = {
  name: 'companyName',
  label: { zh: '名称', en: 'company name' },
  required: true,
  identity: 'brand',
  roles: [
    {
      name: 'companyName',
      headings: [
        '客户名称',
        '客户名',
        '公司名称',
        '公司名',
        '公司',
        '单位名称',
        '单位',
        '企业名称',
        '企业名',
        '企业',
        '开票抬头',
        '发票抬头',
        '抬头',
        '客户',
        '名称',
        '客户全称',
        '公司全称',
        '企业全称',
        '全称',
        '机构名称',
        '商户名称',
        '供应商名称',
        '收货单位',
        '付款单位',
        '购方名称',
        'name',
        'company',
        'company name',
        'customer',
        'customer name',
        'organisation',
        'organization',
        'account name',
        'full name',
      ],
      fragments: [
        '客户名',
        '公司名',
        '单位名',
        '企业名',
        '开票抬头',
        '发票抬头',
        '机构名',
        '商户名',
        'company name',
        'customer name',
      ],
    },
    {
      name: 'formerName',
      headings: [
        '曾用名',
        '曾用名称',
        '原名',
        '原名称',
        '历史名称',
        '变更前名称',
        'former name',
        'previous name',
        'former names',
      ],
      fragments: ['曾用名', '历史名', 'former name'],
    },
    {
      name: 'abbreviation',
      headings: [
        '客户简称',
        '简称',
        '公司简称',
        '企业简称',
        '单位简称',
        'short name',
        'abbreviation',
        'alias',
        '别名',
      ],
      fragments: ['简称', 'short name'],
    },
  ],
  recognises: (text) => {
    const { kind, legalForm } = parseCompanyName(text)
    return legalForm !== '' && kind !== 'person' && kind !== 'junk'
  },
  parts: COMPANY_NAME_PARTS,
  exclusive: [
    { part: 'unit', relation: 'branch' },
    { part: 'ordinalUnit', relation: '' },
    { part: 'groupUnit', relation: 'group' },
  ],
  kinship: { name: 'name', own: 'unit', formerName: 'formerName', group: 'group' },
  spellOut: spellOutNames,
  parse: parseCell,
  comparisons: companyNameComparisons,
  keys: companyNameKeys,
}

/** Less likely readings cost more in work and chance agreement than they bring; one without a brand is always worth it. */
const LIKELY = 0.2

function parseCell(text: string, role: string): ParsedCell {
  const trimmed = isPlainName(text) ? text : withoutMarkup(text).trim()
  if (trimmed === '') return EMPTY_CELL
  const junk = role === 'companyName' ? isJunkName(trimmed) : ''
  if (junk !== '') return parsedCell({ display: trimmed, junk })
  const entries: (readonly string[])[] = []
  const names = splitCompanyNames(trimmed)
  let quality = 0
  for (let i = 0; i < names.length; i++) {
    const name = parseCompanyName(names[i])
    if (i === 0) quality = qualityOf(name)
    addReadings(entries, name, useOf(role, i))
  }
  const isReadable = entries.length > 0 || foldKey(trimmed) !== ''
  return parsedCell({
    entries,
    display: trimmed,
    quality,
    unreadable: isReadable ? '' : 'no letters or digits in it',
  })
}

/** A blank that was copied from a web page is no brand NBSP, and its semicolon ends no name. */
function withoutMarkup(text: string): string {
  return text.includes('nbsp') ? text.replaceAll(/&?(?:amp;)?nbsp;?/g, ' ') : text
}

/** The first name of its column is the record's own; what else a cell names may match too, and says nothing of which unit it is. */
function useOf(role: string, place: number): NameUse {
  if (role === 'formerName') return 'former'
  return role === 'companyName' && place === 0 ? 'own' : 'other'
}

/** Adds a name, its other readings and its other names. */
function addReadings(entries: (readonly string[])[], name: CompanyNameParse, use: NameUse): void {
  addEntry(entries, name, use)
  for (const reading of name.alternatives) {
    if (reading.confidence >= LIKELY || reading.brand === '') addEntry(entries, reading, 'other')
  }
  if (isShort(name)) addShortReadings(entries, name)
  for (const alias of name.aliases) {
    const parsed = parseCompanyName(alias.text)
    if (isOtherName(name, alias, parsed))
      addEntry(entries, parsed, alias.kind === 'former' ? 'former' : 'other')
  }
}

function addEntry(entries: (readonly string[])[], reading: CompanyName, use: NameUse): void {
  const texts = textsOfParts(reading, use)
  if (texts[0] !== '') entries.push(texts)
}

function addShortReadings(entries: (readonly string[])[], name: CompanyNameParse): void {
  addShortReading(entries, name)
  for (const reading of name.alternatives) addShortReading(entries, reading)
}

function addShortReading(entries: (readonly string[])[], name: CompanyName): void {
  const other = shortNameReading(name)
  if (other !== undefined) addEntry(entries, other, 'other')
}

/**
 * Whether what stood in brackets is another name of the firm: a former or English one, one with a legal form of its own,
 * or a short one that is made of the name's characters. Much else stands in brackets: 微型企业, 不对外营业.
 */
function isOtherName(name: CompanyName, { text, kind }: CompanyAlias, parsed: CompanyName): boolean {
  if (kind === 'former' || kind === 'english') return true
  if (parsed.legalForm !== '' && parsed.brand !== '' && foldKey(text).length >= 6) return true
  return alignAbbreviation(foldKey(text), [name.brand, ...name.industries]) > 0
}

/** A full registered name is worth more than a short one, a clean one more than one with noise around it. */
function qualityOf({ legalForm, brand, industries, divisions, noise, contact }: CompanyName): number {
  let parts = 0
  if (legalForm !== '') parts++
  if (brand !== '') parts++
  if (industries.length > 0) parts++
  if (divisions.length > 0) parts++
  const clean = noise.length === 0 && contact === ''
  return parts * 0.2 + (clean ? 0.2 : 0)
}
