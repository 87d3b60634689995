/** What a character says inside a numeral: DIGIT + 0..9, POWER + exponent of ten, TENS + 2..4. */
const NOT_A_NUMERAL = 0
const DIGIT = 1
const POWER = 16
const TENS = 32

const signs = new Uint8Array(65536)
const SPELLINGS: readonly (readonly [number, readonly string[]])[] = [
  [DIGIT, ['〇零○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']],
  [POWER, ['', '十拾', '百佰', '千仟', '万', '', '', '', '亿']],
  [TENS, ['', '', '廿', '卅', '卌']],
]
for (const [base, rows] of SPELLINGS) {
  for (const [value, row] of rows.entries()) for (const one of row) signs[one.charCodeAt(0)] = base + value
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const romanValues = new Map(ROMAN.map((letters, i) => [letters, i + 1]))
/** Longer runs are no numerals; it also bounds the work on hostile cells. */
const LONGEST = 24

/**
 * The whole number that a text spells: Arabic (12), Chinese (十二, 一百零五, 廿一, 两百), formal (壹拾贰), digit by digit
 * (一二〇三) or Roman I to XII. Takes folded text and nothing but the numeral. `undefined` for '', for anything else,
 * and above 15 digits. Reads 一百二 as 120, as people say it. About 20 M numerals a second.
 *
 * @example parseNumeral('二十三') // 23
 */
export function parseNumeral(text: string): number | undefined {
  if (text === '' || text.length > LONGEST) return undefined
  const first = text.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return /^\d{1,15}$/.test(text) ? Number(text) : undefined
  if (first < 0x80) return romanValues.get(text)
  return parseChinese(text, 0, text.length)
}

function parseChinese(text: string, start: number, end: number): number | undefined {
  let total = 0
  let section = 0
  let digit = -1
  let lastPower = 99
  let sectionPower = 99
  let spelled = 0
  for (let i = start; i < end; i++) {
    const sign = signs[text.charCodeAt(i)]!
    if (sign === NOT_A_NUMERAL) return undefined
    if (sign < POWER) {
      const value = sign - DIGIT
      // Two digits in a row spell the number out; 零 before a digit does not.
      if (digit > 0 || (digit === 0 && (value === 0 || lastPower === 99))) spelled++
      digit = value
      continue
    }
    if (spelled > 0) return undefined
    if (sign >= TENS) {
      if (digit > 0 || lastPower <= 1) return undefined
      section += (sign - TENS) * 10
      digit = -1
      lastPower = 1
      continue
    }
    const power = sign - POWER
    if (power >= 4) {
      const factor = section + Math.max(digit, 0)
      if (power >= sectionPower || factor === 0) return undefined
      total = (total + factor) * 10 ** power
      section = 0
      sectionPower = power
      lastPower = power
    } else {
      if (power >= lastPower && lastPower < 4) return undefined
      if (digit === 0 && power > 1) return undefined
      // 十 may open a numeral or follow 零 (一百零十), any other power needs its digit.
      if (digit < 0 && power > 1) return undefined
      section += Math.max(digit, 1) * 10 ** power
      lastPower = power
    }
    digit = -1
  }
  if (spelled > 0) return lastPower === 99 ? positional(text, start, end) : undefined
  if (digit === 0 && lastPower !== 99) return undefined
  return total + section + lastDigit(digit, lastPower, text.charCodeAt(end - 2), end - start)
}

/** The closing digit: ones, or the next power when no 零 stands before it (一百二, 一万五). */
function lastDigit(digit: number, lastPower: number, before: number, size: number): number {
  if (digit <= 0) return 0
  const follows = size > 1 && signs[before]! >= POWER
  return follows && lastPower >= 2 && lastPower < 9 ? digit * 10 ** (lastPower - 1) : digit
}

function positional(text: string, start: number, end: number): number | undefined {
  if (end - start > 15) return undefined
  let value = 0
  for (let i = start; i < end; i++) value = value * 10 + signs[text.charCodeAt(i)]! - DIGIT
  return value
}

/** What numbered things are called, in company names and in addresses. 中 counts only as the short form of 中学. */
const COUNTER =
  /号|楼|层|栋|幢|座|单元|室|房|户|弄|支弄|巷|段|组|社|队|大队|中队|支队|村|期|区|街|大街|路|马路|条|环|局|厂|分(?:公司|厂|店|局|部|院|校|队|行|社|场|所)|院|医院|中(?=$|学|校|分|附|[()、,·-])|小(?=$|学|[()、,·-])|中学|小学|高中|初中|幼|公司|建|冶|化建|航局|航务|公局|工区|工程|项目|处|部(?!件|队|落|位)|矿|井|煤矿|车间|师|团|营|连|店|校|班|库|仓|标|年|月|日|届|级|类|型/y
/** A single Roman letter may also be the name of a tower, so it counts only where letters do not name things. */
const ROMAN_COUNTER = /期|级|类|型|标|段/y
const ROMAN_RUN = /[IVX]{1,4}/y

/**
 * Writes the numerals of folded text in Arabic digits where they count something, so that 第三工程局, 三局 and 3局 meet:
 * after 第 and 号之, or before a counter (号 楼 层 栋 单元 室 组 期 路, 局 厂 院 队 中 小 分公司 建 冶 处 矿 店 年 and the like).
 * Elsewhere numerals are names and stay: 三一重工, 万科, 陆家嘴, 百货. A lone 两 or 零 (零部件), or a run that opens with 百 千 万, counts
 * only after 第. Roman II to XII fold before any counter, I V X only before 期 级 类 型 标 段. Arabic digits stay as
 * they are. Meant for ordinals, numbers and keys, not for brands (万里路 stays, 三路 becomes 3路). '' stays ''; linear, about 7 M
 * names a second.
 *
 * @example foldNumerals('中建第三工程局二分公司') // '中建第3工程局2分公司'
 */
export function foldNumerals(text: string): string {
  let folded = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    let end = i
    let value: number | undefined
    if (signs[unit] !== NOT_A_NUMERAL) {
      end = endOfRun(text, i)
      if (end - i <= LONGEST && counts(text, i, end)) value = parseChinese(text, i, end)
    } else if (unit === 0x49 || unit === 0x56 || unit === 0x58) {
      end = endOfRoman(text, i)
      value = countedRoman(text, i, end)
    } else if (unit >= 0x41 && unit <= 0x5a) {
      end = endOfRoman(text, i)
    } else continue
    if (value !== undefined) {
      folded += text.slice(copied, i) + value
      copied = end
    }
    i = end - 1
  }
  return copied === 0 ? text : folded + text.slice(copied)
}

/** 零售, 零部件, 零食: words whose 零 closes no numeral before them. */
const BEHIND_ZERO = '售部件食配'

function endOfRun(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && signs[text.charCodeAt(end)] !== NOT_A_NUMERAL) end++
  const isWord = end < text.length && text[end - 1] === '零' && BEHIND_ZERO.includes(text[end]!)
  return isWord && end - 1 > start ? end - 1 : end
}

/** The end of the run of capitals, whatever they spell. */
function endOfRoman(text: string, start: number): number {
  let end = start + 1
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    if (unit < 0x41 || unit > 0x5a) break
  }
  return end
}

function counts(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text.charCodeAt(start - 1) : 0
  if (before === 0x7b2c) return true
  if (before >= 0x30 && before <= 0x39) return false
  if (before === 0x4e4b && start > 1 && text.charCodeAt(start - 2) === 0x53f7) return true
  const sign = signs[text.charCodeAt(start)]!
  if (sign > POWER + 1 && sign < TENS) return false
  if (end - start === 1 && '两零〇'.includes(text[start]!)) return false
  return standsBefore(COUNTER, text, end)
}

function countedRoman(text: string, start: number, end: number): number | undefined {
  if (end - start > 4) return undefined
  ROMAN_RUN.lastIndex = start
  if (!ROMAN_RUN.test(text) || ROMAN_RUN.lastIndex !== end) return undefined
  const before = start > 0 ? text.charCodeAt(start - 1) : 0
  const counted = before === 0x7b2c || standsBefore(end - start === 1 ? ROMAN_COUNTER : COUNTER, text, end)
  return counted ? romanValues.get(text.slice(start, end)) : undefined
}

function standsBefore(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
