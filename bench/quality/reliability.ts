import type { OutputTable } from '../../src/data/records.ts'
import { evaluate, type RecordInput } from '../../src/index.ts'
import type { Figure } from './figure.ts'

/** What of a table of links is measured; reading the rest would write out every reason. */
const READ = ['left_id', 'right_id', 'weight'] as const

/**
 * Whether probabilities mean what they say: of the scored pairs in each band, how many there are and which share is true.
 * Below the merge threshold only those pairs are told whose records did not meet in a customer by another way, so that
 * fewer of them are true than were scored so.
 * @param truth every record with its id and its customer, ids being unique over both sides of a link.
 */
export function reliabilityFigures(
  task: string,
  tables: readonly OutputTable[],
  truth: readonly RecordInput[],
  idsOf: (left: string, right: string) => readonly [string, string] = (left, right) => [left, right],
): Figure[] {
  const links = tables.map((table) => linksOf(table, idsOf))
  const { reliability } = evaluate(truth.map(toAlone), truth, { links })
  return reliability.map(({ from, to, links: count, trueLinks, expected }) => ({
    task,
    figure: `pairs at ${from}–${to}: ${count}, of which true (expected ${(100 * expected).toFixed(1)} %)`,
    value: `${((100 * trueLinks) / count).toFixed(1)} %`,
    bar: '',
    isMet: true,
  }))
}

const toAlone = ({ id }: RecordInput): RecordInput => ({ record_id: id, source: '', customer_id: id })

function linksOf(
  { headings, rows }: OutputTable,
  idsOf: (left: string, right: string) => readonly [string, string],
) {
  const [left, right, weight] = READ.map((name) => headings.indexOf(name))
  return [...rows()].map((row): RecordInput => {
    const [leftId, rightId] = idsOf(String(row[left]), String(row[right]))
    return { left_id: leftId, right_id: rightId, weight: row[weight] }
  })
}
