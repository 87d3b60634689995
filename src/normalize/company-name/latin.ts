import { ENGLISH_FILLERS, ENGLISH_FORMS, ENGLISH_INDUSTRIES } from '../lexicon/english-names.ts'
import { emptyName } from './build.ts'
import { categoryOfForm } from './forms.ts'
import { placeInLatin } from './latin-places.ts'
import type { CompanyNameParse, OrganisationKind } from './types.ts'
import { INDUSTRY_WORDS } from './words.ts'

const forms = readTable(ENGLISH_FORMS)
const industries = readTable(ENGLISH_INDUSTRIES)
const fillers: ReadonlySet<string> = new Set(ENGLISH_FILLERS.split(' '))
const LONGEST_FORM = Math.max(...[...forms.keys()].map((form) => form.split(' ').length))

function readTable(table: string): Map<string, string> {
  const map = new Map<string, string>()
  for (const line of table.trim().split('\n')) {
    const blank = line.indexOf(' ')
    for (const spelling of line.slice(blank + 1).split('|')) map.set(spelling, line.slice(0, blank))
  }
  return map
}

const HAN = /[㐀-鿿]/
const LETTER_RUN = /[A-ZÀ-Ý]{2}/i

/** Claims that a folded name is written in letters without any Han character. */
export const isLatinName = (folded: string): boolean => !HAN.test(folded) && LETTER_RUN.test(folded)

interface LatinParts {
  brand: string[]
  industries: string[]
  divisions: readonly string[]
  divisionText: string
  form: string
  isGroup: boolean
  isChina: boolean
}

function cutForm(words: string[], parts: LatinParts): void {
  for (let length = Math.min(LONGEST_FORM, words.length - 1); length > 0; length--) {
    const canonical = forms.get(words.slice(-length).join(' '))
    if (canonical === undefined) continue
    words.length -= length
    if (canonical === '集团') {
      parts.isGroup = true
      cutForm(words, parts)
    } else if (parts.form === '') {
      parts.form = canonical
      cutForm(words, parts)
    }
    return
  }
}

/** A place of up to three words that begins at `start`: HONG KONG, GUANG DONG. */
function readPlace(words: readonly string[], start: number, parts: LatinParts): number {
  for (let length = Math.min(3, words.length - start); length > 0; length--) {
    const codes = placeInLatin(words.slice(start, start + length).join(''))
    if (codes.length === 0) continue
    const inside = codes.filter((code) =>
      parts.divisions.some((outer) => code.startsWith(outer.replace(/(?:00){1,2}$/, ''))),
    )
    if (parts.divisions.length > 0 && inside.length === 0) return 0
    parts.divisions = parts.divisions.length > 0 ? inside : codes
    const written = words.slice(start, start + length).join(' ')
    parts.divisionText = parts.divisionText === '' ? written : `${parts.divisionText} ${written}`
    return length
  }
  return 0
}

const PLACE_KINDS = new Set(['CITY', 'PROVINCE', 'COUNTY', 'DISTRICT', 'PRC'])

function readWords(words: readonly string[], parts: LatinParts): void {
  let i = 0
  while (i < words.length) {
    const word = words[i]!
    const isEarly = parts.brand.length === 0 && parts.industries.length === 0
    const placed = isEarly || i === words.length - 1 ? readPlace(words, i, parts) : 0
    if (placed > 0 && i + placed < words.length + (parts.brand.length > 0 ? 1 : 0)) {
      i += placed
      continue
    }
    if (word === 'CHINA') {
      parts.isChina ||= parts.brand.length > 0
      if (parts.divisionText === '' && parts.brand.length === 0) parts.divisionText = word
    } else if (word === 'GROUP') parts.isGroup = true
    else if (PLACE_KINDS.has(word) || (fillers.has(word) && parts.industries.length > 0)) {
      i++
      continue
    } else if (industries.has(word) && (parts.brand.length > 0 || isIndustryTail(words, i, parts))) {
      parts.industries.push(word)
    } else parts.brand.push(word)
    i++
  }
}

/** An industry word may open the industries when a place stands before it and only such words follow. */
function isIndustryTail(words: readonly string[], start: number, parts: LatinParts): boolean {
  return parts.divisionText !== '' && words.slice(start).every((w) => industries.has(w) || fillers.has(w))
}

function conceptsOf(words: readonly string[]): string[] {
  const concepts = new Set<string>()
  for (const word of words) {
    for (const concept of INDUSTRY_WORDS.get(industries.get(word) ?? '')?.concepts ?? [])
      concepts.add(concept)
  }
  return [...concepts]
}

function kindOf(form: string): OrganisationKind {
  const category = categoryOfForm(form)
  if (category === 'bank' || category === 'school' || category === 'hospital' || category === 'partnership')
    return category
  return category === '' ? 'unknown' : 'company'
}

/**
 * An English or pinyin company name in its parts: a place at the head or in a bracket, the brand, industry words, and a
 * form as its Chinese canonical form. The concepts come from the Chinese words that the English ones stand for.
 */
export function parseLatinName(folded: string): CompanyNameParse {
  const parts: LatinParts = {
    brand: [],
    industries: [],
    divisions: [],
    divisionText: '',
    form: '',
    isGroup: false,
    isChina: false,
  }
  const words = folded
    .toUpperCase()
    .replace(/\(([^()]*)\)/g, ' $1 ')
    .replace(/[.,()/;:"]+/g, ' ')
    .trim()
    .split(/\s+/)
  cutForm(words, parts)
  readWords(words, parts)
  if (parts.brand.length === 0 && parts.industries.length > 1 && parts.divisionText === '') {
    parts.brand.push(parts.industries.shift()!)
  }
  // Into an empty name, so that all names are alike to the engine.
  return Object.assign(emptyName(folded), {
    kind: kindOf(parts.form),
    divisions: parts.divisions,
    divisionText: parts.divisionText,
    brand: parts.brand.join(' '),
    industries: parts.industries,
    concepts: conceptsOf(parts.industries),
    legalForm: parts.form,
    legalFormCategory: categoryOfForm(parts.form),
    isGroup: parts.isGroup,
    isChina: parts.isChina,
  })
}
