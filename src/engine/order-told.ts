/** What is told of a pair by its rank: what forbids a merge first, what is missing last. */
export const [MISSING, EVIDENCE, FORBIDS] = [0, 1, 2]

/** What is told of a pair, by number, in the order in which it is told: by rank, within one the strongest first, else as it was added. */
export interface ToldList {
  /** The numbers; so many as `count` says. */
  readonly order: Uint16Array
  readonly count: () => number
  /** By number, the weight with which it was added. */
  readonly weights: Float64Array
  readonly clear: () => void
  /** Adds a number that is not there yet. */
  readonly add: (what: number, rank: number, weight: number) => void
}

/** A list of what is told, of numbers below `size`. */
export function createToldList(size: number): ToldList {
  const order = new Uint16Array(size)
  const weights = new Float64Array(size)
  const ranks = new Uint8Array(size)
  let count = 0
  return {
    order,
    weights,
    count: () => count,
    clear() {
      count = 0
    },
    add(what, rank, weight) {
      ranks[what] = rank
      weights[what] = weight
      const strength = Math.abs(weight)
      let at = count++
      for (; at > 0; at--) {
        const before = order[at - 1]
        if (rank < ranks[before] || (rank === ranks[before] && strength <= Math.abs(weights[before]))) break
        order[at] = before
      }
      order[at] = what
    },
  }
}
