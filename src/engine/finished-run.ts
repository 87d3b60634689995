import type { RuleBlocks } from '../block/build-blocks.ts'
import type { Clustering } from '../cluster/cluster-edges.ts'
import type { Decisions } from '../cluster/decisions.ts'
import type { Dictionary } from '../data/dictionary.ts'
import type { ProblemLog } from '../data/problems.ts'
import type { Records } from '../data/records.ts'
import type { Settings } from '../model/settings.ts'
import type { Customers } from './build-customers.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { ScoredPairs } from './score-pairs.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { WeighedFields } from './weigh-records.ts'

/** Everything that a run has made when it comes to its results. */
export interface FinishedRun {
  readonly records: Records
  readonly settings: Settings
  readonly normalized: NormalizedRecords
  readonly blocks: readonly RuleBlocks[]
  readonly weighed: WeighedFields
  readonly scored: ScoredPairs
  readonly clustering: Clustering
  readonly decisions: Decisions
  readonly log: ProblemLog
  readonly watch: Stopwatch
}

/** A finished run whose clusters are numbered as customers. */
export interface ResolvedRun extends FinishedRun {
  readonly customers: Customers
  /** The id of customer `c` has the code c + 1. */
  readonly customerIds: Dictionary
}
