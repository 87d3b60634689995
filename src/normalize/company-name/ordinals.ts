import { parseNumeral } from '../../text/numerals.ts'
import { bitsOf, DIGIT } from './characters.ts'

const ORDINAL_RUN =
  /(?:第([0-9一二三四五六七八九十百零〇]{1,5}))|([0-9一二三四五六七八九十百零〇]{1,4})(?=(?:[局冶处队建航院厂矿中小分店部公医团支门站]|号[店部站院厂]))/g

/** The ordinals of a text in digits behind those known: 第三, 三局, 17店. */
export function readOrdinals(text: string, known: string): string {
  let ordinals = known
  if ((bitsOf(text) & DIGIT) === 0) return ordinals
  for (const match of text.matchAll(ORDINAL_RUN)) {
    // 第十七零售店: 零 closes no numeral.
    const value = parseNumeral((match[1] ?? match[2] ?? '').replace(/零$/, ''))
    if (value !== undefined) ordinals += ordinals === '' ? value : `.${value}`
  }
  return ordinals
}
