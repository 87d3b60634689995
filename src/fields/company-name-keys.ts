import type { BlockingKey } from '../model/field-type.ts'
import { fuzzySoundKey } from '../text/sound.ts'
import { COMPANY_NAME_PARTS, LIST } from './company-name-parts.ts'

/** Where the parts are that keys read. */
const NAME = COMPANY_NAME_PARTS.indexOf('name')
const BRAND = COMPANY_NAME_PARTS.indexOf('brand')
const DIVISION = COMPANY_NAME_PARTS.indexOf('division')
const SEGMENTS = COMPANY_NAME_PARTS.indexOf('segments')
const REGION_INDUSTRY = COMPANY_NAME_PARTS.indexOf('regionIndustry')
const PROVINCE = COMPANY_NAME_PARTS.indexOf('province')
const TRADE = COMPANY_NAME_PARTS.indexOf('trade')
const IS_SHORT = COMPANY_NAME_PARTS.indexOf('isShort')

const given = (text: string): readonly string[] => (text === '' ? NO_KEYS : [text])

const NO_KEYS: readonly string[] = []

/** The first four digits of a division's code are its city. */
const CITY_DIGITS = 4

/** A brand of this length may hold more than the brand. */
const LONG_BRAND = 4

/** Under which texts company names meet. */
export const companyNameKeys: readonly BlockingKey[] = [
  { name: 'name', label: { zh: '全称', en: 'whole name' }, of: (texts) => given(texts[NAME]) },
  {
    name: 'brand',
    label: { zh: '字号', en: 'brand' },
    of: (texts) => (texts[BRAND].length >= 2 ? [texts[BRAND]] : NO_KEYS),
  },
  {
    name: 'sound',
    label: { zh: '字号读音', en: 'sound of the brand' },
    of: (texts) => (texts[BRAND].length >= 2 ? [fuzzySoundKey(texts[BRAND])] : NO_KEYS),
  },
  {
    name: 'lostCharacter',
    label: { zh: '字号少一字', en: 'brand less one character' },
    of: (texts) => shortened(texts[BRAND]),
  },
  {
    name: 'sharedCharacter',
    label: { zh: '字号一字加行业加市', en: 'a character of the brand with trade and city' },
    of(texts) {
      const trade = texts[TRADE]
      const brand = texts[BRAND]
      if (brand.length < 2 || brand.length > 4 || trade === '' || texts[DIVISION] === '') return NO_KEYS
      const rest = trade + texts[DIVISION].slice(0, CITY_DIGITS)
      return Array.from(brand, (character) => character + rest)
    },
  },
  {
    // What stands before or behind the brand is often taken for a part of it when it was mistyped.
    name: 'brandEdge',
    label: { zh: '字号首尾加市或行业', en: 'begin or end of the brand with city or trade' },
    of(texts) {
      const brand = texts[BRAND]
      if (brand.length < 2) return NO_KEYS
      const edges: string[] = []
      if (texts[DIVISION] !== '') edges.push(brand.slice(0, 2) + texts[DIVISION].slice(0, CITY_DIGITS))
      if (texts[TRADE] !== '') edges.push(brand.slice(-2) + texts[TRADE])
      return edges
    },
    isAnchor: (texts) => texts[BRAND].length >= LONG_BRAND,
  },
  {
    name: 'abbreviation',
    label: { zh: '简称', en: 'abbreviation' },
    of: (texts) =>
      texts[IS_SHORT] === '' ? abbreviationsOf(texts[SEGMENTS]) : piecesOf(texts[SEGMENTS], texts[BRAND]),
    isAnchor: (texts) => texts[IS_SHORT] !== '',
  },
  {
    name: 'regionIndustry',
    label: { zh: '地区加行业', en: 'region and industry' },
    of: (texts) => given(texts[REGION_INDUSTRY]),
  },
  { name: 'province', label: { zh: '省', en: 'province' }, of: (texts) => given(texts[PROVINCE]) },
  { name: 'concept', label: { zh: '行业', en: 'industry' }, of: (texts) => given(texts[TRADE]) },
]

/** The brand, and for three characters or more each form with one character left out: a lost or wrong character meets here. */
function shortened(brand: string): readonly string[] {
  if (brand.length < 2) return NO_KEYS
  if (brand.length < 3 || brand.length > 8) return [brand]
  const forms = [brand]
  for (let i = 0; i < brand.length; i++) {
    // Of a doubled character either leaves the same form.
    if (i > 0 && brand[i] === brand[i - 1]) continue
    forms.push(brand.slice(0, i) + brand.slice(i + 1))
  }
  return forms
}

/** Two characters that a short name shows of the full one: the first of the name, of its brand, and each two neighbours. */
function piecesOf(segments: string, brand: string): string[] {
  const stem = segments.replaceAll(LIST, '')
  const pieces = new Set([stem.slice(0, 2), brand.slice(0, 2)])
  for (let i = 0; i + 2 <= Math.min(stem.length, 4); i++) pieces.add(stem.slice(i, i + 2))
  return [...pieces].filter((piece) => piece.length === 2)
}

/** More segments of a name do not show in its short forms, nor what comes later in a segment. */
const SHOWN_SEGMENTS = 4
const SHOWN_CHARACTERS = 8

/**
 * Two characters each that a short form of the name may show: the beginnings of its words (山西 焦煤 → 山西, 焦煤), a segment
 * taken as words of two characters (交通建设 is 交通, 建设), and the first characters of two neighbouring words (山焦).
 */
function abbreviationsOf(segments: string): string[] {
  const pieces: string[] = []
  const add = (first: string, second: string) => {
    const piece = first + second
    if (!pieces.includes(piece)) pieces.push(piece)
  }
  // The word before: its first character, and its second where it has one.
  let [head, tail] = ['', '']
  let shown = 0
  for (let start = 0; shown < SHOWN_SEGMENTS && start < segments.length; shown++) {
    const gap = segments.indexOf(LIST, start)
    const end = gap < 0 ? segments.length : gap
    const last = Math.min(end, start + SHOWN_CHARACTERS)
    for (let at = start; at < last; at += 2) {
      const first = segments[at]
      const second = at + 1 < last ? segments[at + 1] : ''
      if (head !== '') add(head, first)
      // 新朋 of 新|朋友: an odd cut leaves one character to the word before.
      if (tail !== '') add(tail, first)
      if (second !== '') add(first, second)
      head = first
      tail = second
    }
    start = end + LIST.length
  }
  return pieces
}
