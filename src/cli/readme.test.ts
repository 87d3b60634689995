import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { runCli, runNode } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { dedupe } from '../engine/dedupe.ts'
import { defineSettings } from '../model/settings.ts'

const ROOT = join(import.meta.dirname, '../..')
const README = join(ROOT, 'README.md')
const text = readFileSync(README, 'utf8')

const blocksOf = (language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code)

/** A folder to run in that has the fixtures where a checkout has them. */
function checkout(): string {
  const folder = temporaryFolder()
  symlinkSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'))
  return folder
}

// vitest run src/cli/readme.test.ts -u writes what the command prints now into the README.
test('the first command prints what the README shows', async () => {
  const [command] = blocksOf('sh')
  const [, args] = /^npm ci && node dist\/cli\/main\.js (.*)$/m.exec(command) ?? []
  const { code, stdout } = await runCli([...args.split(' '), '--quiet'], checkout())
  expect(code).toBe(0)
  const shown = /(?<=--find 山西煤\n```\n\n```\n)[\s\S]*?(?=```\n)/
  const cost = /用时 [\d.]+ 秒，内存峰值 \d+ MB/
  // Time and memory are those of the machine.
  const kept = cost.exec(shown.exec(text)?.[0] ?? '')?.[0]
  const printed = kept === undefined ? stdout : stdout.replace(cost, () => kept)
  expect(shown.test(text)).toBe(true)
  await expect(text.replace(shown, () => printed)).toMatchFileSnapshot(README)
})

test('the code runs as it stands', async () => {
  const blocks = blocksOf('js')
  expect(blocks).toHaveLength(3)
  for (const code of blocks) {
    const folder = checkout()
    const built = code.replace(/from 'guihu(\/\w+)?'/g, (_, name = '') => {
      const entry = packageJson.exports[`.${name}` as '.']
      return `from '${pathToFileURL(join(ROOT, entry.default)).href}'`
    })
    writeFileSync(join(folder, 'example.mjs'), built)
    const run = await runNode(['example.mjs'], folder)
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
    for (const [, expected] of code.matchAll(/console\.log\(.*\) \/\/ (.+)$/gm))
      expect(run.stdout.split('\n')).toContain(expected)
  }
})

test('the settings shown are the defaults', () => {
  expect(blocksOf('json').map((code) => JSON.parse(code))).toEqual([defineSettings()])
})

test('every option of the command is told', async () => {
  const { stdout } = await runCli(['dedupe', '--help'], ROOT)
  const options = [...stdout.matchAll(/^ {2}(?:-h, )?(--[a-z]+)/gm)].map(([, option]) => option)
  expect(options.length).toBeGreaterThan(10)
  expect(options.filter((option) => option !== '--help' && !text.includes(`\`${option}`))).toEqual([])
})

test('the columns of every file are told', async () => {
  const { customers, crosswalk, links, review, relations, junk } = await dedupe([
    { 客户名称: '山西恒通煤业' },
  ])
  const rowOf = (name: string) => text.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? ''
  for (const { name, headings } of [crosswalk, links, review, relations, junk])
    expect(rowOf(name)).toContain(`\`${headings.join(', ')}\` `)
  const own = customers.headings.filter((heading) => heading !== '客户名称')
  for (const heading of own) expect(rowOf('customers')).toMatch(new RegExp(`${heading}[,\`]`))
})

test('the map names every room, and why every dependency is there', () => {
  const map = readFileSync(join(ROOT, 'src/README.md'), 'utf8')
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(rooms.filter(({ name }) => !map.includes(`\`${name}/\``)).map(({ name }) => name)).toEqual([])
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const packages = Object.keys({ ...dependencies, ...devDependencies })
  const lines = map.split('\n').filter((line) => line.startsWith('| `'))
  expect(packages.filter((name) => !lines.some((line) => line.includes(`\`${name}\``)))).toEqual([])
})
