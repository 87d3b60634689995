import { edgeAt } from '../../data/edges.ts'
import { matchWeightOf } from '../../model/model.ts'
import { NO_CUSTOMER } from '../build-customers.ts'
import { createRelationReader } from '../findings.ts'
import { pairKeyOf, type Relation, type RelationInput } from './relation.ts'

/**
 * Customers alike enough to be one, were they not a branch and its parent: their strongest pair of records. Two branches
 * are each told with the parent, not with each other.
 */
export function findBranches(run: RelationInput): Relation[] {
  const { edges } = run.scored
  const { ofRow } = run.customers
  const keyOf = pairKeyOf(run)
  const mergeWeight = matchWeightOf(run.settings.thresholds.merge)
  const relationOf = createRelationReader(run.weighed.fields)
  const strongest = new Map<number, number>()
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.vetoes[edge] < 0 || edges.weights[edge] < mergeWeight) continue
    const [a, b] = [ofRow[edges.left[edge]], ofRow[edges.right[edge]]]
    if (a === b || a === NO_CUSTOMER || b === NO_CUSTOMER) continue
    const key = keyOf(edges.left[edge], edges.right[edge])
    const known = strongest.get(key)
    if (known === undefined || edges.weights[edge] > edges.weights[known]) strongest.set(key, edge)
  }
  return [...strongest.values()].flatMap((edge): Relation[] => {
    const [left, right] = [edges.left[edge], edges.right[edge]]
    const relation = relationOf(edges, edge)
    return relation === '' ? [] : [{ word: relation, left, right, told: '', found: edgeAt(edges, edge) }]
  })
}
