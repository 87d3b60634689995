import type { ComparedField } from '../compare/create-entry-comparer.ts'
import type { Claims } from '../data/claims.ts'
import type { BlockJob } from '../engine/block-job.ts'
import type { CellColumn } from '../engine/parse-cells.ts'
import type { RelationInput } from '../engine/relations/relation.ts'
import type { ScoreJob } from '../engine/score-pairs.ts'
import type { PairRowsJob } from '../engine/tables/pair-rows.ts'
import type { WeighedFields } from '../engine/weigh-records.ts'
import type { Named } from './named-types.ts'
import type { NormalizeStep } from './normalize-step.ts'
import type { PieceSlots } from './piece-slots.ts'

/** What pairs are weighed by, in a form that can be sent. */
export type NamedWeighed = Omit<WeighedFields, 'fields'> & {
  readonly fields: readonly Named<ComparedField>[]
}

export function weighedByName(weighed: WeighedFields): NamedWeighed {
  return { ...weighed, fields: fieldsByName(weighed.fields) }
}

export function fieldsByName(fields: readonly ComparedField[]): Named<ComparedField>[] {
  return fields.map((field) => ({ ...field, type: field.type.name }))
}

/** Cells for one thread to parse, as a range of a field of that one column. */
export interface ParseRequest {
  readonly kind: 'parse'
  readonly type: string
  readonly column: CellColumn
}

/** Work for a thread, which claims its pieces in turn with all others. Columns are views of shared memory and are not copied. */
export type SharedRequest = {
  readonly claims: Claims
} & (
  | { readonly kind: 'normalize'; readonly step: NormalizeStep }
  | { readonly kind: 'block'; readonly job: BlockJob; readonly order: readonly number[] }
  | { readonly kind: 'fill'; readonly fields: readonly Named<ComparedField>[] }
  | {
      readonly kind: 'score'
      readonly job: Omit<ScoreJob, 'weighed'>
      readonly weighed: NamedWeighed
    }
  | {
      readonly kind: 'write'
      readonly job: Omit<PairRowsJob, 'weighed'>
      readonly weighed: NamedWeighed
      readonly slots: PieceSlots
    }
)

/** Relations for one thread to find. */
export interface RelateRequest {
  readonly kind: 'relate'
  readonly input: NamedRelationInput
}

/** What relations are found by, in a form that can be sent. */
export type NamedRelationInput = Omit<RelationInput, 'normalized' | 'weighed'> & {
  readonly normalized: {
    readonly fields: readonly Named<RelationInput['normalized']['fields'][number]>[]
    readonly isJunk: Uint8Array
  }
  readonly weighed: NamedWeighed
}

export function relationsByName({
  customers,
  scored: { edges },
  settings: { language, thresholds },
  normalized: { fields, isJunk },
  blocks,
  weighed,
}: RelationInput): NamedRelationInput {
  return {
    customers,
    scored: { edges },
    settings: { language, thresholds },
    normalized: { fields: fields.map(({ type, columns }) => ({ type: type.name, columns })), isJunk },
    blocks: blocks.map(({ name, blocks, anchors }) => ({ name, blocks, ...(anchors && { anchors }) })),
    weighed: weighedByName(weighed),
  }
}

/** To let go of what the requests before have left over. */
export interface TidyRequest {
  readonly kind: 'tidy'
}

export type Request = ParseRequest | RelateRequest | TidyRequest | SharedRequest

/** The pieces that a thread did, with their numbers. */
export type Pieces<Result> = readonly (readonly [piece: number, result: Result])[]
