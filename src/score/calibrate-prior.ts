import { allocateFloat64 } from '../data/buffers.ts'
import type { Edges } from '../data/edges.ts'
import { shareOfOdds } from '../model/model.ts'

/** Records that stand behind the model's prior: with few at hand it holds, with many the data decide. */
const PRIOR_RECORDS = 1000
const ROUNDS = 30
const SETTLED = 0.01

/**
 * By how many bits the weights of all edges must shift so that the prior is what the data say. The prior is the number
 * of further records that a record's customer has on average; the edges' own probabilities, added up, are an estimate of
 * it, and shifting the prior shifts the probabilities: the two are brought together by turns (EM for the share of
 * matches, Fellegi and Sunter's λ). A register without duplicates so asks for more evidence than a messy list.
 * @param edges with their weights under the model's prior; those with a veto do not count.
 * @param prior log2 of the number of partners that the model expects.
 * @param sides 2 where a pair is a partner to both its records, 1 where only one side is to be linked.
 */
export function calibratePrior(edges: Edges, recordCount: number, prior: number, sides: 1 | 2): number {
  let shift = 0
  for (let round = 0; round < ROUNDS; round++) {
    let partners = 0
    for (let edge = 0; edge < edges.count; edge++) {
      if (edges.vetoes[edge] < 0) partners += shareOfOdds(edges.weights[edge] + shift)
    }
    const expected = (sides * partners + PRIOR_RECORDS * 2 ** prior) / (recordCount + PRIOR_RECORDS)
    // More partners than the model expects are big customers, not more reason to merge.
    const next = Math.min(0, Math.log2(expected) - prior)
    if (Math.abs(next - shift) < SETTLED) return next
    shift = next
  }
  return shift
}

/** The edges with their weights shifted. */
export function shiftEdges(edges: Edges, shift: number): Edges {
  const weights = allocateFloat64(edges.count)
  for (let edge = 0; edge < edges.count; edge++) weights[edge] = edges.weights[edge] + shift
  return { ...edges, weights }
}
