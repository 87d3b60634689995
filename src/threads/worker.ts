import { parentPort } from 'node:worker_threads'
import { claim } from '../data/claims.ts'
import { blocksOfRule } from '../engine/block-job.ts'
import { joinColumns } from '../engine/normalize-field.ts'
import { parseCells } from '../engine/parse-cells.ts'
import { scorePairs } from '../engine/score-pairs.ts'
import { createPieceWriter } from '../engine/tables/write-pairs.ts'
import type { WeighedFields } from '../engine/weigh-records.ts'
import { fieldTypes } from '../fields/index.ts'
import type { FieldType } from '../model/field-type.ts'
import { type NamedWeighed, PIECES_AHEAD, type Request } from './protocol.ts'

parentPort?.on('message', (request: Request) => {
  try {
    parentPort?.postMessage(answer(request))
  } catch (error) {
    // Not every error survives the way to the other thread: its text does.
    throw new Error(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error))
  }
})

function answer(request: Request): unknown {
  const { claims } = request
  switch (request.kind) {
    case 'parse': {
      const { fields, tasks } = request
      return Array.from(claim(claims), (piece) => {
        const { job, range } = tasks[piece]
        return [piece, parseCells(typeNamed(fields[job].type), fields[job].columns, range)]
      })
    }
    case 'join':
      return Array.from(claim(claims), (field) => {
        const job = request.jobs[field]
        return [field, joinColumns({ ...job, type: typeNamed(job.type) }, request.ranges[field])]
      })
    case 'block':
      return Array.from(claim(claims), (piece) => {
        const rule = request.order[piece]
        return [rule, blocksOfRule(request.job, rule)]
      })
    case 'score':
      return scorePairs({ ...request.job, weighed: weighedOf(request.weighed) }, () => {}, claims)
    case 'write':
      return writePieces(request)
  }
}

function writePieces({ job, weighed, claims, taken }: Extract<Request, { kind: 'write' }>): void {
  const write = createPieceWriter({ ...job, weighed: weighedOf(weighed) })
  for (const piece of claim(claims)) {
    for (let done = Atomics.load(taken, 0); piece >= done + PIECES_AHEAD; done = Atomics.load(taken, 0)) {
      Atomics.wait(taken, 0, done)
    }
    const bytes = write(piece)
    parentPort?.postMessage({ written: { piece, bytes } }, [bytes.buffer])
  }
}

function weighedOf(weighed: NamedWeighed): WeighedFields {
  return { ...weighed, fields: weighed.fields.map((field) => ({ ...field, type: typeNamed(field.type) })) }
}

function typeNamed(name: string): FieldType {
  const type = fieldTypes.find((known) => known.name === name)
  if (type === undefined) throw new Error(`no field type '${name}'`)
  return type
}
