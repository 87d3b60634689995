import { type NumberFormat, numberFormatOf } from './cell-text.ts'
import { decodeText } from './decode-text.ts'
import { InputError } from './input-error.ts'
import { attributeOf, scanXml, unescapeXml, type XmlHandler } from './scan-xml.ts'
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip-reader.ts'

/** The parts of a workbook around its sheets. */
export interface Workbook {
  readonly path: string
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Worksheets in their order, with the entry each is in. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly entry: string }[]
  readonly sharedStrings: readonly string[]
  /** How numbers are shown, by cell style. */
  readonly formats: readonly NumberFormat[]
  /** Dates count from 1904 (files of old Macs). */
  readonly from1904: boolean
}

/** Pieces of XML end behind a `>`. */
const TAG_END = 62

/** Text that all sheets share is held in memory; a workbook of more is no list of customers. */
const MAX_SHARED_CHARACTERS = 2 ** 30

/**
 * Opens an .xlsx workbook (ECMA-376): its directory, sheets, shared strings and number formats.
 * Throws `truncated`, `damaged` or `not-a-workbook`.
 */
export async function openWorkbook(path: string, signal?: AbortSignal): Promise<Workbook> {
  const entries = await readZipDirectory(path)
  const main = [...entries.keys()].find((name) => /^xl\/workbook[0-9]*\.xml$/i.test(name))
  if (main === undefined) throw new InputError('not-a-workbook', path, '', otherArchive(entries))
  const relations = await readRelations(path, entries, signal)
  const { sheets, from1904 } = await readSheets(path, entries, main, relations, signal)
  const shared = relations.find(({ type }) => type.endsWith('/sharedStrings'))?.target
  const styles = relations.find(({ type }) => type.endsWith('/styles'))?.target
  return {
    path,
    entries,
    sheets,
    from1904,
    sharedStrings: await readSharedStrings(path, entries.get(shared ?? ''), signal),
    formats: await readFormats(path, entries.get(styles ?? ''), signal),
  }
}

function otherArchive(entries: ReadonlyMap<string, ZipEntry>): string {
  if (entries.has('word/document.xml')) return 'it is a Word document'
  if (entries.has('xl/workbook.bin')) return 'it is an .xlsb workbook, save it as .xlsx'
  if (entries.has('content.xml')) return 'it is an OpenDocument file, save it as .xlsx'
  return 'it has no xl/workbook.xml'
}

/** Runs one part of a workbook through an XML handler. A part that is not there is no text. */
export async function readPart(
  path: string,
  entry: ZipEntry | undefined,
  handler: XmlHandler,
  signal?: AbortSignal,
): Promise<void> {
  if (!entry) return
  const take = scanXml(handler)
  try {
    for await (const piece of decodeText(readZipEntry(path, entry, signal), 'utf-8', path, TAG_END))
      take(piece)
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new InputError('damaged', path, '', `${entry.name}: ${error.message}`)
    throw error
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

async function readRelations(
  path: string,
  entries: ReadonlyMap<string, ZipEntry>,
  signal?: AbortSignal,
): Promise<Relation[]> {
  const relations: Relation[] = []
  const open = (name: string, attributes: string): void => {
    if (name !== 'Relationship') return
    const target = attributeOf(attributes, 'Target') ?? ''
    relations.push({
      id: attributeOf(attributes, 'Id') ?? '',
      type: attributeOf(attributes, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
    })
  }
  const part = [...entries.keys()].find((name) => /^xl\/_rels\/workbook[0-9]*\.xml\.rels$/i.test(name))
  await readPart(path, entries.get(part ?? ''), { open, close() {}, text() {} }, signal)
  return relations
}

async function readSheets(
  path: string,
  entries: ReadonlyMap<string, ZipEntry>,
  main: string,
  relations: readonly Relation[],
  signal?: AbortSignal,
): Promise<{ sheets: Workbook['sheets']; from1904: boolean }> {
  const sheets: { name: string; hidden: boolean; entry: string }[] = []
  let from1904 = false
  const open = (tag: string, attributes: string): void => {
    if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
    if (tag !== 'sheet') return
    const relation = relations.find(({ id }) => id === attributeOf(attributes, 'id'))
    if (!relation?.type.endsWith('/worksheet')) return
    const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
    sheets.push({ name: attributeOf(attributes, 'name') ?? '', hidden, entry: relation.target })
  }
  await readPart(path, entries.get(main), { open, close() {}, text() {} }, signal)
  if (sheets.length === 0) throw new InputError('damaged', path, '', 'it names no worksheet')
  return { sheets, from1904 }
}

async function readSharedStrings(
  path: string,
  entry: ZipEntry | undefined,
  signal?: AbortSignal,
): Promise<string[]> {
  const strings: string[] = []
  const collector = collectText((text) => strings.push(text))
  let total = 0
  const text = (piece: string): void => {
    total += piece.length
    if (total > MAX_SHARED_CHARACTERS) throw new InputError('damaged', path, '', 'its shared text has no end')
    collector.text(piece)
  }
  const close = (name: string): void => {
    if (name === 'si') collector.finish()
    else collector.close(name)
  }
  await readPart(path, entry, { open: collector.open, close, text }, signal)
  return strings
}

/** Gathers the text of a string item: its runs joined, phonetic readings (`rPh`) left out. */
export function collectText(done: (text: string) => void): XmlHandler & { finish(): void } {
  let inText = false
  let inReading = false
  let gathered = ''
  return {
    open(name) {
      if (name === 't') inText = true
      else if (name === 'rPh') inReading = true
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
    },
    text(text) {
      if (inText && !inReading) gathered = gathered === '' ? text : gathered + text
    },
    finish() {
      done(unescapeWorkbookText(gathered))
      gathered = ''
    },
  }
}

/**
 * Text of a workbook: XML entities, and control characters that XML cannot hold as `_x000D_`.
 * @example unescapeWorkbookText('恒通_x000D_&amp;') // => '恒通\r&'
 */
export function unescapeWorkbookText(text: string): string {
  const plain = unescapeXml(text)
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}

async function readFormats(
  path: string,
  entry: ZipEntry | undefined,
  signal?: AbortSignal,
): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCellFormats = false
  const open = (name: string, attributes: string): void => {
    if (name === 'cellXfs') inCellFormats = true
    else if (name === 'numFmt') {
      codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
    } else if (name === 'xf' && inCellFormats) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      formats.push(numberFormatOf(id, codes.get(id) ?? ''))
    }
  }
  const close = (name: string): void => {
    if (name === 'cellXfs') inCellFormats = false
  }
  await readPart(path, entry, { open, close, text() {} }, signal)
  return formats
}
