import { defineComparison, defineGate, type FieldType, UNSETTLED, writePart } from '../model/field-type.ts'
import { createProfile, type Profile } from '../normalize/address/profile.ts'
import { type Address, parseAddress } from '../normalize/address.ts'
import {
  ADDRESS_LEVELS,
  type AddressLevel,
  relateProfiles,
  similarityOf,
} from '../normalize/compare-addresses.ts'
import {
  type DivisionSet,
  divisionNumberOf,
  divisionSetOf,
  relateDivisionNumbers,
  relateDivisionSets,
} from '../normalize/relate-divisions.ts'
import { SEPARATOR, SEPARATORS, settleAddresses } from './address-settle.ts'
import { parsedCell } from './parsed-cell.ts'

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
  parts: ['address', 'division'],
  keyParts: ['site', 'place', 'county'],
  generic: 'address',
  parse(text) {
    const parsed = parseAddress(text)
    const { divisions, poi } = parsed
    const division = divisions.length === 1 ? divisions[0] : divisions.join('/')
    const joined = joinParts(parsed, division)
    const isEmpty = joined.length === parsed.text.length + SEPARATORS
    const scope = parsed.city || parsed.county || parsed.province
    const road = parsed.road || parsed.village || parsed.town
    const entry = [
      joined,
      division,
      road !== '' && parsed.number !== '' ? `${scope} ${road} ${parsed.number}` : '',
      poi !== '' ? `${scope} ${poi.slice(poi.lastIndexOf(' ') + 1)}` : '',
      parsed.county,
    ]
    return parsedCell({
      entries: isEmpty ? [] : [entry],
      display: text.trim(),
      quality: qualityOf(parsed),
    })
  },
  comparisons: [
    defineComparison<Profile>({
      name: 'address',
      label: { zh: '地址', en: 'address' },
      parts: ['address'],
      shownAs: writtenIn,
      levels: [
        { name: 'apart', label: { zh: '地址不在一处', en: 'addresses apart' } },
        { name: 'sameCity', label: { zh: '地址同省市', en: 'same city' } },
        { name: 'sameCounty', label: { zh: '地址同区县', en: 'same county' } },
        { name: 'otherNumber', label: { zh: '地址同路不同号', en: 'same road, other number' } },
        { name: 'sameRoad', label: { zh: '地址同路', en: 'same road' } },
        { name: 'sameNumber', label: { zh: '地址同路同号', en: 'same road and number' } },
        { name: 'same', label: { zh: '地址相同', en: 'same address' } },
      ],
      glance: {
        cells: ['address', { parts: ['division'], sketch: ([codes]) => divisionNumberOf(codes) }, 'division'],
        level: (cells, left, right, gate) => {
          if (cells[left] === 0 || cells[right] === 0) return -1
          const [a, b] = [cells[left + 1], cells[right + 1]]
          if (a === 0 || b === 0) return UNSETTLED
          if (a < 0 || b < 0) return gate(cells[left + 2], cells[right + 2])
          return relateDivisionNumbers(a, b) === 'apart' ? APART : UNSETTLED
        },
      },
      // For places of which the text leaves several open.
      gate: defineGate<DivisionSet>({
        part: 'division',
        prepare: divisionSetOf,
        level: (left, right) => (relateDivisionSets(left, right) === 'apart' ? APART : UNSETTLED),
      }),
      settle: ([{ codes, dictionary }], left, right) =>
        settleAddresses(dictionary, codes[left], codes[right], SETTLED),
      prepare: ([text]) => createProfile(addressOf(text)),
      level: levelOf,
    }),
  ],
  keys: [
    {
      name: 'site',
      label: { zh: '路与门牌', en: 'road and number' },
      write: writePart(2),
    },
    {
      name: 'place',
      label: { zh: '楼宇', en: 'building or place' },
      write: writePart(3),
    },
    { name: 'county', label: { zh: '区县', en: 'county' }, write: writePart(4) },
  ],
}

/** Most parts are missing: their separators are written together. */
const TABS = Array.from({ length: SEPARATORS + 1 }, (_, count) => SEPARATOR.repeat(count))

/** The parts of an address in one text, for {@link addressOf} to take apart. */
function joinParts(parsed: Address, division: string): string {
  const { text, province, city, county, zone, town, village, group, road, crossing, lane, number } = parsed
  const { poi, building, unit, floor, room, remark } = parsed
  let joined = `${division}\t${text}`
  let written = 1
  const put = (place: number, part: string) => {
    if (part === '') return
    joined += TABS[place - written] + part
    written = place
  }
  put(2, province)
  put(3, city)
  put(4, county)
  put(5, zone)
  put(6, town)
  put(7, village)
  put(8, group)
  put(9, road)
  put(10, crossing)
  put(11, lane)
  put(12, number)
  put(13, poi)
  put(14, building)
  put(15, unit)
  put(16, floor)
  put(17, room)
  put(18, remark)
  return joined + TABS[SEPARATORS - written]
}

/** The text of a joined address, without taking the rest apart. */
function writtenIn(joined: string): string {
  const begin = joined.indexOf(SEPARATOR) + 1
  return joined.slice(begin, joined.indexOf(SEPARATOR, begin))
}

/** Written out part by part: an object made in a loop is several times slower to make and to read. */
function addressOf(joined: string): Address {
  const values = joined.split(SEPARATOR)
  return {
    divisions: values[0] === '' ? [] : values[0].split('/'),
    text: values[1],
    province: values[2],
    city: values[3],
    county: values[4],
    zone: values[5],
    town: values[6],
    village: values[7],
    group: values[8],
    road: values[9],
    crossing: values[10],
    lane: values[11],
    number: values[12],
    poi: values[13],
    building: values[14],
    unit: values[15],
    floor: values[16],
    room: values[17],
    remark: values[18],
  }
}

const [APART, SAME_CITY, SAME_COUNTY, OTHER_NUMBER, SAME_ROAD, SAME_NUMBER, SAME] = [0, 1, 2, 3, 4, 5, 6]

const SETTLED = { same: SAME, sameNumber: SAME_NUMBER }

/** From this similarity on two addresses are one place though a part conflicts, from the higher one the same address. */
const ONE_PLACE = 0.6
const ONE_ADDRESS = 0.9

/** Two that share road and number, or that conflict and share little, are settled before their texts are aligned. */
function levelOf(left: Profile, right: Profile): number {
  const divisions = relateDivisionSets(left.division, right.division)
  if (divisions === 'apart') return APART
  const { finest, conflict } = relateProfiles(left, right, divisions)
  const depth = ADDRESS_LEVELS.indexOf(finest as AddressLevel)
  if (depth >= NUMBER) return conflict === '' ? SAME : SAME_NUMBER
  const similarity = similarityOf(left, right, divisions)
  if (similarity >= ONE_ADDRESS && conflict === '') return SAME
  if (similarity >= ONE_PLACE) return SAME_NUMBER
  if (depth >= ROAD) return conflict === 'number' || conflict === 'lane' ? OTHER_NUMBER : SAME_ROAD
  if (depth >= COUNTY) return SAME_COUNTY
  if (depth >= 0) return SAME_CITY
  return conflict === '' ? -1 : APART
}

const [COUNTY, ROAD, NUMBER] = (['county', 'road', 'number'] as const).map((level) =>
  ADDRESS_LEVELS.indexOf(level),
)

function qualityOf({ province, city, county, road, number, poi, room }: Address): number {
  let given = 0
  for (const part of [province, city, county, road || poi, number, room]) if (part !== '') given++
  return given / 6
}
