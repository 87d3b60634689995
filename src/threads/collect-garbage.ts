import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Node gives `gc` only to who asks when it starts, or makes a context later: asked for when it is first wanted. */
let collect: (() => void) | undefined

function gcOfNode(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}

/**
 * Lets go of what a phase has left over. Shared memory that no one looks at any more is no reason for a thread to collect garbage,
 * since it counts only what is its own: without this, what phases leave over would add up.
 */
export function collectGarbage(): void {
  collect ??= gcOfNode()
  collect()
}
