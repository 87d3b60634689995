import { availableParallelism } from 'node:os'
import type { RuleBlocks } from '../block/build-blocks.ts'
import { countRanges } from '../block/walk-pairs.ts'
import { claim, createClaims } from '../data/claims.ts'
import { joinEdges } from '../data/edges.ts'
import type { FieldColumns } from '../data/field-columns.ts'
import { type BlockJob, blocksOfRule, longestFirst } from '../engine/block-job.ts'
import { type Executor, inline } from '../engine/executor.ts'
import {
  cellColumnsOf,
  type FieldJob,
  joinCells,
  joinColumns,
  type NormalizedField,
} from '../engine/normalize-field.ts'
import { countCells, type ParsedRange, parseCells } from '../engine/parse-cells.ts'
import { type ScoredPairs, type ScoreJob, scorePairs } from '../engine/score-pairs.ts'
import { type Crew, createCrew } from './crew.ts'
import type { ParseTask, Pieces, Request } from './protocol.ts'
import { weighedByName } from './protocol.ts'
import { writeInThreads } from './write-pairs.ts'

/** Starting threads costs about a second of processor time: fewer records than this are done sooner without. */
export const WORTH_THREADS = 20_000

/** So many distinct cells are parsed at a time: few enough that no thread waits long, many enough to share their words. */
const CELLS_OF_TASK = 20_000

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
  return {
    warmUp: crew.start,
    normalizeFields(jobs, onParsed) {
      const isSmall = jobs.length === 0 || jobs[0].rowCount < least
      return isSmall ? inline.normalizeFields(jobs, onParsed) : normalizeInThreads(jobs, crew, onParsed)
    },
    buildBlocks(job, onRule) {
      return job.skipped.length < least ? inline.buildBlocks(job, onRule) : blockInThreads(job, crew, onRule)
    },
    scorePairs(job, onPairs) {
      return job.order.length < least ? inline.scorePairs(job, onPairs) : scoreInThreads(job, crew, onPairs)
    },
    writePairs(job) {
      const rowCount = job.rows.sides.recordId.codes.length
      return rowCount < least ? inline.writePairs(job) : writeInThreads(job, crew)
    },
  }
}

async function normalizeInThreads(
  jobs: readonly FieldJob[],
  crew: Crew,
  onParsed: (cells: number) => void,
): Promise<NormalizedField[]> {
  const fields = jobs.map((job) => ({ type: job.type.name, columns: cellColumnsOf(job) }))
  const tasks = fields.flatMap(({ columns }, job) => tasksOf(job, countCells(columns)))
  const claims = createClaims(tasks.length)
  const request: Request = { kind: 'parse', fields, tasks, claims }
  const pieces = await crew.share<Pieces<ParsedRange>>(request, () =>
    Array.from(claim(claims), (piece) => {
      const { job, range } = tasks[piece]
      onParsed(piece * CELLS_OF_TASK)
      return [piece, parseCells(jobs[job].type, fields[job].columns, range)] as const
    }),
  )
  const parsed = inOrder(pieces)
  return joinInThreads(
    jobs,
    jobs.map((_, job) => parsed.filter((_, piece) => tasks[piece].job === job)),
    crew,
  )
}

async function joinInThreads(
  jobs: readonly FieldJob[],
  ranges: readonly (readonly ParsedRange[])[],
  crew: Crew,
): Promise<NormalizedField[]> {
  const claims = createClaims(jobs.length)
  const named = jobs.map((job) => ({ ...job, type: job.type.name }))
  const request: Request = { kind: 'join', jobs: named, ranges, claims }
  const pieces = await crew.share<Pieces<FieldColumns>>(request, () =>
    Array.from(claim(claims), (field) => [field, joinColumns(jobs[field], ranges[field])] as const),
  )
  return inOrder(pieces).map((columns, i) => {
    return { type: jobs[i].type, columns, cells: joinCells(jobs[i], ranges[i]) }
  })
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

async function scoreInThreads(
  job: ScoreJob,
  crew: Crew,
  onPairs: (pairs: number) => void,
): Promise<ScoredPairs> {
  const { weighed, ...rest } = job
  const claims = createClaims(countRanges(job.order.length))
  const request: Request = { kind: 'score', job: rest, weighed: weighedByName(weighed), claims }
  const all = await crew.share<ScoredPairs>(request, () =>
    scorePairs(job, (pairs) => onPairs(pairs * crew.count), claims),
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
