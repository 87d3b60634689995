import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { diskStorage } from './disk-storage.ts'

test('what was stored comes back, in any order and as often as wanted', async () => {
  const folder = temporaryFolder()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), async (all) => {
      const storage = await diskStorage(folder)
      const fetches = []
      for (const bytes of all) {
        // Shared memory, as the columns are.
        const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
        shared.set(bytes)
        fetches.push(await storage.store(shared))
        shared.fill(0)
      }
      expect(storage.size()).toBe(all.reduce((sum, { length }) => sum + length, 0))
      for (const order of [fetches.keys(), [...fetches.keys()].reverse()]) {
        for (const i of order) {
          const into = new Uint8Array(new SharedArrayBuffer(all[i].length))
          await fetches[i](into)
          expect([...into]).toEqual([...all[i]])
        }
      }
      await storage.close()
    }),
    { numRuns: 20 },
  )
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(process.platform === 'win32')(
  'nothing stays when the process ends before it is closed',
  async () => {
    const folder = temporaryFolder()
    const storage = await diskStorage(folder)
    await storage.store(new Uint8Array(1000))
    expect(readdirSync(folder)).toEqual([])
    await storage.close()
  },
)

test('a folder that takes no file is named', async () => {
  const folder = join(temporaryFolder(), 'none')
  await expect(diskStorage(folder)).rejects.toThrow(folder)
  expect(existsSync(folder)).toBe(false)
})
