import { defineComparison, type FieldType, UNSETTLED, writePart } from '../model/field-type.ts'
import {
  compareIdentifiers,
  type Identifier,
  parseIdentifier,
  parseIdentifiers,
} from '../normalize/credit-code.ts'
import { parsedCell } from './parsed-cell.ts'

type Kind = Identifier['kind']

/** 统一社会信用代码 with 组织机构代码, 旧税号 and 注册号: the nearest thing to proof that there is. */
export const creditCode: FieldType = {
  name: 'creditCode',
  label: { zh: '信用代码', en: 'credit code' },
  roles: [
    {
      name: 'creditCode',
      headings: [
        '统一社会信用代码',
        '社会信用代码',
        '信用代码',
        '税号',
        '纳税人识别号',
        '纳税识别号',
        '税务登记号',
        '税务登记证号',
        '组织机构代码',
        '机构代码',
        '注册号',
        '工商注册号',
        '营业执照号',
        '营业执照注册号',
        '执照号',
        'uscc',
        'credit code',
        'tax id',
        'tax number',
        'tax no',
        'registration number',
        'organisation code',
        'usci',
        'duns',
      ],
      fragments: [
        '信用代码',
        '税号',
        '纳税人识别',
        '组织机构代码',
        '注册号',
        '营业执照',
        'uscc',
        'credit code',
        'tax id',
      ],
    },
  ],
  recognises: (text) =>
    parseIdentifier(text).grade === 'checked' && parseIdentifier(text).kind !== 'personalId',
  parts: ['number', 'organisationCode', 'identifier', 'valid'],
  exclusive: [{ part: 'valid', relation: '' }],
  parse(text) {
    const found = parseIdentifiers(text)
    if (found.length === 0) return parsedCell({ display: text.trim() })
    const useful = found.filter(
      ({ kind, grade }) => kind !== 'unknown' && kind !== 'personalId' && grade !== 'broken',
    )
    const broken = found.filter(
      ({ grade, kind, text: number }) =>
        grade === 'broken' && kind !== 'unknown' && kind !== 'personalId' && number !== '',
    )
    const repaired = found.find((identifier) => identifier.repaired !== '')
    return parsedCell({
      // A broken code may be one slip away from a sound one: it is compared, but it proves nothing.
      entries: [...useful, ...broken].map((identifier) => [
        identifier.text,
        identifier.isValid ? identifier.organisationCode : '',
        `${identifier.kind} ${identifier.grade} ${identifier.organisationCode || '-'} ${identifier.text}`,
        identifier.kind === 'creditCode' && identifier.grade === 'checked' ? identifier.organisationCode : '',
      ]),
      display: repaired !== undefined && found.length === 1 ? repaired.text : text.trim(),
      quality: useful.length > 0 ? qualityOf(useful[0]) : 0.1,
      unreadable: useful.length > 0 ? '' : (found.find(({ reason }) => reason !== '')?.reason ?? ''),
      repaired: repaired?.repaired ?? '',
    })
  },
  comparisons: [
    defineComparison<Identifier>({
      name: 'creditCode',
      label: { zh: '信用代码', en: 'credit code' },
      parts: ['identifier'],
      shown: 'number',
      levels: [
        { name: 'different', label: { zh: '信用代码不同', en: 'different credit codes' } },
        { name: 'typo', label: { zh: '信用代码一字之差', en: 'credit codes one slip apart' } },
        {
          name: 'bridged',
          label: {
            zh: '信用代码与旧代码为同一组织机构代码',
            en: 'same organisation code in an old and a new number',
          },
        },
        { name: 'same', label: { zh: '信用代码相同', en: 'same credit code' } },
      ],
      glance: {
        cells: [
          'number',
          'organisationCode',
          { parts: ['identifier'], sketch: ([identifier]) => soundKindOf(identifier) },
        ],
        level: (cells, left, right) => {
          if (cells[left] === 0 || cells[right] === 0) return -1
          if (cells[left] === cells[right]) return SAME
          const [a, b] = [cells[left + 2], cells[right + 2]]
          if (a === 0 || b === 0) return UNSETTLED
          const [own, other] = [cells[left + 1], cells[right + 1]]
          if (own !== 0 && other !== 0) return own === other ? BRIDGED : DIFFERENT
          return a === b ? DIFFERENT : -1
        },
      },
      prepare: ([text]) => identifierOf(text),
      level: (left, right) => {
        const agreement = compareIdentifiers(left, right)
        return agreement === 'missing' ? -1 : ['different', 'typo', 'bridged', 'same'].indexOf(agreement)
      },
    }),
  ],
  keys: [
    { name: 'number', label: { zh: '代码', en: 'number' }, write: writePart(0) },
    {
      name: 'organisationCode',
      label: { zh: '组织机构代码', en: 'organisation code' },
      write: writePart(1),
    },
  ],
}

function qualityOf({ kind, grade }: Identifier): number {
  const worth: Readonly<Partial<Record<Kind, number>>> = {
    creditCode: 1,
    organisationCode: 0.6,
    taxNumber: 0.5,
  }
  return (worth[kind] ?? 0.4) * (grade === 'checked' ? 1 : 0.5)
}

const [DIFFERENT, BRIDGED, SAME] = [0, 2, 3]

const KINDS: readonly Kind[] = [
  'creditCode',
  'organisationCode',
  'registrationNumber',
  'taxNumber',
  'personalId',
  'unknown',
]

/** The kind and the length of a sound number in one integer; 0 for a broken one. */
function soundKindOf(identifier: string): number {
  if (identifier === '') return 0
  const { kind, isValid, text } = identifierOf(identifier)
  return isValid ? KINDS.indexOf(kind) * 256 + text.length : 0
}

/** Only what a comparison reads is kept in the part; the rest is parsed again from the number. */
function identifierOf(text: string): Identifier {
  return parseIdentifier(text.slice(text.lastIndexOf(' ') + 1))
}
