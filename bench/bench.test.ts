import { expect, test } from 'vitest'
import { compareReports } from './compare-reports.ts'
import figures from './figures.json' with { type: 'json' }
import { makeInputs } from './inputs.ts'
import { type BenchReport, type Figure, medianOf, rateOf } from './measure.ts'
import { measureRates } from './rates.ts'
import { slowEveryTime } from './slow-every-time.ts'

const report = (calibration: number, figures: readonly Figure[]): BenchReport => ({
  machine: { cpu: '', cores: 2, node: '', system: '' },
  records: 1000,
  seed: 1,
  calibration,
  figures,
})

test('a machine half as fast is no slower code', () => {
  const before = report(100, [
    { name: 'fold', unit: 'names', rate: 1000 },
    { name: 'whole', unit: 'records', rate: 500, peakMegabytes: 200 },
    { name: 'gone', unit: 'names', rate: 1 },
  ])
  const after = report(50, [
    { name: 'fold', unit: 'names', rate: 500 },
    { name: 'whole', unit: 'records', rate: 125, peakMegabytes: 400 },
    { name: 'new', unit: 'names', rate: 1 },
  ])
  expect(compareReports(before, after)).toEqual([
    { name: 'fold', ratio: 1 },
    { name: 'whole', ratio: 0.5 },
    { name: 'whole, peak', ratio: 0.5 },
    { name: 'gone', ratio: Number.NaN },
    { name: 'new', ratio: Number.NaN },
  ])
})

test('the same seed gives the same input, all cells distinct', () => {
  const inputs = makeInputs(3)
  expect(makeInputs(3)).toEqual(inputs)
  for (const cells of [inputs.names, inputs.addresses, inputs.phones, inputs.codes]) {
    expect(cells.length).toBeGreaterThan(1000)
    expect(new Set(cells).size).toBe(cells.length)
  }
})

test('every contest runs and has a rate', async () => {
  const all = makeInputs(1)
  const few = Object.fromEntries(Object.entries(all).map(([kind, cells]) => [kind, cells.slice(0, 100)]))
  const figures = await measureRates({ ...all, ...few }, 1, () => {})
  expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length)
  for (const { rate, plain } of figures) {
    expect(rate).toBeGreaterThan(0)
    expect(plain?.rate ?? 1).toBeGreaterThan(0)
  }
})

test('work that fails is no rate', async () => {
  const fail = () => {
    throw new Error('no')
  }
  await expect(rateOf([1], fail, 1)).rejects.toThrow('could not be measured')
})

test('a moment in which the machine was busy is no slower code', () => {
  const figure = (rate: number, calibration: number): Figure => ({
    name: 'fold',
    unit: 'names',
    rate,
    calibration,
  })
  const [{ ratio }] = compareReports(report(100, [figure(1000, 90)]), report(100, [figure(500, 45)]))
  expect(ratio).toBe(1)
})

test('only what is too slow in every round is slow, by the best of them', async () => {
  const rounds = [
    [
      ['fine', 0.9],
      ['once', 0.5],
      ['always', 0.4],
      ['gone', Number.NaN],
    ],
    [
      ['fine', 0.5],
      ['once', 0.8],
      ['always', 0.6],
    ],
    [
      ['once', 0.3],
      ['always', 0.5],
    ],
  ] as const
  let round = 0
  const measure = async () => rounds[round++].map(([name, ratio]) => ({ name, ratio }))
  expect(await slowEveryTime(3, measure)).toEqual([{ name: 'always', ratio: 0.6 }])
  expect(round).toBe(3)
})

test('once nothing is slow any more it is not measured again', async () => {
  const ratios = [0.5, 0.7, 0.1]
  let rounds = 0
  const measure = async () => [{ name: 'fine', ratio: ratios[rounds++] }]
  expect(await slowEveryTime(3, measure)).toEqual([])
  expect(rounds).toBe(2)
})

test('the figures that are committed are those of the check', () => {
  const names = figures.figures.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('whole: CSV to files')
  expect(figures.calibration).toBeGreaterThan(0)
})

test('the median', () => {
  expect(medianOf([3, 1, 2])).toBe(2)
  expect(medianOf([4, 1, 3, 2])).toBe(2)
})
