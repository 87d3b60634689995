import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEPARTMENTS } from '../../../fixtures/run-cli.ts'
import { readRecords } from '../../files/read-records.ts'
import { dedupe } from '../dedupe.ts'
import { inline } from '../executor.ts'
import type { ScoreJob } from '../score-pairs.ts'
import { createWeigher } from '../weigh-records.ts'
import { createSisterBound } from './sister-bound.ts'
import { createSisterOdds } from './sister-odds.ts'

const FILES = ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) => join(DEPARTMENTS, name))

async function scoreJob(): Promise<ScoreJob> {
  const jobs: ScoreJob[] = []
  await dedupe(await readRecords(FILES), {
    executor: {
      ...inline,
      scorePairs(job, onPairs) {
        jobs.push(job)
        return inline.scorePairs(job, onPairs)
      },
    },
  })
  return jobs[0]
}

test('no pair is likelier to be of sisters than glances say, and they tell some apart', async () => {
  const { weighed } = await scoreJob()
  const { odds, found } = createSisterOdds(weighed)
  const bound = createSisterBound(weighed)
  const { weigh, comparer } = createWeigher(weighed)
  const rowCount = weighed.rows.entries.length / weighed.rows.stride
  let [pairs, seen] = [0, 0]
  for (let left = 0; left < rowCount; left += 3) {
    for (let right = left + 1; right < Math.min(rowCount, left + 40); right++) {
      pairs++
      const most = bound(left, right)
      expect(odds(left, right)).toBeLessThanOrEqual(most)
      if (most < 0) seen++
      const { weight, veto } = found()
      expect(weight).toBe(weigh(left, right))
      expect(veto).toBe(comparer.veto())
    }
  }
  expect(pairs).toBeGreaterThan(5000)
  expect(seen).toBeGreaterThan(200)
})
