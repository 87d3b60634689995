import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchWeightOf } from '../model/model.ts'
import { evaluateClusters } from './evaluate.ts'
import { evaluate } from './evaluate-crosswalk.ts'

type Row = Readonly<Record<string, string | number>>

const crosswalkOf = (customers: Readonly<Record<string, string>>): Row[] =>
  Object.entries(customers).map(([record_id, customer_id]) => ({ record_id, customer_id }))
const truthOf = (customers: Readonly<Record<string, string>>): Row[] =>
  Object.entries(customers).map(([id, customer]) => ({ id, customer }))

describe('evaluate', () => {
  test('is the evaluation of the labels, whatever they are called and in whatever order they come', () => {
    const labels = fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙', ''), fc.constantFrom('A', 'B', 'C')), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(labels, (rows) => {
        const crosswalk = rows.map(([customer_id], i) => ({ record_id: i, customer_id }))
        const truth = rows.map(([, customer], i) => ({ id: i, customer })).reverse()
        const found = evaluate(crosswalk, truth)
        const numbers = (name: (i: number) => string) => {
          const names = rows.map((_, i) => name(i))
          return Uint32Array.from(names, (text) => names.indexOf(text))
        }
        const slow = evaluateClusters(
          numbers((i) => rows[i][0] || `alone ${i}`),
          numbers((i) => rows[i][1]),
        )
        const { bCubed, ...counts } = slow
        expect(found).toMatchObject(counts)
        // Its sums are taken in the order of rows.
        for (const figure of ['precision', 'recall', 'f1'] as const)
          expect(found.bCubed[figure]).toBeCloseTo(bCubed[figure], 12)
      }),
    )
  })

  test('the columns of a truth may be called otherwise; a source tells equal ids apart', () => {
    const crosswalk = ['营销', '财务'].flatMap((source) =>
      ['1', '2'].map((record_id) => ({ record_id, source, customer_id: `C${record_id}` })),
    )
    const truth = crosswalk.map(({ record_id, source }) => ({
      编号: record_id,
      来源: source,
      entity_id: `E${record_id}`,
    }))
    expect(evaluate(crosswalk, truth)).toMatchObject({
      rowCount: 4,
      exactClusters: 2,
      unlabelled: 0,
      missing: 0,
    })
  })

  test('records in one of the two only are counted: what the truth lacks is not measured, what the crosswalk lacks is alone', () => {
    const found = evaluate(crosswalkOf({ a: 'C1', b: 'C1', x: 'C1' }), truthOf({ a: 'E1', b: 'E1', c: 'E1' }))
    expect(found).toMatchObject({ rowCount: 3, unlabelled: 1, missing: 1 })
    expect(found.pairs).toMatchObject({ truePositives: 1, falsePositives: 0, falseNegatives: 2 })
  })

  describe('errors by kind', () => {
    const found = evaluate(
      crosswalkOf({ a: 'C1', b: 'C1', c: 'C1', d: 'C2', e: 'C2', f: 'C3', g: '', h: 'C4', i: 'C5' }),
      truthOf({ a: 'E1', b: 'E1', c: 'E2', d: 'E2', e: 'E3', f: 'E4', g: 'E4', h: 'E5', i: 'E5' }),
    )
    const kind = (name: string) => found.errors.find((group) => group.kind === name)

    test('merged wrongly: the worst first, with the customers that are in it', () => {
      expect(kind('mergedWrongly')).toEqual({
        kind: 'mergedWrongly',
        customers: 2,
        pairs: 3,
        examples: [
          {
            customer: 'C1',
            records: 3,
            pairs: 2,
            pieces: [
              { customer: 'E1', size: 2, records: ['a', 'b'] },
              { customer: 'E2', size: 1, records: ['c'] },
            ],
          },
          expect.objectContaining({ customer: 'C2', pairs: 1 }),
        ],
      })
    })

    test('split, and left out as no customer: apart from each other, and together all that was missed', () => {
      expect(kind('split')).toMatchObject({ customers: 2, pairs: 2 })
      expect(kind('split')?.examples.map(({ customer }) => customer)).toEqual(['E2', 'E5'])
      expect(kind('leftOut')).toMatchObject({ customers: 1, pairs: 1 })
      expect(kind('leftOut')?.examples[0].pieces).toEqual([{ customer: '', size: 1, records: ['g'] }])
      expect(found.pairs.falseNegatives).toBe(3)
      expect(found.pairs.falsePositives).toBe(3)
    })

    test('as many examples as were asked for', () => {
      const crosswalk = crosswalkOf({ a: 'C1', b: 'C1', c: 'C2', d: 'C2' })
      const truth = truthOf({ a: 'E1', b: 'E2', c: 'E3', d: 'E4' })
      const [{ examples, customers }] = evaluate(crosswalk, truth, { examples: 1 }).errors
      expect([examples.length, customers]).toEqual([1, 2])
    })
  })

  describe('links', () => {
    const truth = truthOf({ a: 'E1', b: 'E1', c: 'E1', d: 'E2', e: 'E3' })
    const crosswalk = crosswalkOf({ a: 'C1', b: 'C1', c: 'C1', d: 'C1', e: 'C2' })
    const link = (left_id: string, right_id: string, probability: number) => ({
      left_id,
      right_id,
      weight: matchWeightOf(probability),
    })

    test('by threshold, closed over chains; thresholds that add no link are passed over', () => {
      const links = [link('a', 'b', 0.9995), link('b', 'c', 0.96), link('c', 'd', 0.92), link('a', 'x', 0.99)]
      const { thresholds } = evaluate(crosswalk, truth, { links: [links] })
      expect(thresholds.map(({ probability, links }) => [probability, links])).toEqual([
        [0.9, 3],
        [0.95, 2],
        [0.999, 1],
      ])
      expect(thresholds[0].pairs).toMatchObject({ precision: 0.5, recall: 1 })
      expect(thresholds[1].pairs).toMatchObject({ precision: 1, recall: 1, truePositives: 3 })
      expect(thresholds[2].pairs).toMatchObject({ precision: 1, truePositives: 1 })
    })

    test('by band of probability, each link for itself; several lists count as one', () => {
      const { reliability } = evaluate(crosswalk, truth, {
        links: [[link('a', 'b', 0.97), link('c', 'd', 0.98)], [link('d', 'e', 0.6)]],
      })
      expect(reliability).toEqual([
        { from: 0.5, to: 0.8, links: 1, trueLinks: 0, expected: expect.closeTo(0.6, 9) },
        { from: 0.95, to: 0.99, links: 2, trueLinks: 1, expected: expect.closeTo(0.975, 9) },
      ])
    })

    test('a chain of certain links counts in the last band', () => {
      const { reliability, thresholds } = evaluate(crosswalk, truth, {
        links: [[{ ...link('a', 'b', 0.5), weight: 2000 }]],
      })
      expect(reliability).toEqual([{ from: 0.9999, to: 1, links: 1, trueLinks: 1, expected: 1 }])
      expect(thresholds.map(({ probability }) => probability)).toEqual([0.99999])
    })
  })

  test.each<[string, Row[], Row[], RegExp]>([
    [
      'no records',
      [{ a: 1, customer_id: 'C' }],
      truthOf({ a: 'E' }),
      /^the crosswalk has no column of records: record_id or id is wanted \(columns: a, customer_id\)$/,
    ],
    [
      'no customers',
      crosswalkOf({ a: 'C' }),
      [{ id: 'a', name: 'x' }],
      /^the truth has no column of customers: .* \(columns: id, name\)$/,
    ],
    [
      'two customers of one record',
      crosswalkOf({ a: 'C' }),
      [
        { id: 'a', customer: 'E1' },
        { id: 'a', customer: 'E2' },
      ],
      /^the truth gives record a two customers: E1 and E2$/,
    ],
    [
      'nothing in common',
      crosswalkOf({ a: 'C' }),
      truthOf({ b: 'E' }),
      /^no record of the truth is in the crosswalk \(the truth has b, the crosswalk a\)$/,
    ],
    [
      'ids of several sources',
      [
        { record_id: 'a', source: 's', customer_id: 'C' },
        { record_id: 'a', source: 't', customer_id: 'D' },
      ],
      truthOf({ a: 'E' }),
      /^record a stands in the crosswalk more than once: the truth needs a column source/,
    ],
    ['no records at all', [], [], /^the crosswalk has no column of records/],
  ])('%s: one sentence', (_, crosswalk, truth, sentence) => {
    expect(() => evaluate(crosswalk, truth)).toThrow(
      expect.objectContaining({ name: 'TruthError', message: expect.stringMatching(sentence) }),
    )
  })

  test('links without weights, or with weights that are none: one sentence', () => {
    const [crosswalk, truth] = [crosswalkOf({ a: 'C', b: 'C' }), truthOf({ a: 'E', b: 'E' })]
    const withLinks = (row: Row) => () => evaluate(crosswalk, truth, { links: [[row]] })
    expect(withLinks({ left_id: 'a', right_id: 'b' })).toThrow(/^the list of links has no column of weight/)
    expect(withLinks({ left_id: 'a', right_id: 'b', weight: '很大' })).toThrow(
      'the list of links has "很大" as the weight of a and b',
    )
  })

  test('the same record twice with the same customer is said once', () => {
    expect(
      evaluate(crosswalkOf({ a: 'C' }), [
        { id: 'a', customer: 'E' },
        { id: 'a', customer: 'E' },
      ]),
    ).toMatchObject({ rowCount: 1 })
  })
})
