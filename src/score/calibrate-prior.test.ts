import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EdgeList, type Edges } from '../data/edges.ts'
import { shareOfOdds } from '../model/model.ts'
import { calibratePrior, shiftEdges } from './calibrate-prior.ts'

function edgesOf(weights: readonly number[], veto = -1): Edges {
  const edges = new EdgeList()
  weights.forEach((weight, row) => {
    edges.push(row, row + 1, weight, veto)
  })
  return edges.finish()
}

/** How far the partners that the edges promise, once shifted, are from the prior that the shift stands for. */
function excess(weights: readonly number[], records: number, prior: number, sides: number, shift: number) {
  const partners = weights.reduce((sum, weight) => sum + shareOfOdds(weight + shift), 0)
  const expected = (sides * partners + 1000 * 2 ** prior) / (records + 1000)
  return Math.min(0, Math.log2(expected) - prior) - shift
}

/** The slow twin: the one shift at which nothing is left over, by halving. */
function halve(weights: readonly number[], records: number, prior: number, sides: number): number {
  let [low, high] = [-80, 0]
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2
    if (excess(weights, records, prior, sides, middle) > 0) low = middle
    else high = middle
  }
  return high
}

const weights = fc.array(fc.double({ min: -5, max: 40, noNaN: true }), { maxLength: 60 })
const records = fc.integer({ min: 0, max: 2_000_000 })
const prior = fc.double({ min: 0, max: 4, noNaN: true })
const sides = fc.constantFrom(1 as const, 2 as const)

describe('calibratePrior', () => {
  test('is where the prior and the probabilities of the edges agree', () => {
    fc.assert(
      fc.property(weights, records, prior, sides, (list, count, bits, of) => {
        const shift = calibratePrior(edgesOf(list), count, bits, of)
        expect(Math.abs(shift - halve(list, count, bits, of))).toBeLessThan(0.011)
      }),
    )
  })

  test('never makes a merge easier', () => {
    fc.assert(
      fc.property(weights, records, prior, sides, (list, count, bits, of) => {
        expect(calibratePrior(edgesOf(list), count, bits, of)).toBeLessThanOrEqual(0)
      }),
    )
    const manyPartners = Array.from({ length: 5000 }, () => 30)
    expect(calibratePrior(edgesOf(manyPartners), 100, 2, 2)).toBe(0)
  })

  test('few records keep the prior of the model, many without partners lose it', () => {
    expect(calibratePrior(edgesOf([]), 2, 2, 2)).toBeGreaterThan(-0.01)
    expect(calibratePrior(edgesOf([]), 1000, 2, 2)).toBeCloseTo(-1, 9)
    expect(calibratePrior(edgesOf([]), 1_000_000, 2, 2)).toBeLessThan(-9)
  })

  test('a list of which every record has a partner shifts less than a register', () => {
    const partners = Array.from({ length: 50_000 }, () => 15)
    const messy = calibratePrior(edgesOf(partners), 100_000, 2, 2)
    // One partner each, where the model expects four: two bits.
    expect(messy).toBeCloseTo(-2, 0)
    expect(calibratePrior(edgesOf(partners.slice(0, 50)), 100_000, 2, 2)).toBeLessThan(messy - 3)
  })

  test('an edge that is forbidden promises no partner', () => {
    fc.assert(
      fc.property(weights, weights, records, (list, forbidden, count) => {
        const edges = new EdgeList()
        for (const weight of list) edges.push(0, 1, weight, -1)
        for (const weight of forbidden) edges.push(0, 1, weight, 0)
        expect(calibratePrior(edges.finish(), count, 2, 2)).toBe(calibratePrior(edgesOf(list), count, 2, 2))
      }),
    )
  })
})

test('shiftEdges moves the weights, and writes to nothing', () => {
  const edges = edgesOf([1, -2.5, 30])
  expect([...shiftEdges(edges, -1.5).weights]).toEqual([-0.5, -4, 28.5])
  expect([...edges.weights]).toEqual([1, -2.5, 30])
  expect(shiftEdges(edges, 0)).toEqual(edges)
})
