import { allocateUint32 } from '../data/buffers.ts'
import { DictionaryBuilder } from '../data/dictionary.ts'
import type { Column } from '../data/table.ts'

/** A column of a few texts: in row `i` that of `items[i]`. */
export function textColumn(name: string, items: Uint32Array, textOf: (item: number) => string): Column {
  const builder = new DictionaryBuilder()
  const codes = allocateUint32(items.length)
  for (let i = 0; i < items.length; i++) codes[i] = builder.encode(textOf(items[i]))
  return { name, codes, dictionary: builder.finish() }
}
