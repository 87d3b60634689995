import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLI_MAIN, DEPARTMENTS, runCli, startCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { cellText } from '../data/table.ts'
import { readRecords } from '../files/read-records.ts'

const LINES = [
  '代号,甲方,手机,系统,跟进人,更新时间',
  'A1,山西恒通煤业有限公司,13800001111,营销,张三,2024-01-05',
  'A2,山西恒通煤业,138-0000-1111,财务,李四,2024-03-01',
  'A3,太原昌硕贸易有限公司,13900002222,营销,,2024-02-01',
  'A4,太原昌硕贸易有限公司大同分公司,13900002222,财务,,2024-02-02',
  'A5,散客,,财务,,',
]
const OPTIONS = ['--map', 'companyName=甲方', '--id', '代号', '--source', '系统']

/** Runs on the lines above, and gives what was said and the folder of results. */
async function dedupe(...options: readonly string[]) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '合同.csv'), LINES.join('\n'))
  writeFileSync(join(folder, 'zh.json'), JSON.stringify({ language: 'zh', branches: 'merge' }))
  writeFileSync(join(folder, 'newest.json'), JSON.stringify({ survivorship: { companyName: 'newest' } }))
  writeFileSync(join(folder, 'decided.csv'), 'left_id,right_id,judgement\nA1,A2,不同\n')
  const run = await runCli(['dedupe', '合同.csv', '--out', 'out', ...OPTIONS, ...options], folder)
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
  return { ...run, out: join(folder, 'out') }
}

async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const { table } = await readRecords(file)
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  )
}

const TABLES = ['crosswalk', 'customers', 'junk', 'links', 'relations', 'review']

describe.each(['csv', 'xlsx', 'jsonl', 'parquet'])('as %s', (format) => {
  test('all tables are there and are read again', async () => {
    const { out } = await dedupe('--format', format)
    expect(readdirSync(out).sort()).toEqual(
      [...TABLES.map((name) => `${name}.${format}`), 'report.json'].sort(),
    )
    const crosswalk = await rowsOf(join(out, `crosswalk.${format}`))
    expect(crosswalk.map(({ record_id }) => record_id).sort()).toEqual(['A1', 'A2', 'A3', 'A4', 'A5'])
    const customers = await rowsOf(join(out, `customers.${format}`))
    expect(new Set(customers.map(({ customer_id }) => customer_id))).toEqual(
      new Set(crosswalk.map(({ customer_id }) => customer_id).filter((id) => id !== '')),
    )
    const [merged] = customers.filter(({ record_count }) => record_count === '2')
    expect(merged).toMatchObject({
      customer_name: '山西恒通煤业有限公司',
      代号: expect.stringMatching(/^A[12]$/),
      甲方: '山西恒通煤业有限公司',
      手机: expect.stringMatching(/^138-?0000-?1111$/),
      跟进人: expect.stringMatching(/^(张三|李四)$/),
      sources: '营销 | 财务',
    })
    expect(merged.all_names.split(' | ').sort()).toEqual(['山西恒通煤业', '山西恒通煤业有限公司'])
    const links = await rowsOf(join(out, `links.${format}`))
    expect(links).toMatchObject([
      { customer_id: merged.customer_id, reason: expect.stringContaining('字号“恒通”相同') },
    ])
  })
})

test('CSV opens right in Excel: a byte order mark, CRLF', async () => {
  const { out } = await dedupe()
  for (const name of TABLES) {
    const text = readFileSync(join(out, `${name}.csv`), 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  }
})

test('branches stand apart and are related, unless they are to be merged', async () => {
  const apart = await dedupe()
  const relations = await rowsOf(join(apart.out, 'relations.csv'))
  expect(relations).toMatchObject([{ relation: 'branch', left_id: 'A3', right_id: 'A4' }])
  const customerOf = async (out: string) =>
    Object.fromEntries(
      (await rowsOf(join(out, 'crosswalk.csv'))).map(({ record_id, customer_id }) => [
        record_id,
        customer_id,
      ]),
    )
  const separate = await customerOf(apart.out)
  expect(separate.A3).not.toBe(separate.A4)
  const merged = await customerOf((await dedupe('--branches', 'merge')).out)
  expect(merged.A3).toBe(merged.A4)
})

test('the summary tells in Chinese what was found and why', async () => {
  const { stdout } = await dedupe()
  expect(stdout).toMatch(/^5 条记录，归为 3 个客户：合并掉 1 条重复，另有 1 条不是客户（见 junk）。\n/)
  expect(stdout).toMatch(/■ 山西恒通煤业有限公司（C[0-9A-Z]+，2 条记录）\n/)
  expect(stdout).toMatch(/ {2}· 山西恒通煤业有限公司 ＝ 山西恒通煤业：.*字号“恒通”相同/)
})

test('--lang en: summary and reasons in English, over the settings file', async () => {
  const { stdout, out } = await dedupe('--lang', 'en', '--settings', 'zh.json')
  expect(stdout).toMatch(
    /^5 records are 2 customers: 2 duplicates merged, 1 rows are no customers \(see junk\)\.\n/,
  )
  expect(stdout).toMatch(/ {2}· 山西恒通煤业有限公司 = 山西恒通煤业: .*same brand/)
  expect((await rowsOf(join(out, 'junk.csv')))[0].reason).toBe('walk-in customer')
})

test('--find prints the customers asked for, --show how many else', async () => {
  expect((await dedupe('--find', '昌硕')).stdout.match(/^■ .*/gm)).toHaveLength(2)
  expect((await dedupe('--show', '0')).stdout).not.toContain('■')
})

test('--json prints the report that is written, and nothing else', async () => {
  const { stdout, out } = await dedupe('--json')
  const report = JSON.parse(stdout)
  expect(report).toEqual(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')))
  expect(report).toMatchObject({
    records: 5,
    customers: 3,
    links: 1,
    junk: { rows: 1 },
    inputs: [{ path: '合同.csv' }],
  })
  expect(report.columns.find(({ name }: { name: string }) => name === '甲方')).toMatchObject({
    role: 'companyName',
    by: 'setting',
  })
  expect(Object.keys(report.timings)).toContain('read')
})

test('a settings file decides which value survives', async () => {
  const { out } = await dedupe('--settings', 'newest.json')
  const names = (await rowsOf(join(out, 'customers.csv'))).map(({ customer_name }) => customer_name)
  expect(names).toContain('山西恒通煤业')
})

test('--threshold: nothing is sure enough, then it goes to review', async () => {
  const { out } = await dedupe('--threshold', '0.99999999999')
  expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')).links).toBe(0)
  expect(
    (await rowsOf(join(out, 'review.csv'))).map(({ left_id, right_id }) => [left_id, right_id]),
  ).toContainEqual(['A1', 'A2'])
})

test('--decisions: what a person said of two records holds', async () => {
  const { out } = await dedupe('--decisions', 'decided.csv')
  const customerOf = new Map(
    (await rowsOf(join(out, 'crosswalk.csv'))).map(({ record_id, customer_id }) => [record_id, customer_id]),
  )
  expect(customerOf.get('A1')).not.toBe(customerOf.get('A2'))
})

test('a reader that leaves after the first lines is no fault', async () => {
  const folder = temporaryFolder()
  const files = ['营销.csv', '服务中心.csv'].map((name) => join(DEPARTMENTS, name))
  const child = startCli(['dedupe', ...files, '--out', 'out', '--find', '公司', '--quiet'], folder)
  child.stdout?.destroy()
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test.each(['--version', '--help'])('%s comes without loading the pipeline', async (option) => {
  const { code, stdout } = await runCli([option], temporaryFolder())
  expect(code).toBe(0)
  expect(stdout).toMatch(option === '--version' ? /^\d+\.\d+\.\d+\n$/ : /^Usage: guihu /)
})

test('what is loaded before a command runs is the command line alone', () => {
  const [, program = ''] = /import\("(.+run-program.+)"\)/.exec(readFileSync(CLI_MAIN, 'utf8')) ?? []
  expect(program).not.toBe('')
  const sizeBehind = (file: string) =>
    [...chunksBehind(file)].reduce((sum, one) => sum + statSync(one).size, 0)
  expect(sizeBehind(join(dirname(CLI_MAIN), program))).toBeLessThan(100_000)
  // That is small: all that the library needs is ten times as much.
  expect(sizeBehind(join(dirname(CLI_MAIN), '../index.js'))).toBeGreaterThan(1_000_000)
})

/** A built file with all that it cannot be loaded without. */
function chunksBehind(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import |\} from )[^(]*?"(\.[^"]+)";$/gm)
  for (const [, path = ''] of imports) chunksBehind(join(dirname(file), path), found)
  return found
}
