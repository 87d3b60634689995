import { foldKey, foldText } from '../text/fold.ts'
import { JUNK_CELLS } from './lexicon/junk.ts'

/** Why a cell is no name. */
export type JunkReason =
  | 'no name given'
  | 'test data'
  | 'walk-in customer'
  | 'refers to another row'
  | 'void record'
  | 'digits only'
  | 'no letters'
  | 'one character repeated'
  | 'a single character'

const REASONS: Readonly<Record<keyof typeof JUNK_CELLS, JunkReason>> = {
  empty: 'no name given',
  test: 'test data',
  walkIn: 'walk-in customer',
  reference: 'refers to another row',
  void: 'void record',
}

const cells = new Map<string, JunkReason>()
for (const [kind, list] of Object.entries(JUNK_CELLS)) {
  for (const cell of list.trim().split(/\s+/)) {
    const key = foldKey(cell)
    if (key !== '') cells.set(key, REASONS[kind as keyof typeof JUNK_CELLS])
  }
}
/** Longer cells are never junk by the list; it bounds the work. */
const LONGEST_JUNK = 16
/** The longest entry in Han characters alone. */
const LONGEST_HAN = Math.max(
  ...[...cells.keys()].filter((key) => /^[㐀-鿿]+$/.test(key)).map((key) => key.length),
)

/** Claims that text of Han characters alone is too long to be junk. */
export const isTooLongForJunk = (text: string): boolean => text.length > LONGEST_HAN

/** The first units of all that is junk by a list or a pattern: most names need not be looked up. */
const mayBeJunk = new Uint8Array(65536)
for (const key of [...cells.keys(), ...'测示演散个零现临']) mayBeJunk[key.charCodeAt(0)] = 1
for (const one of '0123456789TD') mayBeJunk[one.charCodeAt(0)] = 1

const COUNTED_TEST =
  /^(?:测试|TEST|DEMO|示例|演示)(?:客户|用户|公司|单位|数据|账号|名称|有限公司|专用|机构|商户|[A-Z])*\d*$/
const COUNTED_WALK_IN = /^(?:散客|散户|个人|零售|现金|临时)(?:客户|用户|销售|消费|买家)?\d{1,8}$/
const LAST_ASCII = 0x7f
const DIGITS = /^\d+$/
const REPEATED = /^(.)\1+$/u

/**
 * Why a cell is no name at all, '' when it may be one. Looks at the whole cell: 测试 and 散客 are junk, 测试技术公司 and
 * 个人护理用品厂 are names. A cell without any letter, digit or Han character is 'no letters', an empty one 'no name given'.
 * @example isJunkName('散客01') // 'walk-in customer'
 */
export function isJunkName(text: string): JunkReason | '' {
  if (text.length > 4 * LONGEST_JUNK) return ''
  return isJunkFolded(foldText(text))
}

/** {@link isJunkName} of text that is folded already. */
export function isJunkFolded(folded: string): JunkReason | '' {
  if (folded.length > LONGEST_JUNK) {
    if (folded.charCodeAt(0) > LAST_ASCII) return ''
    return DIGITS.test(folded.replace(/[ -]/g, '')) ? 'digits only' : ''
  }
  const key = foldKey(folded)
  if (key === '') return folded === '' ? 'no name given' : 'no letters'
  const first = key.charCodeAt(0)
  if (mayBeJunk[first] === 0 && key.length > 1 && key.charCodeAt(1) !== first) return ''
  const known = cells.get(key)
  if (known !== undefined) return known
  if (key.length === 1) return first < 0x80 || first > 0x3400 ? 'a single character' : ''
  if (first >= 0x30 && first <= 0x39 && DIGITS.test(key)) return 'digits only'
  if (key.charCodeAt(1) === first && REPEATED.test(key) && (key.length > 2 || first < 0x80)) {
    return 'one character repeated'
  }
  const last = key.charCodeAt(key.length - 1)
  if (COUNTED_TEST.test(key)) return 'test data'
  return last >= 0x30 && last <= 0x39 && COUNTED_WALK_IN.test(key) ? 'walk-in customer' : ''
}
