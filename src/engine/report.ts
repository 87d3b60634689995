import type { BlockingReport } from '../block/build-blocks.ts'
import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import { groupCount } from '../data/grouping.ts'
import { countNumbers, type NumberMap, numberEntries } from '../data/number-map.ts'
import type { Problems } from '../data/problems.ts'
import type { OutputTable } from '../data/records.ts'
import { matchWeightOf } from '../model/model.ts'
import type { Settings } from '../model/settings.ts'
import { estimateRecall, type RecallEstimate } from './estimate-recall.ts'
import { createRuleReader, type RuleReader } from './findings.ts'
import type { FinishedRun, ResolvedRun } from './finished-run.ts'
import type { ScoredPairs } from './score-pairs.ts'

/** What a rule made, and what became of it. */
export interface RuleFigures extends BlockingReport {
  /** Candidate pairs that no earlier rule brings. */
  readonly broughtFirst: number
  /** Candidate pairs that no other rule brings, earlier or later. */
  readonly broughtAlone: number
  /** Of those brought first, how many are likely enough to be reviewed or merged. */
  readonly kept: number
  /** Pairs likely enough for that which no other rule brings: what would be lost without it. */
  readonly keptAlone: number
}

/** What every run can say of its input and its work. */
export interface RunFigures {
  readonly junk: { readonly rows: number; readonly reasons: Readonly<Record<string, number>> }
  readonly inputs: readonly { readonly name: string; readonly rows: number }[]
  /** What each column was taken for, and why; role '' for a column that is only kept. */
  readonly columns: readonly {
    readonly name: string
    readonly role: string
    readonly by: string
    readonly distinct: number
  }[]
  readonly problems: Problems
  readonly blocking: readonly RuleFigures[]
  readonly candidatePairs: number
  /** What share of the true pairs the rules are likely to bring. */
  readonly blockingRecall: RecallEstimate
  /** Values that many different customers share, which count little or nothing as evidence. */
  readonly genericValues: readonly {
    readonly field: string
    readonly value: string
    readonly identities: number
  }[]
  readonly settings: Settings
  /** Milliseconds by phase. The only part that differs between two runs on the same input. */
  readonly timings: Readonly<Record<string, number>>
}

/** The run in figures, as report.json holds it. */
export interface Report extends RunFigures {
  readonly records: number
  readonly customers: number
  /** Customers of more than one record, and the largest of them. */
  readonly mergedCustomers: number
  readonly largestCustomer: number
  readonly links: number
  readonly review: number
  readonly relations: number
}

/** A hundred generic values are enough to see what is shared. */
const GENERIC_VALUES_SHOWN = 100

/** Puts the figures of a run together. */
export function buildReport(
  { normalized, customers }: ResolvedRun,
  tables: Readonly<Record<'links' | 'review' | 'relations', OutputTable>>,
  figures: RunFigures,
): Report {
  const { starts } = customers.members
  let mergedCustomers = 0
  let largestCustomer = 0
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const size = starts[customer + 1] - starts[customer]
    if (size > 1) mergedCustomers++
    largestCustomer = Math.max(largestCustomer, size)
  }
  return {
    records: normalized.isJunk.length,
    customers: groupCount(customers.members),
    mergedCustomers,
    largestCustomer,
    links: tables.links.rowCount,
    review: tables.review.rowCount,
    relations: tables.relations.rowCount,
    ...figures,
  }
}

/** The figures of a run that do not depend on what it was for. */
export function figuresOf(
  run: Pick<
    FinishedRun,
    'records' | 'settings' | 'normalized' | 'blocks' | 'weighed' | 'scored' | 'log' | 'watch'
  >,
): RunFigures {
  const { records, settings, normalized, blocks, weighed, scored, log, watch } = run
  const rules = createRuleReader(weighed.fields, blocks.length)
  const keptAlone = countAlone(scored, rules)
  const startsOf = new Map(normalized.fields.map(({ type, columns }) => [type.name, columns.starts]))
  const hasField = (field: string) => {
    const starts = startsOf.get(field)
    return (row: number) => starts !== undefined && starts[row + 1] > starts[row]
  }
  log.addAll(records.problems)
  return {
    junk: countJunk(normalized.junkReasons),
    inputs: records.origins.map(({ name, start, end }) => ({ name, rows: end - start })),
    columns: normalized.arranged.uses.map(({ column, role, by }) => {
      return { name: column.name, role, by, distinct: column.dictionary.size - 1 }
    }),
    problems: log.finish(),
    blocking: blocks.map(({ report }, rule) => {
      return {
        ...report,
        broughtFirst: scored.brought.first[rule],
        broughtAlone: scored.brought.alone[rule],
        kept: scored.brought.edges[rule],
        keptAlone: keptAlone[rule],
      }
    }),
    blockingRecall: estimateRecall(
      blocks.map(({ name }) => name),
      scored.edges,
      rules,
      matchWeightOf(settings.thresholds.merge),
      normalized.isJunk.length,
      hasField,
    ),
    candidatePairs: scored.brought.first.reduce((sum, pairs) => sum + pairs, 0),
    genericValues: weighed.generic.slice(0, GENERIC_VALUES_SHOWN).map(({ field, code, identities }) => {
      const compared = weighed.fields.find(({ type }) => type.name === field)
      const part = compared && partOf(compared.columns, compared.type.generic ?? '')
      return { field, value: part === undefined ? '' : textOf(part.dictionary, code), identities }
    }),
    settings,
    timings: watch.timings(),
  }
}

/** By rule, the edges that no other rule brings: what would be lost without it. */
function countAlone({ edges, brought }: ScoredPairs, { rules, read }: RuleReader): Float64Array {
  const alone = new Float64Array(brought.first.length)
  for (let edge = 0; edge < edges.count; edge++) if (read(edges, edge) === 1) alone[rules[0]]++
  return alone
}

function countJunk(reasons: NumberMap<string>): Report['junk'] {
  const counts: Record<string, number> = {}
  for (const [, reason] of numberEntries(reasons)) counts[reason] = (counts[reason] ?? 0) + 1
  return { rows: countNumbers(reasons), reasons: counts }
}
