import { type Address, formatAddress } from './addresses.ts'
import type { Company } from './companies.ts'
import { type TypedName, traditional, typeName } from './name-noise.ts'
import { titledPerson } from './people.ts'
import { formatPhone, maskMobile, mistypePhone, placeholderPhone } from './phones.ts'
import { drawByWeight, type Random } from './random.ts'
import { cellRates, customerRates, type Source, type SourceRates, sourceRates, sources } from './rates.ts'
import { mistype } from './typos.ts'

/** A record in the making: its cells, and what of them tells whose it is. */
export interface Draft {
  readonly source: Source
  readonly customer: string
  readonly name: TypedName
  creditCode: string
  phone: string
  address: string
  contact: string
  email: string
  /** The credit code can be read, whatever its format. */
  hasCode: boolean
  /** Bits of the customer's own phones that can be read: landline 1, mobiles 2 and 4. */
  phones: number
  /** Bits of its own addresses: registered 1, office 2. */
  addresses: number
  hasEmail: boolean
  /** Bits of its own contacts, when the whole name stands there. */
  contacts: number
}

const drawSource = drawByWeight(sources.map((source) => sourceRates[source].share))

/** A record with no cell filled but the name. */
export function emptyDraft(source: Source, customer: string, name: TypedName): Draft {
  return {
    source,
    customer,
    name,
    creditCode: '',
    phone: '',
    address: '',
    contact: '',
    email: '',
    hasCode: false,
    phones: 0,
    addresses: 0,
    hasEmail: false,
    contacts: 0,
  }
}

/** One record of a customer as some department typed it. */
export function draftRecord(company: Company, random: Random): Draft {
  const source = sources[drawSource(random)]
  const rates = sourceRates[source]
  const second = random.chance(rates.secondMobile) ? 1 : 0
  const contact = company.contacts[second]
  const name = typeName(company, rates, contact, random)
  const draft = emptyDraft(source, `C${company.index}`, name)
  if (random.chance(rates.creditCode)) fillCode(draft, company, random)
  if (random.chance(rates.phone)) fillPhone(draft, company, rates, second, random)
  if (random.chance(rates.address)) fillAddress(draft, company, rates, random)
  if (random.chance(rates.contact)) fillContact(draft, company, second, random)
  if (company.email !== '' && random.chance(rates.email / customerRates.email)) showEmail(draft, company)
  return draft
}

function fillCode(draft: Draft, { creditCode }: Company, random: Random): void {
  const code = creditCode
  draft.creditCode = code
  draft.hasCode = true
  if (random.chance(cellRates.codeTypo)) {
    draft.creditCode = mistypeCode(code, random)
    draft.hasCode = false
  } else if (random.chance(cellRates.codeStyled)) {
    draft.creditCode = random.pick([
      code.toLowerCase(),
      `${code.slice(0, 8)} ${code.slice(8)}`,
      `${code.slice(0, 8)}-${code.slice(8, 17)}-${code.slice(17)}`,
      ` ${code}`,
    ])
  } else if (random.chance(cellRates.codeAsOrganisation))
    draft.creditCode = `${code.slice(8, 16)}-${code[16]}`
  else if (random.chance(cellRates.codeAsTaxNumber)) draft.creditCode = code.slice(2, 17)
  else if (random.chance(cellRates.codePlaceholder)) {
    draft.creditCode = random.pick(['000000000000000000', '无', '123456789012345678', '待补'])
    draft.hasCode = false
  }
}

function mistypeCode(code: string, random: Random): string {
  const at = 2 + random.below(15)
  switch (random.below(4)) {
    case 0:
      return code.slice(0, at) + code.slice(at + 1)
    case 1:
      return code.slice(0, at) + code[at] + code.slice(at)
    case 2:
      return code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
    default:
      return code.slice(0, at) + random.character('0123456789') + code.slice(at + 1)
  }
}

function fillPhone(draft: Draft, company: Company, rates: SourceRates, second: number, random: Random): void {
  if (random.chance(cellRates.phonePlaceholder)) draft.phone = placeholderPhone(random)
  else if (company.sharedPhone !== '' && random.chance(customerRates.agencyPhone))
    draft.phone = company.sharedPhone
  else {
    const landline = company.landline.number !== '' && random.chance(rates.landline)
    const bit = landline ? 1 : second === 1 ? 4 : 2
    if (random.chance(cellRates.phoneTypo)) draft.phone = mistypePhone(phoneOf(company, bit), random)
    else if (bit !== 1 && random.chance(cellRates.phoneMasked))
      draft.phone = maskMobile(phoneOf(company, bit))
    else showPhone(draft, company, bit, random)
    if (random.chance(cellRates.phoneSecond)) showPhone(draft, company, bit === 2 ? 4 : 2, random)
  }
}

function phoneOf(company: Company, bit: number): string {
  return bit === 1 ? company.landline.number : company.mobiles[bit === 2 ? 0 : 1].number
}

const NOT_NUMBERS = /^(?:无|0|同上|-)$/u

/** Adds a phone to the cell. */
function showPhone(draft: Draft, company: Company, bit: number, random: Random): void {
  const typed = formatPhone(phoneOf(company, bit), random)
  const alone = draft.phone === '' || NOT_NUMBERS.test(draft.phone)
  draft.phone = alone ? typed : `${draft.phone}${random.pick(['/', '、', '；', ' '])}${typed}`
  const shared = bit !== 1 && company.mobiles[bit === 2 ? 0 : 1].shared
  if (!shared) draft.phones |= bit
}

function fillAddress(draft: Draft, company: Company, rates: SourceRates, random: Random): void {
  const bit = random.chance(rates.registeredAddress) ? 1 : 2
  const address: Address = bit === 1 ? company.registered : company.office
  let text = formatAddress(address, random)
  if (random.chance(rates.addressTypo)) text = mistype(text, random)
  else if (!address.shared && /\d/.test(address.street)) {
    draft.addresses |= company.registered === company.office ? 3 : bit
  }
  draft.address = random.chance(rates.traditional) ? traditional(text) : text
}

function fillContact(draft: Draft, company: Company, second: number, random: Random): void {
  const contact = company.contacts[second]
  const titled = random.chance(0.2)
  draft.contact = titled ? titledPerson(contact, random) : contact
  if (!titled && !company.sharedOwner) draft.contacts |= 1 << second
}

function showEmail(draft: Draft, company: Company): void {
  draft.email = company.email
  draft.hasEmail = true
}

/** Adds to a record a phone of the customer's own that nobody else has; which, `bits` may say. */
export function addOwnPhone(draft: Draft, company: Company, bits: number, random: Random): void {
  const bit = bits & 1 ? 1 : bits & 2 && !company.mobiles[0].shared ? 2 : 4
  showPhone(draft, company, bit, random)
}

/** Adds the credit code, plain. */
export function addCode(draft: Draft, company: Company): void {
  draft.creditCode = company.creditCode
  draft.hasCode = true
}
