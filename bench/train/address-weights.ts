import { writeFileSync } from 'node:fs'
import { EVIDENCE, gatherEvidence } from '../../src/normalize/address/evidence.ts'
import { FARTHEST } from '../../src/normalize/address/network.ts'
import { type Profile, profileOf } from '../../src/normalize/address/profile.ts'
import { parseAddress } from '../../src/normalize/address.ts'
import { relateDivisionSets } from '../../src/normalize/relate-divisions.ts'
import { hasData, readData, rowsOf } from '../quality/read-data.ts'
import { joinNetworks, judgeWith, type TrainedNetwork, trainNetwork } from './train-network.ts'

/**
 * Trains the network behind the similarity of addresses on pairs that people judged, says what it reaches on unseen
 * addresses, and writes its weights. Pairs judged to be one place in part are a class of their own: what tells them from
 * the other two helps to tell those apart.
 */
const TARGET = new URL('../../src/normalize/address/weights.ts', import.meta.url)
const FOLDS = 5
/** Networks that differ in where they start; the one that is written says what they say on average. */
const NETWORKS = 2
const OPTIONS = { units: 16, epochs: 15, batch: 64, rate: 0.002, decay: 0.004 }
const LABELS = ['none', 'partial', 'exact']

interface Pair {
  /** Pairs that share an address, be it through others, stay together: no fold has seen an address that it is tried on. */
  readonly group: number
  readonly label: number
  /** The evidence; undefined when too little is shared to be judged. */
  readonly evidence: Float64Array | undefined
}

if (!hasData()) throw new Error('the measuring data is not here: set GUIHU_DATA to its folder')
const pairs = await readPairs()
const isWritten = !process.argv.includes('--dry-run')
const unseen = pairs.map(() => Number.NEGATIVE_INFINITY)
for (let fold = 0; fold < FOLDS; fold++) {
  const judge = train(pairs.filter(({ group }) => group % FOLDS !== fold)).judge
  pairs.forEach(({ group, evidence }, i) => {
    if (group % FOLDS === fold && evidence !== undefined) unseen[i] = judge(evidence)
  })
}
console.log('unseen addresses', bestF1(unseen))
if (isWritten) {
  const { scale, network } = train(pairs)
  write(scale, network)
}

async function readPairs(): Promise<Pair[]> {
  const profiles = new Map<string, Profile>()
  const profile = (text: string): Profile => {
    const known = profiles.get(text) ?? profileOf(parseAddress(text))
    profiles.set(text, known)
    return known
  }
  const rows = rowsOf(await readData('address_pairs.csv')).map(({ a, b, label }) => ({
    a: String(a),
    b: String(b),
    label: LABELS.indexOf(String(label)),
  }))
  const groups = groupRows(rows)
  return rows.map(({ a, b, label }, i) => {
    const [p, q] = [profile(a), profile(b)]
    const evidence = new Float64Array(EVIDENCE.length)
    const isJudged = gatherEvidence(p, q, relateDivisionSets(p.division, q.division), evidence)
    return { group: groups[i]!, label, evidence: isJudged ? evidence : undefined }
  })
}

/** A number per row, the same for rows that are connected by addresses. */
function groupRows(rows: readonly { readonly a: string; readonly b: string }[]): number[] {
  const above = new Map<string, string>()
  const rootOf = (text: string): string => {
    let root = text
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next
    return root
  }
  for (const { a, b } of rows) {
    const [x, y] = [rootOf(a), rootOf(b)]
    if (x !== y) above.set(x, y)
  }
  const numbers = new Map<string, number>()
  return rows.map(({ a }) => {
    const root = rootOf(a)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

interface Scale {
  readonly means: readonly number[]
  /** One over the standard deviation. */
  readonly scales: readonly number[]
}

function scaleOf(rows: readonly Float64Array[]): Scale {
  const means = EVIDENCE.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length)
  const scales = EVIDENCE.map((_, k) => {
    const variance = rows.reduce((sum, row) => sum + (row[k]! - means[k]!) ** 2, 0) / rows.length
    return variance === 0 ? 0 : 1 / Math.sqrt(variance)
  })
  return { means, scales }
}

function standardise({ means, scales }: Scale, row: Float64Array): Float64Array {
  return row.map((value, k) => Math.max(-FARTHEST, Math.min(FARTHEST, (value - means[k]!) * scales[k]!)))
}

function train(all: readonly Pair[]) {
  const judged = all.flatMap(({ evidence, label }) => (evidence === undefined ? [] : [{ evidence, label }]))
  const scale = scaleOf(judged.filter(({ label }) => label !== 1).map(({ evidence }) => evidence))
  const examples = judged.map(({ evidence, label }) => ({ inputs: standardise(scale, evidence), label }))
  const networks = Array.from({ length: NETWORKS }, (_, seed) => trainNetwork(examples, { ...OPTIONS, seed }))
  const network = joinNetworks(networks)
  return {
    scale,
    network,
    judge: (evidence: Float64Array) => judgeWith(network, standardise(scale, evidence)),
  }
}

/** The best F1 that one threshold reaches on exact and none, with its precision, recall and the similarity it lies at. */
function bestF1(sums: readonly number[]) {
  const order = pairs.flatMap(({ label }, i) =>
    label === 1 ? [] : [{ sum: sums[i]!, isExact: label === 2 }],
  )
  const exact = order.filter(({ isExact }) => isExact).length
  let best = { f1: 0, precision: 0, recall: 0, similarity: 0 }
  let right = 0
  order
    .sort((x, y) => y.sum - x.sum)
    .forEach(({ sum, isExact }, i) => {
      if (isExact) right++
      const f1 = (2 * right) / (i + 1 + exact)
      if (f1 > best.f1)
        best = { f1, precision: right / (i + 1), recall: right / exact, similarity: 1 / (1 + Math.exp(-sum)) }
    })
  return best
}

function write({ means, scales }: Scale, { hidden, output, bias }: TrainedNetwork): void {
  const rounded = (list: Iterable<number>): string =>
    [...list].map((value) => String(Number(value.toFixed(3)))).join(' ')
  writeFileSync(
    TARGET,
    `// Made by bench/train/address-weights.ts from pairs of addresses that people judged. Do not edit.

/** The mean of each piece of evidence and one over its standard deviation, in the order of \`EVIDENCE\`. */
export const MEANS = \`${rounded(means)}\`
export const SCALES = \`${rounded(scales)}\`

/** A line a hidden unit: the weights of the evidence, then the bias. */
export const HIDDEN = \`
${hidden.map(rounded).join('\n')}
\`
/** What each hidden unit adds to the log-odds. */
export const OUTPUT = \`${rounded(output)}\`
export const BIAS = ${Number(bias.toFixed(3))}
`,
  )
}
