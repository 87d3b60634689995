import { randomUUID } from 'node:crypto'
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { InputError, systemReason } from './input-error.ts'

/**
 * Writes a value as a JSON file (a model), the folder made where it is missing. It is written whole beside and renamed
 * into place: a run that fails leaves the old file.
 * @param protect files that must not be written over: the inputs.
 * @throws InputError
 * @example await writeJson('model.json', model)
 */
export async function writeJson(
  path: string,
  value: unknown,
  protect: readonly string[] = [],
): Promise<void> {
  await checkWritable(path, protect)
  const temporary = `${path}.${randomUUID()}`
  try {
    await mkdir(dirname(resolve(path)), { recursive: true })
    await writeFile(temporary, `${JSON.stringify(value, null, 2)}\n`)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw unwritable(error, path)
  }
}

/** Whether a JSON file can be written there, asked before the work is done. Leaves nothing behind. */
export async function checkWritable(path: string, protect: readonly string[] = []): Promise<void> {
  const real = await realpath(path).catch(() => resolve(path))
  for (const input of protect) {
    const other = await realpath(input).catch(() => resolve(input))
    if (real === other) throw new InputError('output-file-is-input', input)
  }
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw new InputError('output-file-unwritable', path, '', 'it is a folder')
}

function unwritable(error: unknown, path: string): unknown {
  const reason = systemReason(error)
  return reason === '' ? error : new InputError('output-file-unwritable', path, '', reason)
}
