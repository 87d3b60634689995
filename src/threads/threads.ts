import { availableParallelism } from 'node:os'
import type { RuleBlocks } from '../block/build-blocks.ts'
import { countRanges } from '../block/walk-pairs.ts'
import type { ComparedField } from '../compare/create-entry-comparer.ts'
import { countEntryRanges, fillEntries } from '../compare/pack-entries.ts'
import { claim, createClaims } from '../data/claims.ts'
import { type BlockJob, blocksOfRule, longestFirst } from '../engine/block-job.ts'
import { type Executor, inline } from '../engine/executor.ts'
import { type OnPairs, type ScoredPairs, type ScoreJob, scorePairs } from '../engine/score-pairs.ts'
import { type Crew, createCrew } from './crew.ts'
import { normalizeInThreads } from './normalize-fields.ts'
import { type AllParsedAhead, parseAhead } from './parse-ahead.ts'
import type { Pieces, SharedRequest } from './protocol.ts'
import { fieldsByName, relationsByName, weighedByName } from './protocol.ts'
import { writeInThreads } from './write-pairs.ts'

/** Starting threads costs about a second of processor time: fewer records than this are done sooner without. */
export const WORTH_THREADS = 20_000

/** What a phase leaves over of so many records is worth being collected: that stops a thread for a tenth of a second. */
const MANY_ROWS = 200_000

/**
 * An executor over worker threads that read the same memory; the calling thread works too. Same results to the bit as
 * without. The threads start with the first work or when told to `warmUp`, and stay for the next. Runs from the compiled
 * package only: a worker is a file of its own.
 * @param count threads in all; as many as there are processors when not given.
 * @param least fewer records than this are done in the calling thread.
 * @example await dedupe(records, { executor: threads() })
 */
export function threads(count = availableParallelism(), least = WORTH_THREADS): Executor {
  if (count < 2) return inline
  const crew = createCrew(count)
  const ahead: AllParsedAhead = new WeakMap()
  return {
    warmUp: crew.start,
    stop: crew.stop,
    parseAhead: (roleOf) => parseAhead(crew, ahead, roleOf),
    normalizeFields(jobs, onParsed) {
      const isSmall = jobs.length === 0 || jobs[0].rowCount < least
      return isSmall
        ? inline.normalizeFields(jobs, onParsed)
        : normalizeInThreads(jobs, crew, ahead, onParsed)
    },
    buildBlocks(job, onRule) {
      return job.skipped.length < least ? inline.buildBlocks(job, onRule) : blockInThreads(job, crew, onRule)
    },
    async tidy(rowCount) {
      if (rowCount >= MANY_ROWS) await crew.tidy()
    },
    fillEntries(fields, beside) {
      const rowCount = (fields[0]?.columns.starts.length ?? 1) - 1
      return rowCount < least ? inline.fillEntries(fields, beside) : fillInThreads(fields, crew, beside)
    },
    scorePairs(job, onPairs) {
      return job.walk.order.length < least
        ? inline.scorePairs(job, onPairs)
        : scoreInThreads(job, crew, onPairs)
    },
    relatePairs(input) {
      return input.normalized.isJunk.length < least
        ? inline.relatePairs(input)
        : crew.relate({ kind: 'relate', input: relationsByName(input) })
    },
    writePairs(job) {
      const rowCount = job.rows.sides.recordId.codes.length
      return rowCount < least ? inline.writePairs(job) : writeInThreads(job, crew)
    },
  }
}

async function blockInThreads(
  job: BlockJob,
  crew: Crew,
  onRule: (rules: number) => void,
): Promise<RuleBlocks[]> {
  const order = longestFirst(job)
  const claims = createClaims(order.length)
  const pieces = await crew.share<Pieces<RuleBlocks>>({ kind: 'block', job, order, claims }, () =>
    Array.from(claim(claims), (piece) => {
      onRule(piece)
      return [order[piece], blocksOfRule(job, order[piece])] as const
    }),
  )
  return inOrder(pieces)
}

async function fillInThreads<Result>(
  fields: readonly ComparedField[],
  crew: Crew,
  beside: () => Result,
): Promise<Result> {
  const claims = createClaims(countEntryRanges(fields))
  const results: Result[] = []
  await crew.share<void>({ kind: 'fill', fields: fieldsByName(fields), claims }, () => {
    results.push(beside())
    fillEntries(fields, claims)
  })
  return results[0]
}

async function scoreInThreads(job: ScoreJob, crew: Crew, onPairs: OnPairs): Promise<ScoredPairs[]> {
  const { weighed, ...rest } = job
  const claims = createClaims(countRanges(job.walk))
  const request: SharedRequest = {
    kind: 'score',
    job: rest,
    weighed: weighedByName(weighed),
    claims,
  }
  return crew.share<ScoredPairs>(request, () =>
    scorePairs(job, (pairs, share) => onPairs(pairs * crew.count, share), claims),
  )
}

/** The results of all pieces by number, whoever did them. */
function inOrder<Result>(pieces: readonly Pieces<Result>[]): Result[] {
  return pieces
    .flat()
    .sort(([a], [b]) => a - b)
    .map(([, result]) => result)
}
