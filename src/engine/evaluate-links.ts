import { chooseHeaviest, EdgeList, type Edges } from '../data/edges.ts'
import type { Records } from '../data/records.ts'
import { createDisjointSets, findRoot, uniteRoots } from '../data/union-find.ts'
import { matchWeightOf, probabilityOf } from '../model/model.ts'
import type { AlignedLabels } from './align-labels.ts'
import { type ClusterEvaluation, evaluateClusters } from './evaluate.ts'
import { cellReader, columnNamed, missing, TruthError } from './read-labels.ts'

/** What merging at another threshold would give, from the links at hand. */
export interface ThresholdRow extends Pick<ClusterEvaluation, 'pairs' | 'bCubed'> {
  /** Links of at least this probability count. */
  readonly probability: number
  readonly weight: number
  readonly links: number
}

/** Whether probabilities mean what they say: of the links in a band, how many are true. */
export interface ReliabilityRow {
  /** From this probability up to, not including, `to`; the last band has no end. */
  readonly from: number
  readonly to: number
  readonly links: number
  /** Of them, those whose records are one customer. */
  readonly trueLinks: number
  /** The mean of their probabilities: the share that should be true. */
  readonly expected: number
}

const THRESHOLDS = [0.01, 0.1, 0.2, 0.3, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999, 0.99999]
const BANDS = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999]

/**
 * The links of a run (links.csv, review.csv; several tables count as one) against the truth: by threshold, with the
 * links closed over chains, and by band of probability, each link for itself. Links that name a record the truth does
 * not have are left out.
 * @throws TruthError where a column is missing or a weight is no number.
 */
export function evaluateLinks(
  tables: readonly Records[],
  labels: AlignedLabels,
): { readonly thresholds: readonly ThresholdRow[]; readonly reliability: readonly ReliabilityRow[] } {
  const list = new EdgeList()
  for (const records of tables) readLinks(records, labels, list)
  const links = list.finish()
  // Sums of doubles depend on their order: one however the links came.
  const order = chooseHeaviest(links, () => true)
  return { thresholds: byThreshold(links, order, labels), reliability: byBand(links, order, labels) }
}

/** Adds the links between two rows of the truth. */
function readLinks({ table }: Records, { rowOf }: AlignedLabels, list: EdgeList): void {
  const { columns, rowCount } = table
  const reader = (heading: string) => {
    const column = columnNamed(columns, [heading])
    return column && cellReader(column)
  }
  const [leftId, rightId, weightAt] = ['left_id', 'right_id', 'weight'].map((heading) => {
    const read = reader(heading)
    if (read === undefined) throw missing('the list of links', heading, heading, columns)
    return read
  })
  const [leftSource, rightSource] = [reader('left_source'), reader('right_source')]
  for (let row = 0; row < rowCount; row++) {
    const text = weightAt(row)
    const weight = Number(text)
    if (text === '' || !Number.isFinite(weight))
      throw new TruthError(
        `the list of links has "${text}" as the weight of ${leftId(row)} and ${rightId(row)}`,
      )
    const left = rowOf(leftSource?.(row) ?? '', leftId(row))
    const right = rowOf(rightSource?.(row) ?? '', rightId(row))
    if (left !== undefined && right !== undefined && left !== right) list.push(left, right, weight, -1)
  }
}

/** From the strictest threshold down, so that each adds its links to the sets of those before. */
function byThreshold(
  { left, right, weights }: Edges,
  order: Uint32Array,
  { truth }: AlignedLabels,
): ThresholdRow[] {
  const sets = createDisjointSets(truth.length)
  const rows: ThresholdRow[] = []
  let done = 0
  for (const probability of [...THRESHOLDS].reverse()) {
    const weight = matchWeightOf(probability)
    const before = done
    for (; done < order.length && weights[order[done]] >= weight; done++)
      uniteRoots(sets, findRoot(sets, left[order[done]]), findRoot(sets, right[order[done]]))
    // A threshold that no further link reaches says nothing new.
    if (done === before) continue
    const { pairs, bCubed } = evaluateClusters(
      Uint32Array.from(truth, (_, row) => findRoot(sets, row)),
      truth,
    )
    rows.push({ probability, weight, links: done, pairs, bCubed })
  }
  return rows.reverse()
}

function byBand(
  { left, right, weights }: Edges,
  order: Uint32Array,
  { truth }: AlignedLabels,
): ReliabilityRow[] {
  const bands = BANDS.map((from, i) => ({ from, to: BANDS[i + 1] ?? 1, links: 0, trueLinks: 0, sum: 0 }))
  for (const link of order) {
    const probability = probabilityOf(weights[link])
    const band = bands[BANDS.findLastIndex((from) => probability >= from)]
    band.links++
    band.sum += probability
    if (truth[left[link]] === truth[right[link]]) band.trueLinks++
  }
  return bands.flatMap(({ sum, ...band }) =>
    band.links === 0 ? [] : [{ ...band, expected: sum / band.links }],
  )
}
