import { combineHashes } from '../../data/hash.ts'
import { shareOfOdds } from '../../model/model.ts'
import { noCounts } from '../count-levels.ts'
import { createWeigher, type WeighedFields } from '../weigh-records.ts'

/** How often each level of each comparison was reached, in the order of the fields, and by how many pairs. */
export interface PairCounts {
  readonly counts: readonly Float64Array[]
  readonly pairs: number
}

/** Random pairs that are compared: a million make a share of 3 in 100,000 known to a fifth. */
const RANDOM_PAIRS = 1_000_000
/** Pairs of one customer that are compared. */
const CUSTOMER_PAIRS = 500

/**
 * Counts the levels of pairs drawn by hash, all pairs where there are few; pairs that no merge could bring together are
 * passed over.
 * @param rows the rows to draw from.
 * @param customerOf by row, its true customer: pairs of one customer are passed over. Where it is not known, a pair counts by how
 * likely it is of two customers, so that a short list with duplicates does not make agreement look common.
 */
export function countRandomPairs(
  weighed: WeighedFields,
  rows: Uint32Array,
  customerOf?: Uint32Array,
): PairCounts {
  const { comparer, weigh } = createWeigher(weighed)
  const counts = noCounts(weighed.fields)
  let pairs = 0
  forRandomPairs(rows, (left, right) => {
    if (customerOf !== undefined && customerOf[left] === customerOf[right]) return
    const matchWeight = weigh(left, right)
    // A branch shares the phone of its parent, and is no stranger to it.
    if (comparer.veto() >= 0) return
    addLevels(counts, comparer.levels, customerOf === undefined ? 1 - shareOfOdds(matchWeight) : 1)
    pairs++
  })
  return { counts, pairs }
}

/**
 * Counts the levels of pairs that are known to be of one customer. Pairs that no merge could bring together (a branch and its
 * parent) are passed over. Of n records of a customer all pairs together count as n − 1: no customer outweighs the others
 * by its square.
 * @param customers for each customer its rows.
 */
export function countTruePairs(weighed: WeighedFields, customers: Iterable<readonly number[]>): PairCounts {
  const { comparer, weigh } = createWeigher(weighed)
  const counts = noCounts(weighed.fields)
  let pairs = 0
  for (const rows of customers) {
    const all = (rows.length * (rows.length - 1)) / 2
    const step = Math.max(1, Math.floor(all / CUSTOMER_PAIRS))
    const taken = Math.ceil(all / step)
    let at = 0
    for (let i = 0; i < rows.length; i++) {
      for (let j = i + 1; j < rows.length; j++) {
        if (at++ % step !== 0) continue
        weigh(Math.min(rows[i], rows[j]), Math.max(rows[i], rows[j]))
        if (comparer.veto() >= 0) continue
        addLevels(counts, comparer.levels, (rows.length - 1) / taken)
        pairs++
      }
    }
  }
  return { counts, pairs }
}

function addLevels(counts: readonly Float64Array[], levels: Int8Array, share: number): void {
  for (let i = 0; i < levels.length; i++) if (levels[i] >= 0) counts[i][levels[i]] += share
}

function forRandomPairs(rows: Uint32Array, visit: (left: number, right: number) => void): void {
  const count = rows.length
  if ((count * (count - 1)) / 2 <= RANDOM_PAIRS) {
    for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) visit(rows[i], rows[j])
    return
  }
  for (let pair = 0; pair < RANDOM_PAIRS; pair++) {
    const i = combineHashes(2 * pair, count) % count
    const j = combineHashes(2 * pair + 1, count) % count
    if (i !== j) visit(rows[Math.min(i, j)], rows[Math.max(i, j)])
  }
}
