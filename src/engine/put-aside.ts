import { allocateFloat32, allocateFloat64, allocateUint16, allocateUint32 } from '../data/buffers.ts'
import type { Records } from '../data/records.ts'
import type { Storage } from '../data/storage.ts'
import type { Column } from '../data/table.ts'
import type { NormalizedRecords } from './normalized-records.ts'

/** Brings back what was put aside. */
export type BringBack = () => Promise<void>

type Numbers = Uint16Array | Uint32Array | Float32Array | Float64Array

/** An array, the objects that have it, and how: where it is put aside they have none in its place. */
interface Held {
  readonly owners: [owner: object, key: string][]
  readonly allocate: (length: number) => Numbers
}

/**
 * Puts the cells of the input into a storage until they are brought back: once they are parsed, no one reads their texts, which row
 * has which, or what they are worth before the tables are made.
 */
export async function putCellsAside(
  storage: Storage,
  { table }: Records,
  { arranged, fields }: NormalizedRecords,
): Promise<BringBack> {
  const held = new Map<Numbers, Held>()
  const hold = <Key extends string, Of extends Numbers>(
    owner: { readonly [key in Key]: Of },
    key: Key,
    allocate: (length: number) => Of,
  ): void => {
    const { owners } = held.get(owner[key]) ?? { owners: [] }
    held.set(owner[key], { owners: [...owners, [owner, key]], allocate })
  }
  const columns = new Set<Column>([
    ...table.columns,
    ...arranged.table.columns,
    arranged.source,
    arranged.recordId,
  ])
  for (const column of columns) hold(column, 'codes', allocateUint32)
  for (const dictionary of new Set(Array.from(columns, (column) => column.dictionary))) {
    hold(dictionary, 'units', allocateUint16)
    hold(dictionary, 'starts', allocateFloat64)
  }
  for (const cells of fields.flatMap((field) => field.cells)) hold(cells, 'quality', allocateFloat32)

  const fetches: (() => Promise<void>)[] = []
  const bringBack = async () => {
    for (const fetch of fetches.splice(0)) await fetch()
  }
  try {
    for (const [numbers, { owners, allocate }] of held) {
      const { length } = numbers
      const fetch = await storage.store(bytesOf(numbers))
      give(owners, allocate(0))
      held.delete(numbers)
      fetches.push(async () => {
        const back = allocate(length)
        await fetch(bytesOf(back))
        give(owners, back)
      })
    }
  } catch (error) {
    // The records are the caller's, who may try again without.
    await bringBack()
    throw error
  }
  return bringBack
}

/** The one way in which columns and dictionaries change: none of them is read between. */
function give(owners: Held['owners'], numbers: Numbers): void {
  for (const [owner, key] of owners) (owner as Record<string, Numbers>)[key] = numbers
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
