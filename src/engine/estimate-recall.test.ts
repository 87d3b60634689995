import { expect, test } from 'vitest'
import { EdgeList, type Edges } from '../data/edges.ts'
import { estimateRecall } from './estimate-recall.ts'

interface Rule {
  readonly name: string
  /** Whether it brings the pair of the rows 2n and 2n + 1. */
  readonly brings: (pair: number) => boolean
}

function estimate(
  made: readonly Rule[],
  edges: Edges,
  mergeWeight: number,
  isHeld: (field: string) => boolean,
) {
  const rules = new Uint16Array(made.length)
  const read = ({ left }: Edges, edge: number) => {
    const bringing = made.flatMap(({ brings }, rule) => (brings(left[edge] / 2) ? [rule] : []))
    rules.set(bringing)
    return bringing.length
  }
  const names = made.map(({ name }) => name)
  return estimateRecall(names, edges, { rules, read }, mergeWeight, 2 * PAIRS, (field) => () => isHeld(field))
}

function edgesOf(pairs: readonly number[], weight = 10) {
  const edges = new EdgeList()
  for (const pair of pairs) edges.push(2 * pair, 2 * pair + 1, weight, -1)
  return edges.finish()
}

const PAIRS = 4000

test('fields that look for themselves tell how many pairs none of them has found', () => {
  let state = 1
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const seen = ['name', 'phone', 'address'].map(() => Array.from({ length: PAIRS }, () => chance() < 0.6))
  const rules = ['name.brand', 'phone.number', 'address.site'].map((name, i) => ({
    name,
    brings: (pair: number) => seen[i][pair],
  }))
  const found = Array.from({ length: PAIRS }, (_, pair) => pair).filter((pair) =>
    seen.some((one) => one[pair]),
  )
  const { recall, ...counts } = estimate(rules, edgesOf(found), 3, () => true)
  expect(counts.found).toBe(found.length)
  expect(recall).toBeCloseTo(found.length / PAIRS, 1)
  expect(Math.abs((recall ?? 0) - found.length / PAIRS)).toBeLessThan(0.02)
})

test('two rules of one field are one look', () => {
  const rules = ['name.brand', 'name.sound + name.province', 'phone.number'].map((name, i) => ({
    name,
    brings: (pair: number) => i < 2 || pair < 50,
  }))
  const all = Array.from({ length: 100 }, (_, pair) => pair)
  expect(estimate(rules, edgesOf(all), 3, () => true)).toMatchObject({
    found: 100,
    byOneField: 50,
    byTwoFields: 50,
  })
})

test('too few pairs, and pairs that are not sure, tell nothing', () => {
  const rules = ['name.brand', 'phone.number'].map((name) => ({ name, brings: () => true }))
  const all = Array.from({ length: 100 }, (_, pair) => pair)
  expect(estimate(rules, edgesOf(all.slice(0, 29)), 3, () => true).recall).toBeUndefined()
  expect(estimate(rules, edgesOf(all, 2), 3, () => true)).toMatchObject({ found: 0, recall: undefined })
  // One field alone has nobody to check it.
  expect(estimate(rules.slice(1), edgesOf(all), 3, () => true).recall).toBeUndefined()
  expect(estimate(rules, edgesOf(all), 3, (field) => field === 'name').recall).toBeUndefined()
  expect(estimate(rules, edgesOf(all), 3, () => true).recall).toBe(1)
})
