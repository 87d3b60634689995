import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type SheetXml, temporaryFolder, workbook } from '../../fixtures/files/make-files.ts'
import { cellText } from '../data/table.ts'
import { type FileRecords, type ReadOptions, readRecords } from './read-records.ts'

const folder = temporaryFolder()

function rowsOf({ table }: FileRecords): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => cellText(column, row)),
  )
}

async function read(
  sheets: readonly SheetXml[],
  parts?: Parameters<typeof workbook>[1],
  options?: ReadOptions,
): Promise<FileRecords> {
  return readRecords(await folder.put('book.xlsx', await workbook(sheets, parts)), options)
}

const HEAD =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>值</t></is></c></row>'

async function textOf(cell: string, parts?: Parameters<typeof workbook>[1]): Promise<string> {
  const name = '<c r="A2" t="inlineStr"><is><t>x</t></is></c>'
  const records = await read([{ name: '客户', rows: `${HEAD}<row r="2">${name}${cell}</row>` }], parts)
  return rowsOf(records)[0][1] ?? ''
}

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="49"/></cellXfs>`

describe('a cell of a workbook', () => {
  test.each([
    ['text shared', '<c r="B2" t="s"><v>1</v></c>', '恒通&煤业'],
    ['text in runs, without readings', '<c r="B2" t="s"><v>2</v></c>', '山西恒通'],
    [
      'text in the cell',
      '<c r="B2" t="inlineStr"><is><r><t>山西</t></r><r><t xml:space="preserve"> 恒通</t></r></is></c>',
      '山西 恒通',
    ],
    ['text of a formula', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>恒通</v></c>', '恒通'],
    ['a formula without a value', '<c r="B2" t="str"><f>A1</f></c>', ''],
    ['control characters', '<c r="B2" t="str"><v>a_x000D_b_x005F_x0041_</v></c>', 'a\rb_x0041_'],
    ['a phone as a number', '<c r="B2"><v>13800138000</v></c>', '13800138000'],
    ['a phone with an exponent', '<c r="B2"><v>1.3800138E10</v></c>', '13800138000'],
    ['an 18-digit number', '<c r="B2"><v>9.1440300708461005E+17</v></c>', '914403007084610000'],
    ['a number behind the point', '<c r="B2"><v>0.30000000000000004</v></c>', '0.3'],
    ['zeros in front by format', '<c r="B2" s="2"><v>1234</v></c>', '00001234'],
    ['a date', '<c r="B2" s="1"><v>45351</v></c>', '2024-02-29'],
    ['a date with a time', '<c r="B2" s="1"><v>45351.354166666664</v></c>', '2024-02-29T08:30:00'],
    ['a date in Chinese', '<c r="B2" s="3"><v>45351</v></c>', '2024-02-29'],
    ['a time', '<c r="B2" s="1"><v>0.5</v></c>', '12:00:00'],
    ['a phone in a date format', '<c r="B2" s="1"><v>13800138000</v></c>', '13800138000'],
    ['a number in text format', '<c r="B2" s="4"><v>123</v></c>', '123'],
    ['an ISO date', '<c r="B2" t="d"><v>2024-02-29T00:00:00</v></c>', '2024-02-29'],
    ['true', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['nothing', '<c r="B2" s="1"/>', ''],
    ['no reference: the next place', '<c><v>7</v></c>', '7'],
    ['a prefix on every tag', '<x:c r="B2"><x:v>7</x:v></x:c>', '7'],
    ['character data', '<c r="B2" t="inlineStr"><is><t><![CDATA[<恒通>]]></t></is></c>', '<恒通>'],
  ])('%s', async (_, cell, text) => {
    const strings =
      '<si><t>x</t></si><si><t>恒通&amp;煤业</t></si><si><r><t>山西</t></r><r><t>恒通</t></r><rPh><t>shanxi</t></rPh></si>'
    expect(await textOf(cell, { strings, styles: STYLES })).toBe(text)
  })

  test('days count from 1904 where the workbook says so', async () => {
    const parts = { styles: STYLES, workbookPr: '<workbookPr date1904="1"/>' }
    expect(await textOf('<c r="B2" s="1"><v>43889</v></c>', parts)).toBe('2024-02-29')
  })

  test('1900 had a 29 February in Excel', async () => {
    const parts = { styles: STYLES }
    expect(await textOf('<c r="B2" s="1"><v>59</v></c>', parts)).toBe('1900-02-28')
    expect(await textOf('<c r="B2" s="1"><v>60</v></c>', parts)).toBe('1900-02-29')
    expect(await textOf('<c r="B2" s="1"><v>61</v></c>', parts)).toBe('1900-03-01')
  })
})

describe('a sheet', () => {
  test('bad cells are reported and the reading goes on', async () => {
    const cells = '<c r="A2" t="e"><v>#N/A</v></c><c r="B2"><v>914403007084610000</v></c>'
    const more = '<c r="A3" t="s"><v>99</v></c><c r="B3"><v>1</v></c><c r="D3"><v>4</v></c>'
    const records = await read([
      { name: '客户', rows: `${HEAD}<row r="2">${cells}</row><row r="3">${more}</row>` },
    ])
    expect(rowsOf(records)).toEqual([
      ['', '914403007084610000'],
      ['', '1'],
    ])
    expect(records.problems.examples.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['unreadable-value', 2, '名称'],
      ['lost-digits', 2, '值'],
      ['unreadable-value', 3, '名称'],
      ['too-many-cells', 3, ''],
    ])
  })

  test('rows keep their numbers over gaps; titles above the header are passed over', async () => {
    const title = '<row r="1"><c r="A1" t="inlineStr"><is><t>客户清单</t></is></c></row>'
    const cells = (row: number, texts: string[]): string =>
      `<row r="${row}">${texts.map((text, i) => `<c r="${'ABC'[i]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    const rows = title + cells(3, ['编号', '名称', '电话']) + cells(7, ['1', 'a', '']) + cells(9, ['2'])
    const records = await read([{ name: '客户', rows }])
    expect([...records.rowNumbers]).toEqual([7, 9])
    expect(records.inputs[0]).toMatchObject({
      headerRow: 3,
      sheet: '客户',
      kind: 'xlsx',
      columns: ['编号', '名称', '电话'],
    })
    expect(records.problems.counts).toEqual({ 'skipped-title-row': 1 })
  })

  test('the first that is not hidden, or the one that is named', async () => {
    const sheet = (text: string): string =>
      `${HEAD}<row r="2"><c r="A2" t="inlineStr"><is><t>${text}</t></is></c></row>`
    const sheets = [
      { name: '字典', rows: sheet('hidden'), state: 'hidden' },
      { name: '客户&amp;订单', rows: sheet('first') },
      { name: '合同', rows: sheet('second') },
    ]
    expect(rowsOf(await read(sheets))[0][0]).toBe('first')
    expect((await read(sheets)).inputs[0].sheet).toBe('客户&订单')
    expect(rowsOf(await read(sheets, {}, { sheet: '合同' }))[0][0]).toBe('second')
    expect(rowsOf(await read(sheets, {}, { sheet: '字典' }))[0][0]).toBe('hidden')
  })

  test('reads what write-excel-file writes, as read-excel-file does', async () => {
    const data = [
      ['名称', '电话', '成立', '金额', '有效'],
      ...Array.from({ length: 300 }, (_, i) => [
        i % 7 === 0 ? `<恒通> & "${i}"\n二行` : `恒通${i}`,
        13_800_138_000 + i,
        { value: new Date(Date.UTC(2024, 0, i + 1)), type: Date, format: 'yyyy-mm-dd' },
        i / 8,
        i % 2 === 0,
      ]),
    ]
    const path = await folder.put('twin.xlsx', await writeExcelFile(data).toBuffer())
    const [{ data: twin }] = await readExcelFile(path, { trim: false })
    const texts = twin
      .slice(1)
      .map((row) =>
        row.map((cell) =>
          cell instanceof Date
            ? cell.toISOString().slice(0, 10)
            : typeof cell === 'boolean'
              ? String(cell).toUpperCase()
              : String(cell),
        ),
      )
    expect(rowsOf(await readRecords(path))).toEqual(texts)
  })
})
