import { allocateUint16 } from '../data/buffers.ts'
import { type Dictionary, swapUnits } from '../data/dictionary.ts'
import type { Storage } from '../data/storage.ts'
import type { ArrangedRecords } from './arrange-records.ts'

/** Brings back what was put aside. */
export type BringBack = () => Promise<void>

const NONE = new Uint16Array(0)

/**
 * Puts the texts of the input's cells into a storage until they are brought back: once they are parsed, no one reads them before the
 * tables are made.
 */
export async function putCellsAside(storage: Storage, arranged: ArrangedRecords): Promise<BringBack> {
  const { table, source, recordId } = arranged
  const columns = [...table.columns, source, recordId]
  const stored: { dictionary: Dictionary; length: number; fetch: (into: Uint8Array) => Promise<void> }[] = []
  for (const dictionary of new Set(columns.map((column) => column.dictionary))) {
    const { length } = dictionary.units
    stored.push({ dictionary, length, fetch: await storage.store(bytesOf(dictionary.units)) })
    swapUnits(dictionary, NONE)
  }
  return async () => {
    for (const { dictionary, length, fetch } of stored) {
      const units = allocateUint16(length)
      await fetch(bytesOf(units))
      swapUnits(dictionary, units)
    }
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
