import { plainUint32 } from '../data/buffers.ts'
import { type Groups, IntegerList, sortPairs } from '../data/grouping.ts'
import { anchoredBlocks } from './anchored-blocks.ts'
import { anchorsOfRows, type BoundKey, keysOfRows, type RowKeys } from './row-keys.ts'
import { createSplitter, type Splitter } from './split-block.ts'

/** A blocking rule: records that agree on all of its keys are candidates. */
export interface BlockingRule {
  readonly name: string
  readonly keys: readonly BoundKey[]
}

/** The blocks of one rule. Every pair of rows of one block is a candidate; where blocks are those of anchors, every pair with the block's. */
export interface RuleBlocks {
  readonly name: string
  /** For a rule with anchors, by block: the row that it was made for. */
  readonly anchors?: Uint32Array
  /** Block `b` holds the rows `items[starts[b]]` up to `items[starts[b + 1]]`, ascending. */
  readonly blocks: Groups
  readonly report: BlockingReport
}

/** What a rule made. `pairs` counts a pair as often as the rule makes it. */
export interface BlockingReport {
  readonly rule: string
  readonly blocks: number
  readonly pairs: number
  readonly largest: number
  /** Blocks over the size bound that further keys could split, wholly or in part. */
  readonly split: number
  /** Blocks of which no further key could split all: the pairs of what remained are left to the other rules. */
  readonly capped: number
  /** The distinct rows of each capped block that remained, added up over the blocks. */
  readonly cappedRows: number
}

/**
 * Groups rows by the keys of a rule. A block of more than `maxBlockSize` rows is split by the `splitters`
 * in turn; what no splitter can bring under the bound is left out and reported, never dropped silently.
 * @param skipped by row, 1 for rows that are in no block (junk).
 */
export function buildBlocks(
  rule: BlockingRule,
  splitters: readonly BoundKey[],
  skipped: Uint8Array,
  maxBlockSize: number,
): RuleBlocks {
  const keys = keysOfRows(rule.keys, skipped)
  const anchors = anchorsOfRows(rule.keys, skipped)
  if (anchors !== undefined) {
    const collector = createCollector()
    const anchorOfBlock = new IntegerList()
    for (const { anchor, rows, left } of anchoredBlocks(keys, anchors, maxBlockSize)) {
      if (left > 0) collector.cap(left)
      if (rows.length === 1) continue
      collector.add(rows, 0, rows.length, rows.length - 1)
      anchorOfBlock.push(anchor)
    }
    return { ...collector.finish(rule.name), anchors: anchorOfBlock.finish() }
  }
  const sorted = sortPairs(pairsOf(keys))
  const splitter = createSplitter(splitters, maxBlockSize)
  const collector = createCollector()
  let rows = new Uint32Array(1024)
  for (let start = 0; start < sorted.length; ) {
    let end = start + 2
    while (end < sorted.length && sorted[end] === sorted[start]) end += 2
    const size = (end - start) / 2
    if (size > rows.length) rows = plainUint32(2 * size)
    for (let i = 0; i < size; i++) rows[i] = sorted[start + 2 * i + 1]
    if (size > maxBlockSize) collector.addSplit(splitter, rows.subarray(0, size))
    else if (size > 1) collector.add(rows, 0, size, (size * (size - 1)) / 2)
    start = end
  }
  return collector.finish(rule.name)
}

/** The keys of all rows, each with its row. */
function pairsOf({ starts, hashes }: RowKeys): Uint32Array {
  const pairs = plainUint32(2 * hashes.length)
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let i = starts[row]; i < starts[row + 1]; i++) {
      pairs[2 * i] = hashes[i]
      pairs[2 * i + 1] = row
    }
  }
  return pairs
}

function createCollector() {
  const starts = new IntegerList()
  const items = new IntegerList()
  let [pairs, largest, split, capped, cappedRows] = [0, 0, 0, 0, 0]
  starts.push(0)
  const add = (rows: Uint32Array, from: number, to: number, pairsOfRows: number): void => {
    for (let i = from; i < to; i++) items.push(rows[i])
    starts.push(items.length)
    pairs += pairsOfRows
    largest = Math.max(largest, to - from)
  }
  const cap = (rows: number): void => {
    capped++
    cappedRows += rows
  }
  return {
    /** Adds a block of a stretch of rows. */
    add,
    /** Counts a block of which so many rows are left out. */
    cap,
    /** Adds what becomes of an oversize block. */
    addSplit(splitter: Splitter, rows: Uint32Array): void {
      const before = starts.length
      const residue = splitter(rows, (part, from, to) => {
        add(part, from, to, ((to - from) * (to - from - 1)) / 2)
      })
      if (starts.length > before || residue.length === 0) split++
      if (residue.length > 0) cap(countDistinct(residue))
    },
    finish(name: string): RuleBlocks {
      const blocks = { starts: starts.finish(), items: items.finish() }
      const report = { rule: name, blocks: starts.length - 1, pairs, largest, split, capped, cappedRows }
      return { name, blocks, report }
    },
  }
}

/** A row with several values of a splitter may remain in several groups. */
function countDistinct(groups: readonly Uint32Array[]): number {
  if (groups.length === 1) return groups[0].length
  const distinct = new Set<number>()
  for (const group of groups) for (const row of group) distinct.add(row)
  return distinct.size
}
