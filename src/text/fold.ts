import { resolveCircles, resolveLookAlikes, resolvePhrases } from './fold-context.ts'
import {
  BLANK,
  CIRCLE,
  COMBINING,
  EXPAND,
  FOREIGN,
  LONG_VOWEL,
  PHRASE,
  PLAIN,
  SURROGATE,
  SWAP,
} from './fold-kinds.ts'
import { unpackFoldTable } from './fold-table.ts'
import { WEAK_VARIANTS } from './lexicon/fold-characters.ts'
import { KEY_RANGES } from './lexicon/fold-units.ts'

const table = unpackFoldTable()
const { kinds, changes } = table
const BLANK_UNIT = 0x20
const ZERO = 0x3007

/** The text being written; grown when needed, and shared because folding never yields. */
let out = new Uint16Array(1024)
let length = 0
let pendingBlank = false

/**
 * One spelling for text that means the same: NFKC, simplified script, standard characters, capitals, ASCII brackets,
 * quotes and dashes, no invisible characters, single blanks and none between Han characters.
 *
 * Good for everything that compares or parses. Linear in the length, any length; '' stays ''. Idempotent. Text that
 * is folded already comes back as the same string after one scan (about 7 M names a second and core), traditional
 * names run at about 1.5 M. 乾 stays unless it means dry (餅乾), as in the brands of simplified text.
 *
 * @example foldText('山西鴻運煤業（集團）有限公司') // '山西鸿运煤业(集团)有限公司'
 */
export function foldText(text: string): string {
  const size = text.length
  for (let i = 0; i < size; i++) {
    if (kinds[text.charCodeAt(i)] !== PLAIN) return foldSlowly(text)
  }
  return text
}

/** The text that was folded last and what it became: a cell is often folded by several who look at it, one after the other. */
let lastText = ''
let lastFolded = ''

function foldSlowly(text: string): string {
  if (text === lastText) return lastFolded
  const folded = foldUntilSettled(text)
  lastText = text
  lastFolded = folded
  return folded
}

function foldUntilSettled(text: string): string {
  let current = text
  // Removing a character can bring two neighbours together that mean something else side by side.
  for (let round = 0; round < 8; round++) {
    const seen = foldOnce(current)
    const next = writtenText()
    if (seen === 0 || next === current) return next
    current = next
  }
  return current
}

/** Writes the folded text to `out`; returns a bit set of the kinds that look at their neighbours. */
function foldOnce(text: string): number {
  let source = text
  length = 0
  pendingBlank = false
  let seen = 0
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i)
    const kind = kinds[unit]!
    if (kind <= SWAP) write(unit ^ changes[unit]!)
    else if (kind === BLANK) pendingBlank = length > 0
    else if (kind === EXPAND) seen |= writeAll(table.expansions.get(unit) ?? '')
    else {
      if (kind === COMBINING && (seen & (1 << COMBINING)) === 0) {
        // Composition reaches back: start again on the composed text.
        source = source.normalize('NFKC')
        length = 0
        pendingBlank = false
        seen = 1 << COMBINING
        i = -1
        continue
      }
      seen |= 1 << kind
      if (kind === SURROGATE) i += writeSupplementary(source, i)
      else if (kind === COMBINING) writeAll(foldMark(unit))
      else if (kind === LONG_VOWEL) write(length > 0 && isKana(out[length - 1]!) ? 0x30fc : 0x2d)
      else write(unit ^ changes[unit]!)
    }
  }
  if (seen & (1 << PHRASE)) resolvePhrases(table, out, length)
  if (seen & (1 << CIRCLE)) resolveCircles(table, out, length)
  if (seen & (1 << FOREIGN)) resolveLookAlikes(table, out, length)
  return seen
}

function write(unit: number): void {
  if (length + 2 > out.length) grow()
  if (pendingBlank) {
    pendingBlank = false
    if (!joins(out[length - 1]!, unit)) out[length++] = BLANK_UNIT
  }
  out[length++] = unit
}

/** Writes units that are folded already; returns the kinds among them that look at their neighbours. */
function writeAll(text: string): number {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === BLANK_UNIT) {
      pendingBlank = length > 0
      continue
    }
    write(unit)
    if (kinds[unit]! > BLANK) seen |= 1 << kinds[unit]!
  }
  return seen
}

function grow(): void {
  const larger = new Uint16Array(out.length * 2)
  larger.set(out)
  out = larger
}

function writtenText(): string {
  // Engines take a limited number of arguments.
  const CHUNK = 8192
  if (length <= CHUNK) return String.fromCharCode.apply(null, out.subarray(0, length) as unknown as number[])
  const parts: string[] = []
  for (let start = 0; start < length; start += CHUNK) {
    const part = out.subarray(start, Math.min(start + CHUNK, length))
    parts.push(String.fromCharCode.apply(null, part as unknown as number[]))
  }
  return parts.join('')
}

/** A stress mark left over by composition is dropped, other marks stay. */
function foldMark(unit: number): string {
  return unit >= 0x300 && unit <= 0x36f ? '' : String.fromCharCode(unit)
}

/** Folds a surrogate pair; returns how many more units it took. A lone surrogate stays. */
function writeSupplementary(text: string, at: number): number {
  const point = text.codePointAt(at)!
  if (point < 0x10000) {
    write(point)
    return 0
  }
  writeAll(foldSupplementary(point))
  return 1
}

const supplementary = new Map<number, string>()

function foldSupplementary(point: number): string {
  let folded = supplementary.get(point)
  if (folded === undefined) {
    folded = table.foldSupplementary(String.fromCodePoint(point))
    if (supplementary.size < 4096) supplementary.set(point, folded)
  }
  return folded
}

function isHan(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    unit === ZERO ||
    unit === 0x3005 ||
    unit === 0x25cb
  )
}

function isPunctuation(unit: number): boolean {
  return (
    (unit > 0x20 && unit < 0x30) ||
    (unit > 0x39 && unit < 0x41) ||
    (unit > 0x5a && unit < 0x61) ||
    (unit > 0x7a && unit < 0x7f) ||
    unit === 0x3001 ||
    unit === 0xb7
  )
}

/** Claims that a blank between two units says nothing: between Han, or between Han and punctuation. */
function joins(left: number, right: number): boolean {
  if (isHan(left)) return isHan(right) || isPunctuation(right)
  return isHan(right) && isPunctuation(left)
}

function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb
}

/** What {@link foldKey} keeps; made at its first use. */
let isKey: Uint8Array | undefined

function keyUnits(): Uint8Array {
  const kept = new Uint8Array(65536)
  for (const range of KEY_RANGES.trim().split(/\s/)) {
    const [from, to = from] = range.split('-')
    kept.fill(1, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1)
  }
  return kept
}

/**
 * {@link foldText} without blanks and punctuation: letters, digits and Han characters only. Good for exact keys,
 * where 北京（中国）华为 and 北京中国华为 may fall together; '' when nothing is left. About 4 M names a second.
 *
 * @example foldKey('A.B. 公司（北京）') // 'AB公司北京'
 */
export function foldKey(text: string): string {
  isKey ??= keyUnits()
  const size = text.length
  for (let i = 0; i < size; i++) {
    const unit = text.charCodeAt(i)
    if (kinds[unit] !== PLAIN || isKey[unit] === 0) return foldKeySlowly(text, isKey)
  }
  return text
}

function foldKeySlowly(text: string, isKey: Uint8Array): string {
  const folded = foldText(text)
  for (let i = 0; i < folded.length; i++) {
    if (isKey[folded.charCodeAt(i)] === 0) return dropPunctuation(folded, i, isKey)
  }
  return folded
}

function dropPunctuation(text: string, first: number, isKept: Uint8Array): string {
  let kept = text.slice(0, first)
  let start = first + 1
  for (let i = start; i <= text.length; i++) {
    if (i < text.length && isKept[text.charCodeAt(i)] === 1) continue
    if (i > start) kept += text.slice(start, i)
    start = i + 1
  }
  return kept
}

const weak = new Map(WEAK_VARIANTS.split(' ').map((pair) => [pair[0]!, pair[1]!]))
const weakPattern = new RegExp(`[${[...weak.keys()].join('')}]`, 'g')

/**
 * Folds characters that are distinct in brands but often typed for each other (喆 as 哲, 邨 as 村). Good for blocking
 * keys and for a weaker level of agreement, never for equality. Takes folded text; '' stays ''. About 7 M names a second.
 *
 * @example foldWeakVariants('宏喆') // '宏哲'
 */
export function foldWeakVariants(text: string): string {
  return text.replace(weakPattern, (one) => weak.get(one) ?? one)
}
