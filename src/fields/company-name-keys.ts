import { type BlockingKey, type KeyWriter, writePart } from '../model/field-type.ts'
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

/** The first four digits of a division's code are its city. */
const CITY_DIGITS = 4

/** A brand of this length may hold more than the brand. */
const LONG_BRAND = 4

/**
 * Sister firms share a brand, strangers its sound. With these a million made-up records have 7.3 million candidates instead
 * of 10.2, and of the true pairs that were found 1 in 13,000 is not (`guihu evaluate`).
 */
const [SISTERS, LOOSE] = [0.64, 0.4]

/** Under which texts company names meet. */
export const companyNameKeys: readonly BlockingKey[] = [
  { name: 'name', label: { zh: '全称', en: 'whole name' }, write: writePart(NAME) },
  {
    name: 'brand',
    label: { zh: '字号', en: 'brand' },
    blockShare: SISTERS,
    write(texts, keys) {
      if (texts[BRAND].length < 2) return
      keys.put(texts[BRAND])
      keys.end()
    },
  },
  {
    name: 'sound',
    label: { zh: '字号读音', en: 'sound of the brand' },
    blockShare: LOOSE,
    write(texts, keys) {
      if (texts[BRAND].length < 2) return
      keys.put(fuzzySoundKey(texts[BRAND]))
      keys.end()
    },
  },
  {
    name: 'lostCharacter',
    label: { zh: '字号少一字', en: 'brand less one character' },
    blockShare: LOOSE,
    write: (texts, keys) => writeShortened(texts[BRAND], keys),
  },
  {
    name: 'sharedCharacter',
    label: { zh: '字号一字加行业加市', en: 'a character of the brand with trade and city' },
    blockShare: LOOSE,
    write(texts, keys) {
      const brand = texts[BRAND]
      if (brand.length < 2 || brand.length > 4 || texts[TRADE] === '' || texts[DIVISION] === '') return
      for (let i = 0; i < brand.length; i++) {
        keys.put(brand, i, i + 1)
        keys.put(texts[TRADE])
        keys.put(texts[DIVISION], 0, CITY_DIGITS)
        keys.end()
      }
    },
  },
  {
    // What stands before or behind the brand is often taken for a part of it when it was mistyped.
    name: 'brandEdge',
    label: { zh: '字号首尾加市或行业', en: 'begin or end of the brand with city or trade' },
    write(texts, keys) {
      const brand = texts[BRAND]
      if (brand.length < 2) return
      if (texts[DIVISION] !== '') {
        keys.put(brand, 0, 2)
        keys.put(texts[DIVISION], 0, CITY_DIGITS)
        keys.end()
      }
      if (texts[TRADE] !== '') {
        keys.put(brand, brand.length - 2)
        keys.put(texts[TRADE])
        keys.end()
      }
    },
    isAnchor: (texts) => texts[BRAND].length >= LONG_BRAND,
  },
  {
    name: 'abbreviation',
    label: { zh: '简称', en: 'abbreviation' },
    write(texts, keys) {
      if (texts[IS_SHORT] === '') writeAbbreviations(texts[SEGMENTS], keys)
      else writePieces(texts[SEGMENTS], texts[BRAND], keys)
    },
    isAnchor: (texts) => texts[IS_SHORT] !== '',
  },
  {
    name: 'regionIndustry',
    label: { zh: '地区加行业', en: 'region and industry' },
    write: writePart(REGION_INDUSTRY),
  },
  { name: 'province', label: { zh: '省', en: 'province' }, write: writePart(PROVINCE) },
  { name: 'concept', label: { zh: '行业', en: 'industry' }, write: writePart(TRADE) },
]

/** The brand, and for three characters or more each form with one character left out: a lost or wrong character meets here. */
function writeShortened(brand: string, keys: KeyWriter): void {
  if (brand.length < 2) return
  keys.put(brand)
  keys.end()
  if (brand.length < 3 || brand.length > 8) return
  for (let i = 0; i < brand.length; i++) {
    // Of a doubled character either leaves the same form.
    if (i > 0 && brand.charCodeAt(i) === brand.charCodeAt(i - 1)) continue
    keys.put(brand, 0, i)
    keys.put(brand, i + 1)
    keys.end()
  }
}

/** Two characters that a short name shows of the full one: the first of its brand, and each two neighbours at its begin. */
function writePieces(segments: string, brand: string, keys: KeyWriter): void {
  const stem = segments.replaceAll(LIST, '')
  if (brand.length >= 2) writePair(brand, 0, 1, keys)
  for (let i = 0; i + 2 <= Math.min(stem.length, 4); i++) writePair(stem, i, i + 1, keys)
}

function writePair(text: string, first: number, second: number, keys: KeyWriter): void {
  keys.put(text, first, first + 1)
  keys.put(text, second, second + 1)
  keys.end()
}

/** More segments of a name do not show in its short forms, nor what comes later in a segment. */
const SHOWN_SEGMENTS = 4
const SHOWN_CHARACTERS = 8

/**
 * Two characters each that a short form of the name may show: the beginnings of its words (山西 焦煤 → 山西, 焦煤), a segment
 * taken as words of two characters (交通建设 is 交通, 建设), and the first characters of two neighbouring words (山焦).
 */
function writeAbbreviations(segments: string, keys: KeyWriter): void {
  // Where the word before has its first character, and its second where it has one.
  let [head, tail] = [-1, -1]
  let shown = 0
  for (let start = 0; shown < SHOWN_SEGMENTS && start < segments.length; shown++) {
    const gap = segments.indexOf(LIST, start)
    const end = gap < 0 ? segments.length : gap
    const last = Math.min(end, start + SHOWN_CHARACTERS)
    for (let at = start; at < last; at += 2) {
      const second = at + 1 < last ? at + 1 : -1
      if (head >= 0) writePair(segments, head, at, keys)
      // 新朋 of 新|朋友: an odd cut leaves one character to the word before.
      if (tail >= 0) writePair(segments, tail, at, keys)
      if (second >= 0) writePair(segments, at, second, keys)
      head = at
      tail = second
    }
    start = end + LIST.length
  }
}
