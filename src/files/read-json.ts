import { shorten } from '../data/problems.ts'
import { cellTextOf } from './cell-text.ts'
import { checkCell, MAX_CELL_CHARACTERS, type RecordsCollector } from './records-collector.ts'
import { splitJsonArray } from './split-json.ts'

export interface JsonOptions {
  readonly file: string
  /** The text is one JSON array of objects, or an object that holds one, and not an object a line. */
  readonly isArray: boolean
  readonly onRows?: (() => void) | undefined
}

/** One line or element of more characters is no record. */
const MAX_RECORD_CHARACTERS = 1 << 24

/** Deeper lists and objects are no record. */
const MAX_DEPTH = 500

/**
 * Reads JSON objects, one a line or the elements of an array, as records; keys are the columns.
 * Nested values become JSON text, null is missing, whole numbers keep every digit. A line that is
 * no object is reported and passed over. A row's number is its line, or its place in the array.
 * Gives the number of rows and whether the text ended inside an array.
 */
export async function readJson(
  pieces: AsyncIterable<string>,
  collector: RecordsCollector,
  options: JsonOptions,
): Promise<{ columns: string[]; cutOff: boolean }> {
  const places = new Map<string, number>()
  const take = (text: string, row: number): void => addRecord(text, row, collector, options.file, places)
  const cutOff = options.isArray
    ? await splitJsonArray(pieces, MAX_RECORD_CHARACTERS, take)
    : await splitLines(pieces, take, options)
  return { columns: [...places.keys()], cutOff }
}

async function splitLines(
  pieces: AsyncIterable<string>,
  take: (text: string, row: number) => void,
  options: JsonOptions,
): Promise<boolean> {
  let rest = ''
  let row = 1
  for await (const piece of pieces) {
    const text = rest === '' ? piece : rest + piece
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      take(text.slice(start, end), row++)
      start = end + 1
    }
    rest = text.slice(start)
    // Too long to be held: the parser refuses it as a line that is no object.
    if (rest.length > MAX_RECORD_CHARACTERS) rest = rest.slice(0, MAX_RECORD_CHARACTERS)
    options.onRows?.()
  }
  take(rest, row)
  return false
}

function addRecord(
  text: string,
  row: number,
  collector: RecordsCollector,
  file: string,
  places: Map<string, number>,
): void {
  const line = text.trim()
  if (line === '') return
  const record = parseObject(line)
  if (typeof record === 'string') {
    collector.problems.add({ code: 'unreadable-line', file, row, value: shorten(line), detail: record })
    return
  }
  collector.startRow(row)
  const suspect = line.includes('\uFFFD')
  for (const key of Object.keys(record)) {
    let cell = cellTextOf(record[key])
    if (cell === '') continue
    if (suspect || cell.length > MAX_CELL_CHARACTERS) {
      cell = checkCell(cell, { file, row, column: key }, collector.problems)
    }
    let place = places.get(key)
    if (place === undefined) {
      place = collector.place(key, file)
      places.set(key, place)
    }
    collector.set(place, cell)
  }
}

/** The object of a line, or why it is none. */
export function parseObject(line: string): Record<string, unknown> | string {
  let value: unknown
  try {
    value = JSON.parse(line)
    if (hasLongNumber(value)) value = JSON.parse(quoteLongNumbers(line))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object'
  return value as Record<string, unknown>
}

// A double keeps whole numbers up to 9.007e15.
function hasLongNumber(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Math.abs(value) >= 9e15
  if (typeof value !== 'object' || value === null) return false
  if (depth > MAX_DEPTH) throw new SyntaxError(`nested deeper than ${MAX_DEPTH}`)
  for (const inner of Object.values(value)) if (hasLongNumber(inner, depth + 1)) return true
  return false
}

/**
 * JSON with whole numbers of 16 digits and more put in quotes: as numbers they would lose digits.
 * @example quoteLongNumbers('{"税号":914403007084610990}') // => '{"税号":"914403007084610990"}'
 */
export function quoteLongNumbers(json: string): string {
  const parts: string[] = []
  let kept = 0
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at)
    if (unit === QUOTE) at = endOfString(json, at)
    else if (isNumberUnit(unit)) {
      const start = at
      while (isNumberUnit(json.charCodeAt(at + 1))) at++
      const token = json.slice(start, at + 1)
      if (!/^-?[0-9]{16,400}$/.test(token)) continue
      parts.push(json.slice(kept, start), '"', token, '"')
      kept = at + 1
    }
  }
  return parts.join('') + json.slice(kept)
}

const QUOTE = 34
const BACKSLASH = 92

function endOfString(json: string, open: number): number {
  for (let at = open + 1; at < json.length; at++) {
    const unit = json.charCodeAt(at)
    if (unit === BACKSLASH) at++
    else if (unit === QUOTE) return at
  }
  return json.length
}

// Digits, signs, dot, e and E.
function isNumberUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) || unit === 43 || unit === 45 || unit === 46 || unit === 69 || unit === 101
  )
}
