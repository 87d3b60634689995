import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { cellText } from '../data/table.ts'
import { readRecords } from '../files/read-records.ts'

const LEFT = [
  '客户编号,客户名称,电话',
  'C1,山西恒通煤业,(0351)4666666',
  'C2,山西恒通煤业有限公司,0351-4666666',
  'C3,恒通,',
  'C4,江苏宏达纺织有限公司,0512-67000001',
]
const RIGHT = [
  '注册编号,企业名称,曾用名,电话',
  'R1,山西恒通煤业有限公司,,0351-4666666',
  'R2,江苏恒通纺织有限公司,,0512-67000002',
  'R3,太原昌硕贸易有限公司,太原昌达贸易有限公司,13800001111',
]
const IDS = ['--map', 'id=客户编号', '--map', 'id=注册编号']

function folderWith(left: readonly string[] = LEFT): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '客户.csv'), left.join('\n'))
  writeFileSync(join(folder, '名录.csv'), RIGHT.join('\n'))
  return folder
}

async function link(options: readonly string[] = [], left = LEFT) {
  const folder = folderWith(left)
  const run = await runCli(['link', '客户.csv', '名录.csv', '--out', 'out', ...IDS, ...options], folder)
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
  return { ...run, out: join(folder, 'out') }
}

async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const { table } = await readRecords(file)
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  )
}

describe('guihu link', () => {
  test.each(['csv', 'xlsx', 'jsonl', 'parquet'])(
    'writes links, candidates and the report (%s)',
    async (format) => {
      const { out } = await link(['--format', format])
      expect(readdirSync(out).sort()).toEqual([`candidates.${format}`, `links.${format}`, 'report.json'])
      const links = await rowsOf(join(out, `links.${format}`))
      expect(links.map(({ left_id, right_id }) => [left_id, right_id]).slice(0, 2)).toEqual([
        ['C1', 'R1'],
        ['C2', 'R1'],
      ])
      expect(links[0]).toMatchObject({ verdict: 'merge', reason: expect.stringContaining('字号“恒通”相同') })
    },
  )

  test('what fits several is for a person, who sees them all', async () => {
    const { out, stdout } = await link()
    const found = (await rowsOf(join(out, 'links.csv'))).find(({ left_id }) => left_id === 'C3')
    expect(found).toMatchObject({ verdict: 'review', alternatives: '1' })
    const candidates = await rowsOf(join(out, 'candidates.csv'))
    expect(candidates.map(({ left_id, right_id }) => `${left_id} ${right_id}`).sort()).toEqual([
      'C3 R1',
      'C3 R2',
    ])
    expect(stdout).toMatch(/^左 4 条、右 3 条：2 条已对上，1 条需人工确认，1 条没有对应。\n其中 1 条另有/)
  })

  test('--one-to-one: the better left record has the right one', async () => {
    const { out } = await link(['--one-to-one'])
    const links = await rowsOf(join(out, 'links.csv'))
    expect(links.filter(({ right_id }) => right_id === 'R1').map(({ left_id }) => left_id)).toEqual(['C2'])
  })

  test('a former name of the right list is a name', async () => {
    const { out } = await link([], [LEFT[0], 'C9,太原昌达贸易有限公司,'])
    expect(await rowsOf(join(out, 'links.csv'))).toMatchObject([
      { left_id: 'C9', right_id: 'R3', verdict: 'merge' },
    ])
  })

  test('--json prints the report that is written; --lang en', async () => {
    const { stdout, out } = await link(['--json'])
    const report = JSON.parse(stdout)
    expect(report).toEqual(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')))
    expect(report).toMatchObject({ left: 4, right: 3, unlinked: 1 })
    expect(report.inputs.map(({ name }: { name: string }) => name)).toEqual(['客户.csv', '名录.csv'])
    const english = await link(['--lang', 'en', '--threshold', '0.999999'])
    expect(english.stdout).toMatch(
      /^4 left records, 3 right ones: \d linked, \d for a person to judge, 1 without/,
    )
  })

  test('wrong use: one sentence, exit 2, nothing written', async () => {
    const folder = folderWith()
    const refusals: (readonly [readonly string[], RegExp])[] = [
      [['客户.csv', '--out', 'out'], /^missing required argument 'right'/],
      [['客户.csv', '名录.csv'], /^required option '--out <folder>' not specified/],
      [['客户.csv', '没有.csv', '--out', 'out'], /^The file 没有\.csv does not exist\.$/],
      [
        ['客户.csv', '名录.csv', '--out', 'out', '--id', '号'],
        /map\.id names the column '号', which is not there/,
      ],
      [['客户.csv', '名录.csv', '--out', 'out', '--model', '名录.csv'], /^名录\.csv is not valid JSON/],
    ]
    for (const [args, sentence] of refusals) {
      const { code, stdout, stderr } = await runCli(['link', ...args], folder)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr.slice('guihu: '.length, -1)).toMatch(sentence)
    }
    expect(readdirSync(folder).sort()).toEqual(['名录.csv', '客户.csv'])
  })
})
