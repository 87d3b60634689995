import { expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { EdgeList } from '../data/edges.ts'
import { buildBlocks } from './build-blocks.ts'
import { countAlone } from './count-alone.ts'

/** The blocks of a rule by which row `i` has the key `keys[i]`. */
function blocksOf(name: string, keys: readonly number[]) {
  const rows = keys.map((key) => [[String(key)]])
  const columns = columnsOf(['value'], rows, { key: ([value]) => [Number(value)] })
  return buildBlocks({ name, keys: [{ columns, key: columns.keys[0] }] }, [], new Uint8Array(keys.length), 50)
}

test('an edge counts for the rule that alone brings it, and for none that another would make up for', () => {
  const rules = [
    blocksOf('one', [1, 1, 2, 3, 4]),
    blocksOf('two', [1, 1, 1, 2, 3]),
    blocksOf('three', [5, 6, 7, 8, 8]),
  ]
  const edges = new EdgeList()
  edges.push(0, 1, 9, -1)
  edges.push(0, 2, 9, -1)
  edges.push(1, 2, 9, -1)
  edges.push(3, 4, 9, -1)
  expect([...countAlone(rules, edges.finish())]).toEqual([0, 2, 1])
})
