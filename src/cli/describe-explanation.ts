import { type Evidence, SISTERS } from '../engine/evidence.ts'
import type { Explanation } from '../engine/explain.ts'
import type { RecordInput } from '../engine/to-records.ts'
import type { Language } from '../model/field-type.ts'
import { alignRows, fitCells } from './pad.ts'

/** An explanation as a waterfall for the terminal: each step with the values seen, what it adds, and where that leads. */
export function describeExplanation(
  explanation: Explanation,
  left: RecordInput,
  right: RecordInput,
  language: Language,
): string {
  const words = WORDS[language]
  const { matchWeight, probability, verdict, whyNot, whatWouldTip } = explanation
  const lines = [
    `${words.left}  ${showRecord(left)}`,
    `${words.right}  ${showRecord(right)}`,
    '',
    ...alignRows([words.headings, ...stepsOf(explanation, language)], NUMERIC),
    '',
    words.total(signed(matchWeight), percent(probability)),
    words.verdict[verdict] + (whyNot === '' ? '' : words.because(whyNot)),
    ...(whatWouldTip.length > 0
      ? [
          words.tips,
          ...whatWouldTip.map(
            ({ text, matchWeight: weight, probability: chance }) =>
              `  · ${text}${words.reached(signed(weight), percent(chance))}`,
          ),
        ]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

/** The columns of weights. */
const NUMERIC = new Set([3, 4])
const TEXT_CELLS = 44
const VALUE_CELLS = 24
const RECORD_CELLS = 100

/** One line a step, the sum so far at its end. The rarity of a value is a step of its own. */
function stepsOf({ prior, evidence, sisters }: Explanation, language: Language): string[][] {
  const words = WORDS[language]
  let sum = 0
  const step = (text: string, left: string, right: string, weight: number): string[] => {
    sum += weight
    return [
      fitCells(text, TEXT_CELLS),
      fitCells(left, VALUE_CELLS),
      fitCells(right, VALUE_CELLS),
      signed(weight),
      signed(sum),
    ]
  }
  const describe = ({ text, left, right, level, matchWeight, rarity, isVeto }: Evidence): string[][] => {
    if (level === 'missing') return [[fitCells(text, TEXT_CELLS), '', '', '', '']]
    const plain = step(isVeto ? words.veto(text) : text, left, right, matchWeight - rarity)
    if (Math.abs(rarity) < LEAST_SHOWN) {
      sum += rarity
      return [plain]
    }
    return [plain, step(rarity > 0 ? words.rare : words.common, '', '', rarity)]
  }
  const rows = [step(words.prior, '', '', prior), ...evidence.flatMap(describe)]
  const isShown = Math.abs(sisters) >= LEAST_SHOWN || signed(sum) !== signed(sum + sisters)
  if (isShown) rows.push(step(SISTERS[language], '', '', sisters))
  return rows
}

/** Less than this is shown as nothing. */
const LEAST_SHOWN = 0.05

function showRecord(record: RecordInput): string {
  const cells = Object.entries(record).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [`${name}=${String(value)}`],
  )
  return fitCells(cells.join('  '), RECORD_CELLS)
}

function signed(weight: number): string {
  const digits = Math.abs(weight).toFixed(1)
  return `${weight < 0 && digits !== '0.0' ? '−' : '+'}${digits}`
}

/** Never rounded up to certainty, nor down to nothing. */
function percent(probability: number): string {
  if (probability > 0.9999) return '> 99.99%'
  if (probability < 0.0001) return '< 0.01%'
  return `${(Math.floor(probability * 10_000) / 100).toFixed(2)}%`
}

const WORDS = {
  zh: {
    left: '左',
    right: '右',
    headings: ['依据', '左', '右', '权重', '累计'],
    prior: '起点：任取两条记录',
    rare: '  └ 该值罕见',
    common: '  └ 该值常见',
    veto: (text: string) => `${text}（不可合并）`,
    total: (weight: string, chance: string) => `合计 ${weight}，概率 ${chance}`,
    verdict: { merge: '结论：合并', review: '结论：需人工确认', apart: '结论：不合并' },
    because: (text: string) => `。${text}`,
    tips: '什么会改变结论：',
    reached: (weight: string, chance: string) => `（${weight}，${chance}）`,
  },
  en: {
    left: 'left ',
    right: 'right',
    headings: ['evidence', 'left', 'right', 'weight', 'sum'],
    prior: 'to begin with: any two records',
    rare: '  └ a rare value',
    common: '  └ a common value',
    veto: (text: string) => `${text} (forbids a merge)`,
    total: (weight: string, chance: string) => `total ${weight}, probability ${chance}`,
    verdict: { merge: 'verdict: merge', review: 'verdict: a person should judge', apart: 'verdict: apart' },
    because: (text: string) => `; ${text}`,
    tips: 'what would change that:',
    reached: (weight: string, chance: string) => ` (${weight}, ${chance})`,
  },
} as const satisfies Record<Language, unknown>
