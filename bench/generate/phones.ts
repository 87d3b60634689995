import type { City } from './places.ts'
import { hashOf, type Random } from './random.ts'
import { cellRates } from './rates.ts'

const MOBILE_PREFIXES =
  '130 131 132 133 134 135 136 137 138 139 147 150 151 152 153 155 156 157 158 159 166 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 193 195 196 198 199'.split(
    ' ',
  )
const PLACEHOLDERS = ['13800138000', '无', '0', '同上', '-', '12345678', '11111111111', '00000000']

/** Who a number belongs to; no number is in two ranges. */
const OWNER_SLOTS = 4
export type PhoneSlot = 0 | 1 | 2 | 3
export const LANDLINE: PhoneSlot = 0
export const FIRST_MOBILE: PhoneSlot = 1
export const SECOND_MOBILE: PhoneSlot = 2

/** The mobile number of an owner: no two owners or slots ever have the same one. */
export function makeMobile(owner: number, slot: PhoneSlot): string {
  const number = scatter(owner * OWNER_SLOTS + slot)
  return MOBILE_PREFIXES[Math.floor(number / 1e8)] + String(number % 1e8).padStart(8, '0')
}

// The finaliser of MurmurHash3, a permutation of the 32-bit integers; 43 prefixes of 10^8 numbers hold them all.
function scatter(number: number): number {
  let hash = number >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A landline of a city, by what it is for: the same arguments give the same number. */
export function makeLandline(city: City, owner: number, kind: number): string {
  const hash = hashOf(owner, city.index, kind)
  const first = '2345678'[hash % 7]
  const digits = city.localDigits - 1
  return `${city.areaCode}-${first}${String(Math.floor(hash / 7) % 10 ** digits).padStart(digits, '0')}`
}

/** The number as a person types it; area codes come with a hyphen. */
export function formatPhone(phone: string, random: Random): string {
  const dash = phone.indexOf('-')
  if (dash > 0) return formatLandline(phone, phone.slice(0, dash), phone.slice(dash + 1), random)
  if (!random.chance(cellRates.phoneStyled)) return phone
  switch (random.below(6)) {
    case 0:
      return `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
    case 1:
      return `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`
    case 2:
      return `${phone.slice(0, 7)} ${phone.slice(7)}`
    case 3:
      return `+86${phone}`
    case 4:
      return `86-${phone}`
    default:
      return `0${phone}`
  }
}

function formatLandline(phone: string, area: string, local: string, random: Random): string {
  if (random.chance(cellRates.areaCodeDropped)) return local
  if (!random.chance(cellRates.phoneStyled)) return phone
  switch (random.below(7)) {
    case 0:
      return area + local
    case 1:
      return `(${area})${local}`
    case 2:
      return `（${area}）${local}`
    case 3:
      return `${area} ${local}`
    case 4:
      return `+86-${area.slice(1)}-${local}`
    case 5:
      return `${phone}-${random.between(801, 899)}`
    default:
      return `${phone}转${random.between(801, 899)}`
  }
}

/** A mobile number with its middle hidden, as systems print it. */
export function maskMobile(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(7)}`
}

/** The number with one digit wrong: it says nothing any more. */
export function mistypePhone(phone: string, random: Random): string {
  const at = phone.length - 1 - random.below(6)
  const digit = String((Number(phone[at]) + random.between(1, 9)) % 10)
  return phone.slice(0, at) + digit + phone.slice(at + 1)
}

export function placeholderPhone(random: Random): string {
  return random.pick(PLACEHOLDERS)
}
