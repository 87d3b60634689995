import { type CompanyName, emptyName } from '../normalize/company-name.ts'
import { DIVISION_LETTERS } from '../normalize/lexicon/division-letters.ts'

const LETTERS: ReadonlyMap<string, string> = new Map(
  DIVISION_LETTERS.trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]),
)

/** Of a county the last two digits of its code are not 00. */
const isCounty = (code: string) => !code.endsWith('00')

/** Ends a division that is written out: nobody takes such a one for a brand. */
const KIND = /[省市县区旗州盟]$/

/**
 * Another reading of a short name that is about as likely, where there is one: 常山药业 is of a brand 常山 more often than of
 * the county, and 粤恒通 is 恒通 of 广东. The full name will tell.
 * @example shortNameReading(parseCompanyName('常山药业'))?.brand // '常山'
 */
export function shortNameReading(name: CompanyName): CompanyName | undefined {
  const { divisions, divisionText, brand } = name
  if (divisionText.length === 2 && divisions.every(isCounty) && !KIND.test(divisionText)) {
    return otherwise(name, { divisions: [], divisionText: '', brand: divisionText + brand })
  }
  const letter = LETTERS.get(brand.slice(0, 1))
  if (divisionText !== '' || letter === undefined || brand.length < 3) return undefined
  return otherwise(name, { divisions: [letter], brand: brand.slice(1) })
}

/** A name with other parts, alike to the engine. */
const otherwise = (name: CompanyName, parts: Partial<CompanyName>): CompanyName =>
  Object.assign(emptyName(name.text), name, parts)
