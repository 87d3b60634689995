import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { asInputError, InputError } from './input-error.ts'

/** One file in a zip archive. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated; no other is used in workbooks. */
  readonly method: number
  readonly compressedSize: number
  /** Where its local header stands. */
  readonly offset: number
}

const END_RECORD_BYTES = 22
const END_RECORD_64 = 0x06064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const LONGEST_COMMENT = 0xffff

/**
 * The entries of a zip archive by name, from the directory at its end (PKWARE APPNOTE 4.3, with
 * ZIP64). Throws `truncated` when that end is missing.
 */
export async function readZipDirectory(path: string): Promise<Map<string, ZipEntry>> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, 'r')
    const { size } = await handle.stat()
    const tail = await readAt(handle, Math.max(0, size - END_RECORD_BYTES - LONGEST_COMMENT), size)
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    if (end < 0 || end + END_RECORD_BYTES > tail.length) {
      throw new InputError('truncated', path, '', 'the directory at its end is missing')
    }
    const { start, length } = await locateDirectory(handle, tail, end, size)
    if (start + length > size)
      throw new InputError('truncated', path, '', 'its directory lies beyond its end')
    return parseDirectory(await readAt(handle, start, start + length))
  } catch (error) {
    throw asInputError(error, path, 'input')
  } finally {
    await handle?.close()
  }
}

async function locateDirectory(
  handle: FileHandle,
  tail: Buffer,
  end: number,
  size: number,
): Promise<{ start: number; length: number }> {
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (start !== 0xffffffff && length !== 0xffffffff) return { start, length }
  const locator = end - 20
  if (locator < 0) return { start, length }
  const at = Number(tail.readBigUInt64LE(locator + 8))
  const record = await readAt(handle, Math.min(at, size), Math.min(at + 56, size))
  if (record.length < 56 || record.readUInt32LE(0) !== END_RECORD_64) return { start, length }
  return { start: Number(record.readBigUInt64LE(48)), length: Number(record.readBigUInt64LE(40)) }
}

function parseDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    // Some writers on Windows part folders by backslashes.
    const name = bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/')
    const long = longSizes(bytes.subarray(nameEnd, extraEnd), bytes, at)
    entries.set(name, { name, method: bytes.readUInt16LE(at + 10), ...long })
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function longSizes(extra: Buffer, bytes: Buffer, at: number): { compressedSize: number; offset: number } {
  const sizes = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2)) {
    if (extra.readUInt16LE(i) !== 1) continue
    let field = i + 4
    sizes.forEach((size, k) => {
      if (size !== 0xffffffff || field + 8 > extra.length) return
      sizes[k] = Number(extra.readBigUInt64LE(field))
      field += 8
    })
  }
  return { compressedSize: sizes[1], offset: sizes[2] }
}

async function readAt(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, end - start))
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start)
  return buffer.subarray(0, bytesRead)
}

/** The unpacked bytes of an entry, piece by piece; throws `truncated` or `damaged` where they break off. */
export async function* readZipEntry(
  path: string,
  entry: ZipEntry,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (entry.compressedSize === 0) return
  const start = await dataStart(path, entry)
  const file = createReadStream(path, {
    start,
    end: start + entry.compressedSize - 1,
    highWaterMark: 1 << 17,
  })
  const unpacked = entry.method === 0 ? file : createInflateRaw({ chunkSize: 1 << 18 })
  if (unpacked !== file) pipeline(file, unpacked as ReturnType<typeof createInflateRaw>, () => {})
  try {
    for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
      signal?.throwIfAborted()
      yield piece
    }
  } catch (error) {
    if (!isZlibError(error)) throw asInputError(error, path, 'input')
    throw new InputError('damaged', path, '', `${entry.name} in it cannot be unpacked`)
  } finally {
    file.destroy()
  }
}

async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const handle = await open(path, 'r')
  try {
    const header = await readAt(handle, entry.offset, entry.offset + 30)
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) {
      throw new InputError('damaged', path, '', `${entry.name} in it has no header`)
    }
    if (entry.method !== 0 && entry.method !== 8) {
      throw new InputError('damaged', path, '', `${entry.name} in it is packed by method ${entry.method}`)
    }
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await handle.close()
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}
