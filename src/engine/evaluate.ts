/** Precision, recall and their harmonic mean, each 0 to 1. */
export interface Accuracy {
  /** Of what was claimed, the share that is true; 1 when nothing was claimed. */
  readonly precision: number
  /** Of what is true, the share that was found; 1 when there was nothing to find. */
  readonly recall: number
  /** Harmonic mean of the two; 0 when both are 0. */
  readonly f1: number
}

/** Accuracy over pairs of rows, with the counts behind it. */
export interface PairAccuracy extends Accuracy {
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
}

/** How well a clustering meets the truth. */
export interface ClusterEvaluation {
  readonly rowCount: number
  readonly predictedClusters: number
  readonly trueClusters: number
  /** Clusters that hold exactly the rows of one true cluster. */
  readonly exactClusters: number
  /** Predicted clusters that hold rows of more than one true cluster. */
  readonly mixedClusters: number
  /** True clusters whose rows lie in more than one predicted cluster. */
  readonly splitClusters: number
  /** Over all pairs of rows that share a cluster: large clusters weigh by their square. */
  readonly pairs: PairAccuracy
  /** Averaged over rows (Bagga and Baldwin 1998): every record weighs the same. */
  readonly bCubed: Accuracy
}

/** Links between rows, each unordered pair once: link `i` joins row `left[i]` and row `right[i]`. */
export interface Links {
  readonly left: Uint32Array
  readonly right: Uint32Array
}

/**
 * Compares a clustering with the truth, by pairs and by B-cubed. Both give a label to each row; the labels are
 * any numbers and need not agree with one another. Time and memory are linear in rows, whatever the cluster
 * sizes. There is no missing label: a row that stands alone has a label of its own.
 * Throws a RangeError when the lengths differ.
 * @example evaluateClusters(Uint32Array.of(0, 0, 1), Uint32Array.of(5, 5, 5)).pairs.recall // => 1 / 3
 */
export function evaluateClusters(predicted: Uint32Array, truth: Uint32Array): ClusterEvaluation {
  if (predicted.length !== truth.length) {
    throw new RangeError(`${predicted.length} predicted labels, but ${truth.length} true ones`)
  }
  const left = denseLabels(predicted)
  const right = denseLabels(truth)
  const overlap = countOverlaps(left, right)
  const predictedPairs = sumOfPairs(left.sizes)
  const truePairs = sumOfPairs(right.sizes)
  return {
    rowCount: predicted.length,
    predictedClusters: left.sizes.length,
    trueClusters: right.sizes.length,
    exactClusters: overlap.exact,
    mixedClusters: overlap.mixed,
    splitClusters: overlap.split,
    pairs: pairAccuracy(overlap.pairs, predictedPairs, truePairs),
    bCubed: bCubedAccuracy(overlap, predicted.length),
  }
}

/**
 * Measures links as they are, without closing them over chains: a link is true when both rows have the same
 * true label. Links of a row with itself are left out. No links: precision 1.
 * Throws a RangeError when `left` and `right` differ in length or name a row the truth does not have.
 * @example evaluatePairs({ left: Uint32Array.of(0), right: Uint32Array.of(1) }, Uint32Array.of(7, 7, 7)).recall // => 1 / 3
 */
export function evaluatePairs(links: Links, truth: Uint32Array): PairAccuracy {
  const { left, right } = links
  if (left.length !== right.length)
    throw new RangeError(`${left.length} left rows, but ${right.length} right ones`)
  let linked = 0
  let trueLinks = 0
  for (let i = 0; i < left.length; i++) {
    const l = left[i]
    const r = right[i]
    if (l >= truth.length || r >= truth.length) {
      throw new RangeError(`link ${i} joins rows ${l} and ${r}, but the truth has ${truth.length} rows`)
    }
    if (l === r) continue
    linked++
    if (truth[l] === truth[r]) trueLinks++
  }
  return pairAccuracy(trueLinks, linked, sumOfPairs(denseLabels(truth).sizes))
}

/** Labels as codes 0, 1, … in order of first sight, with the number of rows of each. */
interface DenseLabels {
  readonly codes: Uint32Array
  readonly sizes: Uint32Array
}

// The one-liner this replaces: new Map([...new Set(labels)].map((label, code) => [label, code]))
// A Map throws at 2^24 entries.
function denseLabels(labels: Uint32Array): DenseLabels {
  const slotCount = 2 ** Math.ceil(Math.log2(labels.length * 2 + 2))
  const mask = slotCount - 1
  // A slot holds a code plus one; 0 is free.
  const slots = new Uint32Array(slotCount)
  const codes = new Uint32Array(labels.length)
  const sizes = new Uint32Array(labels.length)
  const labelOf = new Uint32Array(labels.length)
  let size = 0
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]
    const hash = Math.imul(label, 0x9e3779b1)
    let slot = (hash ^ (hash >>> 15)) & mask
    while (slots[slot] !== 0 && labelOf[slots[slot] - 1] !== label) slot = (slot + 1) & mask
    if (slots[slot] === 0) {
      labelOf[size] = label
      slots[slot] = ++size
    }
    const code = slots[slot] - 1
    codes[row] = code
    sizes[code]++
  }
  return { codes, sizes: sizes.slice(0, size) }
}

interface Overlap {
  /** Pairs of rows that share both clusters. */
  readonly pairs: number
  /** Sum of n²/|predicted| and of n²/|true| over all overlaps of n rows. */
  readonly precisionSum: number
  readonly recallSum: number
  readonly exact: number
  readonly mixed: number
  readonly split: number
}

/** Walks the non-empty cells of the contingency table, predicted cluster by predicted cluster. */
function countOverlaps(predicted: DenseLabels, truth: DenseLabels): Overlap {
  const { starts, rows } = groupRows(predicted)
  const shared = new Uint32Array(truth.sizes.length)
  const pieces = new Uint32Array(truth.sizes.length)
  const sum = { pairs: 0, precisionSum: 0, recallSum: 0, exact: 0, mixed: 0, split: 0 }
  for (let cluster = 0; cluster < predicted.sizes.length; cluster++) {
    const end = starts[cluster + 1]
    for (let at = starts[cluster]; at < end; at++) shared[truth.codes[rows[at]]]++
    let kinds = 0
    for (let at = starts[cluster]; at < end; at++) {
      const code = truth.codes[rows[at]]
      const n = shared[code]
      if (n === 0) continue
      shared[code] = 0
      kinds++
      pieces[code]++
      sum.pairs += (n * (n - 1)) / 2
      sum.precisionSum += (n * n) / predicted.sizes[cluster]
      sum.recallSum += (n * n) / truth.sizes[code]
      if (n === predicted.sizes[cluster] && n === truth.sizes[code]) sum.exact++
    }
    if (kinds > 1) sum.mixed++
  }
  for (const count of pieces) if (count > 1) sum.split++
  return sum
}

/** Rows sorted by code: those of code `c` are `rows[starts[c]]` up to `rows[starts[c + 1]]`. */
function groupRows({ codes, sizes }: DenseLabels): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(sizes.length + 1)
  for (let code = 0; code < sizes.length; code++) starts[code + 1] = starts[code] + sizes[code]
  const next = starts.slice()
  const rows = new Uint32Array(codes.length)
  for (let row = 0; row < codes.length; row++) rows[next[codes[row]]++] = row
  return { starts, rows }
}

function sumOfPairs(sizes: Uint32Array): number {
  let pairs = 0
  for (const size of sizes) pairs += (size * (size - 1)) / 2
  return pairs
}

function pairAccuracy(truePositives: number, claimed: number, existing: number): PairAccuracy {
  const precision = claimed === 0 ? 1 : truePositives / claimed
  const recall = existing === 0 ? 1 : truePositives / existing
  return {
    precision,
    recall,
    f1: harmonicMean(precision, recall),
    truePositives,
    falsePositives: claimed - truePositives,
    falseNegatives: existing - truePositives,
  }
}

function bCubedAccuracy({ precisionSum, recallSum }: Overlap, rowCount: number): Accuracy {
  const precision = rowCount === 0 ? 1 : precisionSum / rowCount
  const recall = rowCount === 0 ? 1 : recallSum / rowCount
  return { precision, recall, f1: harmonicMean(precision, recall) }
}

function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}
