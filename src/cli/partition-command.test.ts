import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLI_MAIN, DEPARTMENTS, resultOf, runCli } from '../../fixtures/run-cli.ts'
import { cellText } from '../data/table.ts'
import { readRecords } from '../files/read-records.ts'
import { shippedModel } from '../model/shipped-model.ts'

const FILES = ['营销.csv', '财务.xlsx', '服务中心.csv']
const folder = mkdtempSync(join(tmpdir(), 'guihu-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `guihu partition` with that on its standard input. */
function partition(input: string | readonly Buffer[], ...options: readonly string[]) {
  const child = spawn(process.execPath, [CLI_MAIN, 'partition', ...options], { cwd: folder })
  const run = resultOf(child)
  for (const piece of [input].flat()) child.stdin.write(piece)
  child.stdin.end()
  return run
}

async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const { table } = await readRecords(file)
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  )
}

const MODEL = ['--model', 'model.json']
const line = (block: string, record_id: string, 客户名称: string, 电话 = '') =>
  JSON.stringify({ block, source: '营销', record_id, 客户名称, 电话 })
const TWO = [
  line('a', '1', '山西恒通煤业有限公司', '0351-4666666'),
  line('a', '2', '山西恒通煤业', '(0351) 4666666'),
]

beforeAll(async () => {
  const files = FILES.map((name) => join(DEPARTMENTS, name))
  const run = await runCli(
    ['dedupe', ...files, '--out', 'out', '--save-model', 'model.json', '--quiet'],
    folder,
  )
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
})

describe('guihu partition', () => {
  test('each pair that the run merged comes out of a block with the weight that links.csv has', async () => {
    const links = await rowsOf(join(folder, 'out', 'links.csv'))
    const records = new Map<string, Record<string, string>>()
    for (const name of FILES) {
      for (const row of await rowsOf(join(DEPARTMENTS, name))) {
        const source = name.replace(/\..*/, '')
        const id = row.客户编号 ?? row.编号 ?? Object.values(row)[0]
        records.set(`${source} ${id}`, { ...row, source, record_id: id })
      }
    }
    const whole = links.filter(
      (link) =>
        records.has(`${link.left_source} ${link.left_id}`) &&
        records.has(`${link.right_source} ${link.right_id}`),
    )
    expect(whole.length).toBeGreaterThan(links.length * 0.9)
    const lines = whole.flatMap((link, block) =>
      ['left', 'right'].map((side) =>
        JSON.stringify({
          block: String(block),
          ...records.get(`${link[`${side}_source`]} ${link[`${side}_id`]}`),
        }),
      ),
    )
    const { code, stdout, stderr } = await partition(`${lines.join('\n')}\n`, ...MODEL)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const pairs = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    const told = (pair: Record<string, unknown>) =>
      [
        pair.left_source,
        pair.left_id,
        pair.right_source,
        pair.right_id,
        Math.round(Number(pair.weight) * 100) / 100,
      ].join(' ')
    expect(pairs.map(told)).toEqual(whole.map(told))
    expect(new Set(pairs.map(({ block }) => block)).size).toBe(whole.length)
  })

  test('CSV in, CSV out; the same pairs as from lines of JSON, and the other way round', async () => {
    const [one, two] = TWO.map((text) => JSON.parse(text))
    const csv = [Object.keys(one), Object.values(one), Object.values(two)]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\r\n')
    const fromCsv = await partition(`\ufeff${csv}`, ...MODEL)
    const fromJson = await partition(TWO.join('\n'), ...MODEL)
    const pair = JSON.parse(fromJson.stdout)
    expect(fromCsv).toEqual({
      code: 0,
      stderr: '',
      stdout: `${Object.keys(pair).join(',')}\n${Object.values(pair).join(',')}\n`,
    })
    expect((await partition(csv, ...MODEL, '--format', 'jsonl')).stdout).toBe(fromJson.stdout)
    expect((await partition(TWO.join('\n'), ...MODEL, '--format', 'csv')).stdout).toBe(fromCsv.stdout)
  })

  test('nothing in, nothing out', async () => {
    for (const input of ['', '\n \n'])
      expect(await partition(input, ...MODEL)).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('bad lines are named with their number, and the others are read', async () => {
    const lines = [TWO[0], '{"block":', '[1]', line('', '3', '昌硕'), line('a', '', '昌硕'), '', TWO[1]]
    const { code, stdout, stderr } = await partition(lines.join('\n'), ...MODEL)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ left_id: '1', right_id: '2', verdict: 'merge' })
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^guihu: line 2 is left out: .*JSON/),
      'guihu: line 3 is left out: not an object',
      'guihu: line 4 is left out: it has no block',
      'guihu: line 5 is left out: it has no record_id or 客户编号 or 客户代码 or 编号',
    ])
  })

  test('rows of CSV that are too short, and a log that stays short', async () => {
    const csv = `block,record_id,客户名称\n${'a,1\n'.repeat(50)}`
    const { code, stderr } = await partition(csv, ...MODEL)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^guihu: line 2 is left out: 2 cells, and the header has 3\n/)
    expect(stderr).toMatch(/\nguihu: 50 lines were left out in all\n$/)
    expect(stderr.trim().split('\n')).toHaveLength(21)
  })

  test('characters that are cut between two pieces', async () => {
    const bytes = Buffer.from(TWO.join('\n'))
    const pieces = Array.from({ length: bytes.length }, (_, i) => bytes.subarray(i, i + 1))
    expect((await partition(pieces, ...MODEL)).stdout).toBe(
      (await partition(TWO.join('\n'), ...MODEL)).stdout,
    )
  })

  test('wrong use: one sentence, exit 2', async () => {
    writeFileSync(join(folder, 'shipped.json'), JSON.stringify(shippedModel))
    const broken = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'))
    writeFileSync(
      join(folder, 'broken.json'),
      JSON.stringify({ ...broken, data: { ...broken.data, records: -1 } }),
    )
    const refusals: (readonly [readonly string[], RegExp])[] = [
      [[], /^guihu: required option '--model <file>' not specified/],
      [['--model', 'none.json'], /^guihu: The file none\.json does not exist/],
      [['--model', 'shipped.json'], /^guihu: one mistake in the model: it has no statistics of a data set/],
      [['--model', 'broken.json'], /^guihu: one mistake in the model broken\.json: data\.records: /],
    ]
    for (const [options, sentence] of refusals) {
      const { code, stdout, stderr } = await partition('', ...options)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(sentence)
    }
  })
})
