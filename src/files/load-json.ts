import { readFile } from 'node:fs/promises'
import { encodingOfHead, utf8OrGb18030 } from './detect-encoding.ts'
import { findJsonError } from './find-json-error.ts'
import { asInputError, InputError } from './input-error.ts'

/**
 * The value in a JSON file (settings, a model), in any encoding that `readRecords` recognises. Throws
 * `InputError`: `bad-json` with line, column and what was wrong there, or why the file cannot be read.
 * @example const settings = await loadJson('settings.json')
 */
export async function loadJson(path: string): Promise<unknown> {
  const text = await readText(path)
  if (text.trim() === '') throw new InputError('empty', path)
  try {
    return JSON.parse(text)
  } catch (error) {
    const found = findJsonError(text)
    if (!found) throw new InputError('bad-json', path, error instanceof Error ? error.message : '', 'its end')
    const before = text.slice(0, found.at)
    const line = before.split('\n').length
    const column = found.at - before.lastIndexOf('\n')
    throw new InputError('bad-json', path, found.reason, `line ${line}, column ${column}`)
  }
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path)
    const encoding = encodingOfHead(bytes) ?? (await utf8OrGb18030(onePiece(bytes)))
    return new TextDecoder(encoding).decode(bytes)
  } catch (error) {
    throw asInputError(error, path, 'input')
  }
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
