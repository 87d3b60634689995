import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { asInputError, InputError } from './input-error.ts'

/** Pieces small enough to stay in the processor's cache. */
const PIECE_BYTES = 1 << 18

/** The bytes of a file, piece by piece. A piece is valid until the next one is asked for. */
export interface ByteSource {
  readonly path: string
  /** Bytes on the disk, which is what progress counts. */
  readonly size: number
  readonly compressed: boolean
}

/** What a reader tells and heeds while bytes pass. */
export interface ReadWatch {
  readonly signal?: AbortSignal | undefined
  /** Bytes of the file on the disk that were read so far. */
  readonly onBytes?: ((done: number) => void) | undefined
  /** A compressed file broke off: what came before was given. */
  readonly onTruncated?: ((reason: string) => void) | undefined
}

/** Checks that a path is a file with something in it; throws an `InputError` that says what it is instead. */
export async function openSource(path: string): Promise<{ source: ByteSource; head: Uint8Array }> {
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) throw new InputError('is-folder', path)
    if (!stats.isFile()) throw new InputError('unreadable', path, '', 'it is not an ordinary file')
    if (stats.size === 0) throw new InputError('empty', path)
    const head = await readHead(path, Math.min(stats.size, PIECE_BYTES))
    const compressed = head[0] === 0x1f && head[1] === 0x8b
    const source = { path, size: stats.size, compressed }
    return { source, head: compressed ? gunzipHead(head, path) : head }
  } catch (error) {
    throw asInputError(error, path, 'input')
  }
}

async function readHead(path: string, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function gunzipHead(head: Uint8Array, path: string): Uint8Array {
  try {
    const whole = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
    return whole.subarray(0, PIECE_BYTES)
  } catch (error) {
    throw new InputError('damaged', path, '', `its gzip data cannot be unpacked (${messageOf(error)})`)
  }
}

/** The bytes of a source, unpacked where it is gzip. A gzip file that breaks off ends early and says so. */
export function readBytes(source: ByteSource, watch: ReadWatch): AsyncGenerator<Uint8Array> {
  return source.compressed ? readCompressed(source, watch) : readPlain(source, watch)
}

async function* readPlain(source: ByteSource, watch: ReadWatch): AsyncGenerator<Uint8Array> {
  let handle: Awaited<ReturnType<typeof open>> | undefined
  try {
    handle = await open(source.path, 'r')
    const buffer = Buffer.alloc(PIECE_BYTES)
    let done = 0
    for (;;) {
      watch.signal?.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
      if (bytesRead === 0) return
      done += bytesRead
      yield buffer.subarray(0, bytesRead)
      watch.onBytes?.(done)
    }
  } catch (error) {
    throw asInputError(error, source.path, 'input')
  } finally {
    await handle?.close()
  }
}

async function* readCompressed(source: ByteSource, watch: ReadWatch): AsyncGenerator<Uint8Array> {
  const file = createReadStream(source.path)
  const unpacked = createGunzip({ chunkSize: PIECE_BYTES })
  pipeline(file, unpacked, () => {})
  let given = 0
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      watch.signal?.throwIfAborted()
      given += piece.length
      yield piece
      watch.onBytes?.(file.bytesRead)
    }
  } catch (error) {
    if (!isZlibError(error)) throw asInputError(error, source.path, 'input')
    if (given === 0) throw new InputError('truncated', source.path, '', messageOf(error))
    watch.onTruncated?.(messageOf(error))
  } finally {
    file.destroy()
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
