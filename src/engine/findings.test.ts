import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEPARTMENTS } from '../../fixtures/run-cli.ts'
import { collectRows } from '../data/cells.ts'
import { readRecords } from '../files/read-records.ts'
import type { Language } from '../model/field-type.ts'
import { dedupe } from './dedupe.ts'
import { SISTERS, tenthsOf } from './evidence.ts'
import { inline } from './executor.ts'
import { createPairExplainer, type PairExplanation } from './explain-pairs.ts'
import { createRuleReader } from './findings.ts'
import { joinScored, type ScoredPairs, type ScoreJob } from './score-pairs.ts'

const FILES = ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) => join(DEPARTMENTS, name))

async function scoreDepartments(): Promise<{ job: ScoreJob; scored: ScoredPairs }> {
  const caught: { job: ScoreJob; scored: ScoredPairs }[] = []
  await dedupe(await readRecords(FILES), {
    executor: {
      ...inline,
      async scorePairs(job, onPairs) {
        const scored = await inline.scorePairs(job, onPairs)
        caught.push({ job, scored: joinScored(scored) })
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
      expect(explained.reason).toBe(reasonOf(explained, language))
      const cells = collectRows()
      writeReason(edges, edge, cells)
      cells.endRow()
      expect(cells.row()).toEqual([explained.reason])
    }
  }
})

/** The slow twin of a reason: what is told of a pair, put in order and in words. */
function reasonOf({ evidence, sisters, relation }: PairExplanation, language: Language): string {
  const [open, close, separator] = language === 'zh' ? ['（', '）', '；'] : [' (', ')', '; ']
  const words =
    language === 'zh'
      ? { forbids: '不可合并', rare: '罕见 ', common: '常见 ' }
      : { forbids: 'forbids a merge', rare: 'rare ', common: 'common ' }
  const noted = ({ text, matchWeight, rarity, isVeto }: PairExplanation['evidence'][number]) => {
    const note = rarity >= 2 ? words.rare : rarity <= -2 ? words.common : ''
    const figure = `${matchWeight >= 0 ? '+' : '−'}${Math.abs(matchWeight).toFixed(1)}`
    return `${text}${open}${isVeto ? words.forbids : note + figure}${close}`
  }
  const missing = evidence.filter(({ level }) => level === 'missing')
  const doubt = {
    ...missing[0],
    text: SISTERS[language],
    level: '',
    matchWeight: sisters,
    rarity: 0,
    isVeto: false,
  }
  const told = [...evidence, ...(relation === '' ? [doubt] : [])]
    .filter(
      ({ level, matchWeight, isVeto }) => level !== 'missing' && (isVeto || Math.abs(matchWeight) >= 0.05),
    )
    .sort((a, b) => Number(b.isVeto) - Number(a.isVeto) || Math.abs(b.matchWeight) - Math.abs(a.matchWeight))
  return [...told.map(noted), ...missing.map(({ text }) => text)].join(separator)
}

test('tenths are those that toFixed shows, where a product would be rounded too', () => {
  const figures = fc.oneof(
    fc.double({ min: 0, max: 200, noNaN: true }),
    fc.integer({ min: 0, max: 4000 }).map((twentieths) => twentieths / 20),
    fc.integer({ min: 0, max: 4000 }).map((twentieths) => twentieths * 0.05),
  )
  fc.assert(
    fc.property(figures, (figure) => {
      expect((tenthsOf(figure) / 10).toFixed(1)).toBe(figure.toFixed(1))
    }),
    { numRuns: 2000 },
  )
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
