import { expect, test } from 'vitest'
import { dedupe } from '../dedupe.ts'

test('pieces of a table that are kept stay what they were', async () => {
  const brandOf = (i: number) =>
    String.fromCharCode(0x4e00 + (i % 97) * 151, 0x4e00 + Math.floor(i / 97) * 613)
  const records = Array.from({ length: 4500 }, (_, i) => {
    const customer = Math.floor(i / 3)
    return {
      编号: i,
      客户名称: `太原${brandOf(customer)}煤业有限公司`,
      手机: `${13_800_000_000 + customer * 7919}`,
    }
  })
  const { links } = await dedupe(records)
  const kept: Uint8Array[] = []
  const read: string[] = []
  for await (const piece of links.csv?.() ?? []) {
    kept.push(piece)
    read.push(Buffer.from(piece).toString())
  }
  expect(kept.length).toBeGreaterThan(3)
  expect(Buffer.concat(kept).toString()).toBe(read.join(''))
})
