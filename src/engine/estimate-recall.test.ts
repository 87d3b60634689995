import { expect, test } from 'vitest'
import type { RuleBlocks } from '../block/build-blocks.ts'
import { EdgeList } from '../data/edges.ts'
import { estimateRecall } from './estimate-recall.ts'

/** A rule that brings some of the pairs (0, 1), (2, 3, () => true) …, each in a block of its own. */
function ruleOf(name: string, pairCount: number, brings: (pair: number) => boolean): RuleBlocks {
  const items: number[] = []
  const starts = [0]
  for (let row = 0; row < 2 * pairCount; row++) {
    if (brings(row >> 1)) items.push(row >> 1)
    starts.push(items.length)
  }
  const ofRow = { starts: Uint32Array.from(starts), items: Uint32Array.from(items) }
  const report = { rule: name, blocks: 0, pairs: 0, largest: 0, split: 0, capped: 0, cappedRows: 0 }
  return { name, blocks: { starts: Uint32Array.of(0), items: Uint32Array.of() }, ofRow, report }
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
  const rules = ['name.brand', 'phone.number', 'address.site'].map((name, i) =>
    ruleOf(name, PAIRS, (pair) => seen[i][pair]),
  )
  const found = Array.from({ length: PAIRS }, (_, pair) => pair).filter((pair) =>
    seen.some((one) => one[pair]),
  )
  const { recall, ...counts } = estimateRecall(rules, edgesOf(found), 3, () => true)
  expect(counts.found).toBe(found.length)
  expect(recall).toBeCloseTo(found.length / PAIRS, 1)
  expect(Math.abs((recall ?? 0) - found.length / PAIRS)).toBeLessThan(0.02)
})

test('two rules of one field are one look', () => {
  const rules = ['name.brand', 'name.sound + name.province', 'phone.number'].map((name, i) =>
    ruleOf(name, 100, (pair) => i < 2 || pair < 50),
  )
  const all = Array.from({ length: 100 }, (_, pair) => pair)
  expect(estimateRecall(rules, edgesOf(all), 3, () => true)).toMatchObject({
    found: 100,
    byOneField: 50,
    byTwoFields: 50,
  })
})

test('too few pairs, and pairs that are not sure, tell nothing', () => {
  const rules = ['name.brand', 'phone.number'].map((name) => ruleOf(name, 100, () => true))
  const all = Array.from({ length: 100 }, (_, pair) => pair)
  expect(estimateRecall(rules, edgesOf(all.slice(0, 29)), 3, () => true).recall).toBeUndefined()
  expect(estimateRecall(rules, edgesOf(all, 2), 3, () => true)).toMatchObject({ found: 0, recall: undefined })
  // One field alone has nobody to check it.
  expect(estimateRecall(rules.slice(1), edgesOf(all), 3, () => true).recall).toBeUndefined()
  expect(estimateRecall(rules, edgesOf(all), 3, (field) => field === 'name').recall).toBeUndefined()
  expect(estimateRecall(rules, edgesOf(all), 3, () => true).recall).toBe(1)
})
