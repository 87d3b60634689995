/** A place for bytes that is not memory. */
export interface Storage {
  /** Takes a copy of the bytes; they come back, as often as wanted, into as many bytes as they were. */
  readonly store: (bytes: Uint8Array) => Promise<(into: Uint8Array) => Promise<void>>
}
