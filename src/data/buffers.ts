/**
 * Typed arrays over shared memory where the platform has it, so that threads read the same bytes;
 * plain memory elsewhere (a browser page that is not cross-origin isolated).
 */
const SharedBuffer: typeof SharedArrayBuffer | typeof ArrayBuffer =
  typeof SharedArrayBuffer === 'undefined' ? ArrayBuffer : SharedArrayBuffer

/** `length` zeroed 8-bit integers. */
export function allocateUint8(length: number): Uint8Array {
  return new Uint8Array(new SharedBuffer(length))
}

/** `length` zeroed signed 8-bit integers. */
export function allocateInt8(length: number): Int8Array {
  return new Int8Array(new SharedBuffer(length))
}

/** `length` zeroed UTF-16 units. */
export function allocateUint16(length: number): Uint16Array {
  return new Uint16Array(new SharedBuffer(length * 2))
}

/** `length` zeroed 32-bit integers: codes, row numbers, offsets. */
export function allocateUint32(length: number): Uint32Array {
  return new Uint32Array(new SharedBuffer(length * 4))
}

/** `length` zeroed signed 32-bit integers: what threads count together. */
export function allocateInt32(length: number): Int32Array {
  return new Int32Array(new SharedBuffer(length * 4))
}

/** `length` zeroed 32-bit floats: weights. */
export function allocateFloat32(length: number): Float32Array {
  return new Float32Array(new SharedBuffer(length * 4))
}

/** `length` zeroed 64-bit floats: offsets that may pass 2^32. */
export function allocateFloat64(length: number): Float64Array {
  return new Float64Array(new SharedBuffer(length * 8))
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
