import { textOf } from '../../data/dictionary.ts'
import { createDisjointSets, findRoot, uniteRoots } from '../../data/union-find.ts'
import type { Language } from '../../model/field-type.ts'
import { matchWeightOf } from '../../model/model.ts'
import { NO_CUSTOMER } from '../build-customers.ts'
import type { ResolvedRun } from '../finished-run.ts'
import { type GroupNames, groupNamesOf } from './group-names.ts'
import { pairKeyOf, type Relation } from './relation.ts'
import { sisterCandidates } from './sister-candidates.ts'
import { createSisterOdds } from './sister-odds.ts'

/** log2 odds from which on two firms of one brand are sisters rather than strangers: nine in ten. */
const LIKELY = Math.log2(9)

/**
 * Firms of one group that are customers of their own: their names say one group, or they have a brand in common and so much
 * else that strangers hardly do, by the model's figures for sister firms. Of a family each member is told once, with the
 * group itself where its name shows it: fewer rows than customers. What a person is to judge in review is not told here.
 */
export function findGroups(run: ResolvedRun): Relation[] {
  const names = groupNamesOf(run)
  if (names === undefined) return []
  const keyOf = pairKeyOf(run)
  const reviewed = reviewedPairs(run, keyOf)
  const sets = createDisjointSets(run.customers.members.starts.length - 1)
  const relations: Relation[] = []
  const tell = (left: number, right: number, told: string): void => {
    const [a, b] = [left, right].map((row) => findRoot(sets, run.customers.ofRow[row]))
    if (a === b || reviewed.has(keyOf(left, right))) return
    uniteRoots(sets, a, b)
    relations.push({ word: 'group', left: Math.min(left, right), right: Math.max(left, right), told })
  }
  const say = TOLD[run.settings.language]
  for (const { head, member, group } of namedMembers(run, names)) tell(head, member, say.named(group))
  for (const { left, right, hasGroup } of likelySisters(run, names)) {
    const brand = textOf(names.brands, names.brandOf[left])
    tell(left, right, hasGroup ? say.group(brand) : say.sisters(brand))
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
  { scored: { edges }, settings, customers: { ofRow } }: ResolvedRun,
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
function namedMembers(run: ResolvedRun, { groups, groupOf, lengthOf }: GroupNames) {
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

/** The pairs of one brand that are likely sisters, groups first, then the likeliest. */
function likelySisters(run: ResolvedRun, names: GroupNames) {
  const oddsOf = createSisterOdds(run.weighed)
  const found: { left: number; right: number; odds: number; hasGroup: boolean }[] = []
  for (const [left, right] of sisterCandidates(run, names)) {
    const odds = oddsOf(left, right)
    if (odds < LIKELY) continue
    found.push({ left, right, odds, hasGroup: names.isGroup(left) || names.isGroup(right) })
  }
  return found.sort(
    (a, b) =>
      Number(b.hasGroup) - Number(a.hasGroup) || b.odds - a.odds || a.left - b.left || a.right - b.right,
  )
}
