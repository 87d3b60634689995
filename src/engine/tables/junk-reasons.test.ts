import { expect, test } from 'vitest'
import { dedupe } from '../dedupe.ts'
import { junkReasonText } from './junk-reasons.ts'

test('every reason that a run gives has words in Chinese', async () => {
  const names = ['', '？？', '测试', '散客', '同上', '作废', '12345', '哈哈哈哈', '甲', '自家门店', '无']
  const rows = names.map((客户名称, i) => ({ 编号: i, 客户名称 }))
  for (const language of ['zh', 'en'] as const) {
    const { junk } = await dedupe(rows, { settings: { language, junkNames: ['自家门店'] } })
    const reasons = [...junk.rows()].map(([, , , reason]) => String(reason))
    expect(reasons).toHaveLength(names.length)
    const isChinese = (reason: string) => /^[\u4e00-\u9fff（），]+$/.test(reason)
    expect(reasons.map(isChinese)).toEqual(names.map(() => language === 'zh'))
  }
})

test('a reason without a translation stays as it is', () => {
  expect(junkReasonText('of another kind', 'zh')).toBe('of another kind')
})
