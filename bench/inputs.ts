import { generateCustomers } from './generate/generate.ts'

/** Distinct made-up cells, as typed: the same for the same seed. */
export interface Inputs {
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  readonly phones: readonly string[]
  readonly codes: readonly string[]
  readonly emails: readonly string[]
  readonly websites: readonly string[]
  readonly contacts: readonly string[]
  /** Neighbours in the alphabet, as blocks bring them together. */
  readonly pairs: readonly (readonly [string, string])[]
}

/** Cells of each kind; more than any cache of a parser holds, few enough for the processor's. */
const CELLS = 4000

export function makeInputs(seed: number): Inputs {
  const records = [...generateCustomers({ seed, records: CELLS * 3 })]
  const distinct = (cells: readonly string[]) =>
    [...new Set(cells)].filter((cell) => cell !== '').slice(0, CELLS)
  const emails = distinct(records.map(({ email }) => email))
  const names = distinct(records.map(({ name }) => name))
  const sorted = names.toSorted()
  return {
    names,
    addresses: distinct(records.map(({ address }) => address)),
    phones: distinct(records.map(({ phone }) => phone)),
    codes: distinct(records.map(({ credit_code }) => credit_code)),
    emails,
    websites: emails.map((email) => `http://www.${email.split('@')[1]}/index.html`),
    contacts: distinct(records.map(({ contact }) => contact)),
    pairs: sorted.slice(1).map((name, i) => [sorted[i], name] as const),
  }
}
