import { type Glance, UNSETTLED } from '../model/field-type.ts'
import { expandAbbreviation } from '../text/abbreviation.ts'
import { characterSet, equalitySketch, mayBeOneSlip, mayHoldAll, slipSketch } from '../text/sketches.ts'
import { BRAND_DIFFERENT, BRAND_SAME, fullBrandLevel, shortBrandLevel } from './company-name-brand.ts'
import { LIST } from './company-name-parts.ts'

const [BRAND, IS_SHORT, NAME, CORE, STEM] = [0, 1, 2, 3, 4]

/** The sign of a set of characters: the stem is a known short name, whose characters need not be those of the full one. */
const KNOWN = 1 << 31

/**
 * The level of two brands where no slip, no abbreviation and no other cut of the same words can be behind their difference:
 * then their spelling alone tells it, which the gate remembers.
 */
export const brandGlance: Glance = {
  cells: [
    'brand',
    'isShort',
    { parts: ['name'], sketch: ([name]) => slipSketch(name) },
    {
      parts: ['brand', 'industry'],
      sketch: ([brand, words]) => equalitySketch(brand + words.replaceAll(LIST, '')),
    },
    { parts: ['segments'], sketch: ([segments]) => stemSketch(segments.replaceAll(LIST, '')) },
  ],
  level(cells, left, right, gate) {
    const [own, other] = [cells[left + BRAND], cells[right + BRAND]]
    if (own === other && own !== 0) return BRAND_SAME
    const [isShort, isOtherShort] = [cells[left + IS_SHORT] !== 0, cells[right + IS_SHORT] !== 0]
    if ((isShort || isOtherShort) && mayAbbreviate(cells, left, right, isShort, isOtherShort))
      return UNSETTLED
    if (own === 0 && other === 0) return -1
    if (cells[left + CORE] === cells[right + CORE] || mayBeOneSlip(cells[left + NAME], cells[right + NAME]))
      return UNSETTLED
    if (own === 0 || other === 0) return BRAND_DIFFERENT
    const spelling = gate(own, other)
    return isShort || isOtherShort ? shortBrandLevel(spelling) : fullBrandLevel(spelling)
  },
}

function stemSketch(stem: string): number {
  const set = characterSet(stem)
  return expandAbbreviation(stem).length > 0 ? set | KNOWN : set
}

function mayAbbreviate(
  cells: Int32Array,
  left: number,
  right: number,
  isShort: boolean,
  isOtherShort: boolean,
): boolean {
  const [own, other] = [cells[left + STEM], cells[right + STEM]]
  if (isShort && isOtherShort) return own < 0 || other < 0
  const [short, full] = isShort ? [own, other] : [other, own]
  return short < 0 || mayHoldAll(short, full)
}
