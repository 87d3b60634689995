import { TOWN_NAMES } from '../lexicon/town-names.ts'

/** Hashes have so many bits: few enough to be short, enough that a wrong guess is rare (2 in 10,000). */
const BITS = 28
const BUCKET_BITS = 12
/** Differences of hashes are written as so many bits, what is above them as ones and a zero (Rice coding). */
const LOW_BITS = 12
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const FIRST = 0x811c9dc5
const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> (32 - BITS)
}

/** Where the hash of a name begins for a place (GB/T 2260). */
const beginHash = (code: string): number => nextHash(FIRST, Number(code))

/** The hash of the town `name` (its kind left out) of the county or city `code`. */
export function hashOfTown(code: string, name: string): number {
  let hash = beginHash(code)
  for (let i = 0; i < name.length; i++) hash = nextHash(hash, name.charCodeAt(i))
  return finish(hash)
}

/** Writes hashes as their differences in order, six bits a digit. */
export function encodeHashes(hashes: Iterable<number>): string {
  let text = ''
  let digit = 0
  let filled = 0
  const write = (bit: number) => {
    digit = (digit << 1) | bit
    if (++filled < 6) return
    text += DIGITS[digit]
    digit = 0
    filled = 0
  }
  let last = 0
  for (const hash of [...new Set(hashes)].sort((a, b) => a - b)) {
    const difference = hash - last
    for (let ones = difference >>> LOW_BITS; ones > 0; ones--) write(1)
    write(0)
    for (let i = LOW_BITS - 1; i >= 0; i--) write((difference >>> i) & 1)
    last = hash
  }
  // What fills the last digit up is a difference that never ends.
  while (filled > 0) write(1)
  return text
}

interface Hashes {
  readonly sorted: Int32Array
  /** Where the hashes of a bucket (their upper bits) begin; one more for the end. */
  readonly starts: Int32Array
}

function decodeHashes(text: string): Hashes {
  const values = new Uint8Array(128)
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i
  const found = new Int32Array(Math.ceil((text.length * 6) / (LOW_BITS + 1)))
  let count = 0
  let last = 0
  /** The bits that were taken from digits and not yet read, `open` of them. */
  let bits = 0
  let open = 0
  for (let i = 0; ; ) {
    let high = 0
    for (;;) {
      if (open === 0) {
        if (i >= text.length) return indexHashes(found.subarray(0, count))
        bits = values[text.charCodeAt(i++)]!
        open = 6
      }
      open--
      if (((bits >>> open) & 1) === 0) break
      high++
    }
    while (open < LOW_BITS) {
      bits = ((bits & 0xfff) << 6) | values[text.charCodeAt(i++)]!
      open += 6
    }
    open -= LOW_BITS
    last += (high << LOW_BITS) | ((bits >>> open) & ((1 << LOW_BITS) - 1))
    found[count++] = last
  }
}

function indexHashes(sorted: Int32Array): Hashes {
  const starts = new Int32Array((1 << BUCKET_BITS) + 1)
  for (const hash of sorted) starts[(hash >>> (BITS - BUCKET_BITS)) + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  return { sorted, starts }
}

let decoded: Hashes | undefined

function isKnown({ sorted, starts }: Hashes, hash: number): boolean {
  const bucket = hash >>> (BITS - BUCKET_BITS)
  const end = starts[bucket + 1]!
  for (let i = starts[bucket]!; i < end; i++) if (sorted[i]! >= hash) return sorted[i] === hash
  return false
}

/**
 * The lengths of the towns, their kind left out, that begin at `start` and lie in the county or city `code`: bit l is
 * set for a town of l characters, 2 or 3.
 */
export function townLengths(text: string, start: number, code: string): number {
  decoded ??= decodeHashes(TOWN_NAMES.trim())
  const end = Math.min(start + 3, text.length)
  let hash = beginHash(code)
  let lengths = 0
  for (let i = start; i < end; i++) {
    hash = nextHash(hash, text.charCodeAt(i))
    if (i > start && isKnown(decoded, finish(hash))) lengths |= 1 << (i + 1 - start)
  }
  return lengths
}
