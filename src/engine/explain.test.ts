import { describe, expect, test } from 'vitest'
import { matchWeightOf } from '../model/model.ts'
import { dedupe } from './dedupe.ts'
import { explain } from './explain.ts'
import { NoNameColumnError } from './recognise-columns.ts'

const ours = { 客户名称: '山西恒通煤业有限公司', 电话: '0351-4666666', 联系人: '张三' }

describe('the verdict', () => {
  test.each([
    ['the same firm, typed otherwise', { 客户名称: '山西恒通煤业', 电话: '(0351)4666666' }, 'merge'],
    ['another firm', { 客户名称: '江苏宏达纺织有限公司', 电话: '0512-67000001' }, 'apart'],
    ['its branch', { 客户名称: '山西恒通煤业有限公司太原分公司', 电话: '0351-4666666' }, 'apart'],
    ['a walk-in customer', { 客户名称: '散客', 电话: '0351-4666666' }, 'apart'],
  ])('%s: %j', (_, other, verdict) => {
    expect(explain(ours, other).verdict).toBe(verdict)
    expect(explain(other, ours).verdict).toBe(verdict)
  })

  test('follows the thresholds', () => {
    const other = { 客户名称: '山西恒通煤业', 电话: '(0351)4666666' }
    const { matchWeight, probability } = explain(ours, other)
    const thresholds = (merge: number, review: number) => ({ settings: { thresholds: { merge, review } } })
    const above = (1 + probability) / 2
    expect(matchWeightOf(probability)).toBeCloseTo(matchWeight, 3)
    expect(explain(ours, other, thresholds(above, 0.5)).verdict).toBe('review')
    expect(explain(ours, other, thresholds(above, above)).verdict).toBe('apart')
  })

  test('of a branch follows the settings', () => {
    const branch = { 客户名称: '山西恒通煤业有限公司太原分公司', 电话: '0351-4666666' }
    expect(explain(ours, branch)).toMatchObject({ relation: 'branch' })
    expect(explain(ours, branch).reason).toContain('不可合并')
    expect(explain(ours, branch, { settings: { branches: 'merge' } }).verdict).toBe('merge')
  })
})

describe('the evidence', () => {
  const other = { 客户名称: '山西恒通煤业', 电话: '03514666666' }

  test('adds up to the match weight, with the prior', () => {
    const { matchWeight, evidence } = explain(ours, other)
    const { matchWeight: bare, evidence: none } = explain({ 客户名称: '？' }, { 客户名称: '？' })
    expect(none).toEqual([])
    const sum = evidence.reduce((total, step) => total + step.matchWeight, bare)
    expect(matchWeight).toBeCloseTo(sum, 6)
  })

  test('names the values compared, and what is missing on one side', () => {
    const { evidence, reason } = explain(ours, other)
    expect(evidence).toContainEqual(
      expect.objectContaining({
        field: 'companyName',
        comparison: 'brand',
        level: 'same',
        left: '恒通',
        right: '恒通',
      }),
    )
    expect(evidence).toContainEqual(
      expect.objectContaining({ field: 'contact', level: 'missing', matchWeight: 0 }),
    )
    expect(reason).toMatch(/字号“恒通”相同（.*[+]\d+\.\d）/)
    expect(reason).toMatch(/联系人：一方缺失$/)
  })

  test('reads in English where that is wanted', () => {
    const { reason } = explain(ours, other, { settings: { language: 'en' } })
    expect(reason).toMatch(/same phone \(\+\d+\.\d\)/)
    expect(reason).toMatch(/contact: missing on one side$/)
    expect(reason).not.toMatch(/[；（）]/)
  })

  test('is the same from either side', () => {
    const [there, back] = [explain(ours, other), explain(other, ours)]
    expect(back.matchWeight).toBe(there.matchWeight)
    expect(back.evidence.map(({ level }) => level)).toEqual(there.evidence.map(({ level }) => level))
  })
})

test('explain and dedupe agree on two records by themselves', async () => {
  const others = [
    '山西恒通煤业',
    '山西恒通煤矿',
    '山西恒达煤业',
    '山西恒通贸易有限公司',
    '恒通煤业',
    '河北恒通煤业',
  ]
  for (const 客户名称 of others) {
    for (const 电话 of ['0351-4666666', '0351-7000001', '']) {
      const pair = [ours, { 客户名称, 电话, 联系人: '' }]
      const { customerCount, review } = await dedupe(pair)
      const verdict = customerCount === 1 ? 'merge' : review.rowCount === 1 ? 'review' : 'apart'
      expect([客户名称, 电话, explain(pair[0], pair[1]).verdict]).toEqual([客户名称, 电话, verdict])
    }
  }
})

test('records without a name cannot be explained', () => {
  expect(() => explain({ 数量: 1 }, { 数量: 2 })).toThrow(NoNameColumnError)
})
