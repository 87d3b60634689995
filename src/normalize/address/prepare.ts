/** The clean-up before an address is read: labels, postcode and country cut, numerals in numeric places made digits. */

const LABEL =
  /^(?:(?:企业|公司|单位|注册|办公|经营|生产|通讯|通信|联系|收货|发货|详细|邮寄|家庭|营业)*(?:地址|住所|住址|场所|地点)|ADDRESS|ADD)(?:\([^()]{0,8}\))?[:：]\s*|^(?:企业|公司|单位)?(?:注册|办公|经营|通讯|联系)地址(?=.)/
const POSTCODE =
  /^(?:邮编[:：]?)?\d{6}(?=[^\d-])[\s,;]*|[\s,;(]*(?:邮(?:政编码|编)[:：]?\s*)\d{6}\)?$|(?<=[^\d-])[\s,;]\d{6}$/g
const COUNTRY = /^(?:中华人民共和国|中国(?=.{0,8}[省市区县])|CHINA[\s,]+)[\s,-]*/
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g

const DIGIT = new Map<string, number>([...'零一二三四五六七八九'].map((c, i) => [c, i]))
DIGIT.set('〇', 0).set('两', 2)
;[...'壹贰叁肆伍陆柒捌玖'].forEach((c, i) => {
  DIGIT.set(c, i + 1)
})
const TENS = new Map([
  ['十', 10],
  ['拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['百', 100],
  ['佰', 100],
])
const isNumeral = new Uint8Array(65536)
for (const char of [...DIGIT.keys(), ...TENS.keys()]) isNumeral[char.charCodeAt(0)] = 1

/** A numeral before one of these counts something. */
const AFTER_ANY = new Set([...'号栋幢座楼层室房弄组队社期排梯户院'])
/** Before these it may also be a name: 五一路, 二七区; so only single digits and numerals with 十 count. */
const AFTER_COUNTING = new Set([...'巷路街段村区条支里门坊苑园'])

/** Also surnames and words: 陆 in 陆路, 伍 in 伍家村. */
const FORMAL = /[壹贰叁肆伍陆柒捌玖拾佰]/
const HAN = /[\u4e00-\u9fff]/

/** 一至二层: the first numeral of a range counts what the second does. */
const COUNTED_RANGE = /^.[一二三四五六七八九十\d]{1,3}[层楼号室]/

/** The value of a run of numerals as digits; '' when it is none. 十二 → 12, 二〇三 → 203, 一百零五 → 105. */
function digitsOf(run: string): string {
  let plain = ''
  let value = 0
  let pending = -1
  let counted = false
  for (const char of run) {
    const digit = DIGIT.get(char)
    if (digit !== undefined) {
      plain += digit
      pending = digit
      continue
    }
    const unit = TENS.get(char) ?? 0
    counted = true
    if (unit === 10 || unit === 100) value += unit * (pending > 0 ? pending : 1)
    else value += unit
    pending = -1
  }
  if (!counted) return plain
  return String(value + Math.max(pending, 0))
}

function digitsBefore(text: string, start: number, end: number): string {
  const run = text.slice(start, end)
  const unit = text[end] ?? ''
  const before = text[start - 1] ?? ''
  if (unit === '单') return text[end + 1] === '元' ? digitsOf(run) : ''
  if (unit === '附' || before === '之' || before === '附') return digitsOf(run)
  if (
    AFTER_ANY.has(unit) ||
    ((unit === '至' || unit === '到') && COUNTED_RANGE.test(text.slice(end, end + 5)))
  )
    return digitsOf(run)
  if (!AFTER_COUNTING.has(unit)) return ''
  if (FORMAL.test(run)) return ''
  if ((unit === '门' || unit === '里') && HAN.test(text[end + 1] ?? '')) return ''
  return end - start === 1 || /[十拾廿卅百佰]/.test(run) ? digitsOf(run) : ''
}

/** Chinese numerals in numeric places made digits: 十二号 → 12号, 中山三路 → 中山3路; 五一路 and 三元区 stay. */
export function foldAddressNumerals(text: string): string {
  let out = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    if (isNumeral[text.charCodeAt(i)] === 0) continue
    let end = i + 1
    while (end < text.length && isNumeral[text.charCodeAt(end)] === 1) end++
    const digits = digitsBefore(text, i, end)
    if (digits !== '') {
      out += text.slice(copied, i) + digits
      copied = end
    }
    i = end - 1
  }
  return copied === 0 ? text : out + text.slice(copied)
}

const LABELLED = 1
const RARE = 2
const HASH = 4
const RANGE = 8
const NUMERAL = 16
const LIST = 32
const hints = new Uint8Array(65536)
const hint = (chars: Iterable<string>, bit: number) => {
  for (const char of chars) hints[char.charCodeAt(0)] |= bit
}
hint('址所D', LABELLED)
hint('台懂N~ ', RARE)
hint('#', HASH)
hint('至到', RANGE)
hint('、', LIST)
hint([...DIGIT.keys(), ...TENS.keys(), '第'], NUMERAL)

/** Which of the repairs below a text may need, seen in one pass; the sign bit says that it holds six digits in a row. */
function look(text: string): number {
  let seen = 0
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    seen |= hints[unit] as number
    run = unit >= 0x30 && unit <= 0x39 ? run + 1 : 0
    if (run === 6) seen |= 1 << 31
  }
  return seen
}

/** Of a folded text, the part that is an address, in the spelling the grammar reads. */
export function prepareAddress(folded: string): string {
  const seen = look(folded)
  let text = folded
  if (seen & LABELLED) text = text.replace(LABEL, '')
  const first = text.charCodeAt(0)
  if (first === 0x4e2d || first === 0x43) text = text.replace(COUNTRY, '')
  if (seen < 0) text = text.replace(MOBILE, ' ').replace(POSTCODE, '')
  if (seen & RARE) text = repairRare(text)
  if (seen & HASH) text = text.replace(/#(?=号)/g, '').replace(/(?<=[\dA-Z])#/g, '号')
  if (text.startsWith(' ')) text = text.trimStart()
  if (seen & NUMERAL) text = foldAddressNumerals(text).replace(/第(?=\d)/g, '')
  if (seen & RANGE) text = text.replace(/(?<=\d)[层楼室号]?[至到](?=[A-Z]?\d)/g, '-')
  if (seen & LIST) text = text.replace(LISTED, '、')
  return text
}

/** 36号、38号: numbers in one row. */
const LISTED = /(?<=\d)号、(?=\d{1,5}号(?!楼|院|[栋幢座]))/g

/** 红阳路 98 号. */
const BLANK_BESIDE_NUMBER = /(?<=[\dA-Z]) (?=[号栋幢座楼层室单弄米])|(?<=[\u4e00-\u9fff]) (?=\d)/g

/** A blank beside a number, a Taiwan postcode, 懂 typed for 栋, No.12, 1~3. */
function repairRare(text: string): string {
  return text
    .replace(BLANK_BESIDE_NUMBER, '')
    .replace(/^\d{3,6}(?=台)/, '')
    .replace(/(?<=\d)懂/g, '栋')
    .replace(/\bNO\.?\s*(\d{1,6})(?:号)?/g, '$1号')
    .replace(/(?<=[\d层楼室号])~(?=[A-Z]?\d)/g, '-')
}
