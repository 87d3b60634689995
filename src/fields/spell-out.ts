import type { SpellOut } from '../model/field-type.ts'
import { parseCompanyName } from '../normalize/company-name.ts'
import { foldKey } from '../text/fold.ts'

/** 工行 is 中国工商银行, and 工行太原分行 its branch; what else begins with 工行 (工行者咨询) is no abbreviation. */
export const spellOutNames: SpellOut = {
  role: 'abbreviation',
  texts(text, abbreviations) {
    const name = foldKey(text)
    const whole = abbreviations.get(name)
    if (whole !== undefined) return whole
    for (let end = name.length - 1; end > 0; end--) {
      const full = abbreviations.get(name.slice(0, end))
      if (full !== undefined) return branchesOf(full, name.slice(end))
    }
    return []
  },
}

/** A firm by itself, which only begins with the same characters. */
const OWN_FIRM = /(?<!分)公司$/

function branchesOf(names: readonly string[], rest: string): string[] {
  if (OWN_FIRM.test(rest)) return []
  return names.map((name) => name + rest).filter((name) => parseCompanyName(name).branch !== '')
}
