import { groupByLabel } from '../../data/grouping.ts'
import { NO_CUSTOMER } from '../build-customers.ts'
import type { GroupNames } from './group-names.ts'
import type { RelationInput } from './relation.ts'

/** So many groups of a brand are held against its other customers. */
const HEADS = 3

type RowPair = readonly [left: number, right: number]

/**
 * Pairs of rows of one brand and two customers that may be sister firms: a group and each other customer of its brand, and
 * those that meet in a block of another field (a phone, an address). A brand alone makes no family. Bounded by the rows.
 */
export function* sisterCandidates(run: RelationInput, names: GroupNames): Generator<RowPair> {
  for (const rows of familiesOf(run, names)) {
    for (const head of rows.filter(names.isGroup).slice(0, HEADS)) {
      for (const row of rows) if (row !== head) yield [Math.min(row, head), Math.max(row, head)]
    }
  }
  yield* pairsInBlocks(run, names)
}

/** For each brand that several customers have, the least row of each. */
function* familiesOf(
  { customers: { ofRow } }: RelationInput,
  { brandOf, brands }: GroupNames,
): Generator<number[]> {
  const { starts, items } = groupByLabel(brandOf, brands.size)
  for (let brand = 1; brand + 1 < starts.length; brand++) {
    const [start, end] = [starts[brand], starts[brand + 1]]
    let at = start
    while (at < end && ofRow[items[at]] === ofRow[items[start]]) at++
    // Most brands are of one customer.
    if (at === end) continue
    const rows = new Map<number, number>()
    for (at = start; at < end; at++) {
      const customer = ofRow[items[at]]
      if (customer !== NO_CUSTOMER && !rows.has(customer)) rows.set(customer, items[at])
    }
    if (rows.size > 1) yield [...rows.values()]
  }
}

/** Pairs of one brand in the blocks of other fields than the one that has the brand. */
function* pairsInBlocks(
  { blocks, normalized, customers: { ofRow } }: RelationInput,
  { brandOf }: GroupNames,
): Generator<RowPair> {
  const own = normalized.fields.filter(({ type }) => type.kinship !== undefined).map(({ type }) => type.name)
  const brands: number[] = []
  for (const { name, blocks: groups, anchors } of blocks) {
    if (own.includes(name.split('.')[0]) || anchors !== undefined) continue
    const { starts, items } = groups
    for (let block = 0; block + 1 < starts.length; block++) {
      const [start, end] = [starts[block], starts[block + 1]]
      // Asked of every pair: side by side they are in the cache.
      for (let i = start; i < end; i++) brands[i - start] = brandOf[items[i]]
      for (let i = start; i < end; i++) {
        const brand = brands[i - start]
        if (brand === 0) continue
        for (let j = i + 1; j < end; j++) {
          if (brands[j - start] === brand && ofRow[items[i]] !== ofRow[items[j]]) yield [items[i], items[j]]
        }
      }
    }
  }
}
