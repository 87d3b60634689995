import { describe, expect, test } from 'vitest'
import { madeName, madePhone } from '../../fixtures/field-types.ts'
import { clusterEdges } from '../cluster/cluster-edges.ts'
import { EdgeList } from '../data/edges.ts'
import { ProblemLog } from '../data/problems.ts'
import type { OutputTable } from '../data/records.ts'
import { customerIdOf } from '../merge/customer-id.ts'
import type { Model } from '../model/model.ts'
import { matchWeightOf } from '../model/model.ts'
import { defineSettings, type SettingsInput } from '../model/settings.ts'
import { arrangeRecords } from './arrange-records.ts'
import { buildResult } from './build-result.ts'
import { exclusiveColumns } from './exclusive-columns.ts'
import { inline } from './executor.ts'
import { createFindingPacker } from './findings.ts'
import { normalizeRecords } from './normalize-records.ts'
import { recogniseColumns } from './recognise-columns.ts'
import { startStopwatch } from './stopwatch.ts'
import { type RecordInput, toRecords } from './to-records.ts'
import { createWeigher, weighRecords } from './weigh-records.ts'

const types = [madeName, madePhone]
const levels = { different: { m: 0.2, u: 0.8 }, same: { m: 0.8, u: 0.2 } }
const model: Model = {
  version: 1,
  origin: 'made',
  prior: 0,
  sisterPrior: 6,
  comparisons: { name: { brand: levels, branch: levels }, phone: { number: levels } },
}

type MadeEdge = readonly [left: number, right: number, weight: number, veto?: number]

/** The end of a run: the edges are given, everything after them is real. */
function resultOf(
  rows: readonly RecordInput[],
  list: readonly MadeEdge[],
  input: SettingsInput = {},
): ReturnType<typeof buildResult> {
  const settings = defineSettings({ language: 'en', ...input })
  const records = toRecords(rows)
  const log = new ProblemLog()
  const arranged = arrangeRecords(records, recogniseColumns(records.table, types, {}), log)
  const normalized = normalizeRecords(arranged, types, settings, log, () => {})
  const weighed = weighRecords(normalized, model, new Set())
  const { comparer, weigh } = createWeigher(weighed)
  const finding = createFindingPacker(weighed.fields, comparer)
  const collected = new EdgeList(finding.width)
  for (const [left, right, weight, veto = -1] of list) {
    weigh(left, right)
    collected.push(left, right, weight, veto, finding.pack())
  }
  const edges = collected.finish()
  const merge = matchWeightOf(settings.thresholds.merge)
  const clustering = clusterEdges(edges, rows.length, {
    mergeWeight: merge,
    exclusives: exclusiveColumns(normalized, new Set()),
  })
  const none = new Float64Array(0)
  const scored = { edges, brought: { first: none, alone: none, edges: none } }
  const watch = startStopwatch()
  const decisions = { same: [], different: [] }
  const run = {
    records,
    settings,
    normalized,
    blocks: [],
    weighed,
    scored,
    clustering,
    decisions,
    log,
    watch,
  }
  return buildResult(run, inline)
}

const rowsOf = (table: OutputTable) =>
  [...table.rows()].map((cells) => Object.fromEntries(table.headings.map((name, i) => [name, cells[i]])))

const rows = [
  { id: '1', name: '恒通', phone: '466 6666', 来源: '营销', 等级: '甲' },
  { id: '2', name: '恒通煤业', phone: '', 来源: '财务', 等级: '' },
  { id: '3', name: '昌硕@一部', phone: '5555555', 来源: '财务', 等级: '乙' },
  { id: '4', name: '昌硕@二部', phone: '5555555', 来源: '财务', 等级: '乙' },
  { id: '5', name: '测试', phone: '', 来源: '营销', 等级: '' },
  { id: '6', name: '?', phone: '5555555', 来源: '营销', 等级: '' },
]
// Sources stand in the order of their texts: 营销 (1, 5, 6) before 财务 (2, 3, 4).
const [R1, R5, R6, R2, R3, R4] = [0, 1, 2, 3, 4, 5]
const first = customerIdOf('营销', '1')

describe('the tables of a run', async () => {
  const edges: MadeEdge[] = [
    [R1, R2, 9],
    [R2, R3, 1],
    [R3, R4, 20, 1],
  ]
  const result = await resultOf(rows, edges)

  test('every table says how many rows it has, each as wide as its headings, as often as it is read', () => {
    for (const name of ['customers', 'crosswalk', 'links', 'review', 'relations', 'junk'] as const) {
      const table = result[name]
      expect(table.name).toBe(name)
      const read = [...table.rows()]
      expect(read.length).toBe(table.rowCount)
      expect([...table.rows()]).toEqual(read)
      for (const cells of read) expect(cells.length).toBe(table.headings.length)
      expect(new Set(table.headings).size).toBe(table.headings.length)
    }
  })

  test('customers: one golden record each, in the order of their least records', () => {
    expect([result.customerCount, result.recordCount]).toEqual([3, 6])
    expect(rowsOf(result.customers)[0]).toEqual({
      customer_id: first,
      customer_name: '恒通煤业',
      id: '1',
      name: '恒通煤业',
      phone: '4666666',
      来源: '营销',
      等级: '甲',
      all_names: '恒通 | 恒通煤业',
      record_count: 2,
      sources: '营销 | 财务',
    })
    expect(rowsOf(result.customers).map(({ customer_name }) => customer_name)).toEqual([
      '恒通煤业',
      '昌硕@一部',
      '昌硕@二部',
    ])
  })

  test('crosswalk: every record once, junk without a customer', () => {
    const crosswalk = rowsOf(result.crosswalk)
    expect(crosswalk.map(({ record_id }) => record_id)).toEqual(['1', '5', '6', '2', '3', '4'])
    expect(crosswalk[0]).toEqual({ record_id: '1', source: '营销', customer_id: first, probability: 0.9911 })
    expect(crosswalk[3]).toMatchObject({ record_id: '2', source: '财务', customer_id: first })
    expect(crosswalk[1]).toMatchObject({ record_id: '5', customer_id: '', probability: '' })
    expect(crosswalk[4]).toMatchObject({ record_id: '3', probability: 1 })
  })

  test('links: the pairs that were merged, with their reason', () => {
    const [link] = rowsOf(result.links)
    expect(result.links.rowCount).toBe(1)
    expect(link).toMatchObject({
      customer_id: first,
      left_id: '1',
      right_id: '2',
      weight: 9,
      probability: 0.9911,
    })
    expect(link).toMatchObject({ left_source: '营销', left_name: '恒通', right_name: '恒通煤业' })
    expect(link.reason).toContain('differ: 恒通, 恒通煤业')
    expect(link.reason).toContain('phone: missing on one side')
  })

  test('review: what is likely and not sure', () => {
    expect(rowsOf(result.review)).toMatchObject([
      { why: 'likely, not sure', left_id: '2', right_id: '3', weight: 1 },
    ])
  })

  test('relations: what would be merged, were it not two', () => {
    const ids = ['3', '4'].map((id) => customerIdOf('财务', id))
    expect(rowsOf(result.relations)).toMatchObject([
      {
        relation: 'branch',
        left_customer_id: ids[0],
        right_customer_id: ids[1],
        left_id: '3',
        right_id: '4',
      },
    ])
  })

  test('junk: the records that name no customer, and why', () => {
    expect(rowsOf(result.junk)).toEqual([
      { record_id: '5', source: '营销', name: '测试', reason: 'a test' },
      { record_id: '6', source: '营销', name: '?', reason: 'name is unreadable' },
    ])
  })

  test('report: the same in figures', () => {
    const { report } = result
    expect(report).toMatchObject({
      records: 6,
      customers: 3,
      mergedCustomers: 1,
      largestCustomer: 2,
      links: 1,
      review: 1,
      relations: 1,
      junk: { rows: 2, reasons: { 'a test': 1, 'name is unreadable': 1 } },
      inputs: [{ name: 'records', rows: 6 }],
    })
    expect(report.problems.counts).toEqual({ 'unreadable-value': 1, 'repaired-value': 1 })
    expect(report.problems.examples).toContainEqual({
      code: 'repaired-value',
      file: 'records',
      row: 1,
      column: 'phone',
      value: '466 6666',
      detail: 'blanks taken out',
    })
    expect(report.columns).toContainEqual({ name: 'phone', role: 'phone', by: 'heading', distinct: 2 })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})

describe('what stands in each other’s way', () => {
  test('a merge that would put two branches together goes to review as a conflict', async () => {
    const result = await resultOf(rows, [
      [R3, R4, 9],
      [R2, R3, 10],
    ])
    expect(result.customerCount).toBe(3)
    expect(rowsOf(result.review)).toMatchObject([
      { why: 'alike, but a merge would contradict other values', left_id: '3', right_id: '4' },
    ])
  })

  test('a pair that other links brought together needs no review', async () => {
    const result = await resultOf(rows, [
      [R1, R2, 9],
      [R2, R3, 9],
      [R1, R3, 1],
    ])
    expect(result.review.rowCount).toBe(0)
    expect(result.links.rowCount).toBe(2)
  })

  test('a veto below the threshold shows no relation', async () => {
    expect((await resultOf(rows, [[R3, R4, 2, 1]])).relations.rowCount).toBe(0)
  })
})

test('names from the settings are junk too', async () => {
  const { junk } = await resultOf(rows, [], { junkNames: ['恒通'] })
  expect(rowsOf(junk)[0]).toEqual({
    record_id: '1',
    source: '营销',
    name: '恒通',
    reason: 'named in the settings',
  })
})

test('a column of the input that is called like one of ours keeps its cells under another heading', async () => {
  const { customers } = await resultOf([{ id: 1, name: '恒通', customer_id: 'K7', sources: 'x' }], [])
  expect(rowsOf(customers)[0]).toMatchObject({
    input_customer_id: 'K7',
    input_sources: 'x',
    sources: 'records',
  })
})

test('a field that several columns hold has a golden value of its own', async () => {
  const { customers } = await resultOf([{ id: 1, name: '恒通', phone: '12', phone2: '4666666' }], [])
  expect(rowsOf(customers)[0]).toMatchObject({ phone: '12', phone2: '4666666', golden_phone: '4666666' })
})

test('values that look like patterns stand in a reason as they are', async () => {
  const { links } = await resultOf(
    [
      { id: 1, name: '$&{right}' },
      { id: 2, name: '$1' },
    ],
    [[0, 1, 9]],
  )
  expect(rowsOf(links)[0].reason).toContain('differ: $&{right}, $1')
})

test('no records at all give empty tables', async () => {
  const result = await resultOf([], [])
  expect([result.customerCount, result.recordCount, result.crosswalk.rowCount]).toEqual([0, 0, 0])
})

test('junk rows are no customers, and link to none', async () => {
  const result = await resultOf(rows, [])
  const ids = rowsOf(result.crosswalk).map(({ customer_id }) => customer_id)
  expect([ids[R5], ids[R6]]).toEqual(['', ''])
  expect(new Set([ids[R1], ids[R2], ids[R3], ids[R4]]).size).toBe(4)
})
