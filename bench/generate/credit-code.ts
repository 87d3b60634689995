const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const VALUE_OF = new Uint8Array(128)
for (let value = 0; value < ALPHABET.length; value++) VALUE_OF[ALPHABET.charCodeAt(value)] = value
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const LETTERS_FROM_10 = 55

/** The last character of a credit code, from its first 17 (GB 32100-2015). */
export function creditCodeCheck(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += VALUE_OF[first17.charCodeAt(i)] * CODE_WEIGHTS[i]
  return ALPHABET[(31 - (sum % 31)) % 31]
}

/** The last character of an organisation code, from its first 8 (GB 11714-1997). */
export function organisationCodeCheck(first8: string): string {
  let sum = 0
  for (let i = 0; i < 8; i++) {
    const unit = first8.charCodeAt(i)
    sum += (unit < 58 ? unit - 48 : unit - LETTERS_FROM_10) * ORGANISATION_WEIGHTS[i]
  }
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

const LEGACY_SHARE = 0.4
// Factors without a common divisor with the number of codes make the numbering a permutation: no code twice.
const LEGACY_CODES = 100_000_000
const LEGACY_FACTOR = 61_803_399
const NEW_CODES = 31 ** 6
const NEW_FACTOR = 314_159_265

/**
 * The valid credit code of the customer with this number, unique among all numbers below 10 million.
 * `authority` is the first two characters (91 company, 92 individual business, 93 cooperative, 12 institution),
 * `office` the six digits of the registering county.
 */
export function makeCreditCode(number: number, authority: string, office: string, legacy: number): string {
  const organisation = legacy < LEGACY_SHARE ? legacyOrganisation(number) : newOrganisation(number)
  const first17 = authority + office + organisation + organisationCodeCheck(organisation)
  return first17 + creditCodeCheck(first17)
}

function legacyOrganisation(number: number): string {
  return String((number * LEGACY_FACTOR + 20_150_901) % LEGACY_CODES).padStart(8, '0')
}

function newOrganisation(number: number): string {
  let rest = (number * NEW_FACTOR + 271_828_182) % NEW_CODES
  let text = ''
  for (let i = 0; i < 6; i++) {
    text += ALPHABET[rest % 31]
    rest = Math.floor(rest / 31)
  }
  return `MA${text}`
}
