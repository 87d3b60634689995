import type { RefittedComparison, RefittedLevel } from '../engine/train/refit-model.ts'
import type { TrainReport } from '../engine/train.ts'
import type { Language } from '../model/field-type.ts'
import { alignRows } from './pad.ts'

/** What was learned, for the terminal: the figures that changed, and what was too thin or did not settle. */
export function describeTraining(report: TrainReport, out: string, language: Language): string {
  const words = WORDS[language]
  const changed = report.comparisons.filter(({ levels }) => levels.some(isChanged))
  const kept = report.comparisons.filter(({ levels }) => levels.every(({ keepsM }) => keepsM)).map(nameOf)
  const keptU = report.comparisons.filter(({ levels }) => levels.every(({ keepsU }) => keepsU)).map(nameOf)
  const list = (names: readonly string[]) => names.join(language === 'zh' ? '，' : ', ')
  const lines = [
    report.method === 'em'
      ? words.em(n(report.records), n(report.randomPairs), usedOf(report).length, report.sessions.length)
      : words.labels(n(report.records), n(report.randomPairs), n(report.truePairs)),
    ...passedOver(report, 'thin', (names) => words.thin(list(names))),
    ...passedOver(report, 'unsettled', (names) => words.unsettled(list(names))),
    ...(changed.length === 0
      ? [words.nothing]
      : ['', ...alignRows([words.headings, ...changed.flatMap(rowsOf)], NUMERIC), '']),
    ...(kept.length > 0 && changed.length > 0 ? [words.keptM(list(kept))] : []),
    ...(keptU.length > 0 && changed.length > 0 ? [words.keptU(list(keptU))] : []),
    words.written(out),
  ]
  return `${lines.join('\n')}\n`
}

const NUMERIC = new Set([2, 3, 4, 5, 6, 7])
const n = (value: number) => value.toLocaleString('en')

function usedOf({ sessions }: TrainReport) {
  return sessions.filter(({ passedOver }) => passedOver === '')
}

function passedOver(
  { sessions }: TrainReport,
  why: 'thin' | 'unsettled',
  say: (names: readonly string[]) => string,
): string[] {
  const names = sessions.filter((session) => session.passedOver === why).map(({ rule }) => rule)
  return names.length === 0 ? [] : [say(names)]
}

function nameOf({ field, comparison }: RefittedComparison): string {
  return field === comparison ? field : `${field}.${comparison}`
}

function isChanged({ m, u, knownM, knownU }: RefittedLevel): boolean {
  return m !== knownM || u !== knownU
}

/** One line a level, with what it weighed and weighs; a star stands at a figure that too few pairs could change. */
function rowsOf(comparison: RefittedComparison): string[][] {
  return comparison.levels.map(({ level, m, u, knownM, knownU, keepsM, keepsU }, i) => [
    i === 0 ? nameOf(comparison) : '',
    level,
    figure(knownM),
    figure(m) + (keepsM ? '*' : ' '),
    figure(knownU),
    figure(u) + (keepsU ? '*' : ' '),
    weight(knownM, knownU),
    weight(m, u),
  ])
}

function figure(share: number): string {
  return share >= 0.001 ? share.toPrecision(3) : share.toExponential(1)
}

function weight(m: number, u: number): string {
  const bits = Math.log2(m) - Math.log2(u)
  return `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`
}

const WORDS = {
  zh: {
    em: (records: string, random: string, used: number, all: number) =>
      `无标注，用 ${records} 条记录重新估计：u 取自 ${random} 对随机记录，m 由 EM 得自 ${all} 条分组规则中的 ${used} 条。`,
    labels: (records: string, random: string, pairs: string) =>
      `按标注，用 ${records} 条记录重新估计：u 取自 ${random} 对不同客户的记录，m 取自 ${pairs} 对同一客户的记录。`,
    thin: (names: string) => `相同的记录太少，未采用：${names}。`,
    unsettled: (names: string) => `EM 未收敛，未采用：${names}。`,
    nothing: '记录太少，什么也没有改变：写出的模型与原来的相同。',
    headings: ['比较', '级别', '原 m', 'm ', '原 u', 'u ', '原权重', '权重'],
    keptM: (names: string) => `m 全部沿用原值：${names}。`,
    keptU: (names: string) => `u 全部沿用原值：${names}。`,
    written: (out: string) => `已写入 ${out}；用 --model ${out} 使用。* 表示记录太少，沿用原值或以其为限。`,
  },
  en: {
    em: (records: string, random: string, used: number, all: number) =>
      `Refitted on ${records} records without labels: u from ${random} random pairs, m by EM over ${used} of ${all} blocking rules.`,
    labels: (records: string, random: string, pairs: string) =>
      `Refitted on ${records} records by their labels: u from ${random} pairs of two customers, m from ${pairs} pairs of one.`,
    thin: (names: string) => `Too few matches, passed over: ${names}.`,
    unsettled: (names: string) => `EM did not converge, passed over: ${names}.`,
    nothing: 'There are too few records to learn from: the model written is the one it began with.',
    headings: ['comparison', 'level', 'old m', 'm ', 'old u', 'u ', 'old weight', 'weight'],
    keptM: (names: string) => `All of m stays for: ${names}.`,
    keptU: (names: string) => `All of u stays for: ${names}.`,
    written: (out: string) =>
      `Written to ${out}; use it with --model ${out}. A star marks what too few pairs reached: it stays, or stays within what they allow.`,
  },
} as const satisfies Record<Language, unknown>
