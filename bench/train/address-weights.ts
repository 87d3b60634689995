import { writeFileSync } from 'node:fs'
import { EVIDENCE, gatherEvidence } from '../../src/normalize/address/evidence.ts'
import { type Profile, profileOf } from '../../src/normalize/address/profile.ts'
import { parseAddress } from '../../src/normalize/address.ts'
import { relateDivisionSets } from '../../src/normalize/relate-divisions.ts'
import { hasData, readData, rowsOf } from '../quality/read-data.ts'

/** Fits the weights of the similarity of addresses to pairs that people judged, and says what they reach on unseen ones. */
const TARGET = new URL('../../src/normalize/address/weights.ts', import.meta.url)
/** Pulls weights towards 0, for evidence scaled to a standard deviation of 1. */
const RIDGE = 10
const STEPS = 12
const FOLDS = 5

interface Pair {
  /** Pairs of one address stay together, so that no fold has seen an address that it is tried on. */
  readonly group: number
  readonly isExact: boolean
  /** The evidence, scaled; '' shares too little to be weighed. */
  readonly evidence: Float64Array | undefined
}

if (!hasData()) throw new Error('the measuring data is not here: set GUIHU_DATA to its folder')
const raw = await readPairs()
const scale = scaleOf(raw)
const pairs = raw.map((pair) => ({ ...pair, evidence: pair.evidence && scale.apply(pair.evidence) }))

const unseen = pairs.map(() => 0)
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitWeights(pairs.filter(({ group }) => group % FOLDS !== fold))
  pairs.forEach((pair, i) => {
    if (pair.group % FOLDS === fold) unseen[i] = sumOf(weights, pair.evidence)
  })
}
const seen = fitWeights(pairs)
console.log('unseen addresses', bestF1(unseen))
console.log('all addresses', bestF1(pairs.map(({ evidence }) => sumOf(seen, evidence))))
write(scale.undo(seen))

async function readPairs(): Promise<Pair[]> {
  const profiles = new Map<string, Profile>()
  const profile = (text: string): Profile => {
    const known = profiles.get(text) ?? profileOf(parseAddress(text))
    profiles.set(text, known)
    return known
  }
  const groups = new Map<string, number>()
  return rowsOf(await readData('address_pairs.csv'))
    .filter(({ label }) => label !== 'partial')
    .map(({ a, b, label }) => {
      const [p, q] = [profile(String(a)), profile(String(b))]
      const out = new Float64Array(EVIDENCE.length)
      const isWeighed = gatherEvidence(p, q, relateDivisionSets(p.division, q.division), out)
      const group = groups.get(String(a)) ?? groups.size
      groups.set(String(a), group)
      return { group, isExact: label === 'exact', evidence: isWeighed ? out : undefined }
    })
}

/** Evidence with mean 0 and standard deviation 1, behind a constant 1 for the bias. */
function scaleOf(all: readonly Pair[]) {
  const rows = all.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]))
  const means = EVIDENCE.map((_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length)
  const deviations = EVIDENCE.map((_, k) =>
    Math.sqrt(rows.reduce((sum, row) => sum + ((row[k] ?? 0) - (means[k] ?? 0)) ** 2, 0) / rows.length),
  )
  return {
    apply: (row: Float64Array) =>
      Float64Array.from([1, ...means.map((mean, k) => ((row[k] ?? 0) - mean) / (deviations[k] || 1))]),
    undo: ([bias = 0, ...weights]: readonly number[]) => {
      const plain = weights.map((weight, k) => weight / (deviations[k] || 1))
      return [plain.reduce((sum, weight, k) => sum - weight * (means[k] ?? 0), bias), ...plain]
    },
  }
}

/** Logistic regression by Newton's method. */
function fitWeights(all: readonly Pair[]): number[] {
  const size = EVIDENCE.length + 1
  let weights: number[] = Array(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope: number[] = weights.map((weight, k) => (k === 0 ? 0 : -RIDGE * weight))
    const bend = weights.map((_, k) => weights.map((_, j) => (j === k && k > 0 ? RIDGE : 0)))
    for (const { evidence, isExact } of all) {
      if (evidence === undefined) continue
      const probability = 1 / (1 + Math.exp(-sumOf(weights, evidence)))
      const miss = (isExact ? 1 : 0) - probability
      const spread = probability * (1 - probability)
      for (let k = 0; k < size; k++) {
        const value = evidence[k] ?? 0
        slope[k] = (slope[k] ?? 0) + miss * value
        const row = bend[k] as number[]
        for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + spread * value * (evidence[j] ?? 0)
      }
    }
    const change = solve(bend, slope)
    weights = weights.map((weight, k) => weight + (change[k] ?? 0))
  }
  return weights
}

/** Gauss's elimination for a matrix that is symmetric and positive. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k] ?? 0])
  rows.forEach((pivot, k) => {
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1)
      for (let j = k; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    }
  })
  return rows.map((row, k) => (row.at(-1) ?? 0) / (row[k] ?? 1))
}

function sumOf(weights: readonly number[], evidence: Float64Array | undefined): number {
  if (evidence === undefined) return Number.NEGATIVE_INFINITY
  return weights.reduce((sum, weight, k) => sum + weight * (evidence[k] ?? 0), 0)
}

/** The best F1 that one threshold reaches, with its precision, recall and the similarity it lies at. */
function bestF1(sums: readonly number[]) {
  const exact = pairs.filter(({ isExact }) => isExact).length
  const order = sums.map((sum, i) => ({ sum, isExact: pairs[i]?.isExact })).sort((x, y) => y.sum - x.sum)
  let best = { f1: 0, precision: 0, recall: 0, similarity: 0 }
  let right = 0
  order.forEach(({ sum, isExact }, i) => {
    if (isExact) right++
    const f1 = (2 * right) / (i + 1 + exact)
    if (f1 > best.f1)
      best = { f1, precision: right / (i + 1), recall: right / exact, similarity: 1 / (1 + Math.exp(-sum)) }
  })
  return best
}

function write([bias = 0, ...weights]: readonly number[]): void {
  const lines = EVIDENCE.map((name, k) => `  ${name}: ${Number((weights[k] ?? 0).toFixed(2))},`)
  writeFileSync(
    TARGET,
    `import type { EvidenceName } from './evidence.ts'

/**
 * Weights of the evidence about two addresses, in natural log-odds. Logistic regression on pairs of addresses that people
 * judged: made by bench/train/address-weights.ts, do not edit.
 */
export const ADDRESS_WEIGHTS: Readonly<Record<EvidenceName, number>> = {
${lines.join('\n')}
}
export const ADDRESS_BIAS = ${Number(bias.toFixed(2))}
`,
  )
}
