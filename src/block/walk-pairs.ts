import { allocateUint32, plainUint8, plainUint16, plainUint32 } from '../data/buffers.ts'
import type { RuleBlocks } from './build-blocks.ts'

/** So many rows are walked at a time: enough that a claim costs nothing, few enough that no thread waits for another. */
const ROWS_OF_RANGE = 512

/**
 * Which rows each row meets, row by row in the order of the walk: one after the other in memory, where to ask twenty rules of a
 * row would wait for the memory twenty times. All of it is flat memory that threads can share.
 */
export interface WalkPlan {
  /**
   * The rows in the order in which they are walked: those that share a block of the rule with the most pairs one after the
   * other, so that what was read of a record is still at hand for its next pair.
   */
  readonly order: Uint32Array
  /** The row at place `p` meets the stretches `starts[p]` up to `starts[p + 1]`, in the order of the rules. */
  readonly starts: Uint32Array
  /** Two words a stretch: where it begins in the items of all rules, counted through, and how many rows it has. */
  readonly stretches: Uint32Array
  /** By rule, the rows of its blocks. */
  readonly items: readonly Uint32Array[]
}

/** The rows of higher number that a row meets, each once. What it holds is good until the next row. */
export interface Neighbours {
  readonly count: number
  readonly rows: Uint32Array
  /** The first rule that brings the pair, and how many do. */
  readonly firstRule: Uint16Array
  readonly ruleCount: Uint16Array
  /** The rules that bring the pair, a bit each: those of neighbour `i` are `width` bytes from `i * width` on. */
  readonly rules: Uint8Array
  readonly width: number
}

/** Called for each row that meets any. */
export type VisitRow = (row: number, neighbours: Neighbours) => void

/** Bytes that hold a bit for each of so many rules. */
export function widthOfRules(ruleCount: number): number {
  return (ruleCount + 7) >>> 3
}

/** How many ranges of rows there are to walk, the work that threads share. */
export function countRanges({ order }: WalkPlan): number {
  return Math.ceil(order.length / ROWS_OF_RANGE)
}

/** Lays out once, for all threads, which rows each row meets. */
export function planWalk(rules: readonly RuleBlocks[], rowCount: number): WalkPlan {
  const order = orderOfWalk(rules, rowCount)
  // By row, first how many stretches it meets, then where the next goes: by place each would be looked up twice.
  const next = plainUint32(rowCount)
  for (const rule of rules) eachStretch(rule, (row) => next[row]++)
  const starts = allocateUint32(rowCount + 1)
  for (let place = 0; place < rowCount; place++) {
    const row = order[place]
    starts[place + 1] = starts[place] + next[row]
    next[row] = starts[place]
  }
  const stretches = allocateUint32(2 * starts[rowCount])
  let before = 0
  for (const rule of rules) {
    eachStretch(rule, (row, from, length) => {
      const stretch = next[row]++
      stretches[2 * stretch] = before + from
      stretches[2 * stretch + 1] = length
    })
    before += rule.blocks.items.length
  }
  return { order, starts, stretches, items: rules.map(({ blocks }) => blocks.items) }
}

function orderOfWalk(rules: readonly RuleBlocks[], rowCount: number): Uint32Array {
  const order = allocateUint32(rowCount)
  const isPlaced = plainUint8(rowCount)
  let placed = 0
  const place = (row: number) => {
    if (isPlaced[row] !== 0) return
    isPlaced[row] = 1
    order[placed++] = row
  }
  const [first] = rules.toSorted((a, b) => b.report.pairs - a.report.pairs)
  const items = first?.blocks.items ?? []
  for (let i = 0; i < items.length; i++) place(items[i])
  for (let row = 0; row < rowCount; row++) place(row)
  return order
}

/** Tells for each row of each block the stretch of items of higher number that it meets there, if any. */
function eachStretch(
  { blocks: { starts, items }, anchors }: RuleBlocks,
  tell: (row: number, from: number, length: number) => void,
): void {
  for (let block = 0; block + 1 < starts.length; block++) {
    const end = starts[block + 1]
    // Rows ascend within a block: those after this one are its end.
    if (anchors === undefined) {
      for (let at = starts[block]; at + 1 < end; at++) tell(items[at], at + 1, end - at - 1)
      continue
    }
    // A block that an anchor has is there for its pairs alone.
    const anchorAt = items.indexOf(anchors[block], starts[block])
    for (let at = starts[block]; at < anchorAt; at++) tell(items[at], anchorAt, 1)
    if (anchorAt + 1 < end) tell(items[anchorAt], anchorAt + 1, end - anchorAt - 1)
  }
}

/**
 * A walk over the candidate pairs: `walk(range, visit)` visits the rows of a range with the rows of higher number that they
 * meet, each pair once whatever blocks bring it. Pairs are not materialised.
 */
export function createWalk(plan: WalkPlan): (range: number, visit: VisitRow) => void {
  const { order, starts } = plan
  const gather = createGatherer(plan)
  return (range, visit) => {
    const end = Math.min(order.length, (range + 1) * ROWS_OF_RANGE)
    for (let place = range * ROWS_OF_RANGE; place < end; place++) {
      if (starts[place] < starts[place + 1]) visit(order[place], gather(place))
    }
  }
}

/** Visits all pairs that rules bring, each once. */
export function visitPairs(
  rules: readonly RuleBlocks[],
  rowCount: number,
  visit: (left: number, right: number) => void,
): void {
  const plan = planWalk(rules, rowCount)
  const walk = createWalk(plan)
  for (let range = 0; range < countRanges(plan); range++) {
    walk(range, (row, { rows, count }) => {
      for (let i = 0; i < count; i++) visit(row, rows[i])
    })
  }
}

/** Gathers the neighbours of the row at a place. */
function createGatherer({ starts, stretches, items }: WalkPlan): (place: number) => Neighbours {
  const width = widthOfRules(items.length)
  let found = { ...roomFor(256, width), count: 0, width }
  // A hash table as large as a row needs it, so that it stays in the nearest cache: by slot, 1 + the number of a neighbour.
  let slots = new Uint32Array(1024)
  let lastRule = new Uint16Array(256)

  const makeRoom = (most: number): void => {
    if (most <= found.rows.length) return
    const room = 2 ** Math.ceil(Math.log2(most))
    found = { ...roomFor(room, width), count: 0, width }
    lastRule = plainUint16(room)
    slots = new Uint32Array(4 * room)
  }
  const meet = (row: number, rule: number, mask: number): void => {
    let slot = (Math.imul(row, 0x9e3779b1) >>> 8) & mask
    while (slots[slot] !== 0 && found.rows[slots[slot] - 1] !== row) slot = (slot + 1) & mask
    let at = slots[slot] - 1
    if (at < 0) {
      at = found.count++
      slots[slot] = at + 1
      found.rows[at] = row
      found.firstRule[at] = rule
      found.ruleCount[at] = 0
      found.rules.fill(0, at * width, (at + 1) * width)
    } else if (lastRule[at] === rule) return
    lastRule[at] = rule
    found.ruleCount[at]++
    found.rules[at * width + (rule >>> 3)] |= 1 << (rule & 7)
  }
  return (place) => {
    let most = 0
    for (let i = starts[place]; i < starts[place + 1]; i++) most += stretches[2 * i + 1]
    makeRoom(most)
    let mask = 63
    while (mask < 2 * most) mask = 2 * mask + 1
    slots.fill(0, 0, mask + 1)
    found.count = 0
    let [rule, before] = [0, 0]
    for (let i = starts[place]; i < starts[place + 1]; i++) {
      while (stretches[2 * i] - before >= items[rule].length) before += items[rule++].length
      const own = items[rule]
      const from = stretches[2 * i] - before
      for (let at = from + stretches[2 * i + 1] - 1; at >= from; at--) meet(own[at], rule, mask)
    }
    return found
  }
}

function roomFor(room: number, width: number) {
  return {
    rows: plainUint32(room),
    firstRule: plainUint16(room),
    ruleCount: plainUint16(room),
    rules: plainUint8(room * width),
  }
}
