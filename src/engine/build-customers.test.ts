import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupCount } from '../data/grouping.ts'
import { createDisjointSets, findRoot, leastMembers, uniteRoots } from '../data/union-find.ts'
import { buildCustomers, NO_CUSTOMER } from './build-customers.ts'

const ROWS = 14
const unions = fc.array(fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1)), { maxLength: 14 })
const junkRows = fc.uniqueArray(fc.nat(ROWS - 1))

test('every row that names a customer has one, and customers are numbered by their least rows', () => {
  fc.assert(
    fc.property(unions, junkRows, (pairs, junk) => {
      const isJunk = Uint8Array.from({ length: ROWS }, (_, row) => (junk.includes(row) ? 1 : 0))
      const sets = createDisjointSets(ROWS)
      // Junk is in no block, so no edge leads there.
      for (const [a, b] of pairs)
        if (isJunk[a] + isJunk[b] === 0) uniteRoots(sets, findRoot(sets, a), findRoot(sets, b))
      const { members, ofRow } = buildCustomers(sets, isJunk)
      const least = leastMembers(sets)
      const rows = [...isJunk.keys()].filter((row) => isJunk[row] === 0)
      const leasts = [...new Set(rows.map((row) => least[row]))].sort((a, b) => a - b)
      expect(groupCount(members)).toBe(leasts.length)
      leasts.forEach((first, customer) => {
        const own = [...members.items.subarray(members.starts[customer], members.starts[customer + 1])]
        expect(own).toEqual(rows.filter((row) => least[row] === first))
        for (const row of own) expect(ofRow[row]).toBe(customer)
      })
      for (const row of junk) expect(ofRow[row]).toBe(NO_CUSTOMER)
    }),
  )
})

test('nothing but junk is no customer at all', () => {
  expect(groupCount(buildCustomers(createDisjointSets(2), Uint8Array.of(1, 1)).members)).toBe(0)
  expect(groupCount(buildCustomers(createDisjointSets(0), new Uint8Array(0)).members)).toBe(0)
})
