import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEPARTMENTS, runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { writeTables } from '../files/write-tables.ts'

const GOOD = '编号,客户名称,电话\n1,山西恒通煤业有限公司,0351-4666666\n2,山西恒通煤业,(0351)4666666\n'

/** A folder with the files given, and 客户.csv, which is in order. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries({ '客户.csv': GOOD, ...files }))
    writeFileSync(join(folder, name), content)
  return folder
}

/** Runs where nothing may be written, and wants one sentence with exit 2. */
async function refusal(args: readonly string[], folder: string): Promise<string> {
  const before = readdirSync(folder)
  const { code, stdout, stderr } = await runCli(args, folder)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^guihu: [^\n]+\n$/)
  expect(readdirSync(folder)).toEqual(before)
  return stderr.slice('guihu: '.length, -1)
}

const cut = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length / 2))

test.each<[string, Readonly<Record<string, string | Uint8Array>>, readonly string[], string]>([
  ['that does not exist', {}, ['没有.csv'], 'The file 没有.csv does not exist.'],
  ['that is a folder', {}, ['.'], '. is a folder; a file is wanted.'],
  ['that is empty', { '空.csv': '' }, ['空.csv'], 'The file 空.csv is empty.'],
  ['of blanks', { '空.csv': '\ufeff\n \n' }, ['空.csv'], 'The file 空.csv is empty.'],
  ['with a header only', { 'h.csv': '客户名称,电话\n' }, ['h.csv'], 'h.csv has no rows below its header.'],
  [
    'without a column of names',
    { 'a.csv': '数量,单价\n1,2\n3,4\n' },
    ['a.csv'],
    'no column could be a company name (columns: 数量, 单价); say which one is with map.companyName, or --map companyName=COLUMN',
  ],
  [
    'that is a picture',
    { 'a.csv': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13) },
    ['a.csv'],
    'a.csv is not a table of text but a PNG picture.',
  ],
  [
    'of bytes',
    { 'a.csv': Uint8Array.from({ length: 4000 }, (_, i) => ((i * 197) % 251) & 0x1f) },
    ['a.csv'],
    'a.csv is not a table of text but binary data.',
  ],
  [
    'that is a workbook cut off',
    { 'a.xlsx': cut(readFileSync(join(DEPARTMENTS, '财务.xlsx'))) },
    ['a.xlsx'],
    'a.xlsx is cut off: the directory at its end is missing; fetch or export it again.',
  ],
  ['that is missing beside one that is not', {}, ['客户.csv', 'b.csv'], 'The file b.csv does not exist.'],
])('a file %s', async (_, files, args, sentence) => {
  expect(await refusal(['dedupe', ...args, '--out', 'out'], folderWith(files))).toBe(sentence)
})

test('a Parquet file cut off', async () => {
  const folder = folderWith()
  const rows = Array.from({ length: 500 }, (_, i) => [i, `山西第${i}煤业有限公司`])
  const table = { name: 'a', headings: ['编号', '客户名称'], rowCount: rows.length, rows: () => rows }
  await writeTables(folder, [table], { format: 'parquet' })
  writeFileSync(join(folder, 'a.parquet'), cut(readFileSync(join(folder, 'a.parquet'))))
  expect(await refusal(['dedupe', 'a.parquet', '--out', 'out'], folder)).toMatch(/^a\.parquet is cut off/)
})

test.each<[readonly string[], string]>([
  [['dedupe', '客户.csv', '--out', 'out', '--tresh', '1'], "unknown option '--tresh'; see guihu --help"],
  [['dedupe', '客户.csv'], "required option '--out <folder>' not specified; see guihu --help"],
  [['dedupe', '--out', 'out'], "missing required argument 'files'; see guihu --help"],
  [['dedup', '客户.csv'], "unknown command 'dedup' (Did you mean dedupe?); see guihu --help"],
  [
    ['dedupe', '客户.csv', '--out', 'out', '--threshold', '95'],
    "option '--threshold <probability>' argument '95' is invalid. a probability between 0 and 1 is wanted; see guihu --help",
  ],
  [
    ['dedupe', '客户.csv', '--out', 'out', '--map', '电话'],
    "option '--map <field=column>' argument '电话' is invalid. field=column is wanted, as in --map phone=手机; see guihu --help",
  ],
  [
    ['dedupe', '客户.csv', '--out', 'out', '--format', 'xls'],
    "option '--format <format>' argument 'xls' is invalid. Allowed choices are csv, xlsx, jsonl, parquet; see guihu --help",
  ],
  [
    ['dedupe', '客户.csv', '--out', 'out', '--encoding', '国标'],
    '"国标", asked for 客户.csv, is no known text encoding.',
  ],
  [
    ['dedupe', '客户.csv', '--out', 'out', '--map', 'phone=座机'],
    "one mistake in the settings: map.phone names the column '座机', which is not there (columns: 编号, 客户名称, 电话)",
  ],
])('wrong use: guihu %j', async (args, sentence) => {
  expect(await refusal(args, folderWith())).toBe(sentence)
})

test('no command at all shows the help', async () => {
  const { code, stderr } = await runCli([], temporaryFolder())
  expect(code).toBe(2)
  expect(stderr).toMatch(/^Usage: guihu /)
})

test('settings with three mistakes: all three are named, also where only the columns can tell', async () => {
  const settings = { thresholds: { merge: 2 }, blockings: [], map: { phone: '座机' } }
  const folder = folderWith({ 's.json': JSON.stringify(settings) })
  const sentence = await refusal(['dedupe', '客户.csv', '--out', 'out', '--settings', 's.json'], folder)
  expect(sentence).toMatch(/^3 mistakes in the settings: /)
  for (const place of [
    'thresholds.merge is 2',
    'blockings is no setting',
    "map.phone names the column '座机'",
  ])
    expect(sentence).toContain(place)
})

test('settings that are wrong as a whole or in part stay wrong under options of the command line', async () => {
  const wrong = {
    'whole.json': '[1]',
    'part.json': '{"map": "电话", "thresholds": 5}',
    'text.json': '{"map": ',
  }
  const folder = folderWith(wrong)
  const options = ['--threshold', '0.9', '--map', 'phone=电话', '--branches', 'merge']
  const said = (file: string) =>
    refusal(['dedupe', '客户.csv', '--out', 'out', '--settings', file, ...options], folder)
  expect(await said('whole.json')).toMatch(/^one mistake in the settings: settings is \[1\]/)
  expect(await said('part.json')).toMatch(/^2 mistakes in the settings: map is "电话".*; thresholds is 5/)
  expect(await said('text.json')).toMatch(/^text\.json is not valid JSON at line 1/)
  expect(await said('none.json')).toBe('The file none.json does not exist.')
})

test('an output folder that is a file, is below one, cannot be made, or holds the input', async () => {
  const folder = folderWith({ 'customers.csv': GOOD, 文件: '' })
  const said = (out: string) => refusal(['dedupe', 'customers.csv', '--out', out], folder)
  expect(await said('文件')).toBe(`${join(folder, '文件')} is a file; the output needs a folder.`)
  expect(await said('文件/below')).toBe(`${join(folder, '文件')} is a file; the output needs a folder.`)
  expect(await said('长'.repeat(300))).toMatch(
    /^The output folder .* cannot be written: the name is too long\.$/,
  )
  expect(await said('.')).toBe('The output would overwrite the input customers.csv; choose another folder.')
  expect(readFileSync(join(folder, 'customers.csv'), 'utf8')).toBe(GOOD)
})

// The superuser may write anywhere.
test.skipIf(process.getuid?.() === 0)('an output folder without permission', async () => {
  const folder = folderWith()
  mkdirSync(join(folder, 'out'))
  chmodSync(join(folder, 'out'), 0o500)
  expect(await refusal(['dedupe', '客户.csv', '--out', 'out/below'], folder)).toMatch(
    /cannot be written: permission denied/,
  )
})

test.runIf(existsSync('/proc/self'))('an output folder in a file system that takes none', async () => {
  const sentence = await refusal(['dedupe', '客户.csv', '--out', '/proc/guihu'], folderWith())
  expect(sentence).toMatch(/^The output folder \/proc\/guihu cannot be written: /)
})

test('--lang zh says it in Chinese', async () => {
  const args = ['dedupe', '没有.csv', '--out', 'out', '--lang', 'zh']
  expect(await refusal(args, folderWith())).toBe('找不到文件 没有.csv。')
})
