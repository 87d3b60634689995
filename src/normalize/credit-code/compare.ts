import { isOrganisationCodeAt } from './check-digits.ts'
import type { Identifier } from './classify.ts'

/**
 * How two identifiers agree. `same`: the same number. `bridged`: different numbers of one organisation, by the nine
 * characters they share. `typo`: one of them is broken and one slip away from the other. `different`: both are
 * sound and would be equal if they were one organisation's. `missing`: nothing can be said, as of a credit code and
 * a registration number.
 */
export type IdentifierAgreement = 'same' | 'bridged' | 'different' | 'typo' | 'missing'

/**
 * Compares two identifiers. Symmetric.
 * @example compareIdentifiers(parseIdentifier('914403001922038216'), parseIdentifier('19220382-1')) // 'bridged'
 */
export function compareIdentifiers(a: Identifier, b: Identifier): IdentifierAgreement {
  if (a.text === '' || b.text === '') return 'missing'
  if (a.text === b.text) return 'same'
  if (!a.isValid || !b.isValid) return isSlip(a, b) ? 'typo' : 'missing'
  if (a.organisationCode !== '' && b.organisationCode !== '') {
    return a.organisationCode === b.organisationCode ? 'bridged' : 'different'
  }
  // Numbers of 13 digits were given out anew with 15.
  return a.kind === b.kind && a.text.length === b.text.length ? 'different' : 'missing'
}

/** Whether one slip of the fingers, or a slip outside the organisation code, explains a broken number. */
function isSlip(a: Identifier, b: Identifier): boolean {
  if (isOneSlipApart(a.text, b.text)) return true
  const left = organisationPart(a)
  return left !== '' && left === organisationPart(b)
}

function organisationPart({ text, organisationCode }: Identifier): string {
  if (organisationCode !== '') return organisationCode
  return text.length === 18 && isOrganisationCodeAt(text, 8) ? text.slice(8, 17) : ''
}

/** Whether two texts differ by one character replaced, added or lost, or by two neighbours swapped. Linear. */
function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++
  const left = short.length - start - end
  if (long.length > short.length) return left === 0
  if (left <= 1) return true
  return left === 2 && short[start] === long[start + 1] && short[start + 1] === long[start]
}
