import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEPARTMENTS } from '../../fixtures/run-cli.ts'
import type { Records } from '../data/records.ts'
import { readRecords } from '../files/read-records.ts'
import { modelSchema } from '../model/model-schema.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { dedupe } from './dedupe.ts'
import { evaluate } from './evaluate-crosswalk.ts'
import { type TrainResult, train } from './train.ts'

let records: Records
let truth: Records
let byEm: TrainResult
let byLabels: TrainResult

beforeAll(async () => {
  records = await readRecords(
    ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) => join(DEPARTMENTS, name)),
  )
  truth = await readRecords(join(DEPARTMENTS, 'truth.csv'))
  byEm = await train(records)
  byLabels = await train(records, { labels: truth })
})

const comparisonOf = ({ report }: TrainResult, name: string) =>
  report.comparisons.find(({ comparison }) => comparison === name)

describe('train', () => {
  test('gives a model that may be saved, and keeps all that it does not learn', () => {
    for (const { model } of [byEm, byLabels]) {
      expect(modelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
      expect([model.prior, model.sisterPrior]).toEqual([shippedModel.prior, shippedModel.sisterPrior])
      expect(model.comparisons.companyName.branch).toEqual(shippedModel.comparisons.companyName.branch)
      expect(model.comparisons.companyName.wholeName).toEqual(shippedModel.comparisons.companyName.wholeName)
      expect(model.comparisons.website).toEqual(shippedModel.comparisons.website)
      expect(model.comparisons.phone.phone.same.s).toBe(shippedModel.comparisons.phone.phone.same.s)
    }
  })

  test('EM without labels finds about what labels say', () => {
    for (const name of ['phone', 'address', 'contact', 'brand', 'industry']) {
      const [em, labels] = [comparisonOf(byEm, name), comparisonOf(byLabels, name)]
      expect(em?.levels.some(({ keepsM }) => !keepsM)).toBe(true)
      em?.levels.forEach(({ level, m, keepsM }, i) => {
        const counted = labels?.levels[i]
        if (!keepsM && counted?.keepsM === false)
          expect([level, Math.abs(m - counted.m) < 0.15]).toEqual([level, true])
      })
    }
  })

  test('says of each session how it went; its own fields are held out', () => {
    const { sessions } = byEm.report
    const phone = sessions.find(({ rule }) => rule === 'phone.number')
    expect(phone).toMatchObject({ passedOver: '' })
    expect(phone?.matches).toBeGreaterThan(100)
    expect(phone?.matches).toBeLessThanOrEqual(phone?.pairs ?? 0)
    expect(sessions.find(({ rule }) => rule === 'email.domain')).toMatchObject({ passedOver: 'thin' })
    expect(byLabels.report.sessions).toEqual([])
    expect(byLabels.report.truePairs).toBeGreaterThan(500)
  })

  test('a level that few pairs reached keeps its figure, and that is said', () => {
    const email = comparisonOf(byLabels, 'email')
    expect(email?.truePairs).toBeLessThan(30)
    for (const { level, m, knownM, keepsM } of email?.levels ?? [])
      expect([level, keepsM, m]).toEqual([level, true, knownM])
    const phone = comparisonOf(byLabels, 'phone')?.levels.find(({ level }) => level === 'same')
    expect(phone).toMatchObject({ keepsM: false, knownM: shippedModel.comparisons.phone.phone.same.m })
  })

  test('an address in the same city is not turned into evidence for by counting', () => {
    const { address } = byEm.model.comparisons.address
    expect(address.sameCity.u).toBe(shippedModel.comparisons.address.address.sameCity.u)
  })

  test('what it made is good for: the refitted model merges about as well, on data that it saw', async () => {
    const f1Of = async (model: TrainResult['model']) => {
      const { crosswalk } = await dedupe(records, { model })
      const rows = [...crosswalk.rows()].map((row) =>
        Object.fromEntries(crosswalk.headings.map((name, i) => [name, row[i]])),
      )
      return evaluate(rows, truth).pairs.f1
    }
    const shipped = await f1Of(shippedModel)
    expect(await f1Of(byEm.model)).toBeGreaterThan(shipped - 0.02)
    expect(await f1Of(byLabels.model)).toBeGreaterThan(shipped - 0.02)
  })

  test('the same records in another order give the same model', async () => {
    const rows = ['山西恒通煤业', '太原昌硕贸易', '大同宏运物流', '江苏宏达纺织'].flatMap((name, i) =>
      Array.from({ length: 30 }, (_, j) => ({
        id: i * 30 + j,
        客户名称: `${name}${j % 3 === 0 ? '有限公司' : ''}`,
        电话: `1380000${1000 + i * 30 + (j % 7)}`,
      })),
    )
    const { model } = await train(rows)
    expect((await train([...rows].reverse())).model).toEqual(model)
  })

  test('too few records fall back on the model given, and say so', async () => {
    const few = [
      { id: 1, 客户名称: '山西恒通煤业', 电话: '0351-4666666' },
      { id: 2, 客户名称: '山西恒通煤业有限公司', 电话: '(0351)4666666' },
    ]
    for (const labels of [undefined, few.map(({ id }) => ({ id, customer: 'A' }))]) {
      const { model, report } = await train(few, labels ? { labels } : {})
      expect(model.comparisons).toEqual(shippedModel.comparisons)
      expect(
        report.comparisons.every(({ levels }) => levels.every(({ keepsM, keepsU }) => keepsM && keepsU)),
      ).toBe(true)
    }
  })

  test('labels of other records, or of none: one sentence', async () => {
    const one = [{ id: 1, 客户名称: '山西恒通煤业' }]
    await expect(train(one, { labels: [{ id: 7, customer: 'A' }] })).rejects.toThrow(
      'no record is in the list of labels (it has 7, the records 1)',
    )
    await expect(train(one, { labels: [{ id: 1 }] })).rejects.toThrow(
      /^the list of labels has no column of customers/,
    )
  })
})
