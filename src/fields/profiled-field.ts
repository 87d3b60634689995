import type { FieldType, Label, ParsedCell } from '../model/field-type.ts'
import { parseAddress } from '../normalize/address.ts'
import { type CompanyName, parseCompanyName, splitCompanyNames } from '../normalize/company-name.ts'
import { parseIdentifiers } from '../normalize/credit-code.ts'
import { divisionOf } from '../normalize/divisions.ts'
import { parseEmails } from '../normalize/email.ts'
import { isJunkName } from '../normalize/junk.ts'
import { parsePhones } from '../normalize/phone.ts'
import { parseWebsites } from '../normalize/website.ts'
import { foldKey } from '../text/fold.ts'
import { LIST } from './company-name-parts.ts'
import { EMPTY_CELL, parsedCell } from './parsed-cell.ts'

/** A part of a field whose commonest values are worth seeing. */
export interface ProfiledPart {
  readonly name: string
  readonly label: Label
  /** Its text is a list of values with blanks between them. */
  readonly isList?: boolean
}

/**
 * A field as a profile reads it: each cell in its best reading alone, in parts that a person wants to see counted.
 * A cell without entries says why, `junk` when it was read and is no evidence (a hotline, 散客), else `unreadable`.
 */
export interface ProfiledField {
  readonly type: FieldType
  readonly shown: readonly ProfiledPart[]
}

interface Profiling {
  /** The parts in the order of an entry's texts. */
  readonly parts: readonly (ProfiledPart & { readonly isHidden?: boolean })[]
  readonly parse: (text: string, role: string, field: FieldType) => ParsedCell
}

/** The field as a profile reads it; fields that say nothing of their own are read as they are, with no part shown. */
export function profiledField(field: FieldType): ProfiledField {
  const { parts, parse } = PROFILINGS[field.name] ?? { parts: [], parse: undefined }
  const read = parse ?? ((text, role) => ({ ...field.parse(text, role) }))
  return {
    type: {
      ...field,
      parts: parse === undefined ? field.parts : parts.map(({ name }) => name),
      keys: [],
      parse(text, role) {
        const junk = fillerOf(text, field)
        return junk !== ''
          ? parsedCell({ display: text.trim(), junk })
          : withReason(text, read(text, role, field))
      },
    },
    shown: parts.filter(({ isHidden }) => isHidden !== true),
  }
}

/** 无 and - stand for an empty cell and 同上 for another one, in any column but that of the names, which are junk then. */
function fillerOf(text: string, { required }: FieldType): string {
  const junk = required === true ? '' : isJunkName(text)
  if (text.trim() === '') return ''
  return junk === 'no name given' || junk === 'no letters'
    ? 'placeholder'
    : junk === 'refers to another row'
      ? junk
      : ''
}

/** A cell that holds something and gave nothing has a reason. */
function withReason(text: string, cell: ParsedCell): ParsedCell {
  const { entries, junk, unreadable } = cell
  if (entries.length > 0 || junk !== '' || unreadable !== '' || text.trim() === '') return cell
  return { ...cell, unreadable: 'nothing of the kind in it' }
}

const part = (name: string, zh: string, en: string): ProfiledPart => ({ name, label: { zh, en } })

const hidden = (name: string) => ({ ...part(name, '', ''), isHidden: true })

const PROFILINGS: Readonly<Record<string, Profiling>> = {
  companyName: {
    parts: [
      part('brand', '字号', 'brand'),
      part('division', '行政区划', 'division'),
      { ...part('industry', '行业', 'industry'), isList: true },
      part('legalForm', '组织形式', 'legal form'),
      part('kind', '机构类别', 'kind'),
      part('branchKind', '分支类别', 'branch kind'),
    ],
    parse: readName,
  },
  address: {
    parts: [
      hidden('address'),
      part('province', '省', 'province'),
      part('city', '市', 'city'),
      part('finest', '细到', 'finest part'),
    ],
    parse: readAddress,
  },
  phone: {
    parts: [hidden('number'), part('kind', '号码类别', 'kind'), part('areaCode', '区号', 'area code')],
    parse(text, role, field) {
      const phones = parsePhones(text)
      const cell = field.parse(text, role)
      const read = phones.find(({ reason }) => reason === '')
      const useful = phones.filter(({ kind, isGeneric, reason }) => {
        return reason === '' && !isGeneric && kind !== 'placeholder'
      })
      return {
        ...cell,
        entries: useful.map(({ kind, national, areaCode }) => [national, kind, areaCode]),
        junk: useful.length === 0 && read !== undefined ? read.kind : '',
      }
    },
  },
  creditCode: {
    parts: [part('kind', '代码类别', 'kind'), part('body', '主体类别', 'kind of body')],
    parse: readCode,
  },
  email: {
    parts: [hidden('address'), part('host', '邮箱域名', 'host')],
    parse(text, role, field) {
      const emails = parseEmails(text)
      const cell = field.parse(text, role)
      const hostOf = new Map(emails.map((email) => [email.text, email.host]))
      return {
        ...cell,
        entries: cell.entries.map(([address]) => [address, hostOf.get(address) ?? '']),
        junk:
          cell.entries.length === 0 && emails.some(({ isPlaceholder }) => isPlaceholder) ? 'placeholder' : '',
      }
    },
  },
  website: {
    parts: [part('site', '网站', 'site'), hidden('domain')],
    parse(text, role, field) {
      const cell = field.parse(text, role)
      if (cell.entries.length > 0) return cell
      const isShared = parseWebsites(text).some(({ isGeneric }) => isGeneric)
      const junk = isShared
        ? 'a host that many share'
        : cell.unreadable === 'placeholder'
          ? cell.unreadable
          : ''
      return { ...cell, junk }
    },
  },
  contact: {
    parts: [part('person', '姓名', 'name'), hidden('sound'), part('surname', '姓氏', 'surname')],
    parse: (text, role, field) => field.parse(text, role),
  },
}

function readName(text: string, role: string): ParsedCell {
  const display = text.trim()
  if (display === '') return EMPTY_CELL
  const junk = role === 'companyName' ? isJunkName(display) : ''
  if (junk !== '') return parsedCell({ display, junk })
  if (foldKey(display) === '') return parsedCell({ display, unreadable: 'no letters or digits in it' })
  const names = splitCompanyNames(display).map((name) => parseCompanyName(name))
  return parsedCell({ display, entries: names.map(textsOfName) })
}

function textsOfName(name: CompanyName): string[] {
  const divisions = name.divisions.map((code) => divisionOf(code)?.name ?? code)
  const { brand, industries, legalForm, kind, branchKind } = name
  return [brand, divisions.join('/'), industries.join(LIST), legalForm, kind, branchKind]
}

/** From the coarsest to the finest; the last one given is how far an address goes. */
const FINENESS = [
  'province',
  'city',
  'county',
  'town',
  'village',
  'road',
  'poi',
  'number',
  'building',
  'room',
] as const

function readAddress(text: string): ParsedCell {
  const parsed = parseAddress(text)
  const { divisions, zone, crossing, lane, unit, floor } = parsed
  const finest = FINENESS.findLast((name) => parsed[name] !== '') ?? ''
  const sites = FINENESS.slice(3).map((name) => parsed[name])
  if (finest === '' && divisions.length === 0 && zone === '')
    return parsedCell({ display: text.trim(), unreadable: 'no part of an address in it' })
  // Only an address that goes further than its town can be somebody's own.
  const isSite = sites.slice(1).some((site) => site !== '')
  const key = isSite ? [divisions.join('/'), zone, crossing, lane, unit, floor, ...sites].join('\t') : ''
  const entry = [key, divisionName(parsed.province), divisionName(parsed.city), finest || 'zone']
  return parsedCell({ display: text.trim(), entries: [entry] })
}

const divisionName = (code: string): string => divisionOf(code)?.name ?? code

/** Sound codes are valid; a number that is hidden or made up to fill the field is no evidence; the rest is unreadable. */
function readCode(text: string, role: string, field: FieldType): ParsedCell {
  const found = parseIdentifiers(text)
  const sound = found.filter(({ isValid, kind }) => isValid && kind !== 'personalId' && kind !== 'unknown')
  const cell = { ...field.parse(text, role), entries: sound.map(({ kind, body }) => [kind, body]) }
  if (sound.length > 0) return { ...cell, unreadable: '' }
  const isPersonal = found.some(({ kind }) => kind === 'personalId')
  const noEvidence = found.find(({ reason }) => reason === 'placeholder' || reason === 'masked')?.reason
  const junk = isPersonal ? 'personalId' : (noEvidence ?? '')
  const reason = found.find(({ reason }) => reason !== '')?.reason ?? ''
  return { ...cell, junk, unreadable: junk === '' ? cell.unreadable || reason : '', repaired: '' }
}
