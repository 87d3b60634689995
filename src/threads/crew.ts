import { Worker } from 'node:worker_threads'
import { collectGarbage } from './collect-garbage.ts'
import type { Request, WrittenPiece } from './protocol.ts'

/** Threads that are started once and asked many times. An idle one does not keep the process alive. */
export interface Crew {
  readonly count: number
  /** Starts the threads, where they are not yet. */
  readonly start: () => void
  /** Does a request in all threads, of which the calling one is one: each claims pieces until there are none left. */
  readonly share: <Reply>(request: Request, here: () => Reply) => Promise<Reply[]>
  /** Does a request in all threads but the calling one, which is told of what they write as it comes. */
  readonly stream: (request: Request, onPiece: (piece: WrittenPiece) => void) => Promise<void>
}

export function createCrew(count: number): Crew {
  const workers: Worker[] = []
  const start = () => {
    while (workers.length < count - 1) workers.push(startWorker())
  }
  const orStop = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      // What failed may still be at work in the others.
      for (const worker of workers.splice(0)) void worker.terminate()
      throw error
    }
  }
  return {
    count,
    start,
    share<Reply>(request: Request, here: () => Reply): Promise<Reply[]> {
      start()
      return orStop(async () => {
        const asked = workers.map((worker) => ask<Reply>(worker, request))
        const replies = [here(), ...(await Promise.all(asked))]
        if (request.leavesMuch === true) collectGarbage()
        return replies
      })
    },
    async stream(request, onPiece) {
      start()
      await orStop(() => Promise.all(workers.map((worker) => ask(worker, request, onPiece))))
    },
  }
}

function startWorker(): Worker {
  // Seen from this file's folder and from that of the chunks of the package alike.
  const worker = new Worker(new URL('../threads/worker.js', import.meta.url))
  worker.unref()
  return worker
}

function ask<Reply>(
  worker: Worker,
  request: Request,
  onPiece?: (piece: WrittenPiece) => void,
): Promise<Reply> {
  return new Promise<Reply>((resolve, reject) => {
    worker.ref()
    const done = () => {
      worker.unref()
      worker.off('message', onReply).off('error', onError)
    }
    const onReply = (reply: Reply | { readonly written: WrittenPiece }) => {
      if (isWritten(reply)) return onPiece?.(reply.written)
      done()
      resolve(reply)
    }
    const onError = (error: Error) => {
      done()
      reject(error)
    }
    worker.on('message', onReply).on('error', onError).postMessage(request)
  })
}

function isWritten(reply: unknown): reply is { readonly written: WrittenPiece } {
  return typeof reply === 'object' && reply !== null && 'written' in reply
}
