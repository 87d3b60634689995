import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { shippedModel } from '../model/shipped-model.ts'
import { displayWidth } from './pad.ts'

const OURS = '{"客户名称":"山西煤业","电话":"0351-4666666"}'
const THEIRS = '{"客户名称":"山西煤产品总公司","电话":"(0351)4666666"}'
const NO_PHONE = '{"客户名称":"山西煤产品总公司"}'

async function explain(args: readonly string[], files: Readonly<Record<string, unknown>> = {}) {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return runCli(['explain', ...args], folder)
}

async function said(args: readonly string[], files?: Readonly<Record<string, unknown>>): Promise<string> {
  const { code, stdout, stderr } = await explain(args, files)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe('guihu explain', () => {
  test('shows each step with the values seen, and the sum', async () => {
    const stdout = await said([OURS, THEIRS])
    expect(stdout).toMatch(/^左 {2}客户名称=山西煤业 {2}电话=0351-4666666\n右 {2}/)
    expect(stdout).toMatch(/\n起点：任取两条记录 +−\d+\.\d +−\d+\.\d\n/)
    expect(stdout).toMatch(/\n电话相同 +03514666666 +03514666666 +\+\d+\.\d +\+\d+\.\d\n/)
    expect(stdout).toMatch(/\n合计 \+\d+\.\d，概率 (\d\d\.\d\d|> 99\.99)%\n结论：合并\n/)
  })

  test('weights and sums stand under one another, full-width or not', async () => {
    const lines = (await said([OURS, THEIRS])).split('\n')
    const weighed = lines.filter((line) => /[+−]\d+\.\d$/.test(line) && !line.startsWith('合计'))
    expect(weighed.length).toBeGreaterThan(3)
    expect(new Set(weighed.map(displayWidth)).size).toBe(1)
  })

  test('the sums end in the total', async () => {
    const lines = (await said([OURS, NO_PHONE])).split('\n')
    const total = lines.find((line) => line.startsWith('合计'))?.match(/[+−]\d+\.\d/)?.[0]
    const sums = lines.flatMap((line) => line.match(/[+−]\d+\.\d +([+−]\d+\.\d)$/)?.[1] ?? [])
    expect(sums[sums.length - 1]).toBe(total)
  })

  test('says why not, and what would change that', async () => {
    const stdout = await said([OURS, NO_PHONE])
    expect(stdout).toMatch(
      /\n结论：(需人工确认|不合并)。证据不足：概率 0\.\d+，低于 0\.(?:65|2)\n什么会改变结论：\n/,
    )
    expect(stdout).toMatch(/ {2}· 若电话一致则会合并（\+\d+\.\d，/)
    expect(stdout).toContain('电话：一方缺失')
  })

  test('--lang en', async () => {
    const stdout = await said([OURS, NO_PHONE, '--lang', 'en'])
    expect(stdout).toMatch(/\n {2}· if the phone agreed, they would be merged \(/)
    expect(stdout).not.toMatch(/[，。；（]/)
  })

  test('--json gives the explanation of the library', async () => {
    const explanation = JSON.parse(await said([OURS, NO_PHONE, '--json']))
    expect(Object.keys(explanation).sort()).toEqual(
      'evidence matchWeight prior probability reason relation settings sisters verdict whatWouldTip whyNot'.split(
        ' ',
      ),
    )
  })

  test('records from files, with columns named on the command line or in settings', async () => {
    const files = {
      'a.json': '{"甲方":"山西煤业"}',
      'b.json': { 甲方: '散客' },
      's.json': { map: { companyName: '甲方' } },
    }
    const byMap = await said(['@a.json', '@b.json', '--map', 'companyName=甲方'], files)
    expect(byMap).toContain('结论：不合并。其中有一条不是客户')
    expect(await said(['@a.json', '@b.json', '--settings', 's.json'], files)).toBe(byMap)
  })

  test('thresholds, branches and a model of one’s own bear on the verdict', async () => {
    expect(await said([OURS, THEIRS, '--threshold', '0.99999999'])).toContain('结论：需人工确认')
    const branch = '{"客户名称":"山西恒通煤业有限公司太原分公司"}'
    const parent = '{"客户名称":"山西恒通煤业有限公司"}'
    expect(await said([parent, branch])).toMatch(/（不可合并）.*结论：不合并。总分机构有别/s)
    expect(await said([parent, branch, '--branches', 'merge'])).not.toContain('不可合并')
    const model = { ...shippedModel, prior: -60 }
    expect(await said([OURS, THEIRS, '--model', 'm.json'], { 'm.json': model })).toContain('结论：不合并')
  })

  test('a value cannot write to the terminal', async () => {
    const stdout = await said([JSON.stringify({ 客户名称: '山西\u001b[31m煤业' }), OURS])
    expect(stdout.includes('\u001b')).toBe(false)
  })
})

describe('wrong use', () => {
  test.each<[string, readonly string[], Readonly<Record<string, unknown>>, RegExp]>([
    ['no JSON', ['山西煤业', OURS], {}, /^The left record is not JSON; give an object as in /],
    ['a list', [OURS, '[1]'], {}, /^The right record is a list; a JSON object is wanted/],
    [
      'a list within',
      [OURS, '{"客户名称":["a"]}'],
      {},
      /^The right record has no plain value under "客户名称"/,
    ],
    ['no file', ['@a.json', OURS], {}, /^The file a\.json does not exist\.$/],
    [
      'a broken file',
      ['@a.json', OURS],
      { 'a.json': '{"客户名称": ' },
      /^a\.json is not valid JSON at line 1/,
    ],
    ['no name', ['{"数量":1}', '{"数量":2}'], {}, /^no column could be a company name/],
    ['no second record', [OURS], {}, /^missing required argument 'right'; see guihu --help$/],
    [
      'a model with a share above one',
      [OURS, THEIRS, '--model', 'm.json'],
      { 'm.json': { ...shippedModel, comparisons: { phone: { phone: { same: { m: 2, u: 0.1 } } } } } },
      /^one mistake in the model m\.json: comparisons\.phone\.phone\.same\.m: /,
    ],
    [
      'a model of other fields',
      [OURS, THEIRS, '--model', 'm.json'],
      {
        'm.json': {
          ...shippedModel,
          comparisons: { fax: {}, phone: { phone: { equal: { m: 0.5, u: 0.1 } }, line: {} } },
        },
      },
      /^3 mistakes in the model m\.json: comparisons\.fax is no field \(known: .*\); comparisons\.phone\.phone\.equal is no level \(known: .*\); comparisons\.phone\.line is no comparison \(known: phone\)$/,
    ],
    [
      'settings as a model',
      [OURS, THEIRS, '--model', 's.json'],
      { 's.json': { map: {} } },
      /mistakes in the model s\.json: version: /,
    ],
  ])('%s', async (_, args, files, sentence) => {
    const { code, stdout, stderr } = await explain(args, files)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^guihu: [^\n]+\n$/)
    expect(stderr.slice('guihu: '.length, -1)).toMatch(sentence)
  })
})
