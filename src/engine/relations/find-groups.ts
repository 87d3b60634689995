import { textOf } from '../../data/dictionary.ts'
import type { FoundPair } from '../../data/edges.ts'
import { createDisjointSets, findRoot, uniteRoots } from '../../data/union-find.ts'
import type { Language } from '../../model/field-type.ts'
import { matchWeightOf } from '../../model/model.ts'
import { NO_CUSTOMER } from '../build-customers.ts'
import { type GroupNames, groupNamesOf } from './group-names.ts'
import { pairKeyOf, type Relation, type RelationInput } from './relation.ts'
import { createSisterBound } from './sister-bound.ts'
import { sisterCandidates } from './sister-candidates.ts'
import { createSisterOdds } from './sister-odds.ts'

/** log2 odds from which on two firms of one brand are sisters rather than strangers: nine in ten. */
const LIKELY = Math.log2(9)

/**
 * Firms of one group that are customers of their own: their names say one group, or they have a brand in common and so much
 * else that strangers hardly do, by the model's figures for sister firms. Of a family each member is told once, with the
 * group itself where its name shows it: fewer rows than customers. What a person is to judge in review is not told here.
 */
export function findGroups(run: RelationInput): Relation[] {
  const names = groupNamesOf(run)
  if (names === undefined) return []
  const keyOf = pairKeyOf(run)
  const reviewed = reviewedPairs(run, keyOf)
  const sets = createDisjointSets(run.customers.members.starts.length - 1)
  const relations: Relation[] = []
  const isTold = (left: number, right: number): boolean => {
    const [a, b] = [left, right].map((row) => findRoot(sets, run.customers.ofRow[row]))
    return a === b || reviewed.has(keyOf(left, right))
  }
  const tell = (left: number, right: number, told: string, found?: FoundPair): void => {
    if (isTold(left, right)) return
    uniteRoots(sets, findRoot(sets, run.customers.ofRow[left]), findRoot(sets, run.customers.ofRow[right]))
    const [first, last] = [Math.min(left, right), Math.max(left, right)]
    relations.push({ word: 'group', left: first, right: last, told, ...(found && { found }) })
  }
  const say = TOLD[run.settings.language]
  for (const { head, member, group } of namedMembers(run, names)) tell(head, member, say.named(group))
  for (const { left, right, hasGroup, found } of likelySisters(run, names, isTold)) {
    const brand = textOf(names.brands, names.brandOf[left])
    tell(left, right, hasGroup ? say.group(brand) : say.sisters(brand), found)
  }
  return relations
}

const TOLD: Readonly<
  Record<Language, Readonly<Record<'named' | 'group' | 'sisters', (name: string) => string>>>
> = {
  zh: {
    named: (group) => `名称均含“${group}”`,
    group: (brand) => `同一字号“${brand}”，其中有集团`,
    sisters: (brand) => `同一字号“${brand}”的兄弟公司`,
  },
  en: {
    named: (group) => `both names say “${group}”`,
    group: (brand) => `one brand, “${brand}”, and a group among them`,
    sisters: (brand) => `sister firms of one brand, “${brand}”`,
  },
}

/** The pairs of customers that are in review. */
function reviewedPairs(
  { scored: { edges }, settings, customers: { ofRow } }: RelationInput,
  keyOf: (left: number, right: number) => number,
): Set<number> {
  const reviewWeight = matchWeightOf(settings.thresholds.review)
  const pairs = new Set<number>()
  for (let edge = 0; edge < edges.count; edge++) {
    const [left, right] = [edges.left[edge], edges.right[edge]]
    if (edges.vetoes[edge] >= 0 || edges.weights[edge] < reviewWeight) continue
    if (ofRow[left] !== ofRow[right]) pairs.add(keyOf(left, right))
  }
  return pairs
}

/** The customers whose names say one group, each with the one of the shortest name: the group itself. */
function namedMembers(run: RelationInput, { groups, groupOf, lengthOf }: GroupNames) {
  const { ofRow } = run.customers
  const heads = new Map<number, number>()
  const members = new Map<string, number>()
  for (let row = 0; row < ofRow.length; row++) {
    if (groupOf[row] === 0 || ofRow[row] === NO_CUSTOMER) continue
    const head = heads.get(groupOf[row])
    if (head === undefined || lengthOf(row) < lengthOf(head)) heads.set(groupOf[row], row)
    const key = `${groupOf[row]} ${ofRow[row]}`
    if (!members.has(key)) members.set(key, row)
  }
  return [...members.values()].flatMap((member) => {
    const head = heads.get(groupOf[member]) ?? member
    return ofRow[head] === ofRow[member] ? [] : [{ head, member, group: textOf(groups, groupOf[member]) }]
  })
}

/** The pairs of one brand that are likely sisters, groups first, then the likeliest; without those that need not be told. */
function likelySisters(
  run: RelationInput,
  names: GroupNames,
  isTold: (left: number, right: number) => boolean,
) {
  const boundOf = createSisterBound(run.weighed)
  const { odds: oddsOf, found: foundOf } = createSisterOdds(run.weighed)
  const rowCount = run.customers.ofRow.length
  const compared = new Set<number>()
  const found: { left: number; right: number; odds: number; hasGroup: boolean; found: FoundPair }[] = []
  for (const [left, right] of sisterCandidates(run, names)) {
    if (boundOf(left, right) < LIKELY || isTold(left, right)) continue
    const key = left * rowCount + right
    if (compared.has(key)) continue
    compared.add(key)
    const odds = oddsOf(left, right)
    if (odds < LIKELY) continue
    const hasGroup = names.isGroup(left) || names.isGroup(right)
    found.push({ left, right, odds, hasGroup, found: foundOf() })
  }
  return found.sort(
    (a, b) =>
      Number(b.hasGroup) - Number(a.hasGroup) || b.odds - a.odds || a.left - b.left || a.right - b.right,
  )
}
