/** Addresses in Latin letters: "No.88 Xinghai Road, Suzhou, Jiangsu, China". Their places are read, the rest stays text. */
import { findDivisionByPinyin } from '../division-pinyin.ts'
import { relateDivisions } from '../relate-divisions.ts'

const HAN = /[\u3400-\u9fff]/
const COUNTRY = /^(?:P\.?\s?R\.?\s?(?:OF\s)?CHINA|(?:THE )?PEOPLE'?S REPUBLIC OF CHINA|CHINA|PRC)$/
const POSTCODE = /\b\d{6}\b/g

export const isLatin = (text: string): boolean => !HAN.test(text) && /[A-Z]{3}/.test(text)

export interface LatinReading {
  readonly codes: readonly string[]
  readonly rest: string
}

/** Reads the divisions from the end of the address, large to small; each must lie under the last. */
export function readLatin(text: string): LatinReading {
  const pieces = text
    .replace(POSTCODE, ' ')
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (COUNTRY.test(pieces.at(-1) ?? '')) pieces.pop()
  let codes: readonly string[] = []
  while (pieces.length > 0) {
    const found = findDivisionByPinyin(pieces.at(-1) ?? '').flatMap((match) => match.codes)
    const inside = codes.length === 0 ? found : found.filter((code) => isUnder(code, codes))
    if (inside.length === 0) break
    codes = inside
    pieces.pop()
  }
  return { codes, rest: pieces.join(', ') }
}

const isUnder = (code: string, above: readonly string[]): boolean => {
  const relation = relateDivisions(code, above.join('/'))
  return relation === 'inside' || relation === 'same'
}
