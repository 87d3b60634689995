import type { Accuracy } from '../engine/evaluate.ts'
import type { Evaluation } from '../engine/evaluate-crosswalk.ts'
import type { ErrorGroup } from '../engine/evaluation-errors.ts'
import type { Language } from '../model/field-type.ts'
import { alignRows, fitCells } from './pad.ts'

/** An evaluation for the terminal: the figures, the errors by kind with the worst of each, thresholds and reliability. */
export function describeEvaluation(evaluation: Evaluation, language: Language): string {
  const words = WORDS[language]
  const { pairs, bCubed } = evaluation
  const figures = alignRows(
    [
      words.figures,
      [
        words.pairs,
        ...accuracy(pairs),
        words.counts(n(pairs.truePositives), n(pairs.falsePositives), n(pairs.falseNegatives)),
      ],
      [words.bCubed, ...accuracy(bCubed)],
    ],
    new Set([1, 2, 3]),
  )
  const sections = [
    [words.records(n(evaluation.rowCount), evaluation.unlabelled, evaluation.missing)],
    figures,
    [
      words.customers(
        n(evaluation.predictedClusters),
        n(evaluation.trueClusters),
        n(evaluation.exactClusters),
      ),
    ],
    ...evaluation.errors
      .filter(({ customers }) => customers > 0)
      .map((group) => describeErrors(group, language)),
    ...describeThresholds(evaluation, language),
    ...describeReliability(evaluation, language),
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const n = (value: number) => value.toLocaleString('en')
/** Cut, not rounded: 1.0000 is perfect and nothing else is. */
const share = (value: number) => (Math.floor(value * 10_000 + 1e-9) / 10_000).toFixed(4)
const accuracy = ({ precision, recall, f1 }: Accuracy) => [precision, recall, f1].map(share)

const NAME_CELLS = 40
const PIECE_CELLS = 60

function describeErrors({ kind, customers, pairs, examples }: ErrorGroup, language: Language): string[] {
  const words = WORDS[language]
  const lines = examples.flatMap(({ customer, records, pairs: wrong, pieces }) => [
    `  ${words.example(fitCells(customer, NAME_CELLS), n(records), n(wrong))}`,
    ...pieces.map((piece) => {
      const more = piece.size - piece.records.length
      const list = piece.records.join(', ') + (more > 0 ? ` … +${n(more)}` : '')
      return `    ${piece.customer === '' ? '–' : fitCells(piece.customer, NAME_CELLS)}: ${fitCells(list, PIECE_CELLS)}`
    }),
  ])
  return [words.kinds[kind](n(customers), n(pairs)), ...lines]
}

function describeThresholds({ thresholds }: Evaluation, language: Language): string[][] {
  if (thresholds.length === 0) return []
  const words = WORDS[language]
  const rows = thresholds.map(({ probability, links, pairs, bCubed }) => [
    String(probability),
    n(links),
    ...accuracy(pairs),
    share(bCubed.f1),
  ])
  return [[words.thresholds, ...alignRows([words.thresholdHeadings, ...rows], ALL_NUMERIC)]]
}

function describeReliability({ reliability }: Evaluation, language: Language): string[][] {
  if (reliability.length === 0) return []
  const words = WORDS[language]
  const rows = reliability.map(({ from, to, links, trueLinks, expected }) => [
    `${from}–${to}`,
    n(links),
    share(expected),
    share(trueLinks / links),
  ])
  return [[words.reliability, ...alignRows([words.reliabilityHeadings, ...rows], ALL_NUMERIC)]]
}

const ALL_NUMERIC = new Set([0, 1, 2, 3, 4, 5])

const WORDS = {
  zh: {
    records: (rows: string, unlabelled: number, missing: number) =>
      `真值覆盖 ${rows} 条记录${unlabelled > 0 ? `；归户结果中另有 ${n(unlabelled)} 条不在真值中，不计` : ''}${missing > 0 ? `；真值中有 ${n(missing)} 条不在归户结果中，按单独成户计` : ''}。`,
    figures: ['', '精确率', '召回率', 'F1', ''],
    pairs: '按记录对',
    bCubed: 'B³',
    counts: (right: string, wrong: string, lost: string) =>
      `正确 ${right} 对，误并 ${wrong} 对，漏并 ${lost} 对`,
    customers: (found: string, real: string, exact: string) =>
      `归出 ${found} 个客户，真实 ${real} 个，完全一致 ${exact} 个。`,
    kinds: {
      mergedWrongly: (customers: string, pairs: string) =>
        `误并：${customers} 个客户混入了别的客户（${pairs} 对）`,
      split: (customers: string, pairs: string) => `漏并：${customers} 个客户被拆开（${pairs} 对）`,
      leftOut: (customers: string, pairs: string) =>
        `误弃：${customers} 个客户有记录被当作不是客户（${pairs} 对）`,
    },
    example: (customer: string, records: string, pairs: string) =>
      `■ ${customer}（${records} 条记录，${pairs} 对有误）`,
    thresholds: '换一个合并线会怎样（只按给出的连接，传递合并）：',
    thresholdHeadings: ['概率 ≥', '连接', '精确率', '召回率', 'F1', 'B³ F1'],
    reliability: '概率是否可信（每个连接单独看）：',
    reliabilityHeadings: ['概率', '连接', '应有', '实有'],
  },
  en: {
    records: (rows: string, unlabelled: number, missing: number) =>
      `The truth names ${rows} records${unlabelled > 0 ? `; ${n(unlabelled)} more of the crosswalk are not in it and do not count` : ''}${missing > 0 ? `; ${n(missing)} are not in the crosswalk and count as alone` : ''}.`,
    figures: ['', 'precision', 'recall', 'F1', ''],
    pairs: 'pairs',
    bCubed: 'B-cubed',
    counts: (right: string, wrong: string, lost: string) =>
      `${right} right, ${wrong} merged wrongly, ${lost} missed`,
    customers: (found: string, real: string, exact: string) =>
      `${found} customers found, ${real} true ones, ${exact} exactly right.`,
    kinds: {
      mergedWrongly: (customers: string, pairs: string) =>
        `Merged wrongly: ${customers} customers hold records of others (${pairs} pairs)`,
      split: (customers: string, pairs: string) =>
        `Split: ${customers} customers are in several pieces (${pairs} pairs)`,
      leftOut: (customers: string, pairs: string) =>
        `Left out: ${customers} customers have records taken for no customer (${pairs} pairs)`,
    },
    example: (customer: string, records: string, pairs: string) =>
      `■ ${customer} (${records} records, ${pairs} pairs wrong)`,
    thresholds: 'At another threshold (the links given, closed over chains):',
    thresholdHeadings: ['probability ≥', 'links', 'precision', 'recall', 'F1', 'B-cubed F1'],
    reliability: 'Whether probabilities mean what they say (each link for itself):',
    reliabilityHeadings: ['probability', 'links', 'expected', 'true'],
  },
} as const satisfies Record<Language, unknown>
