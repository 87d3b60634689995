import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJunkName } from './junk.ts'

describe('isJunkName', () => {
  it.each([
    ['', 'no name given'],
    ['无', 'no name given'],
    ['不知道', 'no name given'],
    ['请选择', 'no name given'],
    ['N/A', 'no name given'],
    ['null', 'no name given'],
    ['测试', 'test data'],
    ['测试公司2', 'test data'],
    ['test01', 'test data'],
    ['XXX有限公司', 'test data'],
    ['散客', 'walk-in customer'],
    ['散 客', 'walk-in customer'],
    ['散客01', 'walk-in customer'],
    ['个人', 'walk-in customer'],
    ['【现金】', 'walk-in customer'],
    ['個體戶', 'walk-in customer'],
    ['同上', 'refers to another row'],
    ['作废', 'void record'],
    ['（已注销）', 'void record'],
    ['123', 'digits only'],
    ['138 0000 1111 2222 3333', 'digits only'],
    ['----', 'no letters'],
    ['。。。', 'no letters'],
    ['啊啊啊啊', 'one character repeated'],
    ['aa', 'one character repeated'],
    ['王', 'a single character'],
  ])('%s: %s', (cell, reason) => {
    expect(isJunkName(cell)).toBe(reason)
  })

  it.each([
    '无锡启新电器有限公司',
    '个人护理用品有限公司',
    '测试技术有限公司',
    '现金流管理咨询有限公司',
    '零售通科技',
    '丽丽',
    '方方',
    '作废品回收站',
    '张伟',
    '360科技',
  ])('%s is a name', (name) => {
    expect(isJunkName(name)).toBe('')
  })

  it('does not mind width, blanks and punctuation around a cell', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('散客', '测试', '同上', '作废', '无'),
        fc.constantFrom(' ', '-', '。', '*', '　'),
        (cell, mark) => {
          expect(isJunkName(mark + cell + mark)).toBe(isJunkName(cell))
        },
      ),
    )
  })
})
