import { type Glance, type GlanceCell, UNSETTLED } from '../model/field-type.ts'
import { expandAbbreviation } from '../text/abbreviation.ts'
import { characterSet, equalitySketch, mayBeOneSlip, mayHoldAll, slipSketch } from '../text/sketches.ts'
import { maySoundSame, soundSketch } from '../text/sound.ts'
import { BRAND_DIFFERENT, BRAND_SAME, fullBrandLevel, shortBrandLevel } from './company-name-brand.ts'
import { LIST } from './company-name-parts.ts'

/** What the glances at the brand and at the whole name both look at, side by side so that it is there once. */
export const BRAND_AND_NAME: readonly GlanceCell[] = [
  { parts: ['brand'], sketch: ([brand]) => characterSet(brand) },
  'brand',
  'isShort',
  { parts: ['name'], sketch: ([name]) => slipSketch(name) },
]

const [CHARACTERS, BRAND, IS_SHORT, NAME, CORE, STEM, SLIP, SOUND] = [0, 1, 2, 3, 4, 5, 6, 7]

/** The sign of a set of characters: the stem is a known short name, whose characters need not be those of the full one. */
const KNOWN = 1 << 31

/**
 * The level of two brands where no slip, no abbreviation and no other cut of the same words can be behind their difference:
 * then their spelling alone tells it, which the gate remembers.
 */
export const brandGlance: Glance = {
  cells: [
    ...BRAND_AND_NAME,
    {
      parts: ['brand', 'industry'],
      sketch: ([brand, words]) => equalitySketch(brand + words.replaceAll(LIST, '')),
    },
    { parts: ['segments'], sketch: ([segments]) => stemSketch(segments.replaceAll(LIST, '')) },
    { parts: ['brand'], sketch: ([brand]) => slipSketch(brand) },
    { parts: ['brand'], sketch: ([brand]) => soundSketch(brand) },
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
    if (own === 0 || other === 0 || areSpeltApart(cells, left, right)) return BRAND_DIFFERENT
    const spelling = gate(own, other)
    return isShort || isOtherShort ? shortBrandLevel(spelling) : fullBrandLevel(spelling)
  },
}

/** Whether two brands surely are no slip apart, do not sound the same, and neither is in the other: then they have nothing in common. */
function areSpeltApart(cells: Int32Array, left: number, right: number): boolean {
  if (mayBeOneSlip(cells[left + SLIP], cells[right + SLIP])) return false
  if (maySoundSame(cells[left + SOUND], cells[right + SOUND])) return false
  const [own, other] = [cells[left + CHARACTERS], cells[right + CHARACTERS]]
  return !mayHoldAll(own, other) && !mayHoldAll(other, own)
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
