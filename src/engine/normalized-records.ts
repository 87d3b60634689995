import type { NumberMap } from '../data/number-map.ts'
import type { ArrangedRecords } from './arrange-records.ts'
import type { NormalizedField } from './normalize-field.ts'

/** Records with their fields parsed. */
export interface NormalizedRecords {
  readonly arranged: ArrangedRecords
  /** The fields that the input has columns for, in the order of the field types. */
  readonly fields: readonly NormalizedField[]
  /** By row, 1 for a row that names no customer (测试, 散客, an empty name). */
  readonly isJunk: Uint8Array
  /** Why, by row. */
  readonly junkReasons: NumberMap<string>
}
