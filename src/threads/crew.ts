import { Worker } from 'node:worker_threads'
import type { ParsedRange } from '../engine/parse-cells.ts'
import type { RelatedPairs } from '../engine/relations/relate-pairs.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { WrittenPiece } from './piece-slots.ts'
import type { ParseRequest, RelateRequest, Request, SharedRequest } from './protocol.ts'

/** Threads that are started once and asked many times. An idle one does not keep the process alive. */
export interface Crew {
  readonly count: number
  /** Starts the threads, where they are not yet. */
  readonly start: () => void
  /** Ends the threads, where there are any: those that are at work too. */
  readonly stop: () => void
  /** Does a request in all threads, of which the calling one is one: each claims pieces until there are none left. */
  readonly share: <Reply>(request: SharedRequest, here: () => Reply) => Promise<Reply[]>
  /** Does a request in all threads but the calling one, which is told of what they write as it comes. */
  readonly stream: (request: SharedRequest, onPiece: (piece: WrittenPiece) => void) => Promise<void>
  /** Has cells parsed by the thread that has least to do, beside the calling one. */
  readonly hand: (request: ParseRequest) => Promise<ParsedRange>
  /** Has relations found by that thread. */
  readonly relate: (request: RelateRequest) => Promise<RelatedPairs>
  /** Lets go, in all threads, of what the requests before have left over. */
  readonly tidy: () => Promise<void>
  /** How many requests wait for the thread that has fewest. */
  readonly waiting: () => number
}

export function createCrew(count: number): Crew {
  const hands: Hand[] = []
  const start = () => {
    while (hands.length < count - 1) hands.push(startHand())
  }
  const stop = () => {
    for (const { worker } of hands.splice(0)) void worker.terminate()
  }
  const orStop = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      // What failed may still be at work in the others.
      stop()
      throw error
    }
  }
  const idlest = (): Hand => {
    start()
    return hands.toSorted((a, b) => a.asked.length - b.asked.length)[0]
  }
  return {
    count,
    start,
    stop,
    share<Reply>(request: SharedRequest, here: () => Reply): Promise<Reply[]> {
      start()
      return orStop(async () => {
        const asked = hands.map((hand) => ask<Reply>(hand, request))
        return [here(), ...(await Promise.all(asked))]
      })
    },
    async stream(request, onPiece) {
      start()
      await orStop(() => Promise.all(hands.map((hand) => ask(hand, request, onPiece))))
    },
    hand: (request) => orStop(() => ask<ParsedRange>(idlest(), request)),
    relate: (request) => orStop(() => ask<RelatedPairs>(idlest(), request)),
    async tidy() {
      const asked = hands.map((hand) => ask(hand, { kind: 'tidy' }))
      collectGarbage()
      await orStop(() => Promise.all(asked))
    },
    waiting: () => Math.min(...hands.map(({ asked }) => asked.length)),
  }
}

/** A thread and what it was asked, in order: that is how it answers. */
interface Hand {
  readonly worker: Worker
  readonly asked: Asked[]
}

interface Asked {
  readonly resolve: (reply: unknown) => void
  readonly reject: (error: Error) => void
  readonly onPiece: ((piece: WrittenPiece) => void) | undefined
}

function startHand(): Hand {
  // Seen from this file's folder and from that of the chunks of the package alike.
  const worker = new Worker(new URL('../threads/worker.js', import.meta.url))
  const asked: Asked[] = []
  worker.on('message', (reply: unknown) => {
    if (isWritten(reply)) return asked[0]?.onPiece?.(reply.written)
    asked.shift()?.resolve(reply)
    if (asked.length === 0) worker.unref()
  })
  worker.on('error', (error: Error) => {
    for (const { reject } of asked.splice(0)) reject(error)
    worker.unref()
  })
  // After that: who listens to a thread waits for it.
  worker.unref()
  return { worker, asked }
}

function ask<Reply>(
  { worker, asked }: Hand,
  request: Request,
  onPiece?: (piece: WrittenPiece) => void,
): Promise<Reply> {
  return new Promise<Reply>((resolve, reject) => {
    worker.ref()
    asked.push({ resolve: resolve as (reply: unknown) => void, reject, onPiece })
    worker.postMessage(request)
  })
}

function isWritten(reply: unknown): reply is { readonly written: WrittenPiece } {
  return typeof reply === 'object' && reply !== null && 'written' in reply
}
