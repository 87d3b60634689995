import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeName } from '../../fixtures/field-types.ts'
import { textOf } from '../data/dictionary.ts'
import { type Entries, EntryCollector } from './entry-collector.ts'
import { KeyCollector } from './key-collector.ts'

const text = fc.constantFrom('', '恒通', '昌硕', '一部', '恒通一部')
const entry = fc.array(text, { minLength: madeName.parts.length, maxLength: madeName.parts.length })
/** More than wait at once. */
const many = fc.array(entry, { maxLength: 300 })

function collect(texts: readonly (readonly string[])[]): { found: Entries; numbers: Uint32Array } {
  const collector = new EntryCollector(madeName)
  for (const one of texts) collector.add(one)
  const numbers = collector.numbers()
  return { found: collector.finish(), numbers }
}

function keysOf(entries: readonly (readonly string[])[]): Entries['keys'] {
  return madeName.keys.map((type) => {
    const collector = new KeyCollector(type)
    for (const texts of entries) collector.add(texts)
    return collector.finish()
  })
}

test('numbers entries as a Map does, each a row of its parts', () => {
  fc.assert(
    fc.property(many, (texts) => {
      const { found, numbers } = collect(texts)
      const twin = new Map<string, number>()
      for (const one of texts) if (!twin.has(one.join('|'))) twin.set(one.join('|'), twin.size)
      expect([...numbers]).toEqual(texts.map((one) => twin.get(one.join('|'))))
      const rows = Array.from({ length: found.entryCount }, (_, i) =>
        found.parts.map(({ codes, dictionary }) => textOf(dictionary, codes[i])).join('|'),
      )
      expect(rows).toEqual([...twin.keys()])
      expect(found.keys).toEqual(keysOf([...twin.keys()].map((joined) => joined.split('|'))))
    }),
  )
})

test('what others have found is added as if all had been added here, keys and all', () => {
  fc.assert(
    fc.property(fc.array(many, { maxLength: 3 }), (ranges) => {
      const joined = new EntryCollector(madeName)
      const numbers = ranges.flatMap((texts) => {
        const range = collect(texts)
        const here = joined.addAll(range.found)
        return Array.from(range.numbers, (number) => here[number])
      })
      const whole = collect(ranges.flat())
      expect(numbers).toEqual([...whole.numbers])
      expect(joined.finish()).toEqual(whole.found)
    }),
  )
})
