import { brandFrequency } from '../model/brand-rarity.ts'
import { type Comparison, defineComparison, defineGate, type Glance, UNSETTLED } from '../model/field-type.ts'
import { legalFormRelation } from '../normalize/company-name.ts'
import {
  type DivisionRelation,
  type DivisionSet,
  divisionNumberOf,
  divisionSetOf,
  relateDivisionNumbers,
  relateDivisionSets,
} from '../normalize/relate-divisions.ts'
import { BRAND_LEVELS, type BrandedName, compareBrands, relateSpellings } from './company-name-brand.ts'
import { brandGlance } from './company-name-brand-glance.ts'
import { groupMember } from './company-name-group.ts'
import { industry } from './company-name-industry.ts'
import { LIST } from './company-name-parts.ts'
import { compareStandings } from './company-name-standing.ts'
import { wholeName } from './company-name-whole.ts'

/** For a part of which texts are the same or not. */
const sameOrDifferent = (part: string): Glance => ({
  cells: [part],
  level: (cells, left, right) => {
    if (cells[left] === 0 || cells[right] === 0) return -1
    return cells[left] === cells[right] ? 1 : 0
  },
})

const brand = defineComparison<BrandedName>({
  name: 'brand',
  label: { zh: '字号', en: 'brand' },
  parts: ['brand', 'industry', 'segments', 'name', 'isShort'],
  glance: brandGlance,
  gate: defineGate<string>({ part: 'brand', prepare: (text) => text, level: relateSpellings }),
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

const divisionLevel = (relation: DivisionRelation): number =>
  relation === 'missing' ? -1 : relation === 'same' ? 2 : relation === 'apart' ? 0 : 1

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
  glance: {
    cells: [{ parts: ['division'], sketch: ([codes]) => divisionNumberOf(codes) }],
    level: (cells, left, right) => {
      const [a, b] = [cells[left], cells[right]]
      if (a === 0 || b === 0) return -1
      return a < 0 || b < 0 ? UNSETTLED : divisionLevel(relateDivisionNumbers(a, b))
    },
  },
  prepare: ([codes]) => divisionSetOf(codes),
  level: (left, right) => divisionLevel(relateDivisionSets(left, right)),
})

const [OTHER_FORM, COMPATIBLE_FORM, SAME_FORM] = [0, 1, 2]

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
  // There are some thirty forms: what two are to each other is told once.
  glance: {
    cells: ['legalForm'],
    level: (cells, left, right, gate) => {
      if (cells[left] === 0 || cells[right] === 0) return -1
      return cells[left] === cells[right] ? SAME_FORM : gate(cells[left], cells[right])
    },
  },
  gate: defineGate<string>({ part: 'legalForm', prepare: (form) => form, level: compareForms }),
  highestOpen: COMPATIBLE_FORM,
  prepare: ([form]) => form,
  level: compareForms,
})

function compareForms(left: string, right: string): number {
  const relation = legalFormRelation(left, right)
  if (relation === 'missing') return -1
  return relation === 'same' ? SAME_FORM : relation === 'different' ? OTHER_FORM : COMPATIBLE_FORM
}

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
  glance: {
    cells: ['regionIndustry', 'ownForm', 'industry'],
    level: (cells, left, right) => {
      if (cells[left] === 0 || cells[right] === 0) return -1
      if (cells[left] !== cells[right]) return 0
      if (cells[left + 1] !== cells[right + 1]) return 1
      return cells[left + 2] === cells[right + 2] ? 3 : 2
    },
  },
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
  glance: {
    cells: ['branch'],
    level: (cells, left, right) => {
      if (cells[left] === cells[right]) return cells[left] === 0 ? -1 : 2
      return cells[left] === 0 || cells[right] === 0 ? 1 : 0
    },
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
  glance: sameOrDifferent('ordinal'),
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
  glance: {
    cells: ['standing'],
    level: (cells, left, right, gate) =>
      cells[left] === 0 && cells[right] === 0 ? -1 : gate(cells[left], cells[right]),
  },
  gate: defineGate<string>({ part: 'standing', prepare: (text) => text, level: compareStandings }),
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
