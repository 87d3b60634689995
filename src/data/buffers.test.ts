import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as buffers from './buffers.ts'

const { allocateUint32, plainUint32 } = buffers

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** A buffer that has pages of its own, and one that is too small for them; lengths that fill no page. */
const LENGTHS = [0, 3, 100_001]

describe('memory of columns', () => {
  it.each(LENGTHS)('is zeroed and has the length that was asked for: %i', (length) => {
    for (const [name, allocate] of Object.entries(buffers)) {
      if (name.startsWith('copy')) continue
      const items = (allocate as (length: number) => Uint32Array)(length)
      expect(items.length).toBe(length)
      expect(items.every((item) => item === 0)).toBe(true)
    }
  })

  it.each(LENGTHS)('is copied whole: %i', (length) => {
    const items = plainUint32(length).map((_, i) => i * 7)
    for (const copy of [
      buffers.copyUint32(items),
      buffers.copyUint16(Uint16Array.from(items, (item) => item & 0xff)),
      buffers.copyFloat64(Float64Array.from(items)),
    ]) {
      expect(copy.length).toBe(length)
      expect(
        copy.findIndex((item, i) => item !== (copy instanceof Uint16Array ? items[i] & 0xff : items[i])),
      ).toBe(-1)
    }
  })

  it('is read and written by another thread where it is allocated for threads', async () => {
    const [small, large] = [allocateUint32(4), allocateUint32(100_001)]
    const worker = new Worker(
      'const { workerData, parentPort } = require("node:worker_threads"); for (const items of workerData) items[items.length - 1] = 42; parentPort.postMessage("written")',
      { eval: true, workerData: [small, large] },
    )
    await new Promise((resolve) => worker.once('message', resolve))
    expect([small[3], large[100_000]]).toEqual([42, 42])
    await worker.terminate()
  })

  it.each([
    ['is missing', undefined],
    [
      'has no room',
      {
        Memory: class {
          constructor() {
            throw new RangeError('could not allocate memory')
          }
        },
      },
    ],
  ])('is allocated where WebAssembly %s', async (_, standIn) => {
    vi.resetModules()
    vi.stubGlobal('WebAssembly', standIn)
    const { allocateUint32, plainUint32 } = await import('./buffers.ts')
    for (const items of [allocateUint32(100_001), plainUint32(100_001)]) {
      items[100_000] = 1
      expect(items.buffer.byteLength).toBe(400_004)
      expect(items.reduce((sum, item) => sum + item)).toBe(1)
    }
  })
})
