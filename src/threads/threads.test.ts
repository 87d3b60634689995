import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEPARTMENTS, runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { DictionaryBuilder } from '../data/dictionary.ts'
import { cellColumnsOf, joinColumns } from '../engine/normalize-field.ts'
import { countCells, createRangeParser } from '../engine/parse-cells.ts'
import { companyName } from '../fields/company-name.ts'

const TABLES = ['customers', 'crosswalk', 'links', 'review', 'relations', 'junk']

test('any number of threads gives the same bytes', async () => {
  const folder = temporaryFolder()
  const inputs = ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) => join(DEPARTMENTS, name))
  for (const count of ['1', '2', '3']) {
    const run = await runCli(['dedupe', ...inputs, '--out', count, '--threads', count, '--quiet'], folder)
    expect(run.code).toBe(0)
  }
  for (const table of TABLES) {
    const [one, two, three] = ['1', '2', '3'].map((count) =>
      readFileSync(join(folder, count, `${table}.csv`), 'utf8'),
    )
    expect(two).toBe(one)
    expect(three).toBe(one)
  }
})

test('fields of more cells than a thread takes at once', async () => {
  const folder = temporaryFolder()
  const rows = Array.from(
    { length: 21_000 },
    (_, i) => `${i},${i % 3 === 0 ? '测试' : '山西恒通煤业'}${i},1380000${i}`,
  )
  writeFileSync(join(folder, 'a.csv'), ['编号,客户名称,手机', ...rows].join('\n'))
  for (const count of ['1', '2']) {
    const run = await runCli(['dedupe', 'a.csv', '--out', count, '--threads', count, '--quiet'], folder)
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
  }
  for (const table of TABLES) {
    const [one, two] = ['1', '2'].map((count) => readFileSync(join(folder, count, `${table}.csv`), 'utf8'))
    expect(two).toBe(one)
  }
})

test('a table of more rows than a thread writes at once', async () => {
  const folder = temporaryFolder()
  const brandOf = (i: number) =>
    String.fromCharCode(0x4e00 + (i % 97) * 151, 0x4e00 + Math.floor(i / 97) * 613)
  const rows = Array.from({ length: 4500 }, (_, i) => {
    const customer = Math.floor(i / 3)
    return `${i},"太原${brandOf(customer)}煤业有限公司",${13_800_000_000 + customer * 7919}`
  })
  writeFileSync(join(folder, 'a.csv'), ['编号,客户名称,手机', ...rows].join('\n'))
  for (const count of ['1', '2', '3']) {
    const run = await runCli(['dedupe', 'a.csv', '--out', count, '--threads', count, '--quiet'], folder)
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
  }
  const [one, two, three] = ['1', '2', '3'].map((count) =>
    readFileSync(join(folder, count, 'links.csv'), 'utf8'),
  )
  expect(one.split('\n').length).toBeGreaterThan(4000)
  expect(two === one).toBe(true)
  expect(three === one).toBe(true)
})

test('what a thread sends back arrives as it was', () => {
  const cells = new DictionaryBuilder()
  const texts = ['测试', '太原恒通煤业有限公司', '(曾用名：大同晋华)太原恒通', '１２３', '…']
  const codes = Uint32Array.from(texts, (text) => cells.encode(text))
  const column = { name: '名称', codes, dictionary: cells.finish() }
  const job = { type: companyName, columns: [{ column, role: 'companyName' }], rowCount: texts.length }
  const count = countCells(cellColumnsOf(job))
  const parse = createRangeParser(companyName)
  const ranges = [0, 2].map((from, i) => parse(cellColumnsOf(job), { from, to: i === 0 ? 2 : count }))
  expect(structuredClone(ranges)).toEqual(ranges)
  const columns = joinColumns(job, ranges)
  expect(structuredClone(columns)).toEqual(columns)
})

test('linking in threads gives the same bytes too', async () => {
  const folder = temporaryFolder()
  const inputs = ['营销.csv', '财务.xlsx'].map((name) => join(DEPARTMENTS, name))
  for (const count of ['1', '2']) {
    const run = await runCli(['link', ...inputs, '--out', count, '--threads', count, '--quiet'], folder)
    expect(run.code).toBe(0)
  }
  const [one, two] = ['1', '2'].map((count) => readFileSync(join(folder, count, 'links.csv'), 'utf8'))
  expect(two).toBe(one)
})

test('threads that were started and never asked keep no process alive', async () => {
  const folder = temporaryFolder()
  // Bytes enough to start threads, too few records to ask them.
  const remark = '备注'.repeat(10_000)
  const rows = Array.from({ length: 100 }, (_, i) => `${i},山西恒通煤业${i},${remark}${i}`)
  writeFileSync(join(folder, 'a.csv'), ['编号,客户名称,备注', ...rows].join('\n'))
  const run = await runCli(['dedupe', 'a.csv', '--out', 'out', '--quiet'], folder)
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
})

test('a number of threads that is none is said in one sentence', async () => {
  const run = await runCli(['dedupe', 'a.csv', '--out', 'out', '--threads', 'many'], temporaryFolder())
  expect(run.code).toBe(2)
  expect(run.stderr).toMatch(/--threads.*whole number/)
})
