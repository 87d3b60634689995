/** A network with one hidden layer, trained on rows of three classes; deterministic, the same bytes on every run. */

export interface Example {
  readonly inputs: Float64Array
  /** 0 none, 1 in part, 2 the same place. */
  readonly label: number
}

export interface TrainedNetwork {
  /** Weights of the inputs in each hidden unit, then its bias. */
  readonly hidden: readonly Float64Array[]
  /** What each hidden unit adds to the log-odds of the same place against none. */
  readonly output: Float64Array
  readonly bias: number
}

export interface TrainingOptions {
  readonly units: number
  readonly epochs: number
  readonly batch: number
  readonly rate: number
  readonly decay: number
  readonly seed: number
}

const CLASSES = 3

/** Mulberry32: numbers from 0 to 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** All weights in one array: hidden units with their biases, then classes with theirs. */
function createWeights(inputs: number, units: number, random: () => number): Float64Array {
  const weights = new Float64Array(units * (inputs + 1) + CLASSES * (units + 1))
  for (let k = 0; k < units; k++)
    for (let i = 0; i < inputs; i++) weights[k * (inputs + 1) + i] = gaussian(random) / Math.sqrt(inputs)
  for (let c = 0; c < CLASSES; c++)
    for (let k = 0; k < units; k++)
      weights[units * (inputs + 1) + c * (units + 1) + k] = gaussian(random) / (2 * Math.sqrt(units))
  return weights
}

/** Adds the slope of the loss at one example to `slope`. */
function addSlope(
  weights: Float64Array,
  slope: Float64Array,
  { inputs, label }: Example,
  units: number,
): void {
  const width = inputs.length + 1
  const classes = units * width
  const activities = new Float64Array(units)
  for (let k = 0; k < units; k++) {
    let sum = weights[k * width + inputs.length]!
    for (let i = 0; i < inputs.length; i++) sum += weights[k * width + i]! * inputs[i]!
    activities[k] = Math.tanh(sum)
  }
  const scores = [0, 1, 2].map((c) => {
    let sum = weights[classes + c * (units + 1) + units]!
    for (let k = 0; k < units; k++) sum += weights[classes + c * (units + 1) + k]! * activities[k]!
    return Math.exp(sum)
  })
  const total = scores.reduce((sum, score) => sum + score, 0)
  const back = new Float64Array(units)
  scores.forEach((score, c) => {
    const error = score / total - (c === label ? 1 : 0)
    const row = classes + c * (units + 1)
    for (let k = 0; k < units; k++) {
      slope[row + k]! += error * activities[k]!
      back[k]! += error * weights[row + k]!
    }
    slope[row + units]! += error
  })
  for (let k = 0; k < units; k++) {
    const error = back[k]! * (1 - activities[k]! ** 2)
    for (let i = 0; i < inputs.length; i++) slope[k * width + i]! += error * inputs[i]!
    slope[k * width + inputs.length]! += error
  }
}

/** Minimises cross-entropy by Adam, with a rate that falls to 0 and weights that are pulled towards 0. */
export function trainNetwork(examples: readonly Example[], options: TrainingOptions): TrainedNetwork {
  const { units, epochs, batch, rate, decay, seed } = options
  const random = createRandom(seed)
  const inputs = examples[0]?.inputs.length ?? 0
  const weights = createWeights(inputs, units, random)
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  const slope = new Float64Array(weights.length)
  const order = Uint32Array.from(examples, (_, i) => i)
  const perEpoch = Math.floor(order.length / batch)
  for (let step = 1; step <= epochs * perEpoch; step++) {
    const place = (step - 1) % perEpoch
    if (place === 0) shuffle(order, random)
    slope.fill(0)
    for (let i = 0; i < batch; i++) addSlope(weights, slope, examples[order[place * batch + i]!]!, units)
    const now = rate * (1 - step / (epochs * perEpoch + 1))
    for (let i = 0; i < weights.length; i++) {
      const g = slope[i]! / batch + (isBias(i, inputs, units) ? 0 : decay * weights[i]!)
      first[i] = 0.9 * first[i]! + 0.1 * g
      second[i] = 0.999 * second[i]! + 0.001 * g * g
      const scaled = first[i]! / (1 - 0.9 ** step)
      weights[i]! -= (now * scaled) / (Math.sqrt(second[i]! / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return takeApart(weights, inputs, units)
}

const isBias = (i: number, inputs: number, units: number): boolean =>
  i < units * (inputs + 1) ? i % (inputs + 1) === inputs : (i - units * (inputs + 1)) % (units + 1) === units

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}

function takeApart(weights: Float64Array, inputs: number, units: number): TrainedNetwork {
  const width = inputs + 1
  const none = units * width
  const same = none + 2 * (units + 1)
  return {
    hidden: Array.from({ length: units }, (_, k) => weights.slice(k * width, (k + 1) * width)),
    output: Float64Array.from({ length: units }, (_, k) => weights[same + k]! - weights[none + k]!),
    bias: weights[same + units]! - weights[none + units]!,
  }
}

/** Several networks as one, which says what they say on average. */
export function joinNetworks(networks: readonly TrainedNetwork[]): TrainedNetwork {
  const share = 1 / networks.length
  return {
    hidden: networks.flatMap(({ hidden }) => hidden),
    output: Float64Array.from(networks.flatMap(({ output }) => [...output].map((weight) => weight * share))),
    bias: networks.reduce((sum, { bias }) => sum + bias * share, 0),
  }
}

/** The log-odds of the same place against none. */
export function judgeWith({ hidden, output, bias }: TrainedNetwork, inputs: Float64Array): number {
  let sum = bias
  hidden.forEach((weights, k) => {
    let activity = weights[inputs.length]!
    for (let i = 0; i < inputs.length; i++) activity += weights[i]! * inputs[i]!
    sum += output[k]! * Math.tanh(activity)
  })
  return sum
}
