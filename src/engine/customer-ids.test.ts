import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DictionaryBuilder, textsOf } from '../data/dictionary.ts'
import { customerIdOf } from '../merge/customer-id.ts'
import { idsOf } from './customer-ids.ts'

const columnOf = (name: string, texts: readonly string[]) => {
  const builder = new DictionaryBuilder()
  return {
    name,
    codes: Uint32Array.from(texts, (text) => builder.encode(text)),
    dictionary: builder.finish(),
  }
}

/** The ids of customers of two records each, the lesser of which names them. */
function idsOfRecords(records: readonly (readonly [source: string, recordId: string])[]): string[] {
  const rows = records.flatMap((record) => [record, ['别处', '0'] as const])
  const members = {
    starts: Uint32Array.from({ length: records.length + 1 }, (_, i) => 2 * i),
    items: Uint32Array.from(rows.keys()),
  }
  const ofRow = members.items.map((row) => Math.floor(row / 2))
  const source = columnOf(
    'source',
    rows.map(([source]) => source),
  )
  const recordId = columnOf(
    'id',
    rows.map(([, id]) => id),
  )
  return textsOf(idsOf({ members, ofRow }, { source, recordId })).slice(1)
}

test('ids are those of the least records, however many there are', () => {
  const source = fc.constantFrom('营销', '财务', '')
  const records = fc.uniqueArray(fc.tuple(source, fc.string({ unit: 'grapheme' })), {
    selector: ([source, id]) => `${source} ${id}`,
    maxLength: 400,
  })
  fc.assert(
    fc.property(records, (records) => {
      expect(idsOfRecords(records)).toEqual(records.map(([source, id]) => customerIdOf(source, id)))
    }),
  )
})

test('of two customers whose ids collide the later one is hashed once more', () => {
  const id = customerIdOf('营销', '1')
  expect(
    idsOfRecords([
      ['营销', '1'],
      ['营销', '2'],
      ['营销', '1'],
    ]),
  ).toEqual([id, customerIdOf('营销', '2'), customerIdOf('营销', `1\u0000${id}`)])
})
