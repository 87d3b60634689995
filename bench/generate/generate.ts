import type { Company, World } from './companies.ts'
import { makeFair } from './evidence.ts'
import { makeGroup, makeLead, type NextLead } from './groups.ts'
import { makeJunk } from './junk.ts'
import { drawByWeight, Random } from './random.ts'
import { junkRate, recordsPerCustomer, type Source } from './rates.ts'
import { type Draft, draftRecord } from './records.ts'
import { claimName, KeyRegister } from './register.ts'

/** One made-up record, its cells as typed, and the customer it is of. */
export interface CustomerRecord {
  readonly record_id: string
  readonly source: Source
  readonly name: string
  readonly credit_code: string
  readonly phone: string
  readonly address: string
  readonly contact: string
  readonly email: string
  /** The truth. Each row that is no customer has a truth of its own, which begins with `junk`. */
  readonly customer: string
}

export interface GeneratorOptions {
  readonly seed: number
  readonly records: number
  /** Real companies to build on, see `readBase`; made-up ones when it is not given. */
  readonly base?: NextLead
}

/** Records are shuffled within a window of this many, so that those of a customer do not stand together. */
const WINDOW = 65_536
const MEAN_RECORDS = recordsPerCustomer.reduce((sum, share, index) => sum + share * (index + 1), 0)
/** Keys that one customer puts into the register, with room to spare. */
const KEYS_PER_CUSTOMER = 4
const drawRecordCount = drawByWeight(recordsPerCustomer)

/**
 * Hard customer data with its truth, one record after another; the same seed gives the same records. Ends before
 * `records` only when the base has no more companies. Holds the shuffle window and 8 bytes a customer.
 * @example [...generateCustomers({ seed: 1, records: 1000 })].length // => 1000
 */
export function* generateCustomers(options: GeneratorOptions): Generator<CustomerRecord> {
  const random = new Random(options.seed)
  const window: Draft[] = []
  let emitted = 0
  for (const batch of batches(options, random)) {
    for (const draft of batch) {
      if (window.length < WINDOW) {
        window.push(draft)
        continue
      }
      const at = random.below(WINDOW)
      yield finish(window[at], ++emitted)
      window[at] = draft
    }
  }
  while (window.length > 0) {
    const at = random.below(window.length)
    yield finish(window[at], ++emitted)
    window[at] = window[window.length - 1]
    window.pop()
  }
}

function finish(draft: Draft, number: number): CustomerRecord {
  const { source, name, creditCode, phone, address, contact, email, customer } = draft
  const record_id = `R${String(number).padStart(8, '0')}`
  return {
    record_id,
    source,
    name: name.text,
    credit_code: creditCode,
    phone,
    address,
    contact,
    email,
    customer,
  }
}

/** The records of one customer after another, and the odd row that is none. */
function* batches({ records, base }: GeneratorOptions, random: Random): Generator<Draft[]> {
  const customers = Math.ceil(records / MEAN_RECORDS)
  const register = new KeyRegister(customers * KEYS_PER_CUSTOMER)
  const world: World = { customers, claim: (city, name) => claimName(register, city, name) }
  const nextLead: NextLead = base ? claimed(base, world) : (random) => makeLead(world, random)
  let left = records
  let junk = 0
  for (let index = 0; left > 0; ) {
    const group = makeGroup(index, nextLead, world, random)
    if (group === null) return
    index += group.length
    for (const company of group) {
      if (left > 0 && random.chance(junkRate * MEAN_RECORDS)) {
        left--
        // Customers are fewer than records: from there on phone owners are free.
        yield [makeJunk(junk, records + junk, random)]
        junk++
      }
      if (left === 0) return
      const drafts = draftCustomer(company, Math.min(left, 1 + drawRecordCount(random)), random)
      left -= drafts.length
      yield drafts
    }
  }
}

/** Real names stand as they are, but nothing made up may come too near to them. */
function claimed(base: NextLead, world: World): NextLead {
  return (random) => {
    const lead = base(random)
    if (lead !== null) world.claim(lead.city, lead.name)
    return lead
  }
}

function draftCustomer(company: Company, count: number, random: Random): Draft[] {
  const drafts: Draft[] = []
  for (let i = 0; i < count; i++) drafts.push(draftRecord(company, random))
  makeFair(drafts, company, random)
  return drafts
}
