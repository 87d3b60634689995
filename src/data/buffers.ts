/**
 * Memory of columns. `allocate…` gives what threads read together: shared memory where the platform has it, plain memory
 * elsewhere (a browser page that is not cross-origin isolated). `plain…` gives memory of one thread, which counts as its garbage
 * once it is outgrown, and is collected.
 *
 * A large buffer has pages of its own, as the memory of WebAssembly has: the system has them back when it is collected. What the
 * allocator of the process hands out between 128 KB and 32 MB lies in the middle of its heap and stays with the process,
 * which was a third of the peak at a million records.
 */
const SharedBuffer: typeof SharedArrayBuffer | typeof ArrayBuffer =
  typeof SharedArrayBuffer === 'undefined' ? ArrayBuffer : SharedArrayBuffer

/** In bytes, as WebAssembly counts memory. */
const PAGE = 2 ** 16
/** From this size on a buffer has pages of its own: below, to map them costs more than it saves. */
const OWN_PAGES = 4 * PAGE
/** What one memory of WebAssembly can have. */
const MOST_PAGES = 2 ** 16
/** So many at a time are mapped by a thread: each takes some of the 65,530 places that Linux has for the maps of a process. */
const MOST_MAPPED = 4096

/** Of WebAssembly, which the types of Node leave out. */
interface PageMemory {
  readonly Memory: new (pages: {
    initial: number
    maximum: number
    shared: boolean
  }) => { readonly buffer: ArrayBufferLike }
}

// Undefined where nothing may be compiled at run time, and where addresses are short: each such memory reserves some gigabytes of
// them, though it takes but its size.
let pageMemory = (globalThis as { WebAssembly?: PageMemory }).WebAssembly
let mapped = 0
const collected = new FinalizationRegistry(() => mapped--)

/** A zeroed buffer of at least so many bytes, on pages of its own; undefined where there are none for it. */
function mapPages(bytes: number, shared: boolean): ArrayBufferLike | undefined {
  if (pageMemory === undefined || mapped === MOST_MAPPED) return undefined
  if (bytes < OWN_PAGES || bytes > MOST_PAGES * PAGE) return undefined
  const pages = Math.ceil(bytes / PAGE)
  try {
    const { buffer } = new pageMemory.Memory({ initial: pages, maximum: pages, shared })
    collected.register(buffer, undefined)
    mapped++
    return buffer
  } catch {
    pageMemory = undefined
    return undefined
  }
}

function share(bytes: number): ArrayBufferLike {
  return (SharedBuffer === ArrayBuffer ? undefined : mapPages(bytes, true)) ?? new SharedBuffer(bytes)
}

function keep(bytes: number): ArrayBuffer {
  // Not shared, hence an ArrayBuffer.
  return (mapPages(bytes, false) as ArrayBuffer | undefined) ?? new ArrayBuffer(bytes)
}

/** `length` zeroed 8-bit integers. */
export function allocateUint8(length: number): Uint8Array {
  return new Uint8Array(share(length), 0, length)
}

/** `length` zeroed signed 8-bit integers. */
export function allocateInt8(length: number): Int8Array {
  return new Int8Array(share(length), 0, length)
}

/** `length` zeroed UTF-16 units. */
export function allocateUint16(length: number): Uint16Array {
  return new Uint16Array(share(length * 2), 0, length)
}

/** `length` zeroed 32-bit integers: codes, row numbers, offsets. */
export function allocateUint32(length: number): Uint32Array {
  return new Uint32Array(share(length * 4), 0, length)
}

/** `length` zeroed signed 32-bit integers: what threads count together. */
export function allocateInt32(length: number): Int32Array {
  return new Int32Array(share(length * 4), 0, length)
}

/** `length` zeroed 32-bit floats: weights. */
export function allocateFloat32(length: number): Float32Array {
  return new Float32Array(share(length * 4), 0, length)
}

/** `length` zeroed 64-bit floats: offsets that may pass 2^32. */
export function allocateFloat64(length: number): Float64Array {
  return new Float64Array(share(length * 8), 0, length)
}

/** `length` zeroed 8-bit integers of this thread. */
export function plainUint8(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(keep(length), 0, length)
}

/** `length` zeroed 16-bit integers of this thread. */
export function plainUint16(length: number): Uint16Array<ArrayBuffer> {
  return new Uint16Array(keep(length * 2), 0, length)
}

/** `length` zeroed 32-bit integers of this thread. */
export function plainUint32(length: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(keep(length * 4), 0, length)
}

/** `length` zeroed 32-bit floats of this thread. */
export function plainFloat32(length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(keep(length * 4), 0, length)
}

/** `length` zeroed 64-bit floats of this thread. */
export function plainFloat64(length: number): Float64Array<ArrayBuffer> {
  return new Float64Array(keep(length * 8), 0, length)
}

/**
 * `length` zeroed 32-bit integers for the places of a hash table. They are written at once, page by page: what is read before it
 * was ever written is laid into memory twice, and all threads wait for the second time.
 */
export function plainSlots(length: number): Uint32Array<ArrayBuffer> {
  return plainUint32(length).fill(0)
}

/** A copy of 16-bit integers. */
export function copyUint16(items: Uint16Array): Uint16Array {
  const copy = allocateUint16(items.length)
  copy.set(items)
  return copy
}

/** A copy of 32-bit integers. */
export function copyUint32(items: Uint32Array): Uint32Array {
  const copy = allocateUint32(items.length)
  copy.set(items)
  return copy
}

/** A copy of 64-bit floats. */
export function copyFloat64(items: Float64Array): Float64Array {
  const copy = allocateFloat64(items.length)
  copy.set(items)
  return copy
}
