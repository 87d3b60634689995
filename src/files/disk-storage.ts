import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from '../data/storage.ts'
import { asInputError } from './input-error.ts'

/** So many bytes are written or read by one call: the system takes at most 2^31 − 1. */
const PIECE = 1 << 26

/** A storage on the disk, which is there until it is closed. */
export interface DiskStorage extends Storage {
  /** How many bytes were stored. */
  readonly size: () => number
  /** Gives the room on the disk free. */
  readonly close: () => Promise<void>
}

/**
 * A storage in a file of its own in a folder. Where the system can, the file has no name once it is open, so that nothing stays
 * however the process ends.
 * @throws InputError when no file can be made there; `store` too, when the disk is full.
 * @example
 * const storage = await diskStorage('/var/tmp')
 * const result = await dedupe(records, { storage })
 * await storage.close()
 */
export async function diskStorage(folder: string): Promise<DiskStorage> {
  const { handle, takeAway } = await openUnnamed(folder)
  let end = 0
  return {
    async store(bytes) {
      const start = end
      end += bytes.length
      // A full disk is a fault of the place, as a folder that takes no file is.
      await inPieces(bytes, start, (piece, at) => writeAll(handle, piece, at)).catch((error: unknown) => {
        throw asInputError(error, folder, 'output')
      })
      return (into) => inPieces(into, start, (piece, at) => readAll(handle, piece, at))
    },
    size: () => end,
    async close() {
      await handle.close()
      await takeAway()
    },
  }
}

async function openUnnamed(folder: string): Promise<{ handle: FileHandle; takeAway: () => Promise<void> }> {
  try {
    const own = await mkdtemp(join(folder, '.guihu-'))
    const handle = await open(join(own, 'cells'), 'w+', 0o600)
    const takeAway = () => rm(own, { recursive: true, force: true })
    // Windows keeps the name of an open file; there it goes when it is closed.
    if (process.platform === 'win32') return { handle, takeAway }
    await takeAway()
    return { handle, takeAway: async () => {} }
  } catch (error) {
    throw asInputError(error, folder, 'output')
  }
}

async function inPieces(
  bytes: Uint8Array,
  start: number,
  move: (piece: Uint8Array, at: number) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) await move(bytes.subarray(at, at + PIECE), start + at)
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten
  }
}

async function readAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, at + done)
    if (bytesRead === 0) throw new Error('the storage ended early')
    done += bytesRead
  }
}
