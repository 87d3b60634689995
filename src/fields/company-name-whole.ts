import {
  type Comparison,
  defineComparison,
  defineGate,
  levelWhenEqual,
  UNSETTLED,
} from '../model/field-type.ts'
import { isEasySlip, isSubsequence, type NameAndBrand } from './company-name-brand.ts'

interface WholeName extends NameAndBrand {
  readonly isShort: boolean
  readonly trade: string
}

/** Whole names: both in full, both short, or a short one and what it may be short for. */
export const wholeName: Comparison = defineComparison<WholeName>({
  name: 'wholeName',
  label: { zh: '全称', en: 'whole name' },
  parts: ['name', 'brand', 'isShort', 'industry'],
  levels: [
    { name: 'different', label: { zh: '全称不同', en: 'other whole name' } },
    {
      name: 'otherShort',
      label: { zh: '简称“{left}”与“{right}”不同', en: 'other short name: “{left}”, “{right}”' },
    },
    {
      name: 'notShortOf',
      label: { zh: '简称中有全称所无的字', en: 'the short name says what the full one does not' },
    },
    {
      name: 'slip',
      label: { zh: '全称只差一字，且不在字号', en: 'whole names one slip apart, not in the brand' },
    },
    { name: 'shortOf', label: { zh: '简称的字都在全称中', en: 'all of the short name is in the full one' } },
    { name: 'same', label: { zh: '全称“{left}”相同', en: 'same whole name “{left}”' } },
  ],
  ofCodes: levelWhenEqual(5),
  gate: defineGate<string>({
    part: 'fullBrand',
    prepare: (text) => text,
    level: (left, right) =>
      left === '' || right === '' || left.includes(right) || right.includes(left) ? UNSETTLED : 0,
  }),
  highestOpen: 4,
  prepare: ([name, text, isShort, words]) => {
    return { name, brand: text, isShort: isShort !== '', trade: words }
  },
  level: compareWholeNames,
})

function compareWholeNames(left: WholeName, right: WholeName): number {
  if (left.name === right.name) return 5
  if (left.isShort && right.isShort) return compareShortNames(left, right)
  if (left.isShort || right.isShort) return left.isShort ? fitShort(left, right) : fitShort(right, left)
  return isEasySlip(left, right) ? 3 : 0
}

/** 恒通科技 and 恒通股份 are hardly one firm; 恒通 may be either. */
function compareShortNames(left: WholeName, right: WholeName): number {
  if (left.brand === '' || right.brand === '') return -1
  return isSubsequence(left.name, right.name) || isSubsequence(right.name, left.name) ? -1 : 1
}

/**
 * A short name without a brand is a region and a trade in words of its own. One with another trade is for the trades to
 * tell; but 恒通食品 is hardly short for 恒通集团.
 */
function fitShort(short: WholeName, full: WholeName): number {
  if (short.brand === '') return -1
  if (isSubsequence(short.name, full.name)) return 4
  return full.trade === '' && short.trade !== '' && full.name.includes(short.brand) ? 2 : -1
}
