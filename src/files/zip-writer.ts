import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'

/** What takes the bytes of an archive, in order. */
export type ByteTaker = (bytes: Uint8Array) => Promise<void>

interface WrittenEntry {
  readonly name: Uint8Array
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Sizes are followed by a descriptor behind the data; names are UTF-8. */
const FLAGS = 0x0808
const VERSION = 20
const DEFLATED = 8
/** 1980-01-01, so that the same table gives the same bytes. */
const DATE = 0x21

/** Without ZIP64, which some readers of workbooks do not know. */
const MAX_BYTES = 0xffffffff

/** Writes a zip archive (PKWARE APPNOTE 4.3) while its entries are made; nothing is held in memory. */
export class ZipWriter {
  #take: ByteTaker
  #entries: WrittenEntry[] = []
  #offset = 0

  constructor(take: ByteTaker) {
    this.#take = take
  }

  /** Adds an entry from pieces of text. Throws a RangeError beyond 4 GB. */
  async add(path: string, pieces: Iterable<string>, signal?: AbortSignal): Promise<void> {
    const name = Buffer.from(path)
    const offset = this.#offset
    let crc = 0
    let size = 0
    const bytes = function* (): Generator<Uint8Array> {
      for (const piece of pieces) {
        const encoded = Buffer.from(piece)
        crc = crc32(encoded, crc)
        size += encoded.length
        yield encoded
      }
    }
    await this.#write(
      header(0x04034b50, 30, [VERSION, FLAGS, DEFLATED, 0, DATE], [0, 0, 0], [name.length, 0]),
      name,
    )
    const start = this.#offset
    const write = (piece: Uint8Array): Promise<void> => this.#write(piece)
    await pipeline(
      Readable.from(bytes()),
      zlib.createDeflateRaw({ level: 3, chunkSize: 1 << 18 }),
      async (packed: AsyncIterable<Uint8Array>) => {
        for await (const piece of packed) await write(piece)
      },
      { signal },
    )
    const packed = this.#offset - start
    if (size > MAX_BYTES || this.#offset > MAX_BYTES) throw new RangeError('more than 4 GB')
    await this.#write(header(0x08074b50, 16, [], [crc, packed, size], []))
    this.#entries.push({ name, crc, packed, size, offset })
  }

  /** Writes the directory; the archive is whole after it. */
  async finish(): Promise<void> {
    const start = this.#offset
    for (const { name, crc, packed, size, offset } of this.#entries) {
      const shorts = [VERSION, VERSION, FLAGS, DEFLATED, 0, DATE]
      const record = header(0x02014b50, 46, shorts, [crc, packed, size], [name.length])
      record.writeUInt32LE(offset, 42)
      await this.#write(record, name)
    }
    const count = this.#entries.length
    await this.#write(header(0x06054b50, 22, [0, 0, count, count], [this.#offset - start, start], [0]))
  }

  async #write(...pieces: Uint8Array[]): Promise<void> {
    for (const piece of pieces) {
      this.#offset += piece.length
      await this.#take(piece)
    }
  }
}

// A signature, then 16-bit, 32-bit and again 16-bit fields; what is left stays zero.
function header(
  signature: number,
  length: number,
  shorts: readonly number[],
  longs: readonly number[],
  tail: readonly number[],
): Buffer {
  const bytes = Buffer.alloc(length)
  let at = bytes.writeUInt32LE(signature, 0)
  for (const value of shorts) at = bytes.writeUInt16LE(value, at)
  for (const value of longs) at = bytes.writeUInt32LE(value, at)
  for (const value of tail) at = bytes.writeUInt16LE(value, at)
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

/** The CRC-32 of zip (ISO 3309), continued from `previous`: what `zlib.crc32` is from Node 20.15 on. */
export function crc32(bytes: Uint8Array, previous: number): number {
  if (typeof zlib.crc32 === 'function') return zlib.crc32(bytes, previous)
  return slowCrc32(bytes, previous)
}

/** `crc32` for Node before 20.15. */
export function slowCrc32(bytes: Uint8Array, previous: number): number {
  let crc = ~previous
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8)
  return ~crc >>> 0
}
