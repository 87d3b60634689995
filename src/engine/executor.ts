import type { RuleBlocks } from '../block/build-blocks.ts'
import type { ComparedField } from '../compare/create-entry-comparer.ts'
import { fillEntries } from '../compare/pack-entries.ts'
import { type BlockJob, blocksOfRule } from './block-job.ts'
import { type FieldJob, type NormalizedField, normalizeField } from './normalize-field.ts'
import type { HeadingReader, ParseAhead } from './parse-ahead.ts'
import { type RelatedPairs, relatePairs } from './relations/relate-pairs.ts'
import type { RelationInput } from './relations/relation.ts'
import { type OnPairs, type ScoredPairs, type ScoreJob, scorePairs } from './score-pairs.ts'
import type { PairRowsJob } from './tables/pair-rows.ts'
import { countPieces, createPieceWriter } from './tables/write-pairs.ts'

/** Where the heavy work of a run is done. Every executor gives the same results to the bit. */
export interface Executor {
  /** Told that much work is to come: what takes time to start may start while the input is read. */
  readonly warmUp?: () => void
  /** Lets go what was started, where nothing is asked of it any more. */
  readonly stop?: () => void
  /** Takes cells while the input is read, and parses them beside; what it parsed it knows again in `normalizeFields`. */
  readonly parseAhead?: (roleOf: HeadingReader) => ParseAhead
  /** Parses fields; the results are in the order of the jobs. */
  readonly normalizeFields: (
    jobs: readonly FieldJob[],
    onParsed: (cells: number) => void,
  ) => Promise<NormalizedField[]>
  /** Builds the blocks of all rules, in their order. */
  readonly buildBlocks: (job: BlockJob, onRule: (rules: number) => void) => Promise<RuleBlocks[]>
  /** Fills the packed entries of fields, which are in memory that all threads share; the calling thread does `beside` first. */
  readonly fillEntries: <Result>(fields: readonly ComparedField[], beside: () => Result) => Promise<Result>
  /** Lets go of what the phases before have left over of so many rows: shared memory is no reason for a thread to collect it. */
  readonly tidy?: (rowCount: number) => Promise<void>
  /** Scores the candidate pairs; what comes of it in several pieces, in any order, is for `joinScored`. */
  readonly scorePairs: (job: ScoreJob, onPairs: OnPairs) => Promise<ScoredPairs[]>
  /** Finds what belongs together, where it can beside the calling thread. */
  readonly relatePairs: (input: RelationInput) => Promise<RelatedPairs>
  /** The rows of a table of pairs as CSV, in order; each piece is good until the one after the next is asked for. */
  readonly writePairs: (job: PairRowsJob) => AsyncIterable<Uint8Array>
}

/** Everything in the calling thread. */
export const inline: Executor = {
  async normalizeFields(jobs, onParsed) {
    let done = 0
    return jobs.map((job) => {
      const field = normalizeField(job, (cells) => onParsed(done + cells))
      done += job.columns.reduce((sum, { column }) => sum + column.dictionary.size, 0)
      return field
    })
  },
  async buildBlocks(job, onRule) {
    return job.rules.map((_, rule) => {
      onRule(rule)
      return blocksOfRule(job, rule)
    })
  },
  async fillEntries(fields, beside) {
    const result = beside()
    fillEntries(fields)
    return result
  },
  async scorePairs(job, onPairs) {
    return [scorePairs(job, onPairs)]
  },
  async relatePairs(input) {
    return relatePairs(input)
  },
  async *writePairs(job) {
    const write = createPieceWriter(job)
    for (let piece = 0; piece < countPieces(job.rows); piece++) yield write(piece)
  },
}
