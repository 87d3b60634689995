import type { Records } from '../data/records.ts'
import { createDisjointSets, findRoot, uniteRoots } from '../data/union-find.ts'
import { matchWeightOf, probabilityOf } from '../model/model.ts'
import type { AlignedLabels } from './align-labels.ts'
import { type ClusterEvaluation, evaluateClusters } from './evaluate.ts'
import { columnNamed, missing, TruthError, textsOf } from './read-labels.ts'

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

/** A link between two rows of the truth. */
interface WeighedLink {
  readonly left: number
  readonly right: number
  readonly weight: number
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
  const links = tables
    .flatMap((records) => readLinks(records, labels))
    .sort((a, b) => b.weight - a.weight || a.left - b.left || a.right - b.right)
  return { thresholds: byThreshold(links, labels), reliability: byBand(links, labels) }
}

function readLinks({ table }: Records, { rowOf }: AlignedLabels): WeighedLink[] {
  const { columns, rowCount } = table
  const read = (heading: string) => {
    const column = columnNamed(columns, [heading])
    return column && textsOf(column, rowCount)
  }
  const [leftIds, rightIds, weights] = ['left_id', 'right_id', 'weight'].map((heading) => {
    const texts = read(heading)
    if (texts === undefined) throw missing('the list of links', heading, heading, columns)
    return texts
  })
  const [leftSources, rightSources] = [read('left_source'), read('right_source')]
  return leftIds.flatMap((leftId, row) => {
    const weight = Number(weights[row])
    if (weights[row] === '' || !Number.isFinite(weight))
      throw new TruthError(
        `the list of links has "${weights[row]}" as the weight of ${leftId} and ${rightIds[row]}`,
      )
    const left = rowOf(leftSources?.[row] ?? '', leftId)
    const right = rowOf(rightSources?.[row] ?? '', rightIds[row])
    return left === undefined || right === undefined || left === right ? [] : [{ left, right, weight }]
  })
}

/** From the strictest threshold down, so that each adds its links to the sets of those before. */
function byThreshold(links: readonly WeighedLink[], { truth }: AlignedLabels): ThresholdRow[] {
  const sets = createDisjointSets(truth.length)
  const rows: ThresholdRow[] = []
  let done = 0
  for (const probability of [...THRESHOLDS].reverse()) {
    const weight = matchWeightOf(probability)
    const before = done
    for (; done < links.length && links[done].weight >= weight; done++)
      uniteRoots(sets, findRoot(sets, links[done].left), findRoot(sets, links[done].right))
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

function byBand(links: readonly WeighedLink[], { truth }: AlignedLabels): ReliabilityRow[] {
  return BANDS.flatMap((from, i) => {
    const to = BANDS[i + 1] ?? 1
    const within = links.filter(({ weight }) => {
      const probability = probabilityOf(weight)
      return probability >= from && (i === BANDS.length - 1 || probability < to)
    })
    if (within.length === 0) return []
    const trueLinks = within.filter(({ left, right }) => truth[left] === truth[right]).length
    const expected = within.reduce((sum, { weight }) => sum + probabilityOf(weight), 0) / within.length
    return [{ from, to, links: within.length, trueLinks, expected }]
  })
}
