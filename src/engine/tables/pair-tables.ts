import {
  EDGE_AMBIGUOUS,
  EDGE_DECIDED,
  EDGE_IN_CONFLICT,
  EDGE_KEPT,
  EDGE_SAME,
  EDGE_UNFIT,
} from '../../cluster/cluster-edges.ts'
import type { IndexedTable, OutputTable } from '../../data/records.ts'
import { cellText } from '../../data/table.ts'
import { matchWeightOf, probabilityOf } from '../../model/model.ts'
import { type PairExplanation, reasonOf } from '../explain-pairs.ts'
import type { ResolvedRun } from '../finished-run.ts'
import { distinctTexts } from '../golden-records.ts'
import { findRelations } from '../relations/find-relations.ts'
import { roundProbability } from './customer-tables.ts'

type Explain = (left: number, right: number) => PairExplanation

const SIDES = ['left_source', 'left_id', 'left_name', 'right_source', 'right_id', 'right_name'] as const

/** The pairs that were merged, strongest first within a customer. */
export function linksTable(run: ResolvedRun, explain: Explain): IndexedTable {
  const { scored, customers, customerIds, clustering, settings } = run
  const edges = keptEdges(run)
  const sides = createSides(run)
  const row = (index: number) => {
    const edge = edges[index]
    const [left, right] = [scored.edges.left[edge], scored.edges.right[edge]]
    const decided = clustering.fates[edge] === EDGE_SAME ? DECIDED[settings.language] : ''
    const reason = decided + explain(left, right).reason
    const id = customerIds[customers.ofRow[left]]
    return [id, ...sides(left), ...sides(right), ...weighed(scored.edges.weights[edge]), reason]
  }
  function* rows() {
    for (let index = 0; index < edges.length; index++) yield row(index)
  }
  const headings = ['customer_id', ...SIDES, 'weight', 'probability', 'reason']
  return { name: 'links', headings, rowCount: edges.length, rows, row }
}

const DECIDED = { zh: '人工确认为同一客户；', en: 'a person said that they are one customer; ' } as const

/** By row of the links table, the number of its customer; they ascend. */
export function customersOfLinks(run: ResolvedRun): Uint32Array {
  return keptEdges(run).map((edge) => run.customers.ofRow[run.scored.edges.left[edge]])
}

/** The edges that were merged: customer by customer, whose records lie together in all caches. */
function keptEdges(run: ResolvedRun): Uint32Array {
  const { scored, clustering, customers } = run
  const { left } = scored.edges
  return selectEdges(
    run,
    (edge) => clustering.fates[edge] === EDGE_KEPT || clustering.fates[edge] === EDGE_SAME,
    (edge) => customers.ofRow[left[edge]],
  )
}

/** The pairs that a person should judge: likely, not sure, or sure and in conflict with something harder. */
export function reviewTable(run: ResolvedRun, explain: Explain): OutputTable {
  const { scored, clustering, customers, settings, decisions } = run
  const reviewWeight = matchWeightOf(settings.thresholds.review)
  const keyOf = (a: number, b: number) => Math.min(a, b) * customers.ofRow.length + Math.max(a, b)
  const pairKey = (edge: number) => keyOf(scored.edges.left[edge], scored.edges.right[edge])
  // What a person has told apart is not asked again.
  const isDecided = new Set(decisions.different.map(([left, right]) => keyOf(left, right)))
  const edges = selectEdges(run, (edge) => {
    const apart = customers.ofRow[scored.edges.left[edge]] !== customers.ofRow[scored.edges.right[edge]]
    const isLikely = scored.edges.weights[edge] >= reviewWeight
    if (!apart || !isLikely || scored.edges.vetoes[edge] >= 0) return false
    return clustering.fates[edge] !== EDGE_KEPT && !isDecided.has(pairKey(edge))
  })
  const sides = createSides(run)
  const why = WHY[settings.language]
  const causes = new Map([
    [EDGE_IN_CONFLICT, why.conflict],
    [EDGE_DECIDED, why.conflict],
    [EDGE_UNFIT, why.unfit],
    [EDGE_AMBIGUOUS, why.ambiguous],
  ])
  function* rows() {
    for (const edge of edges) {
      const [left, right] = [scored.edges.left[edge], scored.edges.right[edge]]
      const cause = causes.get(clustering.fates[edge]) ?? why.unsure
      yield [
        cause,
        ...sides(left),
        ...sides(right),
        ...weighed(scored.edges.weights[edge]),
        explain(left, right).reason,
      ]
    }
  }
  return {
    name: 'review',
    headings: ['why', ...SIDES, 'weight', 'probability', 'reason'],
    rowCount: edges.length,
    rows,
  }
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
export function relationsTable(run: ResolvedRun, explain: Explain): OutputTable {
  const { settings, customers, customerIds } = run
  const relations = findRelations(run, explain)
  const sides = createSides(run)
  function* rows() {
    for (const { word, left, right, told } of relations) {
      const ids = [left, right].map((row) => customerIds[customers.ofRow[row]])
      const reason = reasonOf(explain(left, right).evidence, settings.language)
      const reasons = [told, reason].filter((text) => text !== '')
      yield [word, ...ids, ...sides(left), ...sides(right), reasons.join(SEPARATORS[settings.language])]
    }
  }
  const headings = ['relation', 'left_customer_id', 'right_customer_id', ...SIDES, 'reason']
  return { name: 'relations', headings, rowCount: relations.length, rows }
}

const SEPARATORS = { zh: '；', en: '; ' } as const

/** The chosen edges by `groupOf`, strongest first within a group. */
function selectEdges(
  { scored }: ResolvedRun,
  isChosen: (edge: number) => boolean,
  groupOf: (edge: number) => number = () => 0,
): Uint32Array {
  const { left, right, weights, count } = scored.edges
  const chosen: number[] = []
  for (let edge = 0; edge < count; edge++) if (isChosen(edge)) chosen.push(edge)
  return Uint32Array.from(chosen).sort(
    (a, b) => groupOf(a) - groupOf(b) || weights[b] - weights[a] || left[a] - left[b] || right[a] - right[b],
  )
}

function createSides({ normalized }: ResolvedRun): (row: number) => string[] {
  const { arranged, fields } = normalized
  const named = fields.find(({ type }) => type.required === true)
  const nameColumns = named?.cells.map(({ column }) => column) ?? []
  return (row) => [
    cellText(arranged.source, row),
    cellText(arranged.recordId, row),
    distinctTexts(nameColumns, Uint32Array.of(row))[0] ?? '',
  ]
}

function weighed(weight: number): [number, number] {
  return [Math.round(weight * 100) / 100, roundProbability(probabilityOf(weight))]
}
