import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDisjointSets, findRoot, leastMembers, uniteRoots } from './union-find.ts'

const rowCount = 24
const someUnions = fc.array(fc.tuple(fc.nat(rowCount - 1), fc.nat(rowCount - 1)), { maxLength: 40 })

/** The slow twin: every union relabels all rows of the second set. */
function labelNaively(unions: readonly (readonly [number, number])[]): number[] {
  const labels = Array.from({ length: rowCount }, (_, row) => row)
  for (const [a, b] of unions) {
    const [keep, drop] = [labels[a], labels[b]]
    for (let row = 0; row < rowCount; row++) if (labels[row] === drop) labels[row] = keep
  }
  return labels
}

test('joins what naive sets join, and counts their rows', () => {
  fc.assert(
    fc.property(someUnions, (unions) => {
      const sets = createDisjointSets(rowCount)
      for (const [a, b] of unions) {
        const root = uniteRoots(sets, findRoot(sets, a), findRoot(sets, b))
        expect(findRoot(sets, a)).toBe(root)
        expect(findRoot(sets, b)).toBe(root)
      }
      const labels = labelNaively(unions)
      const least = labels.map((label) => labels.indexOf(label))
      expect([...leastMembers(sets)]).toEqual(least)
      for (let row = 0; row < rowCount; row++) {
        const size = labels.filter((label) => label === labels[row]).length
        expect(sets.sizes[findRoot(sets, row)]).toBe(size)
      }
    }),
  )
})

test('a long chain does not deepen without bound', () => {
  const sets = createDisjointSets(1 << 16)
  for (let row = 1; row < 1 << 16; row++) uniteRoots(sets, findRoot(sets, row - 1), findRoot(sets, row))
  const depthOf = (row: number): number => (sets.parents[row] === row ? 0 : 1 + depthOf(sets.parents[row]))
  expect(Math.max(...[0, 1, 777, 65_535].map(depthOf))).toBeLessThanOrEqual(16)
})
