import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEPARTMENTS, runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

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

test('a number of threads that is none is said in one sentence', async () => {
  const run = await runCli(['dedupe', 'a.csv', '--out', 'out', '--threads', 'many'], temporaryFolder())
  expect(run.code).toBe(2)
  expect(run.stderr).toMatch(/--threads.*whole number/)
})
