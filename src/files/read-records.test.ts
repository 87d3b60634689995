import { brotliCompressSync, gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { gb18030, temporaryFolder, workbook } from '../../fixtures/files/make-files.ts'
import { cellText } from '../data/table.ts'
import { describeError, InputError } from './input-error.ts'
import { type FileRecords, nameFiles, type ReadOptions, readRecords } from './read-records.ts'

const folder = temporaryFolder()

/** Rows as objects of the cells that are filled. */
function objects({ table }: FileRecords): Record<string, string>[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => [column.name, cellText(column, row)]).filter(([, text]) => text !== ''),
    ),
  )
}

async function read(name: string, content: string | Uint8Array, options?: ReadOptions): Promise<FileRecords> {
  return readRecords(await folder.put(name, content), options)
}

async function problemsOf(name: string, content: string | Uint8Array) {
  const { problems } = await read(name, content)
  return problems.examples.map(({ code, row, column, value }) => [code, row, column, value])
}

async function errorOf(paths: string | string[], options?: ReadOptions): Promise<InputError> {
  const error = await readRecords(paths, options).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(error instanceof InputError)) throw new Error(`no InputError but ${String(error)}`)
  expect(error.message).toMatch(/^[^\n]{10,300}\.$/)
  expect(describeError(error, 'zh')).toMatch(/^[^\n]{5,300}。$/)
  return error
}

const TEXT = '客户名称,联系电话,地址\n山西恒通煤业有限公司,0351-1234567,太原市平阳路12号\n华泰贸易,,\n'
const ROWS = [
  { 客户名称: '山西恒通煤业有限公司', 联系电话: '0351-1234567', 地址: '太原市平阳路12号' },
  { 客户名称: '华泰贸易' },
]

describe('text in any encoding', () => {
  const wide = (mark: string): Buffer => Buffer.from(mark + TEXT, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['GB18030', gb18030(TEXT), 'gb18030'],
    ['UTF-16 LE', wide(''), 'utf-16le'],
    ['UTF-16 LE with a mark', wide('\uFEFF'), 'utf-16le'],
    ['UTF-16 BE', wide('').swap16(), 'utf-16be'],
    ['UTF-16 BE with a mark', wide('\uFEFF').swap16(), 'utf-16be'],
    ['UTF-8, gzip', gzipSync(TEXT), 'utf-8'],
    ['GB18030, gzip', gzipSync(gb18030(TEXT)), 'gb18030'],
  ])('%s', async (name, bytes, encoding) => {
    const records = await read(`${name}.csv${name.includes('gzip') ? '.gz' : ''}`, bytes)
    expect(objects(records)).toEqual(ROWS)
    expect(records.inputs[0]).toMatchObject({ kind: 'csv', encoding, delimiter: ',', rows: 2, headerRow: 1 })
    expect(records.problems.counts).toEqual({})
  })

  test('an encoding that is named', async () => {
    const records = await read('big5.csv', Uint8Array.of(0xa4, 0xa4, 10, 0xa4, 0xe5, 10), {
      encoding: 'big5',
    })
    expect(objects(records)).toEqual([{ 中: '文' }])
  })

  test('characters straddle the pieces a large file is read in', async () => {
    const line = '山西恒通煤业有限公司,太原市平阳路12号\n'
    const { table } = await read('large.csv', gb18030(`名称,地址\n${line.repeat(40_000)}`))
    expect(table.rowCount).toBe(40_000)
    expect(table.columns.map(({ dictionary }) => dictionary.size)).toEqual([2, 2])
  })
})

describe('delimiters', () => {
  test.each([
    ['comma', '名称,电话\na,1\nb,2\n', ','],
    ['tab', '名称\t电话\na\t1,2\n', '\t'],
    ['semicolon', '名称;电话;地址\na;1;x,y\nb;2;z\n', ';'],
    ['bar', '名称|电话\na|1\n', '|'],
    ['none', '名称\na\nb\n', ','],
    ['commas in the cells of a tab file', '名称\t地址\t备注\na\tx, y\tp, q\nb\tz, w\tr, s\n', '\t'],
    ['declared to Excel', 'sep=|\n名称|电话\na|1\n', '|'],
  ])('%s', async (name, text, delimiter) => {
    const records = await read(`${name}.csv`, text)
    expect(records.inputs[0].delimiter).toBe(delimiter)
    expect(records.table.columns[0].name).toBe('名称')
    expect(cellText(records.table.columns[0], 0)).toBe('a')
  })

  test('one that is named', async () => {
    expect(objects(await read('x.csv', 'a^b\n1^2\n', { delimiter: '^' }))).toEqual([{ a: '1', b: '2' }])
  })
})

describe('headings', () => {
  test('doubled and empty ones get names of their own', async () => {
    const records = await read('h.csv', '电话,,电话, 名称 ,,\n1,2,3,4,,\n')
    expect(objects(records)).toEqual([{ 电话: '1', 列2: '2', '电话 (2)': '3', 名称: '4' }])
    expect(records.problems.counts).toEqual({ 'renamed-column': 2 })
  })

  test('titles above them are passed over and reported', async () => {
    const text = '客户清单,,,\n\n编号,名称,电话,地址\n1,a,2,x\n'
    expect(await problemsOf('t.csv', text)).toEqual([['skipped-title-row', 1, '', '客户清单']])
    const records = await read('t.csv', text)
    expect([...records.rowNumbers]).toEqual([4])
    expect(records.inputs[0].headerRow).toBe(3)
  })

  test('several files come below one another, columns united by heading', async () => {
    const paths = [
      await folder.put('营销.csv', '名称,电话\na,1\n'),
      await folder.put('财务.csv', gb18030('税号,名称\n9,b\n8,c\n')),
    ]
    const records = await readRecords(paths)
    expect(objects(records)).toEqual([
      { 名称: 'a', 电话: '1' },
      { 名称: 'b', 税号: '9' },
      { 名称: 'c', 税号: '8' },
    ])
    expect(records.origins).toEqual([
      { name: '营销.csv', start: 0, end: 1 },
      { name: '财务.csv', start: 1, end: 3 },
    ])
    expect([...records.rowNumbers]).toEqual([2, 2, 3])
  })

  test('files of one name are told apart', () => {
    expect(nameFiles(['a/x.csv', 'b/x.csv', 'c/y.csv', 'a/x.csv'])).toEqual([
      'a/x.csv',
      'b/x.csv',
      'y.csv',
      'a/x.csv (2)',
    ])
  })
})

describe('rows that are not right', () => {
  test('too few and too many cells', async () => {
    const text = '名称,电话,地址\na,1\nb,1,x,extra, ,more\nc,1,x,,\n'
    expect(await problemsOf('cells.csv', text)).toEqual([
      ['too-few-cells', 2, '', ''],
      ['too-many-cells', 3, '', 'extra | more'],
    ])
    expect(objects(await read('cells.csv', text))[0]).toEqual({ 名称: 'a', 电话: '1' })
  })

  test('blank lines and rows of empty cells are passed over', async () => {
    const records = await read('blank.csv', '\n名称,电话\n\na,1\n , \n,\nb,2\n\n')
    expect([...records.rowNumbers]).toEqual([4, 7])
    expect(records.problems.counts).toEqual({})
  })

  test('a cell of 1 MB is cut and reported', async () => {
    const records = await read(
      'mega.csv',
      `名称,备注\na,"${'长\n'.repeat(999)}${'x'.repeat(1 << 20)}"\nb,c\n`,
    )
    expect(records.problems.examples).toMatchObject([{ code: 'cell-too-long', row: 2, column: '备注' }])
    expect(cellText(records.table.columns[1], 0)).toHaveLength(65_536)
    expect(cellText(records.table.columns[1], 1)).toBe('c')
  })

  test('a cell is never cut inside a character', async () => {
    const records = await read('pair.csv', `名称\n${'x'.repeat(65_535)}😀y\n`)
    expect(cellText(records.table.columns[0], 0)).toBe('x'.repeat(65_535))
  })

  test('a quote that never closes', async () => {
    const text = '名称,电话\na,"1\nb,2\n'
    expect(await problemsOf('quote.csv', text)).toEqual([['unclosed-quote', 2, '电话', '']])
    expect(objects(await read('quote.csv', text))).toEqual([
      { 名称: 'a', 电话: '"1' },
      { 名称: 'b', 电话: '2' },
    ])
  })

  test('bytes that are no character', async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT.repeat(3)), Uint8Array.of(0xe6, 0x81, 10)])
    const records = await read('broken.csv', bytes)
    expect(records.inputs[0].encoding).toBe('utf-8')
    expect(records.problems.examples).toMatchObject([
      { code: 'undecodable-bytes', row: 10, column: '客户名称' },
      { code: 'too-few-cells' },
    ])
  })

  test('a gzip file that breaks off is read as far as it goes', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `客户${(i * 7919) % 50_021},${i}`)
    const whole = gzipSync(`名称,电话\n${rows.join('\n')}\n`)
    const records = await read('cut.csv.gz', whole.subarray(0, whole.length >> 1))
    expect(records.problems.counts['truncated-file']).toBe(1)
    expect(records.table.rowCount).toBeGreaterThan(10_000)
    expect(cellText(records.table.columns[0], 0)).toBe('客户0')
  })

  test('a file with a header only, beside one with rows', async () => {
    const records = await readRecords([
      await folder.put('head.csv', '名称,电话\n'),
      await folder.put('rows.csv', '名称\na\n'),
    ])
    expect(records.problems.examples).toMatchObject([{ code: 'empty-file', file: 'head.csv' }])
    expect(objects(records)).toEqual([{ 名称: 'a' }])
  })
})

describe('JSON', () => {
  const expected = [
    { 名称: 'a', 税号: '914403007084610990', 标签: '["x",1]' },
    { 名称: 'b', 注册: 'true' },
  ]
  const lines = [
    '{"名称":"a","税号":914403007084610990,"标签":["x",1]}',
    '{"名称":"b","税号":null,"注册":true}',
  ]
  test.each([
    ['lines.jsonl', lines.join('\n')],
    ['lines.ndjson', `${lines.join('\r\n')}\r\n\r\n`],
    ['lines without the name.txt', lines.join('\n')],
    ['array.json', `[${lines.join(',')}]`],
    ['wrapped.json', `{"RECORDS": [\n${lines.join(',\n')}\n]}`],
    ['lines.json', lines.join('\n')],
  ])('%s', async (name, text) => {
    expect(objects(await read(name, text))).toEqual(expected)
  })

  test('lines that are no object are reported, with their line', async () => {
    const text = '{"a":1}\n[1]\n\n{"a":\n7\n{"a":2}'
    expect((await problemsOf('bad.jsonl', text)).map(([code, row]) => [code, row])).toEqual([
      ['unreadable-line', 2],
      ['unreadable-line', 4],
      ['unreadable-line', 5],
    ])
    expect([...(await read('bad.jsonl', text)).rowNumbers]).toEqual([1, 6])
  })

  test('an array that breaks off', async () => {
    const records = await read('cut.json', '[{"a":"x,]"},{"a":2},{"a":')
    expect(objects(records)).toEqual([{ a: 'x,]' }, { a: '2' }])
    expect(records.problems.counts).toEqual({ 'truncated-file': 1 })
  })

  test('a list in a record is no list of records', async () => {
    expect(objects(await read('one.jsonl', '{"联系人":[{"名":"张"}]}\n'))).toEqual([
      { 联系人: '[{"名":"张"}]' },
    ])
  })
})

describe('Parquet', () => {
  const columnData = [
    { name: '名称', data: ['山西恒通', '华泰', null], type: 'STRING' as const },
    { name: '编号', data: [914403007084610990n, 2n, 3n], type: 'INT64' as const },
    { name: '金额', data: [1.5, null, 1380013800000], type: 'DOUBLE' as const },
    {
      name: '更新',
      data: [new Date('2024-02-29'), new Date('2024-02-29T08:30:00Z'), null],
      type: 'TIMESTAMP' as const,
    },
    { name: '标签', data: [{ a: 1 }, null, ['x']], type: 'JSON' as const },
  ]
  const whole = Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 2 }))

  test('all types become text', async () => {
    expect(objects(await read('x.parquet', whole))).toEqual([
      { 名称: '山西恒通', 编号: '914403007084610990', 金额: '1.5', 更新: '2024-02-29', 标签: '{"a":1}' },
      { 名称: '华泰', 编号: '2', 更新: '2024-02-29T08:30:00' },
      { 编号: '3', 金额: '1380013800000', 标签: '["x"]' },
    ])
  })

  test('decimals keep every digit', async () => {
    const decimal = { converted_type: 'DECIMAL' as const, repetition_type: 'OPTIONAL' as const }
    const bytes = parquetWriteBuffer({
      columnData: [{ name: 'd', data: [914403007084610990n, -5n, null] }],
      schema: [
        { name: 'root', num_children: 1 },
        { name: 'd', type: 'INT64', scale: 2, precision: 18, ...decimal },
      ],
    })
    // The writer scales by 100, so what was written is read back with its two places.
    const texts = objects(await read('d.parquet', new Uint8Array(bytes))).map(({ d }) => d)
    expect(texts[1]).toMatch(/^-[0-9]+\.[0-9]{2}$/)
  })

  // Packed without squeezing: one block of bytes as they are, which is all that a reader must understand here.
  const zstd = (bytes: Uint8Array) => {
    const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0, 0, 0, 0])
    head.writeUInt32LE(bytes.length, 5)
    head.writeUIntLE((bytes.length << 3) | 1, 9, 3)
    return Buffer.concat([head, bytes])
  }
  const lz4 = (bytes: Uint8Array) => {
    const more = bytes.length - 15
    const length = [...Array.from({ length: Math.floor(more / 255) }, () => 255), more % 255]
    return Buffer.concat([Buffer.from(more < 0 ? [bytes.length << 4] : [0xf0, ...length]), bytes])
  }

  test.each([
    ['ZSTD' as const, zstd],
    ['LZ4_RAW' as const, lz4],
    ['GZIP' as const, gzipSync],
    ['BROTLI' as const, brotliCompressSync],
  ])('packed with %s', async (codec, pack) => {
    const bytes = parquetWriteBuffer({ columnData, codec, compressors: { [codec]: pack } })
    expect(objects(await read(`${codec}.parquet`, new Uint8Array(bytes)))).toEqual(
      objects(await read('plain.parquet', whole)),
    )
  })

  test('one that breaks off, or is damaged', async () => {
    expect((await errorOf(await folder.put('cut.parquet', whole.subarray(0, whole.length - 50)))).code).toBe(
      'truncated',
    )
    expect((await errorOf(await folder.put('head.parquet', whole.subarray(0, 6)))).code).toBe('truncated')
    const torn = Buffer.from(whole)
    torn.fill(0xff, 4, 60)
    expect((await errorOf(await folder.put('torn.parquet', torn))).code).toMatch(/damaged|truncated/)
    expect((await errorOf(await folder.put('text.parquet', 'a,b\n1,2'))).code).toBe('damaged')
  })
})

describe('files that cannot be read', () => {
  test('no file, no such file, a folder', async () => {
    expect((await errorOf([])).code).toBe('no-files')
    expect(await errorOf(folder.path('nowhere.csv'))).toMatchObject({
      code: 'not-found',
      file: folder.path('nowhere.csv'),
    })
    expect((await errorOf(folder.path('.'))).code).toBe('is-folder')
  })

  test.each([
    ['empty', '', 'empty'],
    ['only white space', ' \n\n ', 'empty'],
    ['only a byte order mark', '\uFEFF', 'empty'],
    ['a header only', '名称,电话\n', 'no-rows'],
    ['an empty array', '[]', 'no-rows'],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3', 'not-text'],
    ['binary', Buffer.from([0, 1, 2, 3, 0, 0, 9, 255]), 'not-text'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    ['a web page called .xls', '<html><table><tr><td>名称</td></tr></table></html>', 'web-page'],
    [
      'a zip that is no workbook',
      Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
      'not-a-workbook',
    ],
    ['gzip that is none', Buffer.from([0x1f, 0x8b, 9, 9, 9, 9]), 'damaged'],
    ['a table of 20,000 columns', 'a,'.repeat(20_000), 'too-many-columns'],
    ['a row of 20 MB', `名称\n${'x'.repeat(20_000_000)}`, 'row-too-long'],
  ])('%s', async (name, content, code) => {
    expect((await errorOf(await folder.put(`${name}.csv`, content))).code).toBe(code)
  })

  test('options that make no sense', async () => {
    const path = await folder.put('fine.csv', 'a,b\n1,2\n')
    expect(await errorOf(path, { encoding: 'klingon' })).toMatchObject({
      code: 'bad-encoding',
      value: 'klingon',
    })
    expect((await errorOf(path, { delimiter: '' })).code).toBe('bad-delimiter')
    expect((await errorOf(path, { delimiter: '||' })).code).toBe('bad-delimiter')
    expect((await errorOf(path, { delimiter: '"' })).code).toBe('bad-delimiter')
  })

  test('workbooks that break off or are damaged', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [`客户${(i * 7919) % 5003}`, String(i * i)])
    const whole = await writeExcelFile([['名称', '电话'], ...rows]).toBuffer()
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part))
      expect((await errorOf(await folder.put('cut.xlsx', cut))).code).toBe('truncated')
    }
    const torn = Buffer.from(whole)
    torn.fill(0xff, whole.length >> 2, whole.length >> 1)
    expect((await errorOf(await folder.put('torn.xlsx', torn))).code).toBe('damaged')
  })

  test('a sheet that is not there: the error names those that are', async () => {
    const bytes = await workbook([
      { name: '客户', rows: '' },
      { name: '订单', rows: '' },
    ])
    const error = await errorOf(await folder.put('sheets.xlsx', bytes), { sheet: '合同' })
    expect(error).toMatchObject({ code: 'sheet-not-found', value: '合同', detail: '客户, 订单' })
  })

  test('an aborted reading ends with the reason of the signal', async () => {
    const controller = new AbortController()
    controller.abort(new Error('enough'))
    await expect(readRecords(await folder.put('a.csv', TEXT), { signal: controller.signal })).rejects.toThrow(
      'enough',
    )
  })
})

test('progress tells the file, how much of it, and the rows so far', async () => {
  const events: { file: string; part: number; rows: number }[] = []
  await read('p.csv', TEXT, { onProgress: (event) => events.push(event) })
  expect(events.at(-1)).toEqual({ file: 'p.csv', part: 1, rows: 2 })
})
