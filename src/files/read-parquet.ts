import * as zlib from 'node:zlib'
import {
  asyncBufferFromFile,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet'
import { compressors as plainCompressors } from 'hyparquet-compressors'
import { cellTextOf } from './cell-text.ts'
import { asInputError, InputError } from './input-error.ts'
import { checkCell, MAX_CELL_CHARACTERS, type RecordsCollector } from './records-collector.ts'

export interface ParquetOptions {
  readonly path: string
  /** As problems name it. */
  readonly file: string
  readonly signal?: AbortSignal | undefined
  readonly onRows?: ((part: number) => void) | undefined
}

/**
 * Reads a Parquet file as records, one row group at a time, and gives its column names. All types
 * become text: integers and decimals with every digit, dates and times ISO, lists and structs JSON.
 * A row's number is its place in the file, from 1.
 */
export async function readParquet(collector: RecordsCollector, options: ParquetOptions): Promise<string[]> {
  const { path, file } = options
  try {
    const buffer = await asyncBufferFromFile(path)
    const metadata = keepDecimals(await parquetMetadataAsync(buffer))
    checkCodecs(metadata, path)
    const names = parquetSchema(metadata).children.map(({ element }) => element.name)
    const places = names.map((name) => collector.place(name, file))
    const scales = names.map((name) => decimalScales.get(metadata)?.get(name))
    let rowStart = 0
    for (const group of metadata.row_groups) {
      options.signal?.throwIfAborted()
      const count = Number(group.num_rows)
      const columns = await readGroup({ file: buffer, metadata, rowStart, rowEnd: rowStart + count }, names)
      const texts = columns.map((column, i) => textColumn(column, scales[i]))
      addRows(collector, { file, names, places, texts, rowStart, count })
      rowStart += count
      options.onRows?.(rowStart / Math.max(1, Number(metadata.num_rows)))
    }
    return names
  } catch (error) {
    throw parquetError(error, options)
  }
}

type GroupRange = {
  file: Awaited<ReturnType<typeof asyncBufferFromFile>>
  metadata: FileMetaData
  rowStart: number
  rowEnd: number
}

async function readGroup(range: GroupRange, names: readonly string[]): Promise<unknown[][]> {
  const columns = names.map(() => new Array<unknown>(range.rowEnd - range.rowStart))
  const byName = new Map(names.map((name, i) => [name, columns[i]]))
  await parquetRead({
    ...range,
    compressors,
    onChunk({ columnName, columnData, rowStart, rowEnd }) {
      const column = byName.get(columnName)
      if (!column) return
      const start = Math.max(rowStart, range.rowStart)
      const end = Math.min(rowEnd, range.rowEnd)
      for (let row = start; row < end; row++) column[row - range.rowStart] = columnData[row - rowStart]
    },
  })
  return columns
}

function textColumn(values: readonly unknown[], scale: number | undefined): string[] {
  return scale === undefined ? values.map(cellTextOf) : values.map((value) => decimalText(value, scale))
}

interface TextRows {
  readonly file: string
  readonly names: readonly string[]
  readonly places: readonly number[]
  readonly texts: readonly (readonly string[])[]
  readonly rowStart: number
  readonly count: number
}

function addRows(collector: RecordsCollector, rows: TextRows): void {
  const { file, names, places, texts } = rows
  for (let i = 0; i < rows.count; i++) {
    const row = rows.rowStart + i + 1
    collector.startRow(row)
    for (let c = 0; c < places.length; c++) {
      const text = texts[c][i]
      if (text === '') continue
      const long = text.length > MAX_CELL_CHARACTERS
      const checked = long ? checkCell(text, { file, row, column: names[c] }, collector.problems) : text
      collector.set(places[c], checked)
    }
  }
}

// The library turns decimals into doubles, which keep 15 digits: a code of 18 would be lost.
const decimalScales = new WeakMap<FileMetaData, Map<string, number>>()

function keepDecimals(metadata: FileMetaData): FileMetaData {
  const scales = new Map<string, number>()
  const schema = metadata.schema.map((element): SchemaElement => {
    const isDecimal = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL'
    if (!isDecimal || element.type === 'BYTE_ARRAY') return element
    scales.set(element.name, element.scale ?? 0)
    const { converted_type: _converted, logical_type: _logical, ...raw } = element
    return raw
  })
  const kept = { ...metadata, schema }
  decimalScales.set(kept, scales)
  return kept
}

/** An unscaled whole number, or its big-endian bytes, as a decimal: 1230 of scale 2 is 12.30. */
function decimalText(value: unknown, scale: number): string {
  if (value === null || value === undefined) return ''
  const whole = value instanceof Uint8Array ? signedBytes(value) : BigInt(value as bigint | number)
  if (scale <= 0) return (whole * 10n ** BigInt(-scale)).toString()
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, '0')
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function signedBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString('hex')}`))
}

/** What Node unpacks itself it unpacks faster. */
const compressors: Compressors = {
  ...plainCompressors,
  GZIP: (input) => zlib.gunzipSync(input),
  BROTLI: (input) => zlib.brotliDecompressSync(input),
}

function checkCodecs(metadata: FileMetaData, path: string): void {
  for (const { columns } of metadata.row_groups) {
    for (const { meta_data } of columns) {
      const codec = meta_data?.codec ?? 'UNCOMPRESSED'
      if (codec === 'UNCOMPRESSED' || compressors[codec]) continue
      throw new InputError('unsupported-compression', path, codec)
    }
  }
}

function parquetError(error: unknown, options: ParquetOptions): unknown {
  if (error instanceof InputError || options.signal?.aborted) return error
  const known = asInputError(error, options.path, 'input')
  if (known instanceof InputError) return known
  const message = error instanceof Error ? error.message : String(error)
  const isCut =
    /footer != PAR1|too short|exceeds available|out of bounds|Offset is outside|Invalid typed array length/i
  return new InputError(isCut.test(message) ? 'truncated' : 'damaged', options.path, '', message)
}
