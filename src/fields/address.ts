import { defineComparison, type FieldType } from '../model/field-type.ts'
import { type Address, parseAddress } from '../normalize/address.ts'
import { relateDivisions } from '../normalize/divisions.ts'
import { parsedCell } from './parsed-cell.ts'

/** The parts of an address that are compared, in the order in which the `address` part lists them. */
const COMPARED = [
  'zone',
  'town',
  'village',
  'group',
  'road',
  'crossing',
  'lane',
  'number',
  'poi',
  'building',
  'unit',
  'floor',
  'room',
] as const

type ComparedAddress = Pick<Address, (typeof COMPARED)[number]> & { readonly division: string }

const SEPARATOR = '\t'

/** 地址. Compared part by part, from the province to the room. */
export const address: FieldType = {
  name: 'address',
  label: { zh: '地址', en: 'address' },
  roles: [
    {
      name: 'address',
      headings: [
        '地址',
        '注册地址',
        '通讯地址',
        '收货地址',
        '办公地址',
        '经营地址',
        '联系地址',
        '公司地址',
        '单位地址',
        '企业地址',
        '详细地址',
        '住所',
        '营业地址',
        '客户地址',
        '开票地址',
        'address',
        'addr',
        'registered address',
        'office address',
        'street',
      ],
      fragments: ['地址', '住所', 'address'],
    },
  ],
  recognises: (text) => {
    const { divisions, road, number } = parseAddress(text)
    return divisions.length > 0 && (road !== '' || number !== '')
  },
  parts: ['address', 'site', 'place', 'county', 'text'],
  generic: 'address',
  parse(text) {
    const parsed = parseAddress(text)
    const division = parsed.divisions.join('/')
    const compared = COMPARED.map((part) => parsed[part])
    const isEmpty = division === '' && compared.every((part) => part === '')
    const scope = parsed.city || parsed.county || parsed.province
    const road = parsed.road || parsed.village || parsed.town
    const entry = [
      [division, ...compared].join(SEPARATOR),
      road !== '' && parsed.number !== '' ? `${scope} ${road} ${parsed.number}` : '',
      parsed.poi !== '' ? `${scope} ${parsed.poi.split(' ').at(-1)}` : '',
      parsed.county,
      parsed.text,
    ]
    return parsedCell({
      entries: isEmpty ? [] : [entry],
      display: text.trim(),
      quality: qualityOf(parsed),
    })
  },
  comparisons: [
    defineComparison<ComparedAddress>({
      name: 'address',
      label: { zh: '地址', en: 'address' },
      parts: ['address'],
      shown: 'text',
      levels: [
        { name: 'apart', label: { zh: '地址不在一处', en: 'addresses apart' } },
        { name: 'sameCity', label: { zh: '地址同省市', en: 'same city' } },
        { name: 'sameCounty', label: { zh: '地址同区县', en: 'same county' } },
        { name: 'otherNumber', label: { zh: '地址同路不同号', en: 'same road, other number' } },
        { name: 'sameRoad', label: { zh: '地址同路', en: 'same road' } },
        { name: 'sameNumber', label: { zh: '地址同路同号', en: 'same road and number' } },
        { name: 'same', label: { zh: '地址相同', en: 'same address' } },
      ],
      prepare: ([text]) => {
        const [division, ...values] = text.split(SEPARATOR)
        const parts = Object.fromEntries(COMPARED.map((part, i) => [part, values[i]]))
        return { division, ...(parts as Pick<Address, (typeof COMPARED)[number]>) }
      },
      level: compareParts,
    }),
  ],
  keys: [
    {
      name: 'site',
      label: { zh: '路与门牌', en: 'road and number' },
      of: ([, site]) => (site ? [site] : []),
    },
    {
      name: 'place',
      label: { zh: '楼宇', en: 'building or place' },
      of: ([, , place]) => (place ? [place] : []),
    },
    { name: 'county', label: { zh: '区县', en: 'county' }, of: ([, , , county]) => (county ? [county] : []) },
  ],
}

function compareParts(left: ComparedAddress, right: ComparedAddress): number {
  const relation = relateDivisions(left.division, right.division)
  if (relation === 'apart') return 0
  const agree = (part: (typeof COMPARED)[number]) =>
    left[part] === '' || right[part] === '' ? undefined : left[part] === right[part]
  const road = agree('road') ?? agree('village') ?? agree('poi')
  const number = agree('number')
  if (road === true || (road === undefined && agree('poi') === true)) {
    if (number === false) return 3
    if (number === undefined) return agree('poi') === true || agree('building') === true ? 5 : 4
    return agree('room') === true || (agree('room') === undefined && agree('building') !== false) ? 6 : 5
  }
  if (agree('poi') === true) return 5
  return relation === 'missing'
    ? -1
    : left.division.length === 6 && left.division.slice(4) !== '00' && relation === 'same'
      ? 2
      : 1
}

function qualityOf({ province, city, county, road, number, poi, room }: Address): number {
  const given = [province, city, county, road || poi, number, room].filter((part) => part !== '').length
  return given / 6
}
