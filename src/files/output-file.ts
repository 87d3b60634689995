import { type FileHandle, open } from 'node:fs/promises'

/** This many characters are gathered before they are encoded and written. */
const PIECE_CHARACTERS = 1 << 17

/** A file being written: text is gathered, and `flush` waits until the disk has taken it. */
export class OutputFile {
  readonly path: string
  #handle: FileHandle
  #text = ''
  #signal: AbortSignal | undefined
  #behind = Promise.resolve()

  private constructor(path: string, handle: FileHandle, signal: AbortSignal | undefined) {
    this.path = path
    this.#handle = handle
    this.#signal = signal
  }

  static async create(path: string, signal: AbortSignal | undefined): Promise<OutputFile> {
    return new OutputFile(path, await open(path, 'w'), signal)
  }

  /** Adds text; true when so much has gathered that the writer should `flush`. */
  add(text: string): boolean {
    this.#text += text
    return this.#text.length >= PIECE_CHARACTERS
  }

  async flush(): Promise<void> {
    const bytes = Buffer.from(this.#text)
    this.#text = ''
    await this.write(bytes)
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#signal?.throwIfAborted()
    for (let done = 0; done < bytes.length; ) {
      done += (await this.#handle.write(bytes, done, bytes.length - done)).bytesWritten
    }
  }

  /** Writes while the caller goes on, once what was written so before is on its way. The bytes must stay as they are until the next call is done. */
  async writeBehind(bytes: Uint8Array): Promise<void> {
    await this.#behind
    this.#behind = this.write(bytes)
    // Told where it is waited for.
    this.#behind.catch(() => {})
  }

  /** Writes what has gathered and closes; the bytes are on the disk after it. */
  async finish(): Promise<void> {
    await this.#behind
    await this.flush()
    await this.#handle.sync()
    await this.#handle.close()
  }

  /** Closes a file that will not be finished. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => {})
  }
}
