import { findBranches } from './find-branches.ts'
import { findFormerNames } from './find-former-names.ts'
import { findGroups } from './find-groups.ts'
import { pairKeyOf, type Relation, type RelationInput } from './relation.ts'

/**
 * What belongs together and is not one customer: branches with their parent, members of a group, former names. Two customers
 * are told once, by the first of these that holds; in the order of the relations and their records.
 */
export function findRelations(run: RelationInput): Relation[] {
  const keyOf = pairKeyOf(run)
  const told = new Set<number>()
  return [findBranches(run), findFormerNames(run), findGroups(run)].flatMap((relations) => {
    const isNew = ({ left, right }: Relation) =>
      run.customers.ofRow[left] === run.customers.ofRow[right] || !told.has(keyOf(left, right))
    const fresh = relations.filter(isNew)
    for (const { left, right } of fresh) told.add(keyOf(left, right))
    return fresh.sort((a, b) => a.left - b.left || a.right - b.right)
  })
}
