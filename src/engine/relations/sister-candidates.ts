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
    if (starts[brand + 1] - starts[brand] < 2) continue
    const rows = new Map<number, number>()
    for (let at = starts[brand]; at < starts[brand + 1]; at++) {
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
  for (const { name, blocks: groups, anchors } of blocks) {
    if (own.includes(name.split('.')[0]) || anchors !== undefined) continue
    const { starts, items } = groups
    for (let block = 0; block + 1 < starts.length; block++) {
      for (let i = starts[block]; i < starts[block + 1]; i++) {
        const brand = brandOf[items[i]]
        if (brand === 0) continue
        for (let j = i + 1; j < starts[block + 1]; j++) {
          if (brandOf[items[j]] === brand && ofRow[items[i]] !== ofRow[items[j]]) yield [items[i], items[j]]
        }
      }
    }
  }
}
