import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { toRecords } from '../engine/to-records.ts'
import { checkRecordsFit, MemoryError, parseSize } from './memory.ts'

test.each([
  ['4GB', 4e9],
  ['1.5 gb', 1.5e9],
  ['800MB', 8e8],
  ['2GiB', 2 ** 31],
  ['64MiB', 2 ** 26],
])('%s is %i bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes)
})

test.each(['', '4', 'GB', '-1GB', '4TB', '4GB!', '1e3GB'])('%j is no size', (text) => {
  expect(() => parseSize(text)).toThrow('a size such as 4GB')
})

test('what fits is told, what does not is refused', () => {
  const records = toRecords([{ 客户名称: '山西恒通煤业' }])
  const estimated = checkRecordsFit(records, 1, {})
  expect(checkRecordsFit(records, 1, { memory: estimated })).toBe(estimated)
  expect(() => checkRecordsFit(records, 1, { memory: estimated - 1 })).toThrow(MemoryError)
})

describe('guihu dedupe --memory', () => {
  function folderWith(rows: number): string {
    const folder = temporaryFolder()
    const lines = Array.from({ length: rows }, (_, i) => `${i},山西恒通${i}煤业有限公司`)
    writeFileSync(join(folder, 'a.csv'), ['编号,客户名称', ...lines].join('\n'))
    return folder
  }
  const dedupe = (folder: string, ...options: readonly string[]) =>
    runCli(['dedupe', 'a.csv', '--out', 'out', '--quiet', ...options], folder)

  test('is refused in one sentence before anything is written', async () => {
    const folder = folderWith(10)
    const { code, stdout, stderr } = await dedupe(folder, '--memory', '50MB')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(
      /^guihu: 10 records need about \d+ MB in 1 threads?, and --memory allows 50 MB; [^\n]+\n$/,
    )
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  test('files that are larger by themselves are not read', async () => {
    const { code, stderr } = await dedupe(folderWith(60_000), '--memory', '1MB')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^guihu: the files have \d MB, and --memory allows 1 MB/)
  })

  test('the peak that was expected stands in the report beside the true one, which is no higher', async () => {
    const { stdout } = await dedupe(folderWith(2000), '--memory', '4GB', '--json')
    const { memory } = JSON.parse(stdout)
    expect(memory.peakMegabytes).toBeGreaterThan(30)
    expect(memory.peakMegabytes).toBeLessThanOrEqual(memory.estimatedMegabytes)
  })
})
