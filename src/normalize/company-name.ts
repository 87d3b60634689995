import { foldText } from '../text/fold.ts'
import { buildName, emptyName } from './company-name/build.ts'
import { type CleanName, cleanName, isPlainName } from './company-name/clean.ts'
import { isLatinName, parseLatinName } from './company-name/latin.ts'
import { readPlaces } from './company-name/places.ts'
import { LONGEST_NAME, segmentName } from './company-name/segment.ts'
import { endsInCharacter, noBrandCost, splitName } from './company-name/split.ts'
import type { CompanyName, CompanyNameParse } from './company-name/types.ts'
import { isJunkFolded } from './junk.ts'

export { industryRelation } from './company-name/industry-relation.ts'
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

const PLAIN: CleanName = {
  text: '',
  isGroup: false,
  isChina: false,
  boundary: 0,
  place: '',
  form: '',
  branch: '',
  aliases: [],
  noise: [],
}

/**
 * A company name in its parts, the best reading with up to two others when it is ambiguous. Takes any text: Chinese,
 * English or pinyin, with brackets, labels and contacts; only its first 256 units are read and the name proper ends
 * after 128. Missing parts are '' or []; '' and cells such as 散客 are of kind 'junk'. Never throws.
 * @example parseCompanyName('山西鸿运煤业（集团）有限公司太原分公司').brand // '鸿运'
 */
export function parseCompanyName(text: string, options: CompanyNameOptions = {}): CompanyNameParse {
  const folded = foldText(text.length > 256 ? text.slice(0, 256) : text)
  const most = 1 + Math.max(0, Math.min(2, options.alternatives ?? 2))
  if (isJunkFolded(folded) !== '') return junk(folded)
  if (isPlainName(folded)) return parseHanName(folded, PLAIN, most)
  if (isLatinName(folded)) return parseLatinName(folded)
  const clean = cleanName(folded)
  if (clean.text === '' || (clean.text.length <= 6 && isJunkFolded(clean.text) !== '')) return junk(folded)
  if (isLatinName(clean.text))
    return { ...parseLatinName(clean.text), aliases: clean.aliases, noise: clean.noise }
  return parseHanName(clean.text, clean, most)
}

function junk(folded: string): CompanyNameParse {
  return { ...emptyName(folded), kind: 'junk', noise: folded === '' ? [] : [folded], alternatives: [] }
}

function parseHanName(text: string, clean: CleanName, most: number): CompanyNameParse {
  const split = splitName(text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text, clean)
  const places = readPlaces(split.stem, split.stem.length)
  const readings = segmentName(split.stem, places, {
    noBrand: noBrandCost(split),
    mayEndInPlace: split.form?.category === 'company',
    mayEndInCharacter: endsInCharacter(split),
    boundary: clean.boundary < split.stem.length ? clean.boundary : 0,
    readings: most,
  })
  let weights = 0
  for (const reading of readings) weights += Math.exp(readings[0]!.cost - reading.cost)
  const names: CompanyName[] = []
  for (const reading of readings) {
    const weight = Math.exp(readings[0]!.cost - reading.cost) / weights
    names.push(buildName(split, clean, reading, Math.round(weight * 100) / 100))
  }
  const [best = emptyName(text), ...alternatives] = names
  return Object.assign({}, best, { alternatives })
}
