import type { RuleBlocks } from '../block/build-blocks.ts'
import type { FieldColumns } from '../data/field-columns.ts'
import type { FieldJob } from '../engine/executor.ts'
import type { ParsedColumn } from '../engine/normalize-field.ts'
import type { FieldWeights } from '../model/weights.ts'

/** A field type goes by its name: functions cannot be sent. Columns are views of shared memory and are not copied. */
export type Request =
  | ({ readonly kind: 'normalize'; readonly type: string } & Omit<FieldJob, 'type'>)
  | {
      readonly kind: 'score'
      readonly rules: readonly RuleBlocks[]
      readonly fields: readonly {
        readonly type: string
        readonly columns: FieldColumns
        readonly weights: FieldWeights
      }[]
      readonly prior: number
      readonly sisterPrior: number
      readonly keepWeight: number
      /** This thread takes the blocks whose number leaves `part` when divided by `parts`. */
      readonly part: number
      readonly parts: number
    }

/** A field parsed in a thread; its type is known to who asked. */
export interface NormalizeReply {
  readonly columns: FieldColumns
  readonly cells: readonly ParsedColumn[]
}
