import type { OutputTable } from '../../data/records.ts'
import { cellText } from '../../data/table.ts'
import { probabilityOf } from '../../model/model.ts'
import type { ChosenLink } from '../best-links.ts'
import { distinctTexts } from '../distinct-texts.ts'
import type { PairExplanation } from '../explain-pairs.ts'
import type { NormalizedRecords } from '../normalized-records.ts'
import { roundProbability } from './customer-tables.ts'

/** What the tables of a linkage are made of. */
export interface LinkTableInput {
  readonly chosen: readonly ChosenLink[]
  /** By link. */
  readonly verdicts: readonly LinkVerdict[]
  readonly normalized: NormalizedRecords
  readonly explain: (left: number, right: number) => PairExplanation
}

export type LinkVerdict = 'merge' | 'review'

/** A link this much above the merge weight speaks for itself. */
const SURE = 12

/**
 * What becomes of each link: one below the merge weight is for a person, and so is one beside which a right record of
 * another customer fits about as well and would be merged too: to choose the nearest of two would be a guess.
 * @param isOneCustomer whether two right records are surely one customer: then it does not matter which is chosen.
 */
export function judgeLinks(
  chosen: readonly ChosenLink[],
  mergeWeight: number,
  isOneCustomer: (left: number, right: number) => boolean,
): LinkVerdict[] {
  return chosen.map(({ rightRow, weight, alternatives }) => {
    if (weight < mergeWeight) return 'review'
    if (weight >= mergeWeight + SURE) return 'merge'
    const rivals = alternatives.filter((other) => other.weight >= mergeWeight)
    const isOne = (other: number) => isOneCustomer(Math.min(rightRow, other), Math.max(rightRow, other))
    return rivals.every((rival) => isOne(rival.rightRow)) ? 'merge' : 'review'
  })
}

/** Each left record with the right record that fits it best, in the order of left records. */
export function linksTable({ chosen, verdicts, normalized, explain }: LinkTableInput): OutputTable {
  const { idOf, nameOf } = createTexts(normalized)
  function* rows() {
    for (const [i, { leftRow, rightRow, weight, alternatives }] of chosen.entries()) {
      const { reason } = explain(leftRow, rightRow)
      const figures = [...weighed(weight), verdicts[i], reason, alternatives.length]
      yield [idOf(leftRow), idOf(rightRow), ...figures, nameOf(leftRow), nameOf(rightRow)]
    }
  }
  const headings = [
    'left_id',
    'right_id',
    'probability',
    'weight',
    'verdict',
    'reason',
    'alternatives',
    'left_name',
    'right_name',
  ]
  return { name: 'links', headings, rowCount: chosen.length, rows }
}

/** For each link with alternatives the right records that fit about as well, that of the link first. */
export function candidatesTable({ chosen, normalized, explain }: LinkTableInput): OutputTable {
  const { idOf, nameOf } = createTexts(normalized)
  const several = chosen.filter(({ alternatives }) => alternatives.length > 0)
  function* rows() {
    for (const link of several) {
      for (const [i, { rightRow, weight }] of [link, ...link.alternatives].entries()) {
        const { reason } = explain(link.leftRow, rightRow)
        yield [idOf(link.leftRow), i + 1, idOf(rightRow), nameOf(rightRow), ...weighed(weight), reason]
      }
    }
  }
  return {
    name: 'candidates',
    headings: ['left_id', 'rank', 'right_id', 'right_name', 'probability', 'weight', 'reason'],
    rowCount: several.reduce((sum, { alternatives }) => sum + 1 + alternatives.length, 0),
    rows,
  }
}

function createTexts({ arranged, fields }: NormalizedRecords) {
  const named = fields.find(({ type }) => type.required === true)
  const nameColumns = named?.cells.map(({ column }) => column) ?? []
  return {
    idOf: (row: number) => cellText(arranged.recordId, row),
    nameOf: (row: number) => distinctTexts(nameColumns, Uint32Array.of(row))[0] ?? '',
  }
}

function weighed(weight: number): [number, number] {
  return [roundProbability(probabilityOf(weight)), Math.round(weight * 100) / 100]
}
