import { foldText } from '../text/fold.ts'
import { endsInPair } from '../text/index-of-pair.ts'
import { buildName, emptyName } from './company-name/build.ts'
import { bitsOf, LATIN } from './company-name/characters.ts'
import { type CleanName, cleanName, isPlainName } from './company-name/clean.ts'
import { COSTS, LONGEST_NAME } from './company-name/costs.ts'
import type { LegalForm } from './company-name/forms.ts'
import { isLatinName, parseLatinName } from './company-name/latin.ts'
import { addTowns } from './company-name/localities.ts'
import type { SegmentOptions } from './company-name/pieces.ts'
import { readPlaces } from './company-name/places.ts'
import { LONG_BRAND, rankReadings, segmentName } from './company-name/segment.ts'
import { forgetSpans } from './company-name/spans.ts'
import { splitName } from './company-name/split.ts'
import type { CompanyName, CompanyNameParse } from './company-name/types.ts'
import { cutHeads } from './company-name/unknown-village.ts'
import { isJunkFolded, isTooLongForJunk } from './junk.ts'

export { emptyName } from './company-name/build.ts'
export { isPlainName } from './company-name/clean.ts'
export {
  type IndustryList,
  industryRelation,
  readIndustries,
  relateIndustries,
} from './company-name/industry-relation.ts'
export type { LegalFormRelation } from './company-name/legal-form-relation.ts'
export { legalFormRelation } from './company-name/legal-form-relation.ts'
export { splitCompanyNames } from './company-name/several.ts'
export type {
  CompanyAlias,
  CompanyName,
  CompanyNameParse,
  OrganisationKind,
} from './company-name/types.ts'

/** Settings of {@link parseCompanyName}. */
export interface CompanyNameOptions {
  /** How many other readings to give at most, 0 to 2; 2 by default. */
  readonly alternatives?: number
}

const NONE: readonly CompanyName[] = []
const BANK = '银行'
/** A bank of a county, which is named first: 文昌|启众. */
const VILLAGE_BANK = '村镇银行'
const PLAIN: CleanName = {
  text: '',
  isGroup: false,
  isChina: false,
  boundary: 0,
  place: '',
  form: '',
  branch: '',
  besides: '',
  aliases: [],
  noise: [],
}

/**
 * A company name in its parts, the best reading with up to two others when it is ambiguous. Takes any text: Chinese,
 * English or pinyin, with brackets, labels and contacts; only its first 256 units are read and the name proper ends
 * after 128. Missing parts are '' or []; '' and cells such as 散客 are of kind 'junk'. Never throws. About 110,000
 * different names a second and core.
 * @example parseCompanyName('山西鸿运煤业（集团）有限公司太原分公司').brand // '鸿运'
 */
export function parseCompanyName(text: string, options: CompanyNameOptions = {}): CompanyNameParse {
  const folded = foldText(text.length > 256 ? text.slice(0, 256) : text)
  const most = 1 + Math.max(0, Math.min(2, options.alternatives ?? 2))
  const isPlain = isPlainName(folded)
  if (!(isPlain && isTooLongForJunk(folded)) && isJunkFolded(folded) !== '') return junk(folded)
  if (isPlain) return parseHanName(folded, PLAIN, most)
  if (isLatinName(folded)) return parseLatinName(folded)
  const clean = cleanName(folded)
  if (clean.text === '' || (clean.text.length <= 6 && isJunkFolded(clean.text) !== '')) return junk(folded)
  if (isLatinName(clean.text))
    return Object.assign(parseLatinName(clean.text), { aliases: clean.aliases, noise: clean.noise })
  return parseHanName(clean.text, clean, most)
}

function junk(folded: string): CompanyNameParse {
  return Object.assign(emptyName(folded), { kind: 'junk', noise: folded === '' ? [] : [folded] } as const)
}

/**
 * Claims that a county at the head that reads like a brand is one: short names (平安银行, 白云机场) and firms with a place
 * in a bracket are not called after counties. Firms that give their form are: 平安|天成|石料厂.
 */
function prefersBrand(stem: string, form: LegalForm | undefined, clean: CleanName): boolean {
  if (form === undefined || clean.place !== '') return true
  if ((endsInPair(stem, BANK) && stem.endsWith(VILLAGE_BANK)) || form.text === VILLAGE_BANK) return false
  return endsInPair(stem, BANK) || form.noBrand === COSTS.noBrandInstitution
}

function parseHanName(text: string, clean: CleanName, most: number): CompanyNameParse {
  const capped = text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text
  const split = splitName(capped, clean, clean === PLAIN)
  const { stem, form } = split
  const bits = bitsOf(stem)
  forgetSpans()
  const places = readPlaces(stem, bits, prefersBrand(stem, form, clean))
  const options: SegmentOptions = {
    noBrand: endsInPair(stem, BANK) ? COSTS.noBrandInstitution : (form?.noBrand ?? COSTS.noBrandBare),
    mayEndInPlace: form?.category === 'company',
    mayEndInCharacter: form?.takesCharacter === true,
    namesPlaces: form?.namesPlaces === true,
    isBank: form?.category === 'bank',
    hasForm: form !== undefined,
    hasLatin: (bits & LATIN) !== 0,
    boundary: clean.boundary < stem.length ? clean.boundary : 0,
    readings: most,
  }
  let readings = segmentName(stem, places, options)
  const mayHideTown = readings.some(({ place, brandEnd }) => brandEnd - place.end >= LONG_BRAND)
  if (mayHideTown && addTowns(stem, bits, places)) readings = rankReadings(stem, places, options)
  if (mayHideTown && !options.namesPlaces && !options.isBank) readings = cutHeads(stem, readings)
  const [best] = readings
  if (best === undefined) return emptyName(text)
  if (readings.length === 1) return buildName(split, clean, best, 1, NONE)
  let weights = 0
  for (const reading of readings) weights += Math.exp(best.cost - reading.cost)
  const alternatives: CompanyName[] = []
  for (let k = 1; k < readings.length; k++) {
    const reading = readings[k]!
    alternatives.push(buildName(split, clean, reading, Math.exp(best.cost - reading.cost) / weights, NONE))
  }
  return buildName(split, clean, best, 1 / weights, alternatives)
}
