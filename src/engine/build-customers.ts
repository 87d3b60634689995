import { type Groups, groupByLabel } from '../data/grouping.ts'
import { type DisjointSets, leastMembers } from '../data/union-find.ts'

/** The customers of a run. Customer `c` has the rows `items[starts[c]]` up to `items[starts[c + 1]]`, ascending; customers are in the order of their least rows. */
export interface Customers {
  readonly members: Groups
  /** By row, the customer; NO_CUSTOMER for junk. */
  readonly ofRow: Uint32Array
}

/** The customer of a row that names none. */
export const NO_CUSTOMER = 0xffffffff

/** Numbers the clusters; junk rows are left out. */
export function buildCustomers(sets: DisjointSets, isJunk: Uint8Array): Customers {
  const least = leastMembers(sets)
  const ofRow = new Uint32Array(isJunk.length).fill(NO_CUSTOMER)
  let count = 0
  for (let row = 0; row < ofRow.length; row++) {
    if (isJunk[row] === 0) ofRow[row] = least[row] === row ? count++ : ofRow[least[row]]
  }
  // Junk takes the last label, so that it can be cut off.
  const { starts, items } = groupByLabel(
    ofRow.map((customer) => (customer === NO_CUSTOMER ? count : customer)),
    count + 1,
  )
  return { members: { starts: starts.slice(0, count + 1), items }, ofRow }
}
