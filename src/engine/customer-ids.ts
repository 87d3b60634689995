import { type Dictionary, DictionaryBuilder, MOST_AT_ONCE, textsOf } from '../data/dictionary.ts'
import { groupCount } from '../data/grouping.ts'
import { cellText } from '../data/table.ts'
import { beginId, customerIdOf, ID_UNITS, writeCustomerId } from '../merge/customer-id.ts'
import type { ArrangedRecords } from './arrange-records.ts'
import type { Customers } from './build-customers.ts'

type Identified = Pick<ArrangedRecords, 'recordId' | 'source'>

/** The ids of all customers, each made from its least record; that of customer `c` has the code c + 1. */
export function idsOf(customers: Customers, records: Identified): Dictionary {
  const count = groupCount(customers.members)
  const ids = new DictionaryBuilder()
  const units = new Uint16Array(MOST_AT_ONCE * ID_UNITS)
  const ends = Uint32Array.from({ length: MOST_AT_ONCE + 1 }, (_, i) => i * ID_UNITS)
  const codes = new Uint32Array(MOST_AT_ONCE)
  const write = createIdWriter(customers, records)
  for (let from = 0; from < count; from += MOST_AT_ONCE) {
    const some = Math.min(MOST_AT_ONCE, count - from)
    for (let i = 0; i < some; i++) write(from + i, units, i * ID_UNITS)
    ids.encodeUnits(units, ends, some, codes)
  }
  return ids.size === count + 1 ? ids.finish() : idsMadeDistinct(customers, records)
}

function createIdWriter(
  { members: { starts, items } }: Customers,
  { recordId, source }: Identified,
): (customer: number, units: Uint16Array, at: number) => void {
  const begun = textsOf(source.dictionary).map(beginId)
  const { starts: textStarts, units: texts } = recordId.dictionary
  return (customer, units, at) => {
    const row = items[starts[customer]]
    const code = recordId.codes[row]
    writeCustomerId(begun[source.codes[row]], texts, textStarts[code], textStarts[code + 1], units, at)
  }
}

/** Two customers whose ids collide: the later one is hashed once more. */
function idsMadeDistinct(
  { members: { starts, items } }: Customers,
  { recordId, source }: Identified,
): Dictionary {
  const taken = new DictionaryBuilder()
  const take = (id: string): boolean => {
    const before = taken.size
    taken.encode(id)
    return taken.size > before
  }
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const row = items[starts[customer]]
    let id = customerIdOf(cellText(source, row), cellText(recordId, row))
    while (!take(id)) id = customerIdOf(cellText(source, row), `${cellText(recordId, row)}\u0000${id}`)
  }
  return taken.finish()
}
