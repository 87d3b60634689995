import { parentPort } from 'node:worker_threads'
import type { ComparedField } from '../compare/create-entry-comparer.ts'
import { fillEntries } from '../compare/pack-entries.ts'
import { claim } from '../data/claims.ts'
import { blocksOfRule } from '../engine/block-job.ts'
import { relatePairs } from '../engine/relations/relate-pairs.ts'
import type { RelationInput } from '../engine/relations/relation.ts'
import { scorePairs } from '../engine/score-pairs.ts'
import { createPieceWriter } from '../engine/tables/write-pairs.ts'
import type { WeighedFields } from '../engine/weigh-records.ts'
import { collectGarbage } from './collect-garbage.ts'
import { type Named, typeNamed } from './named-types.ts'
import { doStep } from './normalize-step.ts'
import { parsePortion } from './parse-ahead.ts'
import { PIECES_AHEAD, putPiece } from './piece-slots.ts'
import type { NamedRelationInput, NamedWeighed, Request } from './protocol.ts'

parentPort?.on('message', (request: Request) => {
  try {
    parentPort?.postMessage(answer(request))
  } catch (error) {
    // Not every error survives the way to the other thread: its text does.
    throw new Error(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error))
  }
})

function answer(request: Request): unknown {
  switch (request.kind) {
    case 'parse':
      return parsePortion(request)
    case 'relate':
      return relatePairs(relationsOf(request.input))
    case 'tidy':
      return collectGarbage()
    case 'normalize':
      return doStep(request.step, request.claims)
    case 'block':
      return Array.from(claim(request.claims), (piece) => {
        const rule = request.order[piece]
        return [rule, blocksOfRule(request.job, rule)]
      })
    case 'fill':
      return fillEntries(fieldsOf(request.fields), request.claims)
    case 'score':
      return scorePairs({ ...request.job, weighed: weighedOf(request.weighed) }, () => {}, request.claims)
    case 'write':
      return writePieces(request)
  }
}

function writePieces({ job, weighed, claims, slots }: Extract<Request, { kind: 'write' }>): void {
  const write = createPieceWriter({ ...job, weighed: weighedOf(weighed) })
  for (const piece of claim(claims)) {
    for (let done = Atomics.load(slots.done, 0); piece >= done + PIECES_AHEAD; ) {
      Atomics.wait(slots.done, 0, done)
      done = Atomics.load(slots.done, 0)
    }
    const written = putPiece(slots, piece, write(piece))
    parentPort?.postMessage({ written }, written.apart === undefined ? [] : [written.apart.buffer])
  }
}

function relationsOf({ normalized, weighed, ...rest }: NamedRelationInput): RelationInput {
  const fields = normalized.fields.map(({ type, columns }) => ({ type: typeNamed(type), columns }))
  return { ...rest, normalized: { ...normalized, fields }, weighed: weighedOf(weighed) }
}

function weighedOf(weighed: NamedWeighed): WeighedFields {
  return { ...weighed, fields: fieldsOf(weighed.fields) }
}

function fieldsOf(fields: readonly Named<ComparedField>[]): ComparedField[] {
  return fields.map((field) => ({ ...field, type: typeNamed(field.type) }))
}
