import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEPARTMENTS } from '../../fixtures/run-cli.ts'
import type { RuleBlocks } from '../block/build-blocks.ts'
import type { Edges } from '../data/edges.ts'
import { ProblemLog } from '../data/problems.ts'
import { cellText } from '../data/table.ts'
import { fieldTypes } from '../fields/index.ts'
import { readRecords } from '../files/read-records.ts'
import { type Model, matchWeightOf } from '../model/model.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { arrangeRecords } from './arrange-records.ts'
import { checkModel, ModelError } from './check-model.ts'
import { dedupe } from './dedupe.ts'
import { type Executor, inline } from './executor.ts'
import { recogniseColumns } from './recognise-columns.ts'
import { createBlockScorer, type ScoredPair } from './score-blocks.ts'
import { joinScored } from './score-pairs.ts'
import type { RecordInput } from './to-records.ts'

const FILES = ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) => join(DEPARTMENTS, name))

/** What the run in one process did with the departments: its blocks, its edges, and the rows of the records by number. */
interface Run {
  readonly blocks: readonly RuleBlocks[]
  readonly edges: Edges
  readonly rows: readonly RecordInput[]
  readonly model: Model
  readonly review: number
}
let run: Run

async function runInProcess(): Promise<Run> {
  const caught: { blocks: readonly RuleBlocks[]; edges: Edges | undefined } = { blocks: [], edges: undefined }
  const executor: Executor = {
    ...inline,
    async buildBlocks(job, onRule) {
      const blocks = await inline.buildBlocks(job, onRule)
      caught.blocks = blocks
      return blocks
    },
    async scorePairs(job, onPairs) {
      const pairs = await inline.scorePairs(job, onPairs)
      caught.edges = joinScored(pairs).edges
      return pairs
    },
  }
  const records = await readRecords(FILES)
  const { modelOfData, report } = await dedupe(records, { executor })
  const uses = recogniseColumns(records.table, fieldTypes, {})
  const { table, source, recordId } = arrangeRecords(records, uses, new ProblemLog())
  const rows = Array.from({ length: table.rowCount }, (_, row) => ({
    ...Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
    record_id: cellText(recordId, row),
    source: cellText(source, row),
  }))
  if (caught.edges === undefined) throw new Error('nothing was scored')
  return {
    blocks: caught.blocks,
    edges: caught.edges,
    rows,
    model: checkModel(JSON.parse(JSON.stringify(modelOfData()))),
    review: matchWeightOf(report.settings.thresholds.review),
  }
}

/** The records of all blocks, block by block. */
function recordsOfBlocks({ blocks, rows }: Run): RecordInput[] {
  return blocks.flatMap(({ name, blocks: { starts, items } }) =>
    Array.from({ length: starts.length - 1 }, (_, block) => block).flatMap((block) =>
      Array.from(items.subarray(starts[block], starts[block + 1]), (row) => ({
        block: `${name} ${block}`,
        ...rows[row],
      })),
    ),
  )
}

const pairKey = (...sides: readonly string[]) => sides.join(' ')

beforeAll(async () => {
  run = await runInProcess()
})

describe('blocks scored by themselves', () => {
  test('give every pair of the run in one process, with its weight to the last bit', () => {
    const { edges, rows, model, review } = run
    const shift = model.data?.priorShift ?? Number.NaN
    const wanted = new Map<string, number>()
    for (let edge = 0; edge < edges.count; edge++) {
      const [left, right] = [rows[edges.left[edge]], rows[edges.right[edge]]]
      const weight = edges.weights[edge] + shift
      if (weight < review) continue
      wanted.set(
        pairKey(String(left.source), String(left.record_id), String(right.source), String(right.record_id)),
        weight,
      )
    }
    expect(wanted.size).toBeGreaterThan(300)
    const found = new Map<string, number>()
    for (const pair of createBlockScorer(model).score(recordsOfBlocks(run))) {
      const key = pairKey(pair.left_source, pair.left_id, pair.right_source, pair.right_id)
      expect(found.get(key) ?? pair.weight).toBe(pair.weight)
      found.set(key, pair.weight)
    }
    // Blocks of an anchor are for its pairs alone: by themselves they bring pairs besides.
    for (const [key, weight] of wanted) expect([key, found.get(key)]).toEqual([key, weight])
  })

  test('block by block or all at once, in any order of rows, they are the same', () => {
    const scorer = createBlockScorer(run.model)
    const records = recordsOfBlocks(run).slice(0, 600)
    const whole = scorer.score(records)
    const apart = [...new Set(records.map(({ block }) => block))].flatMap((block) =>
      scorer.score(records.filter((record) => record.block === block).toReversed()),
    )
    expect(apart).toEqual(whole)
    expect(whole.length).toBeGreaterThan(50)
  })
})

describe('what a block needs', () => {
  const rows = [
    { id: 1, 客户名称: '山西恒通煤业有限公司', 电话: '0351-4666666' },
    { id: 2, 客户名称: '山西恒通煤业', 电话: '(0351) 4666666' },
    { id: 3, 客户名称: '太原昌硕贸易有限公司', 电话: '13800001111' },
    { id: 4, 客户名称: '山西恒通煤业有限公司大同分公司', 电话: '0351-4666666' },
    { id: 5, 客户名称: '测试' },
  ]
  const inBlock = (block: string, ...ids: readonly number[]) => ids.map((id) => ({ block, ...rows[id - 1] }))
  const model = async () => (await dedupe(rows)).modelOfData()
  const told = ({ block, left_id, right_id, verdict }: ScoredPair) => [block, left_id, right_id, verdict]

  test('pairs stay within a block, junk and a record met twice make none, a branch stands apart', async () => {
    const { score } = createBlockScorer(await model())
    expect(score([...inBlock('a', 1, 2, 5, 1), ...inBlock('b', 3), ...inBlock('c', 4, 1)]).map(told)).toEqual(
      [
        ['a', '1', '2', 'merge'],
        ['a', '1', '2', 'merge'],
        ['c', '1', '4', 'apart'],
      ],
    )
  })

  test('no rows, one row, rows of junk alone', async () => {
    const { score } = createBlockScorer(await model())
    expect(score([])).toEqual([])
    expect(score(inBlock('a', 1))).toEqual([])
    expect(score(inBlock('a', 5, 5))).toEqual([])
  })

  test('columns are taken for what they were in the data, whatever they look like here', async () => {
    const { score } = createBlockScorer(await model())
    const strange = inBlock('a', 1, 2).map((row) => ({ 单位名称: '昌硕', ...row }))
    expect(score(strange)).toEqual(score(inBlock('a', 1, 2)))
  })

  test('a model without statistics is refused', () => {
    expect(() => createBlockScorer(shippedModel)).toThrow(ModelError)
    expect(() => createBlockScorer(shippedModel)).toThrow(/--save-model/)
  })

  test('settings of the run hold: branches that are merged are', async () => {
    const merged = (await dedupe(rows, { settings: { branches: 'merge' } })).modelOfData()
    expect(
      createBlockScorer(merged)
        .score(inBlock('c', 4, 1))
        .map(told),
    ).toEqual([['c', '1', '4', 'merge']])
  })
})
