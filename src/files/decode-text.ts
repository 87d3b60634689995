import { InputError } from './input-error.ts'

const LINE_FEED = 10

/**
 * The text of bytes, piece by piece, its byte order mark dropped; bytes that mean nothing become
 * U+FFFD. In encodings where an ASCII byte is always that character, a piece of text ends behind the
 * byte `cut` (a line feed) wherever it can, so that a reader of lines seldom has a rest to join.
 */
export async function* decodeText(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
  file: string,
  cut: number = LINE_FEED,
): AsyncGenerator<string> {
  const decoder = textDecoder(encoding, file)
  const cutShows = !decoder.encoding.startsWith('utf-16')
  let rest: Uint8Array = new Uint8Array(0)
  for await (const piece of pieces) {
    // Bytes are joined, not texts: a joined string stays slow to index.
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const last = cutShows ? bytes.lastIndexOf(cut) : -1
    const end = last < 0 ? bytes.length : last + 1
    const text = decoder.decode(bytes.subarray(0, end), { stream: true })
    rest = Uint8Array.from(bytes.subarray(end))
    if (text !== '') yield text
  }
  const end = decoder.decode(rest, { stream: true }) + decoder.decode()
  if (end !== '') yield end
}

function textDecoder(encoding: string, file: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new InputError('bad-encoding', file, encoding)
  }
}
