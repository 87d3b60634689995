/** The judgement that the evidence about two addresses adds up to: a small network, its weights in `weights.ts`. */
import { EVIDENCE } from './evidence.ts'
import { BIAS, HIDDEN, MEANS, OUTPUT, SCALES } from './weights.ts'

/** Evidence counts in standard deviations from its mean, this many at most. */
export const FARTHEST = 6

const numbersOf = (line: string): Float64Array => Float64Array.from(line.trim().split(' '), Number)

interface Network {
  readonly means: Float64Array
  readonly scales: Float64Array
  /** The weights of the evidence in each hidden unit, then the unit's bias. */
  readonly hidden: readonly Float64Array[]
  readonly output: Float64Array
}

/** Unpacked when addresses are first compared. */
let network: Network | undefined

const unpack = (): Network => ({
  means: numbersOf(MEANS),
  scales: numbersOf(SCALES),
  hidden: HIDDEN.trim().split('\n').map(numbersOf),
  output: numbersOf(OUTPUT),
})

const standard = new Float64Array(EVIDENCE.length)

/** Natural log-odds that two addresses with this evidence are one place. */
export function judge(evidence: Float64Array): number {
  network ??= unpack()
  const { means, scales, hidden, output } = network
  const size = standard.length
  for (let i = 0; i < size; i++) {
    const z = ((evidence[i] as number) - (means[i] as number)) * (scales[i] as number)
    standard[i] = Math.max(-FARTHEST, Math.min(FARTHEST, z))
  }
  let sum = BIAS
  for (let k = 0; k < hidden.length; k++) {
    const weights = hidden[k] as Float64Array
    let activity = weights[size] as number
    for (let i = 0; i < size; i++) activity += (weights[i] as number) * (standard[i] as number)
    sum += (output[k] as number) * Math.tanh(activity)
  }
  return sum
}
