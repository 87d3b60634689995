import type { RuleBlocks } from '../block/build-blocks.ts'
import { planWalk } from '../block/walk-pairs.ts'
import type { Model } from '../model/model.ts'
import { calibrate } from './calibrate.ts'
import type { Executor } from './executor.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { Progress } from './options.ts'
import { type Across, joinScored, type ScoredPairs } from './score-pairs.ts'
import type { Stopwatch } from './stopwatch.ts'
import { layOutRecords, type WeighedFields } from './weigh-records.ts'

/** What scoring goes by. */
export interface ScoreOptions {
  readonly model: Model
  /** Relations whose vetoes do not hold in this run. */
  readonly lifted: ReadonlySet<string>
  /** Pairs below this match weight are forgotten. */
  readonly keepWeight: number
  /** The records that may have a partner: all, or those of the left side where two inputs are linked. */
  readonly recordCount: number
  /** For linking: only rows of two sides are a pair. */
  readonly across?: Across
  readonly watch: Stopwatch
  readonly onProgress: (progress: Progress) => void
}

/** The pairs worth keeping, and the weights and the prior that they were scored by. */
export interface ScoredRecords {
  readonly weighed: WeighedFields
  readonly scored: ScoredPairs
  /** By how many bits the data moved the prior. */
  readonly shift: number
}

/** Binds the model to the data, scores the candidate pairs by an executor, and brings the prior in line with what came out. */
export async function scoreRecordsBy(
  executor: Executor,
  normalized: NormalizedRecords,
  blocks: readonly RuleBlocks[],
  options: ScoreOptions,
): Promise<ScoredRecords> {
  const { model, recordCount, across, watch } = options
  const rowCount = normalized.isJunk.length
  await executor.tidy?.(rowCount)
  const { assumed, pieces } = await weighAndScore(executor, normalized, blocks, options)
  await executor.tidy?.(rowCount)
  const sides = across === undefined ? 2 : 1
  return watch.time('calibrate', () => calibrate(assumed, joinScored(pieces), model, recordCount, sides))
}

/** By itself, so that the walk is let go with it, before the edges are joined. */
async function weighAndScore(
  executor: Executor,
  normalized: NormalizedRecords,
  blocks: readonly RuleBlocks[],
  { model, lifted, keepWeight, across, watch, onProgress }: ScoreOptions,
) {
  const { assumed, walk } = await watch.timeAsync('weigh', async () => {
    const assumed = layOutRecords(normalized, model, lifted)
    const walk = await executor.fillEntries(assumed.fields, () => planWalk(blocks, normalized.isJunk.length))
    return { assumed, walk }
  })
  const pieces = await watch.timeAsync('score', () => {
    const job = { walk, weighed: assumed, keepWeight, ...(across && { across }) }
    return executor.scorePairs(job, (done, share) =>
      onProgress({ phase: 'score', done, total: Math.ceil(done / share) }),
    )
  })
  return { assumed, pieces }
}
