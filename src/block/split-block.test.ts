import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { type BoundKey, keysOfRow } from './row-keys.ts'
import { createSplitter } from './split-block.ts'

type Keys = readonly (readonly number[])[]

/** A key that row `i` has the values `keys[i]` of, each of an entry of its own. */
function bind(keys: Keys): BoundKey {
  const columns = columnsOf(
    ['value'],
    keys.map((values) => values.map((value) => [String(value)])),
    // An entry may have no key, and several.
    { key: ([value]) => (value === '9' ? [] : value === '8' ? [1, 2] : [Number(value)]) },
  )
  return { columns, key: columns.keys[0] }
}

/** By the definition: groups as lists, in order of first sight. */
function slowSplit(rows: readonly number[], splitters: readonly BoundKey[], most: number) {
  const parts: number[][] = []
  const residue: number[][] = []
  const split = (own: readonly number[], depth: number): void => {
    if (own.length <= most) {
      if (own.length > 1) parts.push([...own])
      return
    }
    if (depth === splitters.length) {
      residue.push([...own])
      return
    }
    const groups = new Map<number, number[]>()
    const keysOf = (row: number) => keysOfRow([splitters[depth]], row)
    const without = own.filter((row) => keysOf(row).length === 0)
    for (const row of own) for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row])
    let isApart = groups.size === 0
    for (const group of groups.values()) {
      const all = [...group, ...without].sort((a, b) => a - b)
      if (all.length > most) {
        isApart = true
        split(group, depth + 1)
      } else if (all.length > 1) parts.push(all)
    }
    if (isApart) split(without, depth + 1)
  }
  split(rows, 0)
  return { parts, residue }
}

test('parts and what remains are those of splitting list by list', () => {
  const own = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 8, 9, 0xffffffff), { maxLength: 3 })
  const one = fc.oneof({ weight: 3, arbitrary: fc.constantFrom([1], [2], [3], []) }, own)
  const row = fc.tuple(one, one, one)
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (rows, most) => {
      const splitters = [0, 1, 2].map((at) => bind(rows.map((keys) => keys[at])))
      const splitter = createSplitter(splitters, most)
      const all = [...rows.keys()]
      // Twice, since what a splitter has learnt and its room are used again.
      for (const some of [all, all.filter((row) => row % 3 > 0)]) {
        const parts: number[][] = []
        const residue = splitter(Uint32Array.from(some), (part, from, to) => {
          parts.push([...part.subarray(from, to)])
        })
        expect({ parts, residue: residue.map((group) => [...group]) }).toEqual(
          slowSplit(some, splitters, most),
        )
      }
    }),
  )
})
