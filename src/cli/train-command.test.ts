import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DEPARTMENTS, runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { modelSchema } from '../model/model-schema.ts'
import { shippedModel } from '../model/shipped-model.ts'

const FILES = ['营销.csv', '财务.xlsx', '服务中心.csv'].map((name) => join(DEPARTMENTS, name))
const FEW = '编号,客户名称,电话\n1,山西恒通煤业有限公司,0351-4666666\n2,山西恒通煤业,(0351)4666666\n'

async function train(args: readonly string[], folder = temporaryFolder()) {
  return { folder, ...(await runCli(['train', ...args, '--quiet'], folder)) }
}

describe('guihu train', () => {
  test('writes a model and says what was learned, and what was too thin; dedupe and link take it with --model', async () => {
    const { code, stdout, stderr, folder } = await train([...FILES, '--out', 'models/ours.json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /^无标注，用 9\d\d 条记录重新估计：u 取自 [\d,]+ 对随机记录，m 由 EM 得自 \d+ 条分组规则中的 \d+ 条。\n/,
    )
    expect(stdout).toMatch(/\n相同的记录太少，未采用：.*email\.domain.*。\n/)
    expect(stdout).toMatch(/\nphone +different +0\.\d+ +0\.\d+/)
    expect(stdout).toMatch(/\nm 全部沿用原值：.*email.*。\n/)
    expect(readdirSync(join(folder, 'models'))).toEqual(['ours.json'])
    const model = modelSchema.parse(JSON.parse(readFileSync(join(folder, 'models/ours.json'), 'utf8')))
    expect(model.comparisons.phone.phone).not.toEqual(shippedModel.comparisons.phone.phone)

    for (const args of [
      ['dedupe', ...FILES, '--out', 'd', '--json'],
      ['link', FILES[0], FILES[1], '--out', 'l', '--json'],
    ]) {
      const { code, stdout } = await runCli([...args, '--quiet', '--model', 'models/ours.json'], folder)
      expect(code).toBe(0)
      const plain = await runCli([...args, '--quiet'], folder)
      const figures = ({ timings, ...rest }: Record<string, unknown>) => rest
      expect(figures(JSON.parse(stdout))).not.toEqual(figures(JSON.parse(plain.stdout)))
    }
  })

  test('--labels: by counting; --json gives the report; --lang en', async () => {
    const labels = ['--labels', join(DEPARTMENTS, 'truth.csv'), '--out', 'm.json']
    const report = JSON.parse((await train([...FILES, ...labels, '--json'])).stdout)
    expect(report).toMatchObject({ method: 'labels', sessions: [] })
    expect(report.truePairs).toBeGreaterThan(500)
    const { stdout } = await train([...FILES, ...labels, '--lang', 'en'])
    expect(stdout).toMatch(
      /^Refitted on 9\d\d records by their labels: u from [\d,]+ pairs of two customers, m from [\d,]+ pairs of one\.\n/,
    )
  })

  test('too few records: says so, and falls back on the shipped model', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '客户.csv'), FEW)
    const { code, stdout } = await train(['客户.csv', '--out', 'm.json'], folder)
    expect(code).toBe(0)
    expect(stdout).toContain('记录太少，什么也没有改变')
    const model = JSON.parse(readFileSync(join(folder, 'm.json'), 'utf8'))
    expect(model.comparisons).toEqual(shippedModel.comparisons)
  })
})

test('wrong use: one sentence, exit 2, nothing written', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '客户.csv'), FEW)
  writeFileSync(join(folder, 'truth.csv'), 'id,customer\nX1,A\n')
  mkdirSync(join(folder, '目录'))
  const before = readdirSync(folder).sort()
  const refusals: (readonly [readonly string[], RegExp])[] = [
    [['客户.csv'], /^required option '--out <file>' not specified/],
    [
      ['客户.csv', '--out', '客户.csv'],
      /^The output would overwrite the input 客户\.csv; choose another file\.$/,
    ],
    [['客户.csv', '--out', '目录'], /^The file 目录 cannot be written: it is a folder\.$/],
    [['客户.csv', '--out', '客户.csv/m.json'], /^The file 客户\.csv\/m\.json cannot be written: /],
    [
      ['客户.csv', '--out', 'm.json', '--labels', 'truth.csv'],
      /^no record is in the list of labels \(it has X1, the records 1\)$/,
    ],
    [
      ['客户.csv', '--out', 'm.json', '--labels', '客户.csv'],
      /^the list of labels has no column of customers: /,
    ],
    [['客户.csv', '--out', 'm.json', '--model', 'truth.csv'], /^truth\.csv is not valid JSON/],
  ]
  for (const [args, sentence] of refusals) {
    const { code, stdout, stderr } = await train(args, folder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.slice('guihu: '.length, -1)).toMatch(sentence)
  }
  expect(readdirSync(folder).sort()).toEqual(before)
  expect(existsSync(join(folder, 'm.json'))).toBe(false)
})
