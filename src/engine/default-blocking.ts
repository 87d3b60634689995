/**
 * The blocking rules, by field and key; the cheapest and surest first, because a pair is compared where it is
 * first brought. A rule with several keys asks for agreement on all.
 */
export const DEFAULT_BLOCKING: readonly (readonly string[])[] = [
  ['creditCode.organisationCode'],
  ['creditCode.number'],
  ['companyName.name'],
  ['phone.number'],
  ['phone.lastDigits'],
  ['email.address'],
  ['website.site'],
  ['companyName.brand'],
  ['companyName.sound', 'companyName.concept'],
  ['companyName.lostCharacter', 'companyName.concept'],
  ['companyName.lostCharacter', 'companyName.province'],
  ['companyName.sharedCharacter'],
  ['companyName.brandEdge'],
  ['companyName.abbreviation'],
  ['companyName.regionIndustry'],
  ['address.site'],
  ['email.domain'],
]

/** What splits a block that is too large, in turn. */
export const SPLITTERS: readonly string[] = [
  'companyName.province',
  'companyName.concept',
  'companyName.brand',
  'address.county',
  'address.site',
  'phone.number',
]
