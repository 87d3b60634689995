import {
  type Comparison,
  defineComparison,
  type Glance,
  type PartColumn,
  UNSETTLED,
} from '../model/field-type.ts'
import { characterSet, mayBeOneSlip, mayHoldAll } from '../text/sketches.ts'
import { isEasySlip, isSubsequence, type NameAndBrand } from './company-name-brand.ts'
import { BRAND_AND_NAME } from './company-name-brand-glance.ts'

const [DIFFERENT, OTHER_SHORT, NOT_SHORT_OF, SLIP_APART, SHORT_OF, SAME] = [0, 1, 2, 3, 4, 5]

interface WholeName extends NameAndBrand {
  readonly isShort: boolean
  readonly trade: string
}

const [TRADE, NAME, CHARACTERS, OF_BRAND, BRAND, IS_SHORT, SLIP] = [0, 1, 2, 3, 4, 5, 6]

/** Two full names that are more than a slip apart, and short ones with characters that the other has not. */
const glance: Glance = {
  cells: ['industry', 'name', { parts: ['name'], sketch: ([name]) => characterSet(name) }, ...BRAND_AND_NAME],
  level(cells, left, right) {
    if (cells[left + NAME] === 0 || cells[right + NAME] === 0) return -1
    if (cells[left + NAME] === cells[right + NAME]) return SAME
    const [isShort, isOtherShort] = [cells[left + IS_SHORT] !== 0, cells[right + IS_SHORT] !== 0]
    if (!isShort && !isOtherShort)
      return mayBeOneSlip(cells[left + SLIP], cells[right + SLIP]) ? UNSETTLED : DIFFERENT
    if (isShort && isOtherShort) return glanceAtShortNames(cells, left, right)
    return isShort ? glanceAtShort(cells, left, right) : glanceAtShort(cells, right, left)
  },
}

function glanceAtShortNames(cells: Int32Array, left: number, right: number): number {
  if (cells[left + BRAND] === 0 || cells[right + BRAND] === 0) return -1
  const [own, other] = [cells[left + CHARACTERS], cells[right + CHARACTERS]]
  return mayHoldAll(own, other) || mayHoldAll(other, own) ? UNSETTLED : OTHER_SHORT
}

function glanceAtShort(cells: Int32Array, short: number, full: number): number {
  if (cells[short + BRAND] === 0) return -1
  const all = cells[full + CHARACTERS]
  if (mayHoldAll(cells[short + CHARACTERS], all)) return UNSETTLED
  const isOtherTrade = cells[full + TRADE] === 0 && cells[short + TRADE] !== 0
  return isOtherTrade && mayHoldAll(cells[short + OF_BRAND], all) ? UNSETTLED : -1
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
  glance,
  highestOpen: SHORT_OF,
  prepare: ([name, text, isShort, words]) => {
    return { name, brand: text, isShort: isShort !== '', trade: words }
  },
  settle: settleWholeNames,
  level: compareWholeNames,
})

/** The parts of the comparison. */
const [WHOLE, OWN_BRAND, SHORTNESS, WORDS] = [0, 1, 2, 3]

/** What {@link compareWholeNames} says where one name is short, or where two full ones are surely no slip apart. */
function settleWholeNames(parts: readonly PartColumn[], left: number, right: number): number {
  const isShort = parts[SHORTNESS].codes[left] !== 0
  const isOtherShort = parts[SHORTNESS].codes[right] !== 0
  const names = parts[WHOLE]
  if (!isShort && !isOtherShort) return mayBeSlipOfTexts(names, left, right) ? UNSETTLED : DIFFERENT
  if (isShort && isOtherShort) {
    if (parts[OWN_BRAND].codes[left] === 0 || parts[OWN_BRAND].codes[right] === 0) return -1
    return isWithin(names, left, right) || isWithin(names, right, left) ? -1 : OTHER_SHORT
  }
  return isShort ? settleShort(parts, left, right) : settleShort(parts, right, left)
}

function settleShort(parts: readonly PartColumn[], short: number, full: number): number {
  if (parts[OWN_BRAND].codes[short] === 0) return -1
  if (isWithin(parts[WHOLE], short, full)) return SHORT_OF
  return parts[WORDS].codes[full] === 0 && parts[WORDS].codes[short] !== 0 ? UNSETTLED : -1
}

/** Whether the characters of the one entry's text stand in the other's in their order. */
function isWithin({ codes, dictionary: { units, starts } }: PartColumn, one: number, other: number): boolean {
  let next = starts[codes[one]]
  const end = starts[codes[one] + 1]
  const otherEnd = starts[codes[other] + 1]
  for (let at = starts[codes[other]]; at < otherEnd && next < end; at++) if (units[at] === units[next]) next++
  return next === end
}

/** Whether two texts may be one slip apart or the same characters: between what they begin and end with alike little is left, or the sums are equal. */
function mayBeSlipOfTexts(
  { codes, dictionary: { units, starts } }: PartColumn,
  left: number,
  right: number,
): boolean {
  let [from, end] = [starts[codes[left]], starts[codes[left] + 1]]
  let [otherFrom, otherEnd] = [starts[codes[right]], starts[codes[right] + 1]]
  while (from < end && otherFrom < otherEnd && units[from] === units[otherFrom]) {
    from++
    otherFrom++
  }
  while (from < end && otherFrom < otherEnd && units[end - 1] === units[otherEnd - 1]) {
    end--
    otherEnd--
  }
  // A character may be two units, and two that are swapped four.
  if (Math.max(end - from, otherEnd - otherFrom) <= MOST_OF_SLIP) return true
  if (end - from !== otherEnd - otherFrom) return false
  let difference = 0
  for (let i = from; i < end; i++) difference += units[i] - units[otherFrom + i - from]
  return difference === 0
}

const MOST_OF_SLIP = 4

function compareWholeNames(left: WholeName, right: WholeName): number {
  if (left.name === right.name) return SAME
  if (left.isShort && right.isShort) return compareShortNames(left, right)
  if (left.isShort || right.isShort) return left.isShort ? fitShort(left, right) : fitShort(right, left)
  return isEasySlip(left, right) ? SLIP_APART : DIFFERENT
}

/** 恒通科技 and 恒通股份 are hardly one firm; 恒通 may be either. */
function compareShortNames(left: WholeName, right: WholeName): number {
  if (left.brand === '' || right.brand === '') return -1
  return isSubsequence(left.name, right.name) || isSubsequence(right.name, left.name) ? -1 : OTHER_SHORT
}

/**
 * A short name without a brand is a region and a trade in words of its own. One with another trade is for the trades to
 * tell; but 恒通食品 is hardly short for 恒通集团.
 */
function fitShort(short: WholeName, full: WholeName): number {
  if (short.brand === '') return -1
  if (isSubsequence(short.name, full.name)) return SHORT_OF
  return full.trade === '' && short.trade !== '' && full.name.includes(short.brand) ? NOT_SHORT_OF : -1
}
