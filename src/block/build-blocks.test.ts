import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../fixtures/columns.ts'
import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import { type BlockingRule, buildBlocks, type RuleBlocks } from './build-blocks.ts'
import { type BoundKey, keysOfRow } from './row-keys.ts'
import { countRanges, createWalk, planWalk, visitPairs } from './walk-pairs.ts'

type Keys = readonly (readonly number[])[]

/** A key that row `i` has the values `keys[i]` of. */
function bind(keys: Keys): BoundKey {
  const columns = columnsOf(
    ['value'],
    keys.map((values) => values.map((value) => [String(value)])),
    { key: ([value]) => [Number(value)] },
  )
  return { columns, key: columns.keys[0] }
}

/** The same, where the entries of those values are anchors. */
function bindAnchored(keys: Keys, anchorValues: readonly number[]): BoundKey {
  const { columns, key } = bind(keys)
  const { codes, dictionary } = partOf(columns, 'value')
  const anchors = Uint8Array.from(codes, (code) =>
    anchorValues.includes(Number(textOf(dictionary, code))) ? 1 : 0,
  )
  return { columns, key: { ...key, anchors } }
}

function ruleOf(name: string, ...keys: readonly Keys[]): BlockingRule {
  return { name, keys: keys.map(bind) }
}

/** By the definition of blocks: whether one holds both rows, one of which is its anchor where it has one. */
function doesBring({ blocks: { starts, items }, anchors }: RuleBlocks, left: number, right: number): boolean {
  return Array.from({ length: starts.length - 1 }, (_, block) => block).some((block) => {
    const rows = items.subarray(starts[block], starts[block + 1])
    const isOfAnchor = anchors === undefined || [left, right].includes(anchors[block])
    return isOfAnchor && rows.includes(left) && rows.includes(right)
  })
}

/** The pairs of a walk, each told with the rules that bring it. */
function pairsOf(rules: readonly RuleBlocks[]): string[] {
  const pairs: string[] = []
  const plan = planWalk(rules, ROWS)
  const walk = createWalk(plan)
  for (let range = 0; range < countRanges(plan); range++) {
    walk(range, (left, { count, rows, firstRule, ruleCount, rules: bits, width }) => {
      expect(count).toBeGreaterThan(0)
      for (let i = 0; i < count; i++) {
        expect(left).toBeLessThan(rows[i])
        const bringing = rules.flatMap((rule, number) => (doesBring(rule, left, rows[i]) ? [number] : []))
        const told = rules.flatMap((_, rule) =>
          ((bits[i * width + (rule >> 3)] >> (rule & 7)) & 1) === 1 ? [rule] : [],
        )
        expect(told).toEqual(bringing)
        expect(firstRule[i]).toBe(bringing[0])
        expect(ruleCount[i]).toBe(bringing.length)
        pairs.push(`${left} ${rows[i]}`)
      }
    })
  }
  return pairs
}

const share = (a: readonly number[], b: readonly number[]) => a.some((value) => b.includes(value))

/** The slow twin: all pairs of rows, by the definition of a rule. */
function pairsNaively(rowCount: number, isPair: (left: number, right: number) => boolean): string[] {
  const pairs: string[] = []
  for (let left = 0; left < rowCount; left++) {
    for (let right = left + 1; right < rowCount; right++)
      if (isPair(left, right)) pairs.push(`${left} ${right}`)
  }
  return pairs.sort()
}

const ROWS = 18
const keysOf = (distinct: number, perRow = 3) =>
  fc.array(fc.array(fc.integer({ min: 1, max: distinct }), { maxLength: perRow }), {
    minLength: ROWS,
    maxLength: ROWS,
  })
const skips = fc
  .array(
    fc.nat(6).map((n) => (n === 0 ? 1 : 0)),
    { minLength: ROWS, maxLength: ROWS },
  )
  .map((list) => Uint8Array.from(list))
const none = new Uint8Array(ROWS)

describe('blocks and their pairs', () => {
  test('each pair that shares a key of any rule is visited once, junk rows never', () => {
    fc.assert(
      fc.property(keysOf(9), keysOf(5), keysOf(4, 2), skips, (first, second, third, skipped) => {
        const rules = [ruleOf('one', first), ruleOf('two', second), ruleOf('both', first, third)]
        const blocks = rules.map((rule) => buildBlocks(rule, [], skipped, 1000))
        const expected = pairsNaively(ROWS, (l, r) => {
          return (
            skipped[l] === 0 && skipped[r] === 0 && (share(first[l], first[r]) || share(second[l], second[r]))
          )
        })
        expect(pairsOf(blocks).sort()).toEqual(expected)
      }),
    )
  })

  test('a rule of several keys asks for agreement on all of them', () => {
    fc.assert(
      fc.property(keysOf(4), keysOf(4), (first, second) => {
        const blocks = [buildBlocks(ruleOf('both', first, second), [], none, 1000)]
        const expected = pairsNaively(
          ROWS,
          (l, r) => share(first[l], first[r]) && share(second[l], second[r]),
        )
        expect(pairsOf(blocks).sort()).toEqual(expected)
      }),
    )
  })

  test('rows ascend in a block', () => {
    fc.assert(
      fc.property(keysOf(6), (keys) => {
        const { starts, items } = buildBlocks(ruleOf('one', keys), [], none, 1000).blocks
        for (let block = 0; block + 1 < starts.length; block++) {
          const rows = [...items.subarray(starts[block], starts[block + 1])]
          expect(rows.length).toBeGreaterThan(1)
          expect(rows.every((row, i) => i === 0 || rows[i - 1] < row)).toBe(true)
        }
      }),
    )
  })

  test('more rules than a byte has bits, and more neighbours than there was room for', () => {
    const rules = Array.from({ length: 19 }, (_, rule) =>
      buildBlocks(
        ruleOf(
          `rule ${rule}`,
          Array.from({ length: ROWS }, (_, row) => [row % (rule + 1) === 0 ? 1 : 10 + row]),
        ),
        [],
        none,
        1000,
      ),
    )
    expect(pairsOf(rules).length).toBe((ROWS * (ROWS - 1)) / 2)
    const rows = 3000
    const all = buildBlocks(ruleOf('all', new Array(rows).fill([1])), [], new Uint8Array(rows), rows)
    let [count, sum] = [0, 0]
    visitPairs([all, all], rows, (left, right) => {
      count++
      sum += right - left
    })
    expect(count).toBe((rows * (rows - 1)) / 2)
    expect(sum).toBe((rows * (rows - 1) * (rows + 1)) / 6)
  })
})

describe('blocks that are too large', () => {
  const MAX = 4

  test('pairs that share a key and all splitters are kept, unless the whole is still too large', () => {
    fc.assert(
      fc.property(keysOf(2, 2), keysOf(5, 2), keysOf(5, 1), (keys, first, second) => {
        const splitters = [bind(first), bind(second)]
        const { blocks, report, ...rest } = buildBlocks(ruleOf('one', keys), splitters, none, MAX)
        const found = new Set(pairsOf([{ blocks, report, ...rest }]))
        const cell = (key: number, a: number, b: number) =>
          [...keys.keys()].filter(
            (r) => keys[r].includes(key) && first[r].includes(a) && second[r].includes(b),
          )
        for (const key of [1, 2]) {
          for (const a of [1, 2, 3, 4, 5]) {
            for (const b of [1, 2, 3, 4, 5]) {
              const rows = cell(key, a, b)
              if (rows.length > MAX) continue
              for (const l of rows) for (const r of rows) if (l < r) expect(found).toContain(`${l} ${r}`)
            }
          }
        }
        for (const pair of found) {
          const [l, r] = pair.split(' ').map(Number)
          expect(share(keys[l], keys[r])).toBe(true)
        }
        expect(report.largest).toBeLessThanOrEqual(MAX)
      }),
    )
  })

  test('the report adds up', () => {
    fc.assert(
      fc.property(keysOf(3, 2), keysOf(4, 2), (keys, splitter) => {
        const { blocks, report } = buildBlocks(ruleOf('one', keys), [bind(splitter)], none, MAX)
        const sizes = Array.from(blocks.starts.subarray(1), (end, block) => end - blocks.starts[block])
        const oversize = [1, 2, 3].map((key) => keys.filter((values) => values.includes(key)).length)
        expect(report.blocks).toBe(sizes.length)
        expect(report.pairs).toBe(sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0))
        expect(report.largest).toBe(Math.max(0, ...sizes))
        const [over, rows] = [oversize.filter((size) => size > MAX), oversize.reduce((a, b) => a + b)]
        // A block over the bound is either split, or capped, or both: none goes unsaid.
        expect(report.split).toBeLessThanOrEqual(over.length)
        expect(report.capped).toBeLessThanOrEqual(over.length)
        expect(report.split + report.capped).toBeGreaterThanOrEqual(over.length)
        expect(report.cappedRows).toBeLessThanOrEqual(rows)
        expect(report.cappedRows > 0).toBe(report.capped > 0)
      }),
    )
  })

  const six: Keys = [[1], [1], [1], [1], [1], [1]]
  const report = (splitters: readonly Keys[]) => {
    const { report } = buildBlocks(ruleOf('phone', six), splitters.map(bind), new Uint8Array(6), MAX)
    return report
  }

  test('without a splitter the block is left out and said', () => {
    expect(report([])).toEqual({
      rule: 'phone',
      blocks: 0,
      pairs: 0,
      largest: 0,
      split: 0,
      capped: 1,
      cappedRows: 6,
    })
  })

  test('a splitter that all rows agree on is passed over for the next', () => {
    expect(report([six, [[1], [1], [1], [2], [2], [2]]])).toMatchObject({
      blocks: 2,
      pairs: 6,
      split: 1,
      capped: 0,
    })
  })

  test('a block that falls apart into single rows is split', () => {
    expect(report([[[1], [2], [3], [4], [5], [6]]])).toMatchObject({
      blocks: 0,
      pairs: 0,
      split: 1,
      capped: 0,
    })
  })

  test('many rows without the splitting value stay together', () => {
    expect(report([[[7], [7], [], [], [], []]])).toMatchObject({ blocks: 2, pairs: 7, split: 1, capped: 0 })
  })

  test('few rows without it are in every part, since they may belong anywhere', () => {
    expect(report([[[7], [8], [7], [8], [8], []]])).toMatchObject({
      blocks: 2,
      pairs: 9,
      split: 1,
      capped: 0,
    })
  })

  test('a row that remains in two groups counts once', () => {
    const both: Keys = [[1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1]]
    expect(report([both])).toMatchObject({ blocks: 0, capped: 1, cappedRows: 6, split: 0 })
  })
})

describe('rules with anchors', () => {
  const anchorValues = fc.subarray([1, 2, 3, 4, 5])

  test('bring the pairs of which one row is an anchor, and hide none of those from later rules', () => {
    fc.assert(
      fc.property(keysOf(5, 2), keysOf(7), anchorValues, skips, (first, second, values, skipped) => {
        const anchored = { name: 'anchored', keys: [bindAnchored(first, values)] }
        const blocks = [anchored, ruleOf('plain', second)].map((rule) => buildBlocks(rule, [], skipped, 1000))
        const isAnchor = (row: number) => first[row].some((value) => values.includes(value))
        const expected = (withPlain: boolean) =>
          pairsNaively(ROWS, (l, r) => {
            const meet = share(first[l], first[r]) && (isAnchor(l) || isAnchor(r))
            return (
              skipped[l] === 0 && skipped[r] === 0 && (meet || (withPlain && share(second[l], second[r])))
            )
          })
        expect(pairsOf(blocks.slice(0, 1)).sort()).toEqual(expected(false))
        expect(pairsOf(blocks).sort()).toEqual(expected(true))
      }),
    )
  })

  test('an anchor of any key of a rule will do', () => {
    fc.assert(
      fc.property(keysOf(3, 2), keysOf(3, 2), anchorValues, (first, second, values) => {
        const rule = { name: 'both', keys: [bind(first), bindAnchored(second, values)] }
        const isAnchor = (row: number) => second[row].some((value) => values.includes(value))
        const expected = pairsNaively(
          ROWS,
          (l, r) => share(first[l], first[r]) && share(second[l], second[r]) && (isAnchor(l) || isAnchor(r)),
        )
        expect(pairsOf([buildBlocks(rule, [], none, 1000)]).sort()).toEqual(expected)
      }),
    )
  })

  test('count their pairs, one between two anchors twice', () => {
    fc.assert(
      fc.property(keysOf(1, 1), keysOf(2, 1), (keys, flags) => {
        const rule = { name: 'both', keys: [bind(keys), bindAnchored(flags, [1])] }
        const { report } = buildBlocks(rule, [], none, 1000)
        const isAnchor = (row: number) => flags[row].includes(1)
        const meet = (l: number, r: number) => share(keys[l], keys[r]) && share(flags[l], flags[r])
        const rows = [...Array(ROWS).keys()]
        const made = rows.flatMap((l) => rows.filter((r) => r !== l && isAnchor(l) && meet(l, r)))
        expect(report.pairs).toBe(made.length)
      }),
    )
  })
})

describe('keysOfRow', () => {
  test('a row with hundreds of values keeps its first 64 keys', () => {
    const many = Array.from({ length: 300 }, (_, i) => i + 1)
    expect(keysOfRow([bind([many])], 0)).toEqual(many.slice(0, 64))
    expect(keysOfRow([bind([many]), bind([[7]])], 0).length).toBe(64)
  })

  test('a row that lacks one key of a rule has none under it', () => {
    expect(keysOfRow([bind([[1, 2]]), bind([[]])], 0)).toEqual([])
  })

  test('keys are distinct, even where combinations hash alike', () => {
    // Before they are mixed, 0 with 0 and 1 with 0x9e3779b1 are both 0, the other two both 0x9e3779b1.
    const keys = keysOfRow([bind([[0, 1]]), bind([[0, 0x9e3779b1]])], 0)
    expect(keys.length).toBe(2)
    expect(new Set(keys).size).toBe(2)
  })
})

test('no rows at all make no blocks', () => {
  const { report } = buildBlocks(ruleOf('one', []), [], new Uint8Array(0), 100)
  expect(report).toMatchObject({ blocks: 0, pairs: 0, largest: 0, capped: 0 })
})
