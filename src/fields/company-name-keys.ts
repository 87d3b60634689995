import type { BlockingKey } from '../model/field-type.ts'
import { fuzzySoundKey } from '../text/sound.ts'
import { COMPANY_NAME_PARTS, LIST } from './company-name-parts.ts'

type Part = (typeof COMPANY_NAME_PARTS)[number]

const INDEX = Object.fromEntries(COMPANY_NAME_PARTS.map((part, index) => [part, index])) as Readonly<
  Record<Part, number>
>

function key(
  name: string,
  zh: string,
  en: string,
  of: (part: (name: Part) => string) => readonly string[],
): BlockingKey {
  return { name, label: { zh, en }, of: (texts) => of((part) => texts[INDEX[part]]) }
}

const given = (text: string) => (text === '' ? [] : [text])

/** The first four digits of a division's code are its city. */
const CITY_DIGITS = 4

/** A brand of this length may hold more than the brand. */
const LONG_BRAND = 4

/** Under which texts company names meet. */
export const companyNameKeys: readonly BlockingKey[] = [
  key('name', '全称', 'whole name', (part) => given(part('name'))),
  key('brand', '字号', 'brand', (part) => (part('brand').length >= 2 ? [part('brand')] : [])),
  key('sound', '字号读音', 'sound of the brand', (part) => {
    return part('brand').length >= 2 ? given(fuzzySoundKey(part('brand'))) : []
  }),
  key('lostCharacter', '字号少一字', 'brand less one character', (part) => shortened(part('brand'))),
  key('sharedCharacter', '字号一字加行业加市', 'a character of the brand with trade and city', (part) => {
    const trade = part('trade')
    const city = part('division').slice(0, CITY_DIGITS)
    const brand = part('brand')
    if (brand.length < 2 || brand.length > 4 || trade === '' || city === '') return []
    return [...brand].map((character) => `${character}${trade}${city}`)
  }),
  {
    // What stands before or behind the brand is often taken for a part of it when it was mistyped.
    ...key('brandEdge', '字号首尾加市或行业', 'begin or end of the brand with city or trade', (part) => {
      const [text, city, trade] = [part('brand'), part('division').slice(0, CITY_DIGITS), part('trade')]
      if (text.length < 2) return []
      return [
        ...given(city).map((of) => text.slice(0, 2) + of),
        ...given(trade).map((of) => text.slice(-2) + of),
      ]
    }),
    isAnchor: (texts) => texts[INDEX.brand].length >= LONG_BRAND,
  },
  {
    ...key('abbreviation', '简称', 'abbreviation', (part) =>
      part('isShort') === '' ? abbreviationsOf(part('segments')) : piecesOf(part('segments'), part('brand')),
    ),
    isAnchor: (texts) => texts[INDEX.isShort] !== '',
  },
  key('regionIndustry', '地区加行业', 'region and industry', (part) => given(part('regionIndustry'))),
  key('province', '省', 'province', (part) => given(part('province'))),
  key('concept', '行业', 'industry', (part) => given(part('trade'))),
]

/** The brand, and for three characters or more each form with one character left out: a lost or wrong character meets here. */
function shortened(brand: string): string[] {
  if (brand.length < 2) return []
  if (brand.length < 3 || brand.length > 8) return [brand]
  const forms = new Set([brand])
  for (let i = 0; i < brand.length; i++) forms.add(brand.slice(0, i) + brand.slice(i + 1))
  return [...forms]
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
