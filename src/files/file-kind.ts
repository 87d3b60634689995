import { binaryKind, encodingOfHead } from './detect-encoding.ts'
import { InputError } from './input-error.ts'

export type FileKind = 'csv' | 'json' | 'xlsx' | 'parquet'

/**
 * What a file is, from its first bytes, and where they leave it open from its extension. Throws an
 * `InputError` for what cannot be read, with what it is instead.
 * @example kindOf(new TextEncoder().encode('名称,电话\n'), '.csv', '客户.csv') // => 'csv'
 */
export function kindOf(head: Uint8Array, extension: string, path: string): FileKind {
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return 'xlsx'
  if (startsWith(head, 'PAR1')) return 'parquet'
  if (startsWith(head, '\xd0\xcf\x11\xe0')) throw new InputError('old-workbook', path)
  if (extension === '.parquet')
    throw new InputError('damaged', path, '', 'it does not begin like a Parquet file')
  const wide = encodingOfHead(head)?.startsWith('utf-16') ?? false
  const binary = wide ? undefined : binaryKind(head)
  if (binary !== undefined) throw new InputError('not-text', path, binary)
  const start = asciiOf(head).trimStart().slice(0, 512).toLowerCase()
  if (start === '') throw new InputError('empty', path)
  if (/^<(!doctype html|html|\?xml|table|head|meta|style)/.test(start)) throw new InputError('web-page', path)
  if (['.jsonl', '.ndjson', '.json'].includes(extension)) return 'json'
  return /^(\{\s*"|\[\s*\{)/.test(start) ? 'json' : 'csv'
}

/**
 * A JSON text that is one array, or an object around one (`{"RECORDS": [{…`), rather than an object a
 * line.
 */
export function isJsonArray(head: Uint8Array, encoding: string, extension: string): boolean {
  const start = asciiOf(encoding.startsWith('utf-16') ? head : head.subarray(0, 4096)).trimStart()
  if (start.startsWith('[')) return true
  if (!/^\{\s*"[^"]{0,256}"\s*:\s*\[\s*(\{|$)/.test(start)) return false
  // {"联系人":[{…}]} on one line is a record; an export tool breaks the line, or names the file .json.
  return extension === '.json' || /^\{\s*"[^"]{0,256}"\s*:\s*\[?\s*\n/.test(start)
}

// The ASCII characters among the bytes of any encoding, others as '?'. Zeros are the halves of UTF-16.
function asciiOf(bytes: Uint8Array): string {
  const wide = encodingOfHead(bytes)?.startsWith('utf-16') ?? false
  let text = ''
  for (const byte of bytes.subarray(0, 8192)) {
    if (wide && byte === 0) continue
    if (byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xfe || byte === 0xff) {
      if (text === '') continue
    }
    text += byte < 0x80 ? String.fromCharCode(byte) : '?'
  }
  return text
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[i] !== signature.charCodeAt(i)) return false
  return true
}
