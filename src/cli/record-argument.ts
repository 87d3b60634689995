import type { CellValue } from '../data/records.ts'
import type { RecordInput } from '../engine/to-records.ts'

/** A record on the command line that is none. */
export class RecordTextError extends Error {
  override readonly name = 'RecordTextError'
  readonly code = 'wrong-record'
}

/**
 * A record as it stands on the command line: a JSON object of plain values, or `@file` with one in it.
 * @throws RecordTextError, InputError
 * @example await recordOf('{"客户名称": "山西煤业"}', 'left') // => { 客户名称: '山西煤业' }
 */
export async function recordOf(text: string, side: 'left' | 'right'): Promise<RecordInput> {
  const value = text.startsWith('@') ? await fromFile(text.slice(1)) : fromText(text, side)
  if (!isObject(value))
    throw new RecordTextError(
      `The ${side} record is ${Array.isArray(value) ? 'a list' : JSON.stringify(value)}; a JSON object is wanted, as in ${EXAMPLE}.`,
    )
  for (const [name, cell] of Object.entries(value)) {
    if (isCell(cell)) continue
    throw new RecordTextError(
      `The ${side} record has no plain value under "${name}": a text or a number is wanted.`,
    )
  }
  return value as RecordInput
}

const EXAMPLE = `'{"客户名称": "山西煤业", "电话": "0351-4666666"}' or @record.json`

function fromText(text: string, side: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RecordTextError(`The ${side} record is not JSON; give an object as in ${EXAMPLE}.`)
  }
}

async function fromFile(path: string): Promise<unknown> {
  const { loadJson } = await import('./files.ts')
  return loadJson(path)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCell(value: unknown): value is CellValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
