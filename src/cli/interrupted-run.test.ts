import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { resultOf, runCli, startCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

/** Customers enough to be some time in writing. */
function csvOf(word: string): string {
  const rows = Array.from({ length: 4000 }, (_, i) => `${i},山西${word}${i}煤业有限公司,${13800000000 + i}`)
  return `编号,客户名称,手机\n${rows.join('\n')}\n`
}

const isWriting = (out: string) =>
  existsSync(out) &&
  readdirSync(out).some((name) => name.startsWith('.guihu-') && existsSync(join(out, name, 'customers.csv')))

/** Starts a run and sends the signal when it has begun to write. */
async function interrupt(folder: string, signal: 'SIGINT' | 'SIGTERM', args: readonly string[]) {
  const child = startCli(args, folder)
  const run = resultOf(child)
  while (!isWriting(join(folder, 'out')) && child.exitCode === null) await setTimeout(1)
  child.kill(signal)
  return run
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s while it writes: exit code %i, no folder, no file, no half of one', async (signal, code) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'new.csv'), csvOf('新'))
  const run = await interrupt(folder, signal, ['dedupe', 'new.csv', '--out', 'out', '--quiet'])
  expect(run).toEqual({ code, stdout: '', stderr: 'guihu: stopped; nothing was written\n' })
  expect(readdirSync(folder)).toEqual(['new.csv'])
})

test('over old results: they stay as they were', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'old.csv'), csvOf('旧').split('\n').slice(0, 50).join('\n'))
  writeFileSync(join(folder, 'new.csv'), csvOf('新'))
  expect((await runCli(['dedupe', 'old.csv', '--out', 'out', '--quiet'], folder)).code).toBe(0)
  const tables = () =>
    readdirSync(join(folder, 'out')).map((name) => [name, readFileSync(join(folder, 'out', name), 'utf8')])
  const old = tables()
  expect((await interrupt(folder, 'SIGINT', ['dedupe', 'new.csv', '--out', 'out', '--quiet'])).code).toBe(130)
  expect(tables()).toEqual(old)
})
