import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EdgeList, joinEdges, sortEdges } from './edges.ts'

test('gives back every edge, also past its first room', () => {
  const list = new EdgeList()
  for (let i = 0; i < 3000; i++) list.push(i, i + 1, i / 3 - 50, (i % 3) - 1)
  const { count, left, right, weights, vetoes } = list.finish()
  expect(count).toBe(3000)
  for (const i of [0, 1, 1023, 1024, 1025, 2047, 2048, 2999]) {
    expect([left[i], right[i], weights[i], vetoes[i]]).toEqual([i, i + 1, i / 3 - 50, (i % 3) - 1])
  }
  expect([left, right, weights, vetoes].map(({ length }) => length)).toEqual([3000, 3000, 3000, 3000])
})

test('sorted by left, then right, whatever the order; joined in order', () => {
  const row = fc.tuple(fc.nat(20), fc.nat(20), fc.double({ noNaN: true }), fc.integer({ min: -1, max: 9 }))
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ([left, right]) => `${left} ${right}` }),
      fc.nat(),
      (rows, cut) => {
        const listOf = (some: readonly (typeof rows)[number][]) => {
          const list = new EdgeList()
          for (const [left, right, weight, veto] of some) list.push(left, right, weight, veto)
          return list.finish()
        }
        const at = rows.length === 0 ? 0 : cut % rows.length
        const sorted = sortEdges(joinEdges([listOf(rows.slice(at)), listOf(rows.slice(0, at))]))
        const twin = [...rows].sort((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(sorted).toEqual(listOf(twin))
      },
    ),
  )
})
