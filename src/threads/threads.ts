import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { joinEdges } from '../data/edges.ts'
import { type Executor, type FieldJob, inline, type ScoreJob } from '../engine/executor.ts'
import { type NormalizedField, normalizeField } from '../engine/normalize-field.ts'
import { type ScoredPairs, scorePairs } from '../engine/score-pairs.ts'
import type { NormalizeReply, Request } from './protocol.ts'

/** Starting threads costs about half a second: fewer records than this are done sooner without. */
const WORTH_THREADS = 20_000

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
      const isSmall = jobs.length < 2 || jobs[0].rowCount < least
      return isSmall ? inline.normalizeFields(jobs, onParsed) : normalizeInThreads(jobs, count, onParsed)
    },
    scorePairs(job, onPairs) {
      const rowCount = (job.rules[0]?.ofRow.starts.length ?? 1) - 1
      return rowCount < least ? inline.scorePairs(job, onPairs) : scoreInThreads(job, count, onPairs)
    },
  }
}

/** The heaviest field is parsed here, the others are dealt to workers, each to the one with the least to do. */
async function normalizeInThreads(
  jobs: readonly FieldJob[],
  count: number,
  onParsed: (cells: number) => void,
): Promise<NormalizedField[]> {
  const costs = jobs.map(({ columns }) =>
    columns.reduce((sum, { column }) => sum + column.dictionary.units.length, 0),
  )
  const heaviest = [...jobs.keys()].sort((a, b) => costs[b] - costs[a] || a - b)
  const loads = new Float64Array(Math.min(count, jobs.length))
  const placeOf = new Map(
    heaviest.map((job) => {
      const place = loads.indexOf(Math.min(...loads))
      loads[place] += costs[job]
      return [job, place]
    }),
  )
  const workers = startWorkers(loads.length - 1)
  try {
    const asked = jobs.map((job, index) => {
      const place = placeOf.get(index) ?? 0
      return place === 0
        ? undefined
        : ask<NormalizeReply>(workers[place - 1], { ...job, kind: 'normalize', type: job.type.name })
    })
    const own = jobs.map(({ type, columns, rowCount }, index) => {
      return placeOf.get(index) === 0 ? normalizeField(type, columns, rowCount, onParsed) : undefined
    })
    return await Promise.all(
      jobs.map(async (job, index) => own[index] ?? restore(job, (await asked[index]) as NormalizeReply)),
    )
  } finally {
    await stop(workers)
  }
}

/** What came back speaks of copies of the columns; the run knows them by themselves. */
function restore({ type, columns }: FieldJob, reply: NormalizeReply): NormalizedField {
  return {
    type,
    columns: reply.columns,
    cells: reply.cells.map((cell, i) => ({ ...cell, column: columns[i].column })),
  }
}

async function scoreInThreads(
  { rules, weighed, keepWeight }: ScoreJob,
  count: number,
  onPairs: (pairs: number) => void,
): Promise<ScoredPairs> {
  const workers = startWorkers(count - 1)
  try {
    const fields = weighed.fields.map(({ type, columns, weights }) => ({ type: type.name, columns, weights }))
    const { prior, sisterPrior } = weighed
    const asked = workers.map((worker, i) => {
      return ask<ScoredPairs>(worker, {
        kind: 'score',
        rules,
        fields,
        prior,
        sisterPrior,
        keepWeight,
        part: i + 1,
        parts: count,
      })
    })
    const share = { part: 0, parts: count }
    const own = scorePairs(rules, weighed, keepWeight, { share, onPairs: (pairs) => onPairs(pairs * count) })
    const all = [own, ...(await Promise.all(asked))]
    return {
      edges: joinEdges(all.map(({ edges }) => edges)),
      firstBrought: addUp(all.map(({ firstBrought }) => firstBrought)),
      edgesBrought: addUp(all.map(({ edgesBrought }) => edgesBrought)),
    }
  } finally {
    await stop(workers)
  }
}

function addUp(counts: readonly Float64Array[]): Float64Array {
  return counts[0].map((_, i) => counts.reduce((sum, count) => sum + count[i], 0))
}

function startWorkers(count: number): Worker[] {
  return Array.from({ length: count }, () => new Worker(new URL('./worker.js', import.meta.url)))
}

async function stop(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.terminate()))
}

let lastId = 0

/** Sends a request at once; its answer is known by the number it went with. */
function ask<Reply>(worker: Worker, request: Request): Promise<Reply> {
  const id = ++lastId
  return new Promise<Reply>((resolve, reject) => {
    const take = (answer: { readonly id: number; readonly reply: Reply }) => {
      if (answer.id !== id) return
      worker.off('message', take)
      resolve(answer.reply)
    }
    worker.on('message', take)
    worker.once('error', reject)
    worker.postMessage({ id, request })
  })
}
