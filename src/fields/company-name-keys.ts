import type { BlockingKey } from '../model/field-type.ts'
import { fuzzySoundKey } from '../text/sound.ts'
import { COMPANY_NAME_PARTS } from './company-name-parts.ts'

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

/** The province's two digits of the first division. */
const provinceOf = (division: string) => division.slice(0, 2)

/** Under which texts company names meet. */
export const companyNameKeys: readonly BlockingKey[] = [
  key('name', '全称', 'whole name', (part) => given(part('name'))),
  key('brand', '字号', 'brand', (part) => (part('brand').length >= 2 ? [part('brand')] : [])),
  key('sound', '字号读音', 'sound of the brand', (part) => {
    return part('brand').length >= 2 ? given(fuzzySoundKey(part('brand'))) : []
  }),
  key('lostCharacter', '字号少一字', 'brand less one character', (part) => shortened(part('brand'))),
  key(
    'sharedCharacter',
    '字号一字加行业加省',
    'a character of the brand with industry and province',
    (part) => {
      const concept = part('concept').split(' ')[0]
      const province = provinceOf(part('division'))
      const brand = part('brand')
      if (brand.length < 2 || brand.length > 4 || concept === '' || province === '') return []
      return [...brand].map((character) => `${character}${concept}${province}`)
    },
  ),
  key('regionIndustry', '地区加行业', 'region and industry', (part) => given(part('regionIndustry'))),
  key('province', '省', 'province', (part) => given(provinceOf(part('division')))),
  key('concept', '行业', 'industry', (part) => given(part('concept').split(' ')[0])),
]

/** The brand, and for three characters or more each form with one character left out: a lost or wrong character meets here. */
function shortened(brand: string): string[] {
  if (brand.length < 2) return []
  if (brand.length < 3 || brand.length > 8) return [brand]
  const forms = new Set([brand])
  for (let i = 0; i < brand.length; i++) forms.add(brand.slice(0, i) + brand.slice(i + 1))
  return [...forms]
}
