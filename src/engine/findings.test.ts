import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEPARTMENTS } from '../../fixtures/run-cli.ts'
import { collectRows } from '../data/cells.ts'
import { readRecords } from '../files/read-records.ts'
import { dedupe } from './dedupe.ts'
import { inline } from './executor.ts'
import { createPairExplainer } from './explain-pairs.ts'
import { createRuleReader } from './findings.ts'
import type { ScoredPairs, ScoreJob } from './score-pairs.ts'

const FILES = ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) => join(DEPARTMENTS, name))

async function scoreDepartments(): Promise<{ job: ScoreJob; scored: ScoredPairs }> {
  const caught: { job: ScoreJob; scored: ScoredPairs }[] = []
  await dedupe(await readRecords(FILES), {
    executor: {
      ...inline,
      async scorePairs(job, onPairs) {
        const scored = await inline.scorePairs(job, onPairs)
        caught.push({ job, scored })
        return scored
      },
    },
  })
  return caught[0]
}

test('what was found of a pair when it was scored explains it as comparing it once more does', async () => {
  const { job, scored } = await scoreDepartments()
  const { edges } = scored
  expect(edges.count).toBeGreaterThan(500)
  for (const language of ['zh', 'en'] as const) {
    const { explain, explainEdge, writeReason } = createPairExplainer(job.weighed, language)
    for (let edge = 0; edge < edges.count; edge++) {
      const explained = explain(edges.left[edge], edges.right[edge])
      expect(explainEdge(edges, edge)).toEqual(explained)
      const cells = collectRows()
      writeReason(edges, edge, cells)
      cells.endRow()
      expect(cells.row()).toEqual([explained.reason])
    }
  }
})

test('the rules that bring an edge are known: the first of them is the one that brought it', async () => {
  const { job, scored } = await scoreDepartments()
  const { edges, brought } = scored
  const ruleCount = job.walk.items.length
  const { rules, read } = createRuleReader(job.weighed.fields, ruleCount)
  const [first, alone] = [new Float64Array(ruleCount), new Float64Array(ruleCount)]
  for (let edge = 0; edge < edges.count; edge++) {
    const count = read(edges, edge)
    const told = [...rules.subarray(0, count)]
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
    first[told[0]]++
    if (count === 1) alone[told[0]]++
  }
  expect(first).toEqual(brought.edges)
  for (let rule = 0; rule < ruleCount; rule++) {
    expect(alone[rule]).toBeLessThanOrEqual(brought.alone[rule])
    expect(brought.alone[rule]).toBeLessThanOrEqual(brought.first[rule])
  }
  expect(alone.some((pairs) => pairs > 0)).toBe(true)
})
