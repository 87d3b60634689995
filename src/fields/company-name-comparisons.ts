import { brandFrequency } from '../model/brand-rarity.ts'
import {
  type Comparison,
  defineComparison,
  defineGate,
  levelWhenEqual,
  UNSETTLED,
} from '../model/field-type.ts'
import {
  type IndustryList,
  legalFormRelation,
  readIndustries,
  relateIndustries,
} from '../normalize/company-name.ts'
import { type DivisionSet, divisionSetOf, relateDivisionSets } from '../normalize/relate-divisions.ts'
import { soundsSame } from '../text/sound.ts'
import { typoDistance } from '../text/typo-distance.ts'
import {
  BRAND_LEVELS,
  BRAND_SAME,
  type BrandedName,
  compareBrands,
  compareFullBrands,
  differenceOf,
  haveSameCharacters,
  isSubsequence,
  isTakenFor,
} from './company-name-brand.ts'
import { groupMember } from './company-name-group.ts'
import { LIST } from './company-name-parts.ts'
import { compareStandings } from './company-name-standing.ts'
import { wholeName } from './company-name-whole.ts'

/** For texts that are the same or not. */
const sameOrDifferent = (left: number, right: number): number =>
  left === 0 || right === 0 ? -1 : left === right ? 1 : 0

const brand = defineComparison<BrandedName>({
  name: 'brand',
  label: { zh: '字号', en: 'brand' },
  parts: ['brand', 'industry', 'segments', 'name', 'isShort'],
  ofCodes: (left, right) => (left === right && left !== 0 ? BRAND_SAME : UNSETTLED),
  gate: defineGate<string>({ part: 'fullBrand', prepare: (text) => text, level: compareFullBrands }),
  levels: BRAND_LEVELS,
  prepare: ([text, industry, segments, name, isShort]) => ({
    brand: text,
    trade: industry.replaceAll(LIST, ''),
    core: text + industry.replaceAll(LIST, ''),
    segments: segments.split(LIST),
    stem: segments.replaceAll(LIST, ''),
    name,
    isShort: isShort !== '',
  }),
  level: compareBrands,
  frequency: {
    part: 'brand',
    levels: { same: 1, soundsSame: 0.3, lookAlike: 0.3, soundsFuzzy: 0.2, contained: 0.4 },
    by: ['province', 'trade'],
    expected: brandFrequency,
  },
})

const industry = defineComparison<{
  readonly text: string
  readonly joined: string
  readonly list: IndustryList
}>({
  name: 'industry',
  label: { zh: '行业', en: 'industry' },
  parts: ['industry'],
  levels: [
    {
      name: 'unrelated',
      label: { zh: '行业 {left} 与 {right} 无关', en: 'unrelated industries {left}, {right}' },
    },
    { name: 'related', label: { zh: '行业 {left}、{right} 相关', en: 'related industries {left}, {right}' } },
    { name: 'near', label: { zh: '行业 {left}、{right} 相近', en: 'near industries {left}, {right}' } },
    { name: 'sameConcept', label: { zh: '行业 {left}≈{right}', en: 'industry {left} ≈ {right}' } },
    {
      name: 'otherCharacter',
      label: { zh: '行业 {left}、{right} 一字不同', en: 'industry with another character: {left}, {right}' },
    },
    {
      name: 'reworded',
      label: { zh: '行业 {left}、{right} 只差一词', en: 'industry {left}, {right}: one word more' },
    },
    { name: 'same', label: { zh: '行业“{left}”相同', en: 'same industry “{left}”' } },
  ],
  frequency: { part: 'industry', levels: { same: 1 }, limit: 4 },
  ofCodes: levelWhenEqual(6),
  highestOpen: 5,
  prepare: ([text]) => {
    const words = text.split(LIST)
    return { text, joined: words.join(''), list: readIndustries(words) }
  },
  level: (left, right) => {
    if (left.text === right.text) return 6
    const alike = readAlike(left.joined, right.joined)
    if (alike !== 0) return alike === 2 ? 5 : 4
    const similarity = relateIndustries(left.list, right.list)
    return similarity >= 0.85 ? 3 : similarity >= 0.55 ? 2 : similarity >= 0.2 ? 1 : 0
  },
})

/**
 * Trades that are one slip apart, sound the same, are in another order, or of which one only says more: 车棚 and 车篷,
 * 机械配件 and 配件机械, 汽车服务 and 汽车销售服务. 0 they are not, 1 by a character that is not easily typed for the other.
 */
function readAlike(left: string, right: string): 0 | 1 | 2 {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length < 2) return 0
  if (soundsSame(left, right) === 2 || haveSameCharacters(left, right) || isSubsequence(short, long)) return 2
  if (short.length < 3 || typoDistance(left, right, 1) > 1) return 0
  const [one, other] = differenceOf(left, right)
  return one.length === 1 && !isTakenFor(one, other) ? 1 : 2
}

const divisionLevel = (left: DivisionSet, right: DivisionSet): number => {
  const relation = relateDivisionSets(left, right)
  return relation === 'missing' ? -1 : relation === 'same' ? 2 : relation === 'apart' ? 0 : 1
}

const division = defineComparison<DivisionSet>({
  name: 'division',
  label: { zh: '行政区划', en: 'division' },
  parts: ['division'],
  shown: 'divisionName',
  levels: [
    {
      name: 'apart',
      label: { zh: '行政区划 {left} 与 {right} 不同', en: 'divisions apart: {left}, {right}' },
    },
    {
      name: 'inside',
      label: { zh: '行政区划 {left}、{right} 相容', en: 'one division inside the other: {left}, {right}' },
    },
    { name: 'same', label: { zh: '行政区划“{left}”相同', en: 'same division “{left}”' } },
  ],
  frequency: { part: 'division', levels: { same: 1 }, limit: 6 },
  gate: defineGate({ part: 'division', prepare: divisionSetOf, level: divisionLevel }),
  prepare: ([codes]) => divisionSetOf(codes),
  level: divisionLevel,
})

const legalForm = defineComparison<string>({
  name: 'legalForm',
  label: { zh: '组织形式', en: 'legal form' },
  parts: ['legalForm'],
  levels: [
    {
      name: 'different',
      label: { zh: '组织形式 {left} 与 {right} 不同', en: 'other legal form: {left}, {right}' },
    },
    {
      name: 'compatible',
      label: { zh: '组织形式 {left}、{right} 相容', en: 'compatible legal forms {left}, {right}' },
    },
    { name: 'same', label: { zh: '组织形式相同', en: 'same legal form' } },
  ],
  ofCodes: levelWhenEqual(2),
  highestOpen: 1,
  prepare: ([form]) => form,
  level: (left, right) => {
    const relation = legalFormRelation(left, right)
    return relation === 'missing' ? -1 : relation === 'same' ? 2 : relation === 'different' ? 0 : 1
  },
})

const regionIndustry = defineComparison<{ key: string; form: string; words: string }>({
  name: 'regionIndustry',
  label: { zh: '地区加行业', en: 'region and industry' },
  parts: ['regionIndustry', 'ownForm', 'industry'],
  levels: [
    { name: 'different', label: { zh: '地区或行业不同', en: 'other region or industry' } },
    {
      name: 'otherForm',
      label: {
        zh: '同地区、同行业，均无字号，组织形式不全',
        en: 'same region and industry, no brand, form incomplete',
      },
    },
    {
      name: 'otherWords',
      label: { zh: '同地区、行业相通，均无字号', en: 'same region, like industry, no brand' },
    },
    { name: 'same', label: { zh: '同地区、同行业，均无字号', en: 'same region and industry, no brand' } },
  ],
  prepare: ([key, form, words]) => ({ key, form, words }),
  level: (left, right) => {
    if (left.key !== right.key) return 0
    if (left.form !== right.form) return 1
    return left.words === right.words ? 3 : 2
  },
  frequency: { part: 'regionIndustry', levels: { otherForm: 1, otherWords: 1, same: 1 } },
})

const branch = defineComparison<string>({
  name: 'branch',
  label: { zh: '分支机构', en: 'branch' },
  parts: ['branch'],
  ofCodes: (left, right) => {
    if (left === right) return left === 0 ? -1 : 2
    return left === 0 || right === 0 ? 1 : 0
  },
  levels: [
    {
      name: 'otherBranch',
      label: { zh: '两个分支机构：“{left}”与“{right}”', en: 'two branches: “{left}”, “{right}”' },
    },
    {
      name: 'parent',
      label: { zh: '总分机构有别：“{left}”与“{right}”', en: 'parent and branch: “{left}”, “{right}”' },
    },
    { name: 'same', label: { zh: '分支“{left}”相同', en: 'same branch “{left}”' } },
  ],
  prepare: ([text]) => text,
  level: (left, right) => {
    if (left === right) return left === '' ? -1 : 2
    return left === '' || right === '' ? 1 : 0
  },
  vetoes: { otherBranch: 'branch', parent: 'branch' },
  // A bank has thousands of branches: each is told with its parent, not with every other.
  untold: ['otherBranch'],
})

const ordinal = defineComparison<string>({
  name: 'ordinal',
  label: { zh: '序号', en: 'ordinal' },
  parts: ['ordinal'],
  levels: [
    { name: 'different', label: { zh: '序号 {left} 与 {right} 不同', en: 'other ordinal: {left}, {right}' } },
    { name: 'same', label: { zh: '序号 {left} 相同', en: 'same ordinal {left}' } },
  ],
  ofCodes: sameOrDifferent,
  prepare: ([text]) => text,
  level: (left, right) => (left === right ? 1 : 0),
  vetoes: { different: '' },
})

const standing = defineComparison<string>({
  name: 'standing',
  label: { zh: '集团、股份', en: 'group or shares' },
  parts: ['standing'],
  levels: [
    { name: 'oneGroup', label: { zh: '仅一方为集团', en: 'only one is a group' } },
    { name: 'shortOfOther', label: { zh: '一方为简称', en: 'one name is short' } },
    { name: 'shortOfStock', label: { zh: '简称与股份公司', en: 'a short name and a firm with shares' } },
    { name: 'bothGroups', label: { zh: '均为集团', en: 'both are groups' } },
  ],
  // A name that says nothing of it is of a firm like most.
  ofCodes: (left, right) => (left === 0 && right === 0 ? -1 : UNSETTLED),
  prepare: ([text]) => text,
  level: compareStandings,
})

/**
 * The comparisons of a company name, part by part (DESIGN: what is compared); those that are cheap to rule out come
 * first, so that a pair that cannot be one customer is left early.
 */
export const companyNameComparisons: readonly Comparison[] = [
  branch,
  ordinal,
  groupMember,
  regionIndustry,
  wholeName,
  brand,
  division,
  industry,
  legalForm,
  standing,
]
