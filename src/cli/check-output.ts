import { mkdtemp, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { asInputError, InputError } from '../files/input-error.ts'

/**
 * Whether results can be written into a folder, asked before the work is done: makes a folder in it, or in the nearest
 * folder above it that is there, and takes it away again.
 * @throws InputError
 */
export async function checkOutput(folder: string): Promise<void> {
  const nearest = await nearestExisting(resolve(folder))
  try {
    if (!(await stat(nearest)).isDirectory()) throw new InputError('output-is-file', nearest)
    await rmdir(await mkdtemp(join(nearest, '.guihu-')))
  } catch (error) {
    // The folder is there: what the system means is that it takes none.
    if (isCode(error, 'ENOENT'))
      throw new InputError('output-unwritable', folder, 'ENOENT', `no folder can be made in ${nearest}`)
    throw asInputError(error, folder, 'output')
  }
}

/** The folder, or the nearest above it that is there. */
export async function nearestExisting(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    try {
      await stat(at)
      return at
    } catch (error) {
      // A part of the path is no folder (ENOTDIR), or is not there: what is above it decides.
      if (at === dirname(at) || !(isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')))
        throw asInputError(error, path, 'output')
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
