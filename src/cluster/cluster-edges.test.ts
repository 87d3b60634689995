import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EdgeList, type Edges } from '../data/edges.ts'
import { leastMembers } from '../data/union-find.ts'
import { clusterEdges, EDGE_BELOW_MERGE, EDGE_IN_CONFLICT, EDGE_KEPT } from './cluster-edges.ts'

const ROWS = 16
const MERGE = 4

type MadeEdge = readonly [left: number, right: number, weight: number, veto: number]

function edgesOf(list: readonly MadeEdge[]): Edges {
  const edges = new EdgeList()
  for (const edge of list) edges.push(...edge)
  return edges.finish()
}

/** Edges of distinct pairs; few weights, so that many are equal. */
const someEdges = fc.uniqueArray(
  fc
    .tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1), fc.constantFrom(2, 4, 5, 9.5), fc.constantFrom(-1, -1, -1, 3))
    .filter(([a, b]) => a !== b)
    .map(([a, b, weight, veto]): MadeEdge => [Math.min(a, b), Math.max(a, b), weight, veto]),
  { selector: ([left, right]) => left * ROWS + right, maxLength: 40 },
)
const exclusive = fc
  .array(fc.constantFrom(0, 0, 1, 2, 3), { minLength: ROWS, maxLength: ROWS })
  .map((codes) => Uint32Array.from(codes))
const someExclusives = fc.array(exclusive, { maxLength: 3 })

/** The slow twin where nothing is exclusive: what can be reached along edges that count. */
function leastReached(edges: readonly MadeEdge[]): number[] {
  const counting = edges.filter(([, , weight, veto]) => weight >= MERGE && veto < 0)
  const least = Array.from({ length: ROWS }, (_, row) => row)
  for (let round = 0; round < ROWS; round++) {
    for (const [left, right] of counting) least[left] = least[right] = Math.min(least[left], least[right])
  }
  return least
}

describe('clusterEdges', () => {
  test('without exclusive values the customers are the connected components', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const { sets, fates } = clusterEdges(edgesOf(edges), ROWS, { mergeWeight: MERGE, exclusives: [] })
        expect([...leastMembers(sets)]).toEqual(leastReached(edges))
        const expected = edges.map(([, , weight, veto]) => {
          return weight >= MERGE && veto < 0 ? EDGE_KEPT : EDGE_BELOW_MERGE
        })
        expect([...fates]).toEqual(expected)
      }),
    )
  })

  test('two different exclusive values never meet in a customer, whatever chain leads there', () => {
    fc.assert(
      fc.property(someEdges, someExclusives, (edges, exclusives) => {
        const least = leastMembers(
          clusterEdges(edgesOf(edges), ROWS, { mergeWeight: MERGE, exclusives }).sets,
        )
        for (const codes of exclusives) {
          for (let a = 0; a < ROWS; a++) {
            for (let b = 0; b < a; b++) {
              if (least[a] !== least[b] || codes[a] === 0 || codes[b] === 0) continue
              expect(codes[a]).toBe(codes[b])
            }
          }
        }
      }),
    )
  })

  test('the order of edges does not matter', () => {
    const shuffled = someEdges.chain((edges) =>
      fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length })),
    )
    fc.assert(
      fc.property(shuffled, someExclusives, ([edges, others], exclusives) => {
        const one = clusterEdges(edgesOf(edges), ROWS, { mergeWeight: MERGE, exclusives })
        const two = clusterEdges(edgesOf(others), ROWS, { mergeWeight: MERGE, exclusives })
        expect(leastMembers(two.sets)).toEqual(leastMembers(one.sets))
        expect(others.map((edge) => two.fates[others.indexOf(edge)])).toEqual(
          others.map((edge) => one.fates[edges.indexOf(edge)]),
        )
      }),
    )
  })

  test('an edge is kept exactly when it counts and its rows are together', () => {
    fc.assert(
      fc.property(someEdges, someExclusives, (edges, exclusives) => {
        const { sets, fates } = clusterEdges(edgesOf(edges), ROWS, { mergeWeight: MERGE, exclusives })
        const least = leastMembers(sets)
        edges.forEach(([left, right, weight, veto], edge) => {
          const counts = weight >= MERGE && veto < 0
          const fate = !counts
            ? EDGE_BELOW_MERGE
            : least[left] === least[right]
              ? EDGE_KEPT
              : EDGE_IN_CONFLICT
          expect(fates[edge]).toBe(fate)
        })
      }),
    )
  })

  test('what was given is not written to', () => {
    const exclusives = [Uint32Array.of(0, 7, 0)]
    clusterEdges(
      edgesOf([
        [0, 1, 9, -1],
        [1, 2, 9, -1],
      ]),
      3,
      { mergeWeight: MERGE, exclusives },
    )
    expect([...exclusives[0]]).toEqual([0, 7, 0])
  })

  test('the stronger edge decides to whom a row without a value goes', () => {
    const exclusives = [Uint32Array.of(1, 0, 2)]
    const weak: MadeEdge = [0, 1, 5, -1]
    const strong: MadeEdge = [1, 2, 6, -1]
    const { sets, fates } = clusterEdges(edgesOf([weak, strong]), 3, { mergeWeight: MERGE, exclusives })
    expect([...leastMembers(sets)]).toEqual([0, 1, 1])
    expect([...fates]).toEqual([EDGE_IN_CONFLICT, EDGE_KEPT])
  })
})
