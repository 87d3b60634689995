import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EdgeList } from '../data/edges.ts'
import { bestOfEachLeft } from './best-links.ts'

type MadeEdge = readonly [left: number, right: number, weight: number, veto: number]

/** Rows 0, 2, 4 … are left, 1, 3, 5 … are right: an edge's lower row may be of either side. */
const ROWS = 10
const isLeft = Uint8Array.from({ length: ROWS }, (_, row) => (row % 2 === 0 ? 1 : 0))

function choose(list: readonly MadeEdge[], oneToOne: boolean, leastWeight = 0) {
  const edges = new EdgeList()
  for (const edge of list) edges.push(...edge)
  return bestOfEachLeft(edges.finish(), isLeft, { oneToOne, leastWeight })
}

function linksOf(list: readonly MadeEdge[], oneToOne: boolean) {
  return choose(list, oneToOne).map(({ leftRow, rightRow, weight }) => [leftRow, rightRow, weight])
}

const someEdges = fc.uniqueArray(
  fc
    .tuple(fc.nat(4), fc.nat(4), fc.constantFrom(1, 2, 3), fc.constantFrom(-1, -1, -1, 0))
    .map(([a, b, weight, veto]): MadeEdge => {
      const [left, right] = [2 * a, 2 * b + 1]
      return [Math.min(left, right), Math.max(left, right), weight, veto]
    }),
  { selector: ([left, right]) => left * ROWS + right },
)
const shuffled = someEdges.chain((edges) =>
  fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length })),
)

describe('bestOfEachLeft', () => {
  test('each left row has the strongest of its edges; equal ones go to the lower right row', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const expected = [0, 2, 4, 6, 8].flatMap((row) => {
          const own = edges
            .filter(([a, b, , veto]) => veto < 0 && (a === row || b === row))
            .map(([a, b, weight]) => [row, a === row ? b : a, weight])
            .sort((a, b) => b[2] - a[2] || a[1] - b[1])
          return own.slice(0, 1)
        })
        expect(linksOf(edges, false)).toEqual(expected)
      }),
    )
  })

  test('of right rows that fit equally well the shortest name comes first', () => {
    const edges = new EdgeList()
    for (const right of [1, 3, 5]) edges.push(0, right, right === 5 ? 2 : 7, -1)
    const lengths = [4, 12, 0, 9, 0, 5]
    const rules = { oneToOne: false, leastWeight: 0, lengthOf: (row: number) => lengths[row] }
    const [{ rightRow, alternatives }] = bestOfEachLeft(edges.finish(), isLeft, rules)
    expect(rightRow).toBe(3)
    expect(alternatives.map((other) => other.rightRow)).toEqual([1])
  })

  test('one to one: no row is linked twice, and no link left out would have been stronger for both', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const links = linksOf(edges, true)
        for (const side of [0, 1]) expect(new Set(links.map((link) => link[side])).size).toBe(links.length)
        const weightOf = (row: number) => links.find(([l, r]) => l === row || r === row)?.[2] ?? -Infinity
        for (const [a, b, weight, veto] of edges) {
          if (veto < 0) expect(Math.max(weightOf(a), weightOf(b))).toBeGreaterThanOrEqual(weight)
        }
      }),
    )
  })

  test('the order of edges does not matter', () => {
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([edges, others], oneToOne) => {
        expect(linksOf(others, oneToOne)).toEqual(linksOf(edges, oneToOne))
      }),
    )
  })

  test('one to one: who is pushed out takes the next best', () => {
    const edges: MadeEdge[] = [
      [0, 1, 9, -1],
      [1, 2, 8, -1],
      [2, 3, 5, -1],
    ]
    expect(linksOf(edges, false)).toEqual([
      [0, 1, 9],
      [2, 1, 8],
    ])
    expect(linksOf(edges, true)).toEqual([
      [0, 1, 9],
      [2, 3, 5],
    ])
  })

  test('what weighs too little is no link', () => {
    fc.assert(
      fc.property(someEdges, fc.boolean(), (edges, oneToOne) => {
        const strong = edges.filter(([, , weight]) => weight >= 2)
        expect(choose(edges, oneToOne, 2)).toEqual(choose(strong, oneToOne))
      }),
    )
  })

  test('the right rows that fit about as well come with the link, the best first', () => {
    const edges: MadeEdge[] = [
      [0, 1, 9, -1],
      [0, 3, 6, -1],
      [0, 5, 8, -1],
      [0, 7, 5.9, -1],
      [0, 9, 9, 0],
      [1, 2, 9.5, -1],
    ]
    expect(choose(edges, false)[0]).toEqual({
      leftRow: 0,
      rightRow: 1,
      weight: 9,
      alternatives: [
        { rightRow: 5, weight: 8 },
        { rightRow: 3, weight: 6 },
      ],
    })
    // One to one the best right row may be another's: it fits all the same, and is said.
    expect(choose(edges, true)[0]).toMatchObject({
      rightRow: 5,
      alternatives: [{ rightRow: 1 }, { rightRow: 3 }, { rightRow: 7 }],
    })
  })
})
