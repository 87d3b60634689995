import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RuleBlocks } from '../block/build-blocks.ts'
import { rangesOfBlocks } from '../block/walk-pairs.ts'
import { claim, createClaims } from '../data/claims.ts'
import { joinEdges } from '../data/edges.ts'
import { type BlockJob, blocksOfRule } from '../engine/block-job.ts'
import { type Executor, inline } from '../engine/executor.ts'
import { cellColumnsOf, type FieldJob, joinRanges, type NormalizedField } from '../engine/normalize-field.ts'
import { countCells, type ParsedRange, parseCells } from '../engine/parse-cells.ts'
import { type ScoredPairs, type ScoreJob, scorePairs } from '../engine/score-pairs.ts'
import type { ParseTask, Pieces, Request } from './protocol.ts'

/** Starting threads costs about half a second: fewer records than this are done sooner without. */
const WORTH_THREADS = 20_000

/** So many distinct cells are parsed at a time: few enough that no thread waits long, many enough to share their words. */
const CELLS_OF_TASK = 20_000

/**
 * An executor over worker threads that read the same memory; the calling thread works too. Same results to the bit as
 * without. Runs from the compiled package only: a worker is a file of its own.
 * @param count threads in all; as many as there are processors when not given.
 * @param least fewer records than this are done in the calling thread.
 * @example await dedupe(records, { executor: threads() })
 */
export function threads(count = availableParallelism(), least = WORTH_THREADS): Executor {
  if (count < 2) return inline
  return {
    normalizeFields(jobs, onParsed) {
      const isSmall = jobs.length === 0 || jobs[0].rowCount < least
      return isSmall ? inline.normalizeFields(jobs, onParsed) : normalizeInThreads(jobs, count, onParsed)
    },
    buildBlocks(job, onRule) {
      return job.skipped.length < least ? inline.buildBlocks(job, onRule) : blockInThreads(job, count, onRule)
    },
    scorePairs(job, onPairs) {
      const rowCount = (job.rules[0]?.ofRow.starts.length ?? 1) - 1
      return rowCount < least ? inline.scorePairs(job, onPairs) : scoreInThreads(job, count, onPairs)
    },
  }
}

async function normalizeInThreads(
  jobs: readonly FieldJob[],
  count: number,
  onParsed: (cells: number) => void,
): Promise<NormalizedField[]> {
  const fields = jobs.map((job) => ({ type: job.type.name, columns: cellColumnsOf(job) }))
  const tasks = fields.flatMap(({ columns }, job) => tasksOf(job, countCells(columns)))
  const claims = createClaims(tasks.length)
  const request: Request = { kind: 'parse', fields, tasks, claims }
  const pieces = await share<Pieces<ParsedRange>>(count, request, () =>
    Array.from(claim(claims), (piece) => {
      const { job, range } = tasks[piece]
      onParsed(piece * CELLS_OF_TASK)
      return [piece, parseCells(jobs[job].type, fields[job].columns, range)] as const
    }),
  )
  const ranges = inOrder(pieces)
  return jobs.map((job, index) =>
    joinRanges(
      job,
      ranges.filter((_, piece) => tasks[piece].job === index),
    ),
  )
}

function tasksOf(job: number, cells: number): ParseTask[] {
  const tasks: ParseTask[] = []
  for (let from = 0; from < cells || from === 0; from += CELLS_OF_TASK) {
    tasks.push({ job, range: { from, to: Math.min(cells, from + CELLS_OF_TASK) } })
  }
  return tasks
}

async function blockInThreads(
  job: BlockJob,
  count: number,
  onRule: (rules: number) => void,
): Promise<RuleBlocks[]> {
  const claims = createClaims(job.rules.length)
  const pieces = await share<Pieces<RuleBlocks>>(count, { kind: 'block', job, claims }, () =>
    Array.from(claim(claims), (rule) => {
      onRule(rule)
      return [rule, blocksOfRule(job, rule)] as const
    }),
  )
  return inOrder(pieces)
}

async function scoreInThreads(
  job: ScoreJob,
  count: number,
  onPairs: (pairs: number) => void,
): Promise<ScoredPairs> {
  const { weighed, ...rest } = job
  const { fields, ...priors } = weighed
  const claims = createClaims(rangesOfBlocks(job.rules).length)
  const request: Request = {
    kind: 'score',
    job: rest,
    weighed: priors,
    fields: fields.map((field) => ({ ...field, type: field.type.name })),
    claims,
  }
  const all = await share<ScoredPairs>(count, request, () =>
    scorePairs(job, (pairs) => onPairs(pairs * count), claims),
  )
  return {
    edges: joinEdges(all.map(({ edges }) => edges)),
    firstBrought: addUp(all.map(({ firstBrought }) => firstBrought)),
    edgesBrought: addUp(all.map(({ edgesBrought }) => edgesBrought)),
  }
}

function addUp(counts: readonly Float64Array[]): Float64Array {
  return counts[0].map((_, i) => counts.reduce((sum, count) => sum + count[i], 0))
}

/** The results of all pieces by number, whoever did them. */
function inOrder<Result>(pieces: readonly Pieces<Result>[]): Result[] {
  return pieces
    .flat()
    .sort(([a], [b]) => a - b)
    .map(([, result]) => result)
}

/** Does a request in `count` threads, of which this is one: each claims pieces until there are none left. */
async function share<Reply>(count: number, request: Request, here: () => Reply): Promise<Reply[]> {
  const workers = Array.from({ length: count - 1 }, () => new Worker(new URL('./worker.js', import.meta.url)))
  try {
    const asked = workers.map(
      (worker) =>
        new Promise<Reply>((resolve, reject) => {
          worker.once('message', resolve)
          worker.once('error', reject)
          worker.postMessage(request)
        }),
    )
    return [here(), ...(await Promise.all(asked))]
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
