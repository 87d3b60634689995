import { type Comparison, defineComparison, glanceAtCode } from '../model/field-type.ts'
import { type IndustryList, readIndustries, relateIndustries } from '../normalize/company-name.ts'
import { soundsSame } from '../text/sound.ts'
import { typoDistance } from '../text/typo-distance.ts'
import { differenceOf, haveSameCharacters, isSubsequence, isTakenFor } from './company-name-brand.ts'
import { LIST } from './company-name-parts.ts'

/** Industry words: the same, one concept in other words, near, or unrelated. */
export const industry: Comparison = defineComparison<{
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
  glance: glanceAtCode('industry', 6),
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
