import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { toRecords } from '../engine/to-records.ts'
import { MemoryError, type MemoryPlan, parseSize, planMemory } from './memory.ts'

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

test('what fits goes as it is, else lean, else in fewer threads, and what does not fit even so is refused', async () => {
  const records = toRecords(Array.from({ length: 500 }, (_, i) => ({ 客户名称: `山西恒通${i}煤业` })))
  const usual = await planMemory(records, 3, {})
  expect(usual).toMatchObject({ isLean: false, threads: 3 })
  expect(await planMemory(records, 3, { memory: usual.estimated })).toEqual(usual)
  const leaner: MemoryPlan[] = []
  for (let before = usual; leaner.length < 3; before = leaner[leaner.length - 1]) {
    leaner.push(await planMemory(records, 3, { memory: before.estimated - 1 }))
  }
  expect(leaner.map(({ isLean, threads }) => [isLean, threads])).toEqual([
    [true, 3],
    [true, 2],
    [true, 1],
  ])
  const [, , last] = leaner
  expect(last.estimated).toBeLessThan(usual.estimated)
  expect(await planMemory(records, 3, { memory: last.estimated })).toEqual(last)
  await expect(planMemory(records, 3, { memory: last.estimated - 1 })).rejects.toThrow(MemoryError)
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
      /^guihu: 10 records need about \d+ MB in one thread, with what can wait on the disk, and --memory allows 50 MB; [^\n]+\n$/,
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

  test('a lean run gives the same bytes, stays within, and leaves nothing on the disk', async () => {
    const folder = folderWith(2000)
    const usual = await dedupe(folder, '--json')
    const { estimatedMegabytes, diskMegabytes } = JSON.parse(usual.stdout).memory
    expect(diskMegabytes).toBe(0)
    const files = ['customers', 'crosswalk', 'links', 'review', 'relations', 'junk'].map(
      (name) => `out/${name}.csv`,
    )
    const written = () => files.map((name) => readFileSync(join(folder, name), 'utf8'))
    const expected = written()
    const { code, stdout, stderr } = await dedupe(
      folder,
      '--json',
      '--memory',
      `${estimatedMegabytes - 20}MB`,
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(written()).toEqual(expected)
    const { memory } = JSON.parse(stdout)
    expect(memory.diskMegabytes).toBeGreaterThan(0)
    expect(memory.estimatedMegabytes).toBeLessThanOrEqual(estimatedMegabytes - 20)
    expect(memory.peakMegabytes).toBeLessThanOrEqual(memory.estimatedMegabytes)
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'out'])
  })

  test('where there is no room for a second thread there is one, and the bytes are the same', async () => {
    const folder = folderWith(2000)
    const read = () => readFileSync(join(folder, 'out/customers.csv'), 'utf8')
    const usual = JSON.parse((await dedupe(folder, '--json', '--threads', '2')).stdout).memory
    const expected = read()
    // A lean run in two threads needs some 20 MB less, in one 70 MB less again.
    const memory = `${usual.estimatedMegabytes - 90}MB`
    const { code, stdout } = await dedupe(folder, '--json', '--threads', '2', '--memory', memory)
    expect(code).toBe(0)
    expect([usual.threads, JSON.parse(stdout).memory.threads]).toEqual([2, 1])
    expect(read()).toBe(expected)
  })
})
