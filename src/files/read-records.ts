import { basename, extname } from 'node:path'
import type { Records } from '../data/records.ts'
import type { Executor } from '../engine/executor.ts'
import type { ParseAhead } from '../engine/parse-ahead.ts'
import type { SettingsInput } from '../model/settings.ts'
import { decodeText } from './decode-text.ts'
import { encodingOfHead, utf8OrGb18030 } from './detect-encoding.ts'
import { type FileKind, isJsonArray, kindOf } from './file-kind.ts'
import { InputError } from './input-error.ts'
import { type ByteSource, openSource, type ReadWatch, readBytes } from './read-bytes.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readParquet } from './read-parquet.ts'
import { readXlsx } from './read-xlsx.ts'
import { RecordsCollector } from './records-collector.ts'
import { SheetRows } from './sheet-rows.ts'

export interface ReadOptions {
  /** The sheet of an .xlsx file; the first that is not hidden when left out. */
  readonly sheet?: string | undefined
  /** Any encoding label of the web (utf-8, gb18030, big5, utf-16le …); recognised when left out. */
  readonly encoding?: string | undefined
  /** One character; recognised among , tab ; | when left out. */
  readonly delimiter?: string | undefined
  /** Told now and then how far the reading is. */
  readonly onProgress?: ((event: ReadProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** That of the run to come: its threads parse cells while the reading goes on, where they have been started. */
  readonly executor?: Executor | undefined
  /** Those of the run to come, which may say what columns hold. */
  readonly settings?: SettingsInput | undefined
}

export interface ReadProgress {
  readonly file: string
  /** Of this file, from 0 to 1. */
  readonly part: number
  /** Of all files so far. */
  readonly rows: number
}

/** What a file was taken for. */
export interface InputDetails {
  /** As in `origins`. */
  readonly name: string
  readonly path: string
  readonly kind: FileKind
  readonly compressed: boolean
  readonly bytes: number
  readonly rows: number
  readonly columns: readonly string[]
  /** '' for XLSX and Parquet. */
  readonly encoding: string
  /** '' for all but CSV. */
  readonly delimiter: string
  /** '' for all but XLSX. */
  readonly sheet: string
  /** The row the headings stood in; 0 where there is none (JSON, Parquet). */
  readonly headerRow: number
}

/** Records, and what each file was taken for. */
export interface FileRecords extends Records {
  readonly inputs: readonly InputDetails[]
}

/**
 * Reads files of records: CSV and TSV, XLSX, JSON lines or a JSON array, Parquet; text also as .gz,
 * in UTF-8, GB18030 or UTF-16. What a file is, its content tells first, then its extension. Several
 * files come below one another, columns united by heading. Bad cells and rows are `problems` and the
 * reading goes on (a cell is cut after 65,536 characters); `InputError` when a file cannot be read, or no file has a row. Row numbers are
 * those of the file: the first row is 1, also when it is the header.
 * @example const records = await readRecords(['营销.csv', '财务.xlsx'])
 */
export async function readRecords(
  paths: string | readonly string[],
  options: ReadOptions = {},
): Promise<FileRecords> {
  const files = typeof paths === 'string' ? [paths] : paths
  if (files.length === 0) throw new InputError('no-files', '')
  const collector = new RecordsCollector(await parseAheadOf(options))
  const names = nameFiles(files)
  const inputs: InputDetails[] = []
  for (const [i, path] of files.entries()) {
    options.signal?.throwIfAborted()
    const start = collector.rowCount
    const details = await readFile(collector, path, names[i], options)
    collector.endFile(names[i], start)
    const rows = collector.rowCount - start
    inputs.push({ ...details, rows })
    if (rows === 0) collector.problems.add({ code: 'empty-file', file: names[i] })
    options.onProgress?.({ file: names[i], part: 1, rows: collector.rowCount })
  }
  if (collector.rowCount === 0) throw noRows(inputs)
  return { ...collector.finish(), inputs }
}

async function parseAheadOf({ executor, settings }: ReadOptions): Promise<ParseAhead | undefined> {
  if (executor?.parseAhead === undefined) return undefined
  const { headingReaderOf } = await import('../engine/resolve-settings.ts')
  const { fieldTypes } = await import('../fields/index.ts')
  return executor.parseAhead(headingReaderOf(settings, fieldTypes))
}

function noRows(inputs: readonly InputDetails[]): InputError {
  const { path, columns } = inputs[0]
  return new InputError(columns.length === 0 ? 'empty' : 'no-rows', path)
}

/**
 * The name of each file in reports and as a source: its name without folders, or its whole path where
 * two names would be the same.
 * @example nameFiles(['a/客户.csv', 'b/客户.csv', 'c.csv']) // => ['a/客户.csv', 'b/客户.csv', 'c.csv']
 */
export function nameFiles(paths: readonly string[]): string[] {
  const bases = paths.map((path) => basename(path))
  const names = paths.map((path, i) =>
    bases.indexOf(bases[i]) === bases.lastIndexOf(bases[i]) ? bases[i] : path,
  )
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

async function readFile(
  collector: RecordsCollector,
  path: string,
  name: string,
  options: ReadOptions,
): Promise<InputDetails> {
  const { source, head } = await openSource(path)
  const onPart = (part: number): void => {
    collector.handOut()
    options.onProgress?.({ file: name, part, rows: collector.rowCount })
  }
  const extension = extname(path.replace(/\.gz$/i, '')).toLowerCase()
  const kind = kindOf(head, extension, path)
  const common = { name, path, kind, compressed: source.compressed, bytes: source.size, rows: 0 }
  const none = { encoding: '', delimiter: '', sheet: '', headerRow: 0 }
  if (source.compressed && (kind === 'xlsx' || kind === 'parquet')) {
    throw new InputError('not-text', path, `a ${kind} file within gzip; unpack it first`)
  }
  if (kind === 'parquet') {
    const watch = { signal: options.signal, onRows: onPart }
    const columns = await readParquet(collector, { path, file: name, ...watch })
    return { ...common, ...none, columns }
  }
  if (kind === 'xlsx') {
    const rows = new SheetRows(collector, name, true)
    const { sheet: wanted, signal } = options
    const sheet = await readXlsx(rows, collector.problems, {
      path,
      file: name,
      sheet: wanted,
      signal,
      onRows: () => onPart(0),
    })
    rows.finish()
    return { ...common, ...none, sheet, columns: rows.headings, headerRow: rows.headerRow }
  }
  return {
    ...common,
    ...none,
    ...(await readText(collector, { source, head, kind, extension, name, onPart }, options)),
  }
}

interface TextFile {
  readonly source: ByteSource
  readonly head: Uint8Array
  readonly kind: FileKind
  readonly extension: string
  readonly name: string
  /** Told now and then which part is read. */
  readonly onPart: (part: number) => void
}

type TextDetails = Pick<InputDetails, 'encoding' | 'columns'> & Partial<InputDetails>

async function readText(
  collector: RecordsCollector,
  file: TextFile,
  options: ReadOptions,
): Promise<TextDetails> {
  const { source, name, onPart } = file
  const { problems } = collector
  const onTruncated = (detail: string): void => problems.add({ code: 'truncated-file', file: name, detail })
  const onBytes = (done: number): void => onPart(Math.min(1, done / source.size))
  const watch: ReadWatch = { signal: options.signal, onBytes, onTruncated }
  const encoding = options.encoding ?? (await recogniseEncoding(file, options.signal))
  const pieces = decodeText(readBytes(source, watch), encoding, source.path)
  if (file.kind === 'json') {
    const isArray = isJsonArray(file.head, encoding, file.extension)
    const { columns, cutOff } = await readJson(pieces, collector, { file: name, isArray })
    if (cutOff) onTruncated('the JSON array does not end')
    return { encoding, columns }
  }
  const rows = new SheetRows(collector, name, false)
  const onStrayQuote = (row: number, cell: number): void => {
    const column = rows.headings[cell - 1] ?? `列${cell}`
    problems.add({
      code: 'unclosed-quote',
      file: name,
      row,
      column,
      detail: 'the rest of the row was read as plain text',
    })
  }
  const { extension } = file
  const delimiter = await readCsv(pieces, rows, {
    file: source.path,
    extension,
    delimiter: options.delimiter,
    onStrayQuote,
  })
  rows.finish()
  return { encoding, columns: rows.headings, delimiter, headerRow: rows.headerRow }
}

async function recogniseEncoding(file: TextFile, signal: AbortSignal | undefined): Promise<string> {
  return encodingOfHead(file.head) ?? (await utf8OrGb18030(readBytes(file.source, { signal })))
}
