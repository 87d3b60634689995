import { expect, test } from 'vitest'
import { textOf } from '../data/dictionary.ts'
import { companyName } from '../fields/company-name.ts'
import type { SpellOut } from '../model/field-type.ts'
import { dedupe } from './dedupe.ts'
import { explain } from './explain.ts'
import { link } from './link.ts'
import { createBlockScorer } from './score-blocks.ts'
import { abbreviationsOf, spellOutCells } from './spell-out-cells.ts'
import { toRecords } from './to-records.ts'

const FULL = '太原启山钢铁集团有限公司'
const settings = { abbreviations: { 启钢: FULL, 大炉厂: FULL } }
const rows = [
  { 编号: 1, 客户名称: '大炉厂', 电话: '' },
  { 编号: 2, 客户名称: FULL, 电话: '0351-4666666' },
]

test.each([
  ['启钢', [FULL]],
  ['（启 钢）', [FULL]],
  ['启钢临汾分公司', [`${FULL}临汾分公司`]],
  // What only begins alike is another name.
  ['启钢者咨询有限公司', []],
  ['启山', []],
  ['', []],
])('%s spelt out is %j', (text, expected) => {
  const abbreviations = abbreviationsOf(settings)
  expect(companyName.spellOut?.texts(text, abbreviations)).toEqual(expected)
})

test('each row has what its cell means, and a column more where it may mean another', () => {
  const { table } = toRecords([{ a: '启钢' }, { a: '' }, { a: '鸿晋' }, { a: '启钢' }, { a: '恒煤' }])
  const abbreviations = abbreviationsOf({ abbreviations: { 启钢: FULL, 恒煤: ['恒通煤业', '恒昌煤矿'] } })
  const spellOut = companyName.spellOut as SpellOut
  const columns = spellOutCells(table.columns[0], spellOut, abbreviations)
  const cells = columns.map(({ codes, dictionary }) => Array.from(codes, (code) => textOf(dictionary, code)))
  expect(cells).toEqual([
    [FULL, '', '', FULL, '恒通煤业'],
    ['', '', '', '', '恒昌煤矿'],
  ])
  expect(spellOutCells(table.columns[0], spellOut, new Map())).toEqual([])
})

test('a customer is found by what the house calls it, in every way of asking', async () => {
  expect((await dedupe(rows)).customerCount).toBe(2)
  const found = await dedupe(rows, { settings })
  expect(found.customerCount).toBe(1)
  // The column that is made for it is none of the input.
  expect(found.report.columns.map(({ name }) => name)).toEqual(['编号', '客户名称', '电话'])
  const [golden] = [...found.customers.rows()]
  expect(golden).toContain(FULL)
  expect(explain(rows[0], rows[1], { settings }).matchWeight).toBeGreaterThan(
    explain(rows[0], rows[1]).matchWeight,
  )
  const linked = async (options = {}) => [...(await link([rows[0]], [rows[1]], options)).links.rows()].length
  expect([await linked(), await linked({ settings })]).toEqual([0, 1])
  const scorer = createBlockScorer(found.modelOfData())
  expect(scorer.score(rows.map((row) => ({ block: 'a', ...row })))).toHaveLength(1)
})
