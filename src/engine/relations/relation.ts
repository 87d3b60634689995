import type { RuleBlocks } from '../../block/build-blocks.ts'
import type { Edges, FoundPair } from '../../data/edges.ts'
import type { Settings } from '../../model/settings.ts'
import type { Customers } from '../build-customers.ts'
import type { NormalizedField } from '../normalize-field.ts'
import type { WeighedFields } from '../weigh-records.ts'

/** What relations are found by: what any thread can be given. */
export interface RelationInput {
  readonly customers: Customers
  readonly scored: { readonly edges: Edges }
  readonly settings: Pick<Settings, 'language' | 'thresholds'>
  readonly normalized: {
    readonly fields: readonly Pick<NormalizedField, 'type' | 'columns'>[]
    readonly isJunk: Uint8Array
  }
  readonly blocks: readonly Pick<RuleBlocks, 'name' | 'blocks' | 'anchors'>[]
  readonly weighed: WeighedFields
}

/** Two records that belong together. */
export interface Relation {
  /** 'branch', 'group' or 'former-name', or what else a field calls it. */
  readonly word: string
  readonly left: number
  readonly right: number
  /** What shows it beside the evidence of the pair, in words; '' where that says it. */
  readonly told: string
  /** What was found of the pair, where it was compared already. */
  readonly found?: FoundPair
}

/** A number for two customers, whichever comes first. */
export function pairKeyOf({ customers: { ofRow } }: RelationInput): (left: number, right: number) => number {
  const count = ofRow.length + 1
  return (left, right) => {
    const [a, b] = [ofRow[left], ofRow[right]]
    return Math.min(a, b) * count + Math.max(a, b)
  }
}
