import { isAscii, isUtf8 } from 'node:buffer'

/** The encodings that are recognised without being named. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** How many bytes around the first that are not UTF-8 decide what the text is instead. */
const DOUBT_BYTES = 4 << 20

/** Of a piece that is valid so many bytes are counted. */
const SAMPLED_BYTES = 4096

/**
 * The encoding of a text that its first bytes tell: a byte order mark, or the zeros of UTF-16, of
 * which every separator has one in the same half. undefined when they do not tell.
 * @example encodingOfHead(Uint8Array.of(0xff, 0xfe, 0x41, 0)) // => 'utf-16le'
 */
export function encodingOfHead(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) return 'gb18030'
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const units = head.length >> 1
  if (odd > units / 100 && even <= odd / 50) return 'utf-16le'
  if (even > units / 100 && odd <= even / 50) return 'utf-16be'
  return undefined
}

/**
 * UTF-8 or GB18030, from all bytes of a text. Strictly valid UTF-8 is UTF-8, characters may
 * straddle pieces. Otherwise characters are counted: UTF-8 with a few
 * broken characters (a cell cut at a byte length) has whole characters by far the most; GB18030 read
 * as UTF-8 has next to none.
 */
export async function utf8OrGb18030(pieces: AsyncIterable<Uint8Array>): Promise<Encoding> {
  let carried: Uint8Array = new Uint8Array(0)
  let inDoubt = 0
  const counts = { whole: 0, broken: 0 }
  for await (const piece of pieces) {
    const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece])
    const end = wholeCharacters(bytes)
    const text = bytes.subarray(0, end)
    if (inDoubt > 0 || !isUtf8(text)) {
      countUtf8(text, counts)
      inDoubt += text.length
      if (inDoubt >= DOUBT_BYTES) break
    } else if (!isAscii(text))
      counts.whole += countUtf8(text.subarray(0, SAMPLED_BYTES), { whole: 0, broken: 0 })
    carried = Uint8Array.from(bytes.subarray(end))
  }
  if (carried.length > 0 && inDoubt === 0) countUtf8(carried, counts)
  return counts.broken === 0 || counts.whole > counts.broken * 20 ? 'utf-8' : 'gb18030'
}

/** Where the last character that may still go on begins, or the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
    if (byte < 0x80) break
  }
  return bytes.length
}

// Adds up characters of two bytes and more, whole ones and broken ones; gives the whole ones. Overlong forms are rare enough to count as whole.
function countUtf8(bytes: Uint8Array, counts: { whole: number; broken: number }): number {
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i++]
    if (byte < 0x80) continue
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let found = 0
    while (found < more && i < bytes.length && (bytes[i] & 0xc0) === 0x80) {
      found++
      i++
    }
    if (more > 0 && found === more && byte < 0xf5) counts.whole++
    else counts.broken++
  }
  return counts.whole
}

/** What a file of bytes is, when it is no text: its format's name, 'binary data', or undefined for text. */
export function binaryKind(head: Uint8Array): string | undefined {
  for (const [name, bytes] of SIGNATURES) if (bytes.every((byte, i) => head[i] === byte)) return name
  let zeros = 0
  let controls = 0
  for (const byte of head) {
    if (byte === 0) zeros++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  // A few of them slip into exports of old databases.
  return zeros > 2 + head.length / 200 || controls > 20 + head.length / 20 ? 'binary data' : undefined
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
]
