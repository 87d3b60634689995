/** Ends work that was interrupted; what it had begun is taken away by then. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
  /** As a shell has it: 128 and the number of the signal. */
  readonly exitCode: number
  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('stopped; nothing was written')
    this.exitCode = signal === 'SIGINT' ? 130 : 143
  }
}

/**
 * Runs work that has files half written while it goes on: Ctrl-C and kill abort it, so that it takes them away. All other
 * work may be killed where it stands. A second Ctrl-C does not wait.
 * @throws InterruptedError
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = (name: 'SIGINT' | 'SIGTERM') => {
    const error = new InterruptedError(name)
    if (controller.signal.aborted) process.exit(error.exitCode)
    controller.abort(error)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}
