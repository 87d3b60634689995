import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { combineHashes } from '../data/hash.ts'
import { buildBlocks, type RuleBlocks } from './build-blocks.ts'
import { doesBring } from './does-bring.ts'
import { estimateAlone } from './estimate-alone.ts'

/** The blocks of a rule by which row `i` has the keys `keys[i]`. */
function blocksOf(name: string, keys: readonly (readonly number[])[]): RuleBlocks {
  const rows = keys.map((own) => [[own.join(' ')]])
  const columns = columnsOf(['value'], rows, { key: ([value]) => value.split(' ').map(Number) })
  return buildBlocks({ name, keys: [{ columns, key: columns.keys[0] }] }, [], new Uint8Array(keys.length), 50)
}

/** The slow twin: every pair is asked of every rule. */
function countAll(rules: readonly RuleBlocks[], rows: number, isCandidate = (_: number, __: number) => true) {
  const alone = rules.map(() => 0)
  for (let left = 0; left < rows; left++) {
    for (let right = left + 1; right < rows; right++) {
      const bringing = rules.flatMap((rule, i) => (doesBring(rule, left, right) ? [i] : []))
      if (bringing.length === 1 && isCandidate(left, right)) alone[bringing[0]]++
    }
  }
  return alone
}

const draw = (row: number, salt: number, most: number) => combineHashes(row, salt) % most

describe('pairs that a rule alone brings', () => {
  test('are counted where rules make few', () => {
    const rows = Array.from({ length: 200 }, (_, row) => row)
    const rules = [
      blocksOf(
        'one',
        rows.map((row) => [draw(row, 1, 40)]),
      ),
      blocksOf(
        'two',
        rows.map((row) => [draw(row, 1, 80), 100 + draw(row, 2, 60)]),
      ),
      blocksOf(
        'none',
        rows.map((row) => [row]),
      ),
    ]
    const isOdd = (left: number, right: number) => (left + right) % 2 === 1
    expect(estimateAlone(rules).map(({ pairs }) => pairs)).toEqual(countAll(rules, 200))
    expect(estimateAlone(rules, isOdd).map(({ pairs }) => pairs)).toEqual(countAll(rules, 200, isOdd))
    expect(estimateAlone(rules)[2]).toEqual({ pairs: 0, sampled: 0 })
  })

  test('are estimated within a few percent where they make many', () => {
    const rows = Array.from({ length: 4000 }, (_, row) => row)
    const rules = [
      blocksOf(
        'one',
        rows.map((row) => [draw(row, 1, 100), 1000 + draw(row, 3, 100)]),
      ),
      blocksOf(
        'two',
        rows.map((row) => [draw(row, 1, 100), 2000 + draw(row, 2, 300)]),
      ),
    ]
    const truth = countAll(rules, 4000)
    estimateAlone(rules).forEach(({ pairs, sampled }, rule) => {
      expect(sampled).toBeLessThan(20_000)
      expect(sampled).toBeLessThan(rules[rule].report.pairs)
      expect(Math.abs(pairs - truth[rule])).toBeLessThan(0.05 * truth[rule])
    })
  })
})
