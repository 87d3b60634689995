/** Writes a text into bytes from `at` on, three for each character at most, and gives where it ends. Half a surrogate pair becomes U+FFFD. */
export function encodeText(text: string, bytes: Uint8Array, at: number): number {
  let end = at
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes[end++] = unit
    else if (unit >= 0xd800 && unit < 0xe000) {
      end = encodeSurrogate(unit, text.charCodeAt(i + 1), bytes, end)
      if (isPair(unit, text.charCodeAt(i + 1))) i++
    } else end = encodeUnit(unit, bytes, end)
  }
  return end
}

/** The same for UTF-16 units from `start` up to `stop`: the text of a dictionary, without making a string of it. */
export function encodeUnits(
  units: Uint16Array,
  start: number,
  stop: number,
  bytes: Uint8Array,
  at: number,
): number {
  let end = at
  for (let i = start; i < stop; i++) {
    const unit = units[i]
    if (unit < 0x80) bytes[end++] = unit
    else if (unit >= 0xd800 && unit < 0xe000) {
      const next = i + 1 < stop ? units[i + 1] : 0
      end = encodeSurrogate(unit, next, bytes, end)
      if (isPair(unit, next)) i++
    } else end = encodeUnit(unit, bytes, end)
  }
  return end
}

function encodeUnit(unit: number, bytes: Uint8Array, at: number): number {
  if (unit < 0x800) {
    bytes[at] = 0xc0 | (unit >> 6)
    bytes[at + 1] = 0x80 | (unit & 63)
    return at + 2
  }
  bytes[at] = 0xe0 | (unit >> 12)
  bytes[at + 1] = 0x80 | ((unit >> 6) & 63)
  bytes[at + 2] = 0x80 | (unit & 63)
  return at + 3
}

function isPair(unit: number, next: number): boolean {
  return unit < 0xdc00 && next >= 0xdc00 && next < 0xe000
}

function encodeSurrogate(unit: number, next: number, bytes: Uint8Array, at: number): number {
  if (!isPair(unit, next)) return encodeUnit(0xfffd, bytes, at)
  const point = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00)
  bytes[at] = 0xf0 | (point >> 18)
  bytes[at + 1] = 0x80 | ((point >> 12) & 63)
  bytes[at + 2] = 0x80 | ((point >> 6) & 63)
  bytes[at + 3] = 0x80 | (point & 63)
  return at + 4
}
