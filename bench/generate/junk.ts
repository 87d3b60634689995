import { formatAddress, makeAddress } from './addresses.ts'
import { makePerson } from './people.ts'
import { formatPhone, makeMobile, placeholderPhone } from './phones.ts'
import { cities, drawCity } from './places.ts'
import { drawByWeight, type Random } from './random.ts'
import { sources } from './rates.ts'
import { type Draft, emptyDraft } from './records.ts'

const names = [
  '测试',
  '散客',
  '个人',
  '现金',
  '作废',
  '无',
  '同上',
  '',
  '测试客户',
  '零散客户',
  '待定',
  'test',
  '123',
  '###',
  '个人客户',
  '不知道',
]
const drawName = drawByWeight([12, 14, 12, 8, 8, 6, 4, 8, 6, 4, 3, 4, 3, 2, 3, 2])

/** Row `number` that is no customer; `owner` gives it a phone that no customer has. */
export function makeJunk(number: number, owner: number, random: Random): Draft {
  const city = cities[drawCity(random)]
  const name = { text: names[drawName(random)], era: 1, complete: false, bare: true } as const
  const draft = emptyDraft(random.pick(sources), `junk${number}`, name)
  if (random.chance(0.4)) {
    draft.phone = random.chance(0.5) ? placeholderPhone(random) : formatPhone(makeMobile(owner, 3), random)
  }
  if (random.chance(0.25)) {
    draft.address = formatAddress(makeAddress(city, random.pick(city.counties), random), random)
  }
  if (random.chance(0.2)) draft.contact = makePerson(random)
  return draft
}
