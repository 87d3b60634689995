import type { Company } from './companies.ts'
import type { Random } from './random.ts'
import { addCode, addOwnPhone, type Draft } from './records.ts'

/** Of two records that name and trade do not join, the share that their credit code joins and not a phone. */
const JOINED_BY_CODE = 0.2

/**
 * Whether a careful reader sees that two records of one customer belong together: by the code; by complete names
 * alone; by others with one more thing in common that is the customer's own, where a mere contact is not enough
 * for a bare brand; by two names of different times with the address and one more.
 */
export function belongTogether(a: Draft, b: Draft): boolean {
  if (a.hasCode && b.hasCode) return true
  const place = (a.addresses & b.addresses) !== 0
  const reach = (a.phones & b.phones) !== 0 || (a.hasEmail && b.hasEmail)
  const person = (a.contacts & b.contacts) !== 0
  if ((a.name.era & b.name.era) === 0) return place && (reach || person)
  if (place || reach || (a.name.complete && b.name.complete)) return true
  return person && !a.name.bare && !b.name.bare
}

/**
 * Adds what is missing so that the truth can be found: each record belongs together with an earlier one of the
 * customer, and none stands there with a name that many firms share and nothing else.
 */
export function makeFair(drafts: readonly Draft[], company: Company, random: Random): void {
  drafts.forEach((draft, index) => {
    const nameless = !draft.name.complete && !draft.hasCode && draft.phones === 0 && draft.addresses === 0
    if (nameless) addOwnPhone(draft, company, 6, random)
    const earlier = drafts.slice(0, index)
    if (index === 0 || earlier.some((other) => belongTogether(other, draft))) return
    const anchor = earlier.find((other) => other.name.complete) ?? earlier[0]
    join(anchor, draft, company, random)
  })
}

function join(anchor: Draft, draft: Draft, company: Company, random: Random): void {
  const renamed = (anchor.name.era & draft.name.era) === 0
  if (renamed || random.chance(JOINED_BY_CODE)) {
    if (!anchor.hasCode) addCode(anchor, company)
    if (!draft.hasCode) addCode(draft, company)
  } else if (anchor.phones !== 0) addOwnPhone(draft, company, anchor.phones, random)
  else if (draft.phones !== 0) addOwnPhone(anchor, company, draft.phones, random)
  else {
    addOwnPhone(anchor, company, 6, random)
    addOwnPhone(draft, company, anchor.phones, random)
  }
}
