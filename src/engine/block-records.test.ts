import { describe, expect, test } from 'vitest'
import { fieldTypes } from '../fields/index.ts'
import { dedupe } from './dedupe.ts'
import { DEFAULT_BLOCKING, SPLITTERS } from './default-blocking.ts'

const keys = fieldTypes.flatMap((field) => field.keys.map((key) => `${field.name}.${key.name}`))

test('the rules and splitters that are shipped name keys that there are, each rule once', () => {
  expect([...DEFAULT_BLOCKING.flat(), ...SPLITTERS].filter((name) => !keys.includes(name))).toEqual([])
  const rules = DEFAULT_BLOCKING.map((rule) => rule.join(' + '))
  expect(new Set(rules).size).toBe(rules.length)
})

describe('blocking from the settings', () => {
  const rows = ['恒通', '恒通'].map((客户名称, i) => ({ 编号: i, 客户名称, 电话: '13800001111' }))

  test('takes the place of the shipped rules; rules for fields that are not there are passed over', async () => {
    const blocking = [['phone.number'], ['companyName.name', 'phone.number'], ['email.address']]
    const { report } = await dedupe(rows, { settings: { blocking } })
    expect(report.blocking.map(({ rule, pairs, broughtFirst }) => [rule, pairs, broughtFirst])).toEqual([
      ['phone.number', 1, 1],
      ['companyName.name + phone.number', 1, 0],
    ])
    expect(report.candidatePairs).toBe(1)
  })

  test('names every key that there is none of', async () => {
    const settings = { blocking: [['phone.nummer', 'phone.number'], ['customer.name']] }
    await expect(dedupe(rows, { settings })).rejects.toThrow(
      /^2 mistakes in the settings: blocking: 'phone\.nummer' is no key \(known: .*phone\.number.*'customer\.name'/,
    )
  })
})
