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

  test.each([
    ['the same firm', other],
    ['a sister', { 客户名称: '江苏恒通贸易有限公司', 电话: '' }],
    ['its branch', { 客户名称: '山西恒通煤业有限公司太原分公司', 电话: '0351-4666666' }],
    ['one without anything', { 客户名称: '？' }],
  ])('adds up to the match weight, with the prior and the doubt about sisters: %s', (_, right) => {
    const { matchWeight, prior, evidence, sisters } = explain(ours, right)
    expect(matchWeight).toBeCloseTo(
      evidence.reduce((sum, step) => sum + step.matchWeight, prior) + sisters,
      9,
    )
    expect(prior).toBeLessThan(0)
    expect(sisters).toBeLessThanOrEqual(1e-9)
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

describe('what would tip', () => {
  const [mine, company] = ['山西煤业', '山西煤产品总公司']
  const bare = { 客户名称: company, 电话: '' }
  const phone = '0351-4666666'
  const code = '91140100MA0GTXYZ18'

  test('a pair that lacks evidence says which comparison would make it one customer, and that is so', () => {
    const [left, right] = [
      { 客户名称: mine, 电话: phone },
      { ...bare, 邮箱: '' },
    ]
    const { verdict, whatWouldTip, whyNot } = explain(left, right)
    expect(verdict).not.toBe('merge')
    expect(whyNot).toMatch(/^证据不足：概率 0\.\d+，低于 0\.(?:65|2)$/)
    const byPhone = whatWouldTip.find(({ field }) => field === 'phone')
    expect(byPhone).toMatchObject({
      comparison: 'phone',
      level: 'same',
      verdict: 'merge',
      text: '若电话一致则会合并',
    })
    const agreeing = explain(left, { ...right, 电话: phone })
    expect(agreeing.verdict).toBe('merge')
    expect(agreeing.matchWeight).toBeCloseTo(byPhone?.matchWeight ?? 0, 9)
    expect(agreeing.probability).toBeCloseTo(byPhone?.probability ?? 0, 9)
  })

  test('fields that the records do not have are offered too', () => {
    const fields = explain({ 客户名称: mine }, { 客户名称: company }).whatWouldTip.map(({ field }) => field)
    expect(fields).toContain('phone')
    expect(fields).toContain('creditCode')
  })

  test('a whole name does not agree while its parts do not', () => {
    const { whatWouldTip } = explain({ 客户名称: '山西恒通煤业' }, { 客户名称: '山西恒达煤业' })
    expect(whatWouldTip.map(({ comparison }) => comparison)).not.toContain('wholeName')
  })

  test('a merge says what would undo it, and that is so', () => {
    const left = { 客户名称: mine, 电话: phone }
    const { verdict, whatWouldTip, whyNot } = explain(left, { ...bare, 电话: phone })
    expect([verdict, whyNot]).toEqual(['merge', ''])
    const byPhone = whatWouldTip.find(({ field }) => field === 'phone')
    expect(byPhone?.text).toMatch(/^若电话不同则(不会合并|需人工确认)$/)
    expect(explain(left, { ...bare, 电话: '0351-7000001' }).verdict).toBe(byPhone?.verdict)
  })

  test('what forbids the merge is told, and only taking it away would tip', () => {
    const branch = { 客户名称: '山西恒通煤业有限公司太原分公司', 电话: phone }
    const { whyNot, whatWouldTip } = explain(ours, branch)
    expect(whyNot).toMatch(/^总分机构有别：.*，不可合并$/)
    expect(whatWouldTip.map(({ comparison }) => comparison)).toEqual(['branch'])
  })

  test('two valid credit codes: only they would tip', () => {
    const codes = (left: string, right: string) => explain({ ...ours, 税号: left }, { ...ours, 税号: right })
    const { verdict, whyNot, whatWouldTip } = codes('91350100M000100Y43', '91110000600037341L')
    expect(verdict).toBe('apart')
    expect(whyNot).toBe('信用代码不同，而一个客户只能有一个')
    expect(whatWouldTip.map(({ field }) => field)).toEqual(['creditCode'])
    expect(codes(code, code).verdict).toBe('merge')
  })

  test('nothing makes a customer of a row that is none', () => {
    const { whyNot, whatWouldTip } = explain(ours, { 客户名称: '散客', 电话: phone })
    expect(whyNot).toMatch(/^其中有一条不是客户（.+）$/)
    expect(whatWouldTip).toEqual([])
  })

  test('reads in English where that is wanted', () => {
    const { whyNot, whatWouldTip } = explain({ 客户名称: mine }, bare, { settings: { language: 'en' } })
    expect(whyNot).toMatch(/^too little evidence: probability /)
    expect(whatWouldTip[0].text).toMatch(/^if the .+ agreed, they would be merged$/)
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
