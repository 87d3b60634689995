import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateClusters, evaluatePairs } from './evaluate.ts'

/** Pair by pair and row by row, straight from the definitions. */
function slowEvaluation(predicted: number[], truth: number[]) {
  const rows = predicted.map((_, row) => row)
  const pairs = rows.flatMap((l) => rows.slice(l + 1).map((r) => [l, r]))
  const claimed = pairs.filter(([l, r]) => predicted[l] === predicted[r])
  const existing = pairs.filter(([l, r]) => truth[l] === truth[r])
  const truePositives = claimed.filter(([l, r]) => truth[l] === truth[r]).length
  const members = (labels: number[], row: number) => rows.filter((other) => labels[other] === labels[row])
  const both = (row: number) => members(predicted, row).filter((other) => truth[other] === truth[row])
  const mean = (share: (row: number) => number) =>
    rows.length === 0 ? 1 : rows.reduce((sum, row) => sum + share(row), 0) / rows.length
  const severalOf = (labels: number[], others: number[]) =>
    new Set(
      rows
        .filter((row) => members(labels, row).some((other) => others[other] !== others[row]))
        .map((row) => labels[row]),
    )
  return {
    truePositives,
    falsePositives: claimed.length - truePositives,
    falseNegatives: existing.length - truePositives,
    precision: claimed.length === 0 ? 1 : truePositives / claimed.length,
    recall: existing.length === 0 ? 1 : truePositives / existing.length,
    bCubedPrecision: mean((row) => both(row).length / members(predicted, row).length),
    bCubedRecall: mean((row) => both(row).length / members(truth, row).length),
    mixed: severalOf(predicted, truth).size,
    split: severalOf(truth, predicted).size,
  }
}

const labels = fc.oneof(
  fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 30 }),
  fc.array(fc.tuple(fc.constantFrom(0, 7, 2 ** 32 - 1, 2 ** 31), fc.nat({ max: 2 ** 32 - 1 })), {
    maxLength: 30,
  }),
)

describe('evaluateClusters', () => {
  test('agrees with the definitions', () => {
    fc.assert(
      fc.property(labels, (rows) => {
        const predicted = rows.map(([label]) => label)
        const truth = rows.map(([, label]) => label)
        const slow = slowEvaluation(predicted, truth)
        const fast = evaluateClusters(Uint32Array.from(predicted), Uint32Array.from(truth))
        expect(fast.pairs).toMatchObject({
          truePositives: slow.truePositives,
          falsePositives: slow.falsePositives,
          falseNegatives: slow.falseNegatives,
          precision: slow.precision,
          recall: slow.recall,
        })
        expect(fast.bCubed.precision).toBeCloseTo(slow.bCubedPrecision, 12)
        expect(fast.bCubed.recall).toBeCloseTo(slow.bCubedRecall, 12)
        expect(fast.mixedClusters).toBe(slow.mixed)
        expect(fast.splitClusters).toBe(slow.split)
        expect(fast.predictedClusters).toBe(new Set(predicted).size)
        expect(fast.trueClusters).toBe(new Set(truth).size)
      }),
    )
  })

  test('the truth itself is perfect, whatever the labels are called', () => {
    const truth = Uint32Array.of(3, 3, 9, 4, 9)
    const renamed = Uint32Array.of(1, 1, 0, 2, 0)
    expect(evaluateClusters(renamed, truth)).toEqual({
      rowCount: 5,
      predictedClusters: 3,
      trueClusters: 3,
      exactClusters: 3,
      mixedClusters: 0,
      splitClusters: 0,
      pairs: { precision: 1, recall: 1, f1: 1, truePositives: 2, falsePositives: 0, falseNegatives: 0 },
      bCubed: { precision: 1, recall: 1, f1: 1 },
    })
  })

  test('a worked case: one customer split, two mixed', () => {
    // Predicted {0,1,2,3} {4}; true {0,1} {2} {3,4}.
    const { pairs, bCubed, ...counts } = evaluateClusters(
      Uint32Array.of(1, 1, 1, 1, 2),
      Uint32Array.of(1, 1, 2, 3, 3),
    )
    expect(counts).toEqual({
      rowCount: 5,
      predictedClusters: 2,
      trueClusters: 3,
      exactClusters: 0,
      mixedClusters: 1,
      splitClusters: 1,
    })
    expect(pairs).toMatchObject({ truePositives: 1, falsePositives: 5, falseNegatives: 1 })
    expect(pairs.precision).toBeCloseTo(1 / 6)
    expect(pairs.recall).toBeCloseTo(1 / 2)
    expect(bCubed.precision).toBeCloseTo((0.5 + 0.5 + 0.25 + 0.25 + 1) / 5)
    expect(bCubed.recall).toBeCloseTo((1 + 1 + 1 + 0.5 + 0.5) / 5)
  })

  test('no rows, and nothing merged where nothing is to be merged, are perfect', () => {
    expect(evaluateClusters(new Uint32Array(), new Uint32Array()).pairs.f1).toBe(1)
    const apart = evaluateClusters(Uint32Array.of(0, 1), Uint32Array.of(0, 1))
    expect(apart.pairs).toMatchObject({ precision: 1, recall: 1, f1: 1 })
  })

  test('one cluster of all rows counts pairs beyond 2^32', () => {
    const rows = 200_000
    const { pairs } = evaluateClusters(new Uint32Array(rows), new Uint32Array(rows))
    expect(pairs.truePositives).toBe((rows * (rows - 1)) / 2)
  })

  test('labels of different length are a mistake of the caller', () => {
    expect(() => evaluateClusters(new Uint32Array(2), new Uint32Array(3))).toThrow(RangeError)
  })
})

describe('evaluatePairs', () => {
  test('counts links as they are, and a chain is not closed', () => {
    const truth = Uint32Array.of(0, 0, 0, 1)
    const links = { left: Uint32Array.of(0, 2, 3), right: Uint32Array.of(1, 1, 0) }
    expect(evaluatePairs(links, truth)).toMatchObject({
      truePositives: 2,
      falsePositives: 1,
      falseNegatives: 1,
      precision: 2 / 3,
      recall: 2 / 3,
    })
  })

  test('all pairs of a clustering as links give the pair figures of the clustering', () => {
    fc.assert(
      fc.property(labels, (rows) => {
        const predicted = Uint32Array.from(rows, ([label]) => label)
        const truth = Uint32Array.from(rows, ([, label]) => label)
        const left: number[] = []
        const right: number[] = []
        for (let l = 0; l < rows.length; l++) {
          for (let r = l + 1; r < rows.length; r++) {
            if (predicted[l] !== predicted[r]) continue
            left.push(r)
            right.push(l)
          }
        }
        const links = { left: Uint32Array.from(left), right: Uint32Array.from(right) }
        expect(evaluatePairs(links, truth)).toEqual(evaluateClusters(predicted, truth).pairs)
      }),
    )
  })

  test('a link of a row with itself says nothing; a row beyond the truth is a mistake', () => {
    const truth = Uint32Array.of(0, 0)
    const self = { left: Uint32Array.of(1), right: Uint32Array.of(1) }
    expect(evaluatePairs(self, truth)).toMatchObject({
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 1,
    })
    expect(() => evaluatePairs({ left: Uint32Array.of(0), right: Uint32Array.of(2) }, truth)).toThrow(
      RangeError,
    )
    expect(() => evaluatePairs({ left: Uint32Array.of(0), right: new Uint32Array() }, truth)).toThrow(
      RangeError,
    )
  })
})
