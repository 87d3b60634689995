import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runCli, startCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const ROWS = 1000

/** Customers enough to be some time in writing; `word` tells the two inputs apart. */
function csvOf(word: string): string {
  const rows = Array.from({ length: ROWS }, (_, i) => `${i},山西${word}${i}煤业有限公司,${13800000000 + i}`)
  return `编号,客户名称,手机\n${rows.join('\n')}\n`
}

const tablesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

test('a run killed while it writes leaves the old files, each of them whole', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'old.csv'), csvOf('旧'))
  writeFileSync(join(folder, 'new.csv'), csvOf('新'))
  const out = join(folder, 'out')
  expect((await runCli(['dedupe', 'old.csv', '--out', 'out', '--quiet'], folder)).code).toBe(0)
  const old = tablesIn(out)
  expect(Object.keys(old)).toHaveLength(7)

  const child = startCli(['dedupe', 'new.csv', '--out', 'out', '--quiet'], folder)
  const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)))
  // Killed in the middle of writing: a table is begun beside the old ones.
  const isWriting = () =>
    readdirSync(out).some(
      (name) => name.startsWith('.guihu-') && existsSync(join(out, name, 'customers.csv')),
    )
  while (!isWriting() && child.exitCode === null) await setTimeout(2)
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  expect(tablesIn(out)).toEqual(old)

  // The next run goes through, with what the killed one left lying about.
  expect((await runCli(['dedupe', 'new.csv', '--out', 'out', '--quiet'], folder)).code).toBe(0)
  const fresh = tablesIn(out)
  expect(Object.keys(fresh)).toEqual(Object.keys(old))
  expect(fresh['customers.csv']).toContain('山西新1煤业有限公司')
  expect(fresh['customers.csv']).not.toContain('山西旧1煤业有限公司')
})
