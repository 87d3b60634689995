import type { DedupeResult } from '../engine/build-result.ts'
import type { Language } from '../model/field-type.ts'

/** What to print, and how long the run took. */
export interface SummaryOptions {
  readonly language: Language
  readonly out: string
  readonly show: number
  readonly find?: string
  readonly seconds: number
}

/** The result for a person: the figures, some customers with the reasons why their records are one, and what to look at. */
export function summarise(result: DedupeResult, options: SummaryOptions): string {
  const words = WORDS[options.language]
  const { report } = result
  const merged = report.records - report.junk.rows - report.customers
  const lines = [
    words.counts(report.records, report.customers, merged, report.junk.rows),
    words.open(report.review, report.relations),
    ...noteProblems(result, options.language),
    '',
    ...describeCustomers(result, options).flatMap((lines) => [...lines, '']),
    words.written(options.out, options.seconds, process.resourceUsage().maxRSS / 1024),
  ]
  return `${lines.join('\n')}\n`
}

const WORDS = {
  zh: {
    counts: (records: number, customers: number, merged: number, junk: number) =>
      `${format(records)} 条记录，归为 ${format(customers)} 个客户：合并掉 ${format(merged)} 条重复${junk > 0 ? `，另有 ${format(junk)} 条不是客户（见 junk）` : ''}。`,
    open: (review: number, relations: number) =>
      `${format(review)} 对需人工确认（见 review），${format(relations)} 对有关联（见 relations）。`,
    problems: (text: string) => `输入中的问题（见 report.json）：${text}。`,
    columns: (text: string) => `列的识别：${text}。`,
    written: (out: string, seconds: number, megabytes: number) =>
      `已写入 ${out}，用时 ${seconds.toFixed(1)} 秒，内存峰值 ${megabytes.toFixed(0)} MB。`,
    customer: (id: string, name: string, records: number) => `■ ${name}（${id}，${records} 条记录）`,
    reason: (left: string, right: string, text: string) => `${left} ＝ ${right}：${text}`,
  },
  en: {
    counts: (records: number, customers: number, merged: number, junk: number) =>
      `${format(records)} records are ${format(customers)} customers: ${format(merged)} duplicates merged${junk > 0 ? `, ${format(junk)} rows are no customers (see junk)` : ''}.`,
    open: (review: number, relations: number) =>
      `${format(review)} pairs for a person to judge (see review), ${format(relations)} pairs related (see relations).`,
    problems: (text: string) => `Odd in the input (see report.json): ${text}.`,
    columns: (text: string) => `Columns: ${text}.`,
    written: (out: string, seconds: number, megabytes: number) =>
      `Written to ${out} in ${seconds.toFixed(1)} s, peak memory ${megabytes.toFixed(0)} MB.`,
    customer: (id: string, name: string, records: number) => `■ ${name} (${id}, ${records} records)`,
    reason: (left: string, right: string, text: string) => `${left} = ${right}: ${text}`,
  },
} as const

function noteProblems({ report }: DedupeResult, language: Language): string[] {
  const words = WORDS[language]
  const columns = report.columns
    .filter(({ role }) => role !== '')
    .map(({ name, role }) => `${name} → ${role}`)
  const problems = Object.entries(report.problems.counts).map(([code, count]) => `${code} ${format(count)}`)
  return [
    words.columns(columns.join(language === 'zh' ? '，' : ', ')),
    ...(problems.length > 0 ? [words.problems(problems.join(', '))] : []),
  ]
}

/** The customers to print: those whose names contain the text looked for, or some that were typed in most ways. */
function describeCustomers(result: DedupeResult, { show, find, language }: SummaryOptions): string[][] {
  const { headings } = result.customers
  const at = (name: string) => headings.indexOf(name)
  const namesOf = (row: Row) => String(row[at('all_names')])
  if (find === undefined && show === 0) return []
  const chosen =
    find === undefined
      ? mostVaried(result, show, (row) => namesOf(row).split(' | ').length)
      : customersWith(result, (row) => namesOf(row).includes(find))
  const reasons = reasonsOf(result, WORDS[language].reason, new Set(chosen.map(({ customer }) => customer)))
  return chosen.map(({ customer, row }) => {
    const head = WORDS[language].customer(
      String(row[at('customer_id')]),
      String(row[at('customer_name')]),
      Number(row[at('record_count')]),
    )
    return [head, `  ${namesOf(row)}`, ...(reasons.get(customer) ?? []).map((reason) => `  · ${reason}`)]
  })
}

type Row = readonly (string | number)[]

/** A row of the customers table and its number. */
interface NumberedRow {
  readonly customer: number
  readonly row: Row
}

function customersWith({ customers }: DedupeResult, isWanted: (row: Row) => boolean): NumberedRow[] {
  const found: NumberedRow[] = []
  for (let customer = 0; customer < customers.rowCount; customer++) {
    const row = customers.row(customer)
    if (isWanted(row)) found.push({ customer, row })
  }
  return found
}

/** Among so many customers of several records those with most names are looked for: to see some is enough. */
const LOOKED_AT = 5000

function mostVaried(
  { customers, memberCounts }: DedupeResult,
  show: number,
  variety: (row: Row) => number,
): NumberedRow[] {
  const found: NumberedRow[] = []
  for (let customer = 0; customer < memberCounts.length && found.length < LOOKED_AT; customer++) {
    if (memberCounts[customer] > 1) found.push({ customer, row: customers.row(customer) })
  }
  return found.sort((a, b) => variety(b.row) - variety(a.row)).slice(0, show)
}

const REASONS_SHOWN = 4

/** By customer, the reasons of its strongest links. */
function reasonsOf(
  { links, customersOfLinks }: DedupeResult,
  reason: (left: string, right: string, text: string) => string,
  customers: ReadonlySet<number>,
): Map<number, string[]> {
  const reasons = new Map<number, string[]>()
  const [left, right, text] = ['left_name', 'right_name', 'reason'].map((name) =>
    links.headings.indexOf(name),
  )
  customersOfLinks.forEach((customer, index) => {
    if (!customers.has(customer)) return
    const own = reasons.get(customer) ?? []
    reasons.set(customer, own)
    if (own.length === REASONS_SHOWN) return
    const row = links.row(index)
    own.push(reason(String(row[left]), String(row[right]), String(row[text])))
  })
  return reasons
}

function format(count: number): string {
  return count.toLocaleString('en')
}
