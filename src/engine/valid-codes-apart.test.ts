import { describe, expect, test } from 'vitest'
import { dedupe } from './dedupe.ts'
import { explain } from './explain.ts'
import { link } from './link.ts'

/** Two published examples of sound credit codes. */
const CODE = '914403001922038216'
const OTHER = '91110000802100433B'

const record = (编号: string, 税号: string) => ({
  编号,
  客户名称: '山西恒通煤业有限公司',
  税号,
  电话: '0351-4666666',
  地址: '太原市小店区长风街12号',
})

describe('two records alike in all but their sound credit codes', () => {
  test('are two customers, also when a third without a code fits both', async () => {
    const { crosswalk } = await dedupe([record('1', CODE), record('2', OTHER), record('3', '')])
    const customerOf = new Map([...crosswalk.rows()].map(([id, , customer]) => [id, customer]))
    expect(customerOf.get('1')).not.toBe(customerOf.get('2'))
    expect(new Set(customerOf.values()).size).toBe(2)
  })

  test('are not linked', async () => {
    expect((await link([record('1', CODE)], [record('2', OTHER)])).links.rowCount).toBe(0)
    expect((await link([record('1', CODE)], [record('2', CODE)])).links.rowCount).toBe(1)
  })

  test('are explained as apart', () => {
    expect(explain(record('1', CODE), record('2', OTHER)).verdict).toBe('apart')
    expect(explain(record('1', CODE), record('2', CODE)).verdict).toBe('merge')
  })
})
