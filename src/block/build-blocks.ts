import { allocateUint32 } from '../data/buffers.ts'
import { type Groups, IntegerList, orderByKey } from '../data/grouping.ts'
import { anchorsOfRows, type BoundKey, keysOfRows } from './row-keys.ts'
import { createSplitter, type Splitter } from './split-block.ts'

/** A blocking rule: records that agree on all of its keys are candidates. */
export interface BlockingRule {
  readonly name: string
  readonly keys: readonly BoundKey[]
}

/** The blocks of one rule. Every pair of rows of one block is a candidate, when the rule has anchors every pair with one. */
export interface RuleBlocks {
  readonly name: string
  /** By row, 1 for an anchor; undefined for a rule without. */
  readonly anchors?: Uint8Array
  /** Block `b` holds the rows `items[starts[b]]` up to `items[starts[b + 1]]`, ascending. */
  readonly blocks: Groups
  /** The other way round: row `i` is in the blocks `items[starts[i]]` up to `items[starts[i + 1]]`, ascending. */
  readonly ofRow: Groups
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
  const rowCount = skipped.length
  const keys = keysOfRows(rule.keys, skipped)
  const rowOfKey = new Uint32Array(keys.hashes.length)
  for (let row = 0; row < rowCount; row++) rowOfKey.fill(row, keys.starts[row], keys.starts[row + 1])
  const order = orderByKey(keys.hashes)
  const anchors = anchorsOfRows(rule.keys, rowCount)
  const collector = createCollector(createSplitter(splitters, maxBlockSize), maxBlockSize, anchors)
  for (let start = 0; start < order.length; ) {
    const hash = keys.hashes[order[start]]
    let end = start + 1
    while (end < order.length && keys.hashes[order[end]] === hash) end++
    if (end - start > 1) collector.add(rowsOf(order, rowOfKey, start, end))
    start = end
  }
  return collector.finish(rule.name, rowCount)
}

function rowsOf(order: Uint32Array, rowOfKey: Uint32Array, start: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - start)
  for (let i = start; i < end; i++) rows[i - start] = rowOfKey[order[i]]
  return rows
}

function createCollector(splitter: Splitter, maxBlockSize: number, anchors: Uint8Array | undefined) {
  const starts = new IntegerList()
  const items = new IntegerList()
  let [pairs, largest, split, capped, cappedRows] = [0, 0, 0, 0, 0]
  starts.push(0)
  return {
    add(rows: Uint32Array): void {
      // Few anchors among many rows make few pairs: such a block is not split, since an anchor has few other keys.
      const whole =
        anchors !== undefined && countAnchors(rows, anchors) * rows.length <= maxBlockSize * maxBlockSize
      const { parts, residue }: ReturnType<Splitter> = whole ? { parts: [rows], residue: [] } : splitter(rows)
      const wasCut = parts[0] !== rows
      if (wasCut && (parts.length > 0 || residue.length === 0)) split++
      if (residue.length > 0) {
        capped++
        cappedRows += countDistinct(residue)
      }
      for (const part of parts) {
        const partPairs = countPairs(part, anchors)
        if (partPairs === 0) continue
        for (let i = 0; i < part.length; i++) items.push(part[i])
        starts.push(items.length)
        pairs += partPairs
        largest = Math.max(largest, part.length)
      }
    },
    finish(name: string, rowCount: number): RuleBlocks {
      const blocks = { starts: starts.finish(), items: items.finish() }
      const report = { rule: name, blocks: starts.length - 1, pairs, largest, split, capped, cappedRows }
      return { name, blocks, ofRow: invert(blocks, rowCount), report, ...(anchors && { anchors }) }
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

function countAnchors(rows: Uint32Array, anchors: Uint8Array): number {
  let count = 0
  for (const row of rows) count += anchors[row]
  return count
}

function countPairs(rows: Uint32Array, anchors: Uint8Array | undefined): number {
  const all = (rows.length * (rows.length - 1)) / 2
  if (anchors === undefined) return all
  const others = rows.length - countAnchors(rows, anchors)
  return all - (others * (others - 1)) / 2
}

function invert({ starts, items }: Groups, rowCount: number): Groups {
  const rowStarts = allocateUint32(rowCount + 1)
  for (let i = 0; i < items.length; i++) rowStarts[items[i] + 1]++
  for (let row = 0; row < rowCount; row++) rowStarts[row + 1] += rowStarts[row]
  const next = rowStarts.slice()
  const blocks = allocateUint32(items.length)
  for (let block = 0; block + 1 < starts.length; block++) {
    for (let i = starts[block]; i < starts[block + 1]; i++) blocks[next[items[i]]++] = block
  }
  return { starts: rowStarts, items: blocks }
}
