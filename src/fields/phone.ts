import { defineComparison, type FieldType, UNSETTLED, writePart } from '../model/field-type.ts'
import {
  type ComparablePhone,
  comparePhones,
  type Phone,
  type PhoneAgreement,
  parsePhones,
} from '../normalize/phone.ts'
import { parsedCell } from './parsed-cell.ts'

/** 电话, 手机, 座机. Several numbers in a cell are several entries; hotlines and placeholders are no evidence. */
export const phone: FieldType = {
  name: 'phone',
  label: { zh: '电话', en: 'phone' },
  roles: [
    {
      name: 'phone',
      headings: [
        '电话',
        '电话号码',
        '联系电话',
        '手机',
        '手机号',
        '手机号码',
        '移动电话',
        '座机',
        '固定电话',
        '固话',
        '办公电话',
        '公司电话',
        '联系方式',
        '传真',
        '传真号码',
        '客户电话',
        '收货电话',
        'phone',
        'phone number',
        'telephone',
        'tel',
        'mobile',
        'fax',
        'cell',
      ],
      fragments: ['电话', '手机', '座机', '传真', '联系方式', 'phone', 'mobile', 'tel', 'fax'],
    },
  ],
  recognises: (text) => {
    const phones = parsePhones(text)
    // Eight digits may be a date or a sum: only what shows its area or begins like a mobile is surely a phone.
    const isSure = ({ kind, areaCode }: Phone) =>
      kind === 'mobile' || (kind === 'landline' && areaCode !== '')
    return phones.length > 0 && phones.every(isSure)
  },
  parts: ['number', 'line'],
  generic: 'number',
  parse(text) {
    const phones = parsePhones(text)
    const useful = phones.filter(
      ({ isGeneric, kind }) => !isGeneric && kind !== 'invalid' && kind !== 'placeholder',
    )
    const repaired = phones.find((found) => found.repaired !== '')
    return parsedCell({
      entries: useful.map((found) => [found.kind === 'masked' ? '' : found.national, textOfLine(found)]),
      display: repaired !== undefined && phones.length === 1 ? repaired.national : text.trim(),
      quality: qualityOf(phones),
      unreadable: phones.some(({ reason }) => reason === '') ? '' : (phones[0]?.reason ?? ''),
      repaired: repaired?.repaired ?? '',
    })
  },
  comparisons: [
    defineComparison<ComparablePhone>({
      name: 'phone',
      label: { zh: '电话', en: 'phone' },
      parts: ['line'],
      shown: 'number',
      levels: [
        { name: 'different', label: { zh: '电话不同', en: 'different phones' } },
        { name: 'maskedFits', label: { zh: '电话与打码号码相符', en: 'fits the masked phone' } },
        {
          name: 'sameLocal',
          label: { zh: '电话相同（一方无区号）', en: 'same phone, area code on one side only' },
        },
        { name: 'oldForm', label: { zh: '电话为同一号码的新旧写法', en: 'old and new form of one phone' } },
        { name: 'sameLine', label: { zh: '总机相同，分机不同', en: 'same line, other extension' } },
        { name: 'same', label: { zh: '电话相同', en: 'same phone' } },
      ],
      glance: {
        cells: ['line', { parts: ['line'], sketch: ([line]) => lastDigitsOf(line) }],
        level: (cells, left, right) => {
          if (cells[left] === 0 || cells[right] === 0) return -1
          const [a, b] = [cells[left + 1], cells[right + 1]]
          if (a < 0 || b < 0) return UNSETTLED
          return cells[left] === cells[right] ? SAME : a === b ? UNSETTLED : DIFFERENT
        },
      },
      prepare: ([line]) => lineOfText(line),
      level: (left, right) => LEVEL_OF[comparePhones(left, right)],
    }),
  ],
  keys: [
    { name: 'number', label: { zh: '电话', en: 'phone' }, write: writePart(0) },
    {
      name: 'lastDigits',
      label: { zh: '电话后七位', en: 'last seven digits of the phone' },
      write([number], keys) {
        if (number.length < LAST_DIGITS) return
        keys.put(number, number.length - LAST_DIGITS)
        keys.end()
      },
    },
  ],
}

const LEVEL_OF: Readonly<Record<PhoneAgreement, number>> = {
  missing: -1,
  different: 0,
  // Lines of one office often differ in the last two digits; so do those of neighbours.
  sameSwitch: 0,
  maskedFits: 1,
  sameLocal: 2,
  oldForm: 3,
  sameLine: 4,
  same: 5,
}

const [DIFFERENT, SAME] = [0, 5]

/** What two numbers that agree in any way end with; −1 where it cannot be told: some digits are hidden, or there are too few. */
function lastDigitsOf(line: string): number {
  if (line === '') return -1
  const { kind, national, local } = lineOfText(line)
  const isWhole = kind !== 'masked' && kind !== 'placeholder' && local.length >= LAST_DIGITS
  const digits = isWhole ? national.slice(-LAST_DIGITS) : ''
  return /^\d+$/.test(digits) ? Number(digits) : -1
}

/** So many survive a missing area code, an old form and an extension. */
const LAST_DIGITS = 7

function textOfLine({ kind, areaCode, national, extension }: Phone): string {
  return [kind, areaCode, national, extension].join(' ')
}

function lineOfText(text: string): ComparablePhone {
  const [kind, areaCode, national, extension] = text.split(' ')
  return {
    kind: kind as Phone['kind'],
    areaCode,
    national,
    local: national.slice(areaCode.length),
    extension,
  }
}

function qualityOf(phones: readonly Phone[]): number {
  if (phones.some(({ kind }) => kind === 'mobile')) return 1
  if (phones.some(({ kind, areaCode }) => kind === 'landline' && areaCode !== '')) return 0.9
  if (phones.some(({ kind }) => kind === 'landline' || kind === 'foreign')) return 0.7
  return phones.some(({ kind }) => kind !== 'invalid' && kind !== 'placeholder') ? 0.4 : 0
}
