import type { RuleBlocks } from '../block/build-blocks.ts'
import type { Column } from '../data/table.ts'
import type { FieldType } from '../model/field-type.ts'
import { type NormalizedField, normalizeField } from './normalize-field.ts'
import { type ScoredPairs, scorePairs } from './score-pairs.ts'
import type { WeighedFields } from './weigh-records.ts'

/** A field to be parsed. */
export interface FieldJob {
  readonly type: FieldType
  readonly columns: readonly { readonly column: Column; readonly role: string }[]
  readonly rowCount: number
}

/** The kernel's work. */
export interface ScoreJob {
  readonly rules: readonly RuleBlocks[]
  readonly weighed: WeighedFields
  readonly keepWeight: number
}

/** Where the heavy work of a run is done. Every executor gives the same results to the bit. */
export interface Executor {
  /** Parses fields; the results are in the order of the jobs. */
  readonly normalizeFields: (
    jobs: readonly FieldJob[],
    onParsed: (cells: number) => void,
  ) => Promise<NormalizedField[]>
  /** Scores the candidate pairs; edges may come in any order. */
  readonly scorePairs: (job: ScoreJob, onPairs: (pairs: number) => void) => Promise<ScoredPairs>
}

/** Everything in the calling thread. */
export const inline: Executor = {
  async normalizeFields(jobs, onParsed) {
    let done = 0
    return jobs.map(({ type, columns, rowCount }) => {
      const field = normalizeField(type, columns, rowCount, (cells) => onParsed(done + cells))
      done += columns.reduce((sum, { column }) => sum + column.dictionary.size, 0)
      return field
    })
  },
  async scorePairs({ rules, weighed, keepWeight }, onPairs) {
    return scorePairs(rules, weighed, keepWeight, { onPairs })
  },
}
