/** The judgement that the evidence about two addresses adds up to: a small network, its weights in `weights.ts`. */
import { EVIDENCE } from './evidence.ts'
import { BIAS, HIDDEN, MEANS, OUTPUT, SCALES } from './weights.ts'

/** Evidence counts in standard deviations from its mean, this many at most. */
export const FARTHEST = 6

const numbersOf = (line: string): Float64Array => Float64Array.from(line.trim().split(' '), Number)

interface Network {
  readonly means: Float64Array
  readonly scales: Float64Array
  /** The weights of the evidence in each hidden unit, then the unit's bias; {@link ABREAST} units side by side, number by number. */
  readonly hidden: Float64Array
  /** What each hidden unit adds; units that make the last group full add nothing. */
  readonly output: Float64Array
}

/** Unpacked when addresses are first compared. */
let network: Network | undefined

const unpack = (): Network => ({
  means: numbersOf(MEANS),
  scales: numbersOf(SCALES),
  ...layUnits(HIDDEN.trim().split('\n').map(numbersOf), numbersOf(OUTPUT)),
})

/** So many sums run at a time: each waits for its own last step only. */
const ABREAST = 4

function layUnits(units: readonly Float64Array[], outputs: Float64Array): Pick<Network, 'hidden' | 'output'> {
  const count = Math.ceil(units.length / ABREAST) * ABREAST
  const hidden = new Float64Array(count * (standard.length + 1))
  const output = new Float64Array(count)
  output.set(outputs)
  units.forEach((weights, k) => {
    const start = (k - (k % ABREAST)) * weights.length + (k % ABREAST)
    weights.forEach((weight, i) => {
      hidden[start + i * ABREAST] = weight
    })
  })
  return { hidden, output }
}

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
  for (let k = 0, at = 0; k < output.length; k += ABREAST, at += (size + 1) * ABREAST) {
    const biases = at + size * ABREAST
    let a = hidden[biases] as number
    let b = hidden[biases + 1] as number
    let c = hidden[biases + 2] as number
    let d = hidden[biases + 3] as number
    for (let i = 0, w = at; i < size; i++, w += ABREAST) {
      const input = standard[i] as number
      a += (hidden[w] as number) * input
      b += (hidden[w + 1] as number) * input
      c += (hidden[w + 2] as number) * input
      d += (hidden[w + 3] as number) * input
    }
    sum += (output[k] as number) * Math.tanh(a)
    sum += (output[k + 1] as number) * Math.tanh(b)
    sum += (output[k + 2] as number) * Math.tanh(c)
    sum += (output[k + 3] as number) * Math.tanh(d)
  }
  return sum
}
