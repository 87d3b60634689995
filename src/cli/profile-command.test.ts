import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Profile } from '../engine/profile.ts'
import { displayWidth } from './pad.ts'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const DEPARTMENTS = ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) =>
  fileURLToPath(new URL(`../../fixtures/departments/${name}`, import.meta.url)),
)

/** The built command as its own process. */
function guihu(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { maxBuffer: 1 << 24 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guihu-profile-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('guihu profile', () => {
  test('describes several files in Chinese, in aligned columns', async () => {
    const { code, out, err } = await guihu('profile', ...DEPARTMENTS, '--quiet')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^\d+ 条记录，\d+ 列（营销\.csv \d+，财务\.xlsx \d+，服务中心\.csv \d+）/)
    expect(out).toMatch(/■ 开票抬头 → 名称（companyName，按表头识别）/)
    expect(out).toMatch(/字号 .*（\d+ 种）/)
    expect(out).toMatch(/非客户 .*散客 \d/)
    const lines = out.split('\n')
    const start = lines.findIndex((line) => line.startsWith('列'))
    const rows = lines.slice(
      start,
      lines.findIndex((line) => line.startsWith('有效：')),
    )
    const at = (line: string, word: string) => displayWidth(line.slice(0, line.indexOf(word)))
    expect(new Set(rows.slice(1).map((line) => at(line, '表头'))).size).toBe(1)
  })

  test('speaks English on demand', async () => {
    const { out } = await guihu('profile', DEPARTMENTS[1], '--lang', 'en', '--quiet')
    expect(out).toMatch(/^\d+ records, \d+ columns/)
    expect(out).toMatch(/no customer +walk-in customer \d/)
    expect(out).toMatch(/kind +company \d+/)
  })

  test('--json gives the profile itself', async () => {
    const { out, code } = await guihu('profile', DEPARTMENTS[1], '--json', '--quiet', '--examples', '2')
    const profile = JSON.parse(out) as Profile
    expect(code).toBe(0)
    expect(profile.records).toBe(profile.inputs[0].rows)
    const names = profile.columns.find(({ role }) => role === 'companyName')
    expect(names?.valid.examples).toHaveLength(2)
    expect(names?.parts.map(({ name }) => name)).toContain('branchKind')
  })

  test('a column can be named by hand', async () => {
    const file = await fileOf('mapped.csv', '甲方,其它\n太原恒通,13910002000\n太原鑫源,0351-4666688\n')
    const { out } = await guihu(
      'profile',
      file,
      '--map',
      'companyName=甲方',
      '--map',
      'phone=其它',
      '--quiet',
    )
    expect(out).toMatch(/甲方 +名称 +设置/)
    expect(out).toMatch(/其它 +电话 +设置/)
  })

  test('a file without a name column is described, and the lack is said', async () => {
    const file = await fileOf('phones.csv', '电话\n13910002000\n4006688888\n')
    const { code, out } = await guihu('profile', file, '--quiet')
    expect(code).toBe(0)
    expect(out).toContain('没有识别出“名称”列')
  })

  test('what a file holds cannot write to the screen', async () => {
    const file = await fileOf('hostile.csv', '客户名称\n\u001b[2J恒通商贸\n')
    const { out } = await guihu('profile', file, '--quiet')
    expect(out).toContain('恒通商贸')
    expect(out).not.toContain('\u001b')
  })

  test.each([
    [['profile'], /missing required argument/],
    [['profile', 'nowhere.csv'], /nowhere\.csv/],
    [['profile', DEPARTMENTS[0], '--map', 'phone=没有'], /没有/],
    [['profile', DEPARTMENTS[0], '--examples', 'many'], /whole number/],
  ])('%j ends with 2 and one sentence', async (args, message) => {
    const { code, out, err } = await guihu(...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
