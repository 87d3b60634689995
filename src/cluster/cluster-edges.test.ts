import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EdgeList, type Edges } from '../data/edges.ts'
import { leastMembers } from '../data/union-find.ts'
import {
  type ClusterRules,
  clusterEdges,
  EDGE_AMBIGUOUS,
  EDGE_BELOW_MERGE,
  EDGE_DECIDED,
  EDGE_IN_CONFLICT,
  EDGE_KEPT,
  EDGE_UNFIT,
} from './cluster-edges.ts'

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
  const somePairs = fc.array(
    fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1)).filter(([a, b]) => a !== b),
    { maxLength: 6 },
  )

  test('what people decided holds through any chain, against edges and exclusive values', () => {
    fc.assert(
      fc.property(someEdges, someExclusives, somePairs, somePairs, (edges, exclusives, same, different) => {
        const decisions = { same, different }
        const { sets } = clusterEdges(edgesOf(edges), ROWS, { mergeWeight: MERGE, exclusives, decisions })
        const least = leastMembers(sets)
        for (const [left, right] of different) expect(least[left]).not.toBe(least[right])
        if (different.length > 0) return
        for (const [left, right] of same) expect(least[left]).toBe(least[right])
      }),
    )
  })

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

describe('with the weight of any two rows at hand', () => {
  type PairWeight = readonly [left: number, right: number, weight: number]

  /** The weights of some pairs; any other weighs `otherwise`. Asking for a pair the wrong way round is a mistake. */
  function rulesOf(pairs: readonly PairWeight[], otherwise: number): ClusterRules {
    const weights = new Map(pairs.map(([left, right, weight]) => [`${left} ${right}`, weight]))
    return {
      mergeWeight: MERGE,
      exclusives: [],
      weightOf(left, right) {
        expect(left).toBeLessThan(right)
        return weights.get(`${left} ${right}`) ?? otherwise
      },
    }
  }
  const fatesOf = (list: readonly MadeEdge[], rules: ClusterRules, rows = 6) => [
    ...clusterEdges(edgesOf(list), rows, rules).fates,
  ]

  /** Two customers of two records each, and a weak edge between them. */
  const twoAndTwo: readonly MadeEdge[] = [
    [0, 1, 20, -1],
    [2, 3, 20, -1],
    [1, 2, 6, -1],
  ]

  test('a weak edge between customers whose other members do not fit is cut', () => {
    expect(fatesOf(twoAndTwo, rulesOf([], -8))).toEqual([EDGE_KEPT, EDGE_KEPT, EDGE_UNFIT])
    expect(fatesOf(twoAndTwo, rulesOf([], 5))).toEqual([EDGE_KEPT, EDGE_KEPT, EDGE_KEPT])
  })

  test('a strong edge speaks for itself, and so does any between single records', () => {
    const strong = twoAndTwo.map((edge): MadeEdge => (edge[2] === 6 ? [1, 2, MERGE + 12, -1] : edge))
    expect(fatesOf(strong, rulesOf([], -50))).toEqual([EDGE_KEPT, EDGE_KEPT, EDGE_KEPT])
    expect(fatesOf([[0, 1, MERGE, -1]], rulesOf([], -50))).toEqual([EDGE_KEPT])
  })

  test('no single pair of members silences the others', () => {
    // Three pairs across beside the edge; one of them is impossible, the others fit.
    const mixed: readonly PairWeight[] = [
      [0, 2, -1000],
      [0, 3, 9],
      [1, 3, 9],
    ]
    expect(fatesOf(twoAndTwo, rulesOf(mixed, 0))[2]).toBe(EDGE_KEPT)
  })

  const fork: readonly MadeEdge[] = [
    [0, 1, 8, -1],
    [0, 2, 7, -1],
  ]

  test('once a person has told it apart from one of the two it joins the other', () => {
    const decisions = { same: [], different: [[0, 1] as const] }
    expect(fatesOf(fork, { ...rulesOf([], -5), decisions })).toEqual([EDGE_DECIDED, EDGE_KEPT])
  })

  test('a record that fits two that have nothing in common joins neither', () => {
    expect(fatesOf(fork, rulesOf([], -5))).toEqual([EDGE_AMBIGUOUS, EDGE_AMBIGUOUS])
  })

  test('it joins both where they may be one, the better where it is clearly better, whichever where it is sure', () => {
    expect(fatesOf(fork, rulesOf([], 1))).toEqual([EDGE_KEPT, EDGE_KEPT])
    const clear: readonly MadeEdge[] = [
      [0, 1, 11, -1],
      [0, 2, 7, -1],
    ]
    expect(fatesOf(clear, rulesOf([], -50))[0]).toBe(EDGE_KEPT)
    const sure: readonly MadeEdge[] = [
      [0, 1, MERGE + 12, -1],
      [0, 2, MERGE + 11, -1],
    ]
    expect(fatesOf(sure, rulesOf([], -50))[0]).toBe(EDGE_KEPT)
  })

  test('a rival that is forbidden, or below what merges, is none', () => {
    const forbidden: readonly MadeEdge[] = [
      [0, 1, 8, -1],
      [0, 2, 8, 3],
    ]
    expect(fatesOf(forbidden, rulesOf([], -5))).toEqual([EDGE_KEPT, EDGE_BELOW_MERGE])
    const weak: readonly MadeEdge[] = [
      [0, 1, 8, -1],
      [0, 2, 4.5, -1],
    ]
    expect(fatesOf(weak, rulesOf([], -5))[0]).toBe(EDGE_KEPT)
  })

  const table = fc.array(fc.constantFrom(-30, -6, -1, 1, 6, 30), {
    minLength: ROWS * ROWS,
    maxLength: ROWS * ROWS,
  })
  const wide = fc.constantFrom(4, 5, 6.5, 9.5, 30)
  const reweighed = fc
    .tuple(someEdges, fc.array(wide, { minLength: 40, maxLength: 40 }))
    .map(([edges, weights]) =>
      edges.map(([left, right, , veto], i): MadeEdge => [left, right, weights[i], veto]),
    )

  test('the order of edges does not matter, exclusive values stay apart, every edge has its fate', () => {
    const shuffled = reweighed.chain((edges) =>
      fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length })),
    )
    fc.assert(
      fc.property(shuffled, someExclusives, table, ([edges, others], exclusives, weights) => {
        const rules = {
          mergeWeight: MERGE,
          exclusives,
          weightOf: (left: number, right: number) => weights[left * ROWS + right],
        }
        const one = clusterEdges(edgesOf(edges), ROWS, rules)
        const two = clusterEdges(edgesOf(others), ROWS, rules)
        const least = leastMembers(one.sets)
        expect(leastMembers(two.sets)).toEqual(least)
        expect([...two.fates]).toEqual(others.map((edge) => one.fates[edges.indexOf(edge)]))
        edges.forEach(([left, right, , veto], edge) => {
          if (veto >= 0) expect(one.fates[edge]).toBe(EDGE_BELOW_MERGE)
          else if (one.fates[edge] === EDGE_KEPT) expect(least[left]).toBe(least[right])
        })
        for (const codes of exclusives) {
          const held = new Map<number, number>()
          codes.forEach((code, row) => {
            if (code === 0) return
            expect(held.get(least[row]) ?? code).toBe(code)
            held.set(least[row], code)
          })
        }
      }),
    )
  })

  test('being heard never brings rows together that the edges alone keep apart', () => {
    fc.assert(
      fc.property(reweighed, table, (edges, weights) => {
        const bare = leastMembers(
          clusterEdges(edgesOf(edges), ROWS, { mergeWeight: MERGE, exclusives: [] }).sets,
        )
        const heard = leastMembers(
          clusterEdges(edgesOf(edges), ROWS, {
            mergeWeight: MERGE,
            exclusives: [],
            weightOf: (left, right) => weights[left * ROWS + right],
          }).sets,
        )
        for (let row = 0; row < ROWS; row++) expect(bare[row]).toBe(bare[heard[row]])
      }),
    )
  })
})
