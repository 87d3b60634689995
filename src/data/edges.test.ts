import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseHeaviest, EdgeList, sortEdges } from './edges.ts'

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

test('sorted by left, then right, whatever the order and the lists', () => {
  const row = fc.tuple(fc.nat(20), fc.nat(20), fc.double({ noNaN: true }), fc.integer({ min: -1, max: 9 }))
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ([left, right]) => `${left} ${right}` }),
      fc.nat(),
      (rows, cut) => {
        const listOf = (some: readonly (typeof rows)[number][]) => {
          const list = new EdgeList(2)
          for (const [left, right, weight, veto] of some)
            list.push(left, right, weight, veto, Uint8Array.of(left, right))
          return list.finish()
        }
        const at = rows.length === 0 ? 0 : cut % rows.length
        const sorted = sortEdges([listOf(rows.slice(at)), listOf(rows.slice(0, at))])
        const twin = [...rows].sort((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(sorted).toEqual(listOf(twin))
      },
    ),
  )
})

test('the heaviest first as by comparing them, zeros of both signs and infinities too', () => {
  const weight = fc.oneof(
    fc.double({ noNaN: true }),
    fc.constantFrom(0, -0, 1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  )
  // Enough of them that digits are counted, and few.
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.nat(9), weight), { maxLength: 60 }),
      fc.constantFrom(1, 60),
      fc.boolean(),
      (rows, times, isSorted) => {
        const list = new EdgeList()
        for (let i = 0; i < times; i++) for (const [a, b, w] of rows) list.push(a, b, w, -1)
        const edges = isSorted ? sortEdges([list.finish()]) : list.finish()
        const { left, right, weights } = edges
        const isChosen = (edge: number) => left[edge] !== 3
        const twin = Array.from(left.keys())
          .filter(isChosen)
          .sort((a, b) =>
            weights[a] === weights[b]
              ? left[a] - left[b] || right[a] - right[b]
              : weights[b] > weights[a]
                ? 1
                : -1,
          )
        expect([...chooseHeaviest(edges, isChosen)]).toEqual(twin)
      },
    ),
  )
})
