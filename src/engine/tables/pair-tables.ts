import {
  EDGE_AMBIGUOUS,
  EDGE_DECIDED,
  EDGE_IN_CONFLICT,
  EDGE_KEPT,
  EDGE_SAME,
  EDGE_UNFIT,
} from '../../cluster/cluster-edges.ts'
import { allocateUint32 } from '../../data/buffers.ts'
import type { Dictionary } from '../../data/dictionary.ts'
import { chooseHeaviest } from '../../data/edges.ts'
import { sortByKey } from '../../data/grouping.ts'
import type { Column } from '../../data/table.ts'
import { matchWeightOf } from '../../model/model.ts'
import type { Executor } from '../executor.ts'
import { createPairExplainer } from '../explain-pairs.ts'
import type { ResolvedRun } from '../finished-run.ts'
import type { RelatedPairs } from '../relations/relate-pairs.ts'
import { textColumn } from '../text-column.ts'
import { createPairWriter, headingsOf, type PairRows, sidesOf } from './pair-rows.ts'
import { type WrittenTable, writtenTable } from './written-table.ts'

/** The tables of scored pairs. */
export interface PairTables {
  /** The pairs that were merged, customer by customer, strongest first within one. */
  readonly links: WrittenTable
  /** By row of `links`, the number of its customer; they ascend. */
  readonly customersOfLinks: Uint32Array
  readonly review: WrittenTable
}

/** Lays out the tables of the pairs that were scored. */
export function pairTables(run: ResolvedRun, executor: Executor): PairTables {
  const { customers, scored } = run
  const links = keptEdges(run)
  const customersOfLinks = links.map((edge) => customers.ofRow[scored.edges.left[edge]])
  return {
    links: pairTable('links', linkRows(run, links, customersOfLinks), run, executor),
    customersOfLinks,
    review: pairTable('review', reviewRows(run), run, executor),
  }
}

/** Rows are made as they are read, as CSV by the executor. */
function pairTable(
  name: string,
  rows: PairRows,
  { weighed, settings: { language } }: ResolvedRun,
  executor: Executor,
): WrittenTable {
  const explainer = createPairExplainer(weighed, language)
  return {
    ...writtenTable(name, headingsOf(rows), rows.chosen.length, createPairWriter(rows, explainer)),
    async *csv({ reuse = false } = {}) {
      for await (const piece of executor.writePairs({ rows, weighed, language }))
        yield reuse ? piece : piece.slice()
    },
  }
}

/** The edges that were merged: customer by customer, whose records lie together in all caches. */
function keptEdges({ scored, clustering, customers }: ResolvedRun): Uint32Array {
  const { edges } = scored
  const customerOf = edges.left.map((row) => customers.ofRow[row])
  return sortByKey(
    chooseHeaviest(edges, (edge) => [EDGE_KEPT, EDGE_SAME].includes(clustering.fates[edge])),
    customerOf,
  )
}

function linkRows(run: ResolvedRun, edges: Uint32Array, customersOfLinks: Uint32Array): PairRows {
  const id = idColumn('customer_id', run, customersOfLinks)
  const { clustering, settings } = run
  const words = textColumn('words', edges, (edge) =>
    clustering.fates[edge] === EDGE_SAME ? DECIDED[settings.language] : '',
  )
  return { ...rowsOf(run, edges, [id], true), words }
}

const DECIDED = { zh: '人工确认为同一客户', en: 'a person said that they are one customer' } as const

/** The pairs that a person should judge: likely, not sure, or sure and in conflict with something harder. */
function reviewRows(run: ResolvedRun): PairRows {
  const { scored, clustering, customers, settings, decisions } = run
  const reviewWeight = matchWeightOf(settings.thresholds.review)
  const { left, right, weights, vetoes } = scored.edges
  const keyOf = (a: number, b: number) => Math.min(a, b) * customers.ofRow.length + Math.max(a, b)
  // What a person has told apart is not asked again.
  const isDecided = new Set(decisions.different.map(([a, b]) => keyOf(a, b)))
  const edges = chooseHeaviest(scored.edges, (edge) => {
    const apart = customers.ofRow[left[edge]] !== customers.ofRow[right[edge]]
    if (!apart || weights[edge] < reviewWeight || vetoes[edge] >= 0) return false
    return clustering.fates[edge] !== EDGE_KEPT && !isDecided.has(keyOf(left[edge], right[edge]))
  })
  const why = WHY[settings.language]
  const causes = new Map([
    [EDGE_IN_CONFLICT, why.conflict],
    [EDGE_DECIDED, why.conflict],
    [EDGE_UNFIT, why.unfit],
    [EDGE_AMBIGUOUS, why.ambiguous],
  ])
  const cause = textColumn('why', edges, (edge) => causes.get(clustering.fates[edge]) ?? why.unsure)
  return rowsOf(run, edges, [cause], true)
}

const WHY = {
  zh: {
    unsure: '可能相同，需人工确认',
    conflict: '很像，但合并会与其他信息冲突',
    unfit: '两条相像，但各自客户的其他记录对不上',
    ambiguous: '同时像几个客户，无法确定是哪一个',
  },
  en: {
    unsure: 'likely, not sure',
    conflict: 'alike, but a merge would contradict other values',
    unfit: 'alike, but the other records of their customers do not fit',
    ambiguous: 'fits several customers about equally',
  },
} as const

/** Branches, members of a group and former names, with what shows it. */
export function relationsTable(run: ResolvedRun, related: RelatedPairs, executor: Executor): WrittenTable {
  return pairTable('relations', relationRows(run, related), run, executor)
}

function relationRows(run: ResolvedRun, { edges, relation, told }: RelatedPairs): PairRows {
  const customersAt = (rows: Uint32Array) => rows.map((row) => run.customers.ofRow[row])
  const leads = [
    relation,
    idColumn('left_customer_id', run, customersAt(edges.left)),
    idColumn('right_customer_id', run, customersAt(edges.right)),
  ]
  const chosen = allocateUint32(edges.count)
  for (let edge = 0; edge < edges.count; edge++) chosen[edge] = edge
  return { edges, chosen, leads, words: told, hasWeights: false, sides: sidesOf(run.normalized) }
}

function rowsOf(
  { normalized, scored }: ResolvedRun,
  chosen: Uint32Array,
  leads: readonly Column[],
  hasWeights: boolean,
): PairRows {
  const words = textColumn('words', chosen, () => '')
  return { edges: scored.edges, chosen, leads, words, hasWeights, sides: sidesOf(normalized) }
}

function idColumn(
  name: string,
  { customerIds }: { readonly customerIds: Dictionary },
  customersOfRows: Uint32Array,
): Column {
  const codes = allocateUint32(customersOfRows.length)
  for (let i = 0; i < codes.length; i++) codes[i] = customersOfRows[i] + 1
  return { name, codes, dictionary: customerIds }
}
