import { type CellWriter, TextPiece } from '../../data/cells.ts'
import { textsOf } from '../../data/dictionary.ts'
import type { Edges } from '../../data/edges.ts'
import type { Column } from '../../data/table.ts'
import type { Language } from '../../model/field-type.ts'
import { probabilityOf } from '../../model/model.ts'
import { distinctTexts, isTrimmed } from '../distinct-texts.ts'
import type { PairExplainer } from '../explain-pairs.ts'
import type { NormalizedRecords } from '../normalized-records.ts'
import type { WeighedFields } from '../weigh-records.ts'

/** The rows of a table of pairs as plain data over shared memory, so that any thread can write them. */
export interface PairRows {
  readonly edges: Edges
  /** By row of the table, its edge. */
  readonly chosen: Uint32Array
  /** By row of the table, the cells in front of the two records. */
  readonly leads: readonly Column[]
  /** By row of the table, what is said before the reason; '' nothing. */
  readonly words: Column
  /** Whether weight and probability are told. */
  readonly hasWeights: boolean
  readonly sides: Sides
}

/** By record, what a table of pairs says of it. */
export interface Sides {
  readonly source: Column
  readonly recordId: Column
  readonly names: readonly Column[]
}

/** Rows, and what their reasons are made of. */
export interface PairRowsJob {
  readonly rows: PairRows
  readonly weighed: WeighedFields
  readonly language: Language
}

/** By record, what a table of pairs says of it. */
export function sidesOf({ arranged, fields }: NormalizedRecords): Sides {
  const named = fields.find(({ type }) => type.required === true)
  const names = named?.cells.map(({ column }) => column) ?? []
  return { source: arranged.source, recordId: arranged.recordId, names }
}

const SIDES = ['left_source', 'left_id', 'left_name', 'right_source', 'right_id', 'right_name'] as const

export function headingsOf({ leads, hasWeights }: PairRows): string[] {
  const figures = hasWeights ? ['weight', 'probability'] : []
  return [...leads.map(({ name }) => name), ...SIDES, ...figures, 'reason']
}

/** Writes one row after another, in the order of {@link headingsOf}. */
export function createPairWriter(
  { edges, chosen, leads, words, hasWeights, sides }: PairRows,
  { writeReason }: PairExplainer,
): (row: number, cells: CellWriter) => void {
  const writeRecord = (row: number, cells: CellWriter) => {
    cells.coded(sides.source.dictionary, sides.source.codes[row])
    cells.coded(sides.recordId.dictionary, sides.recordId.codes[row])
    writeName(sides.names, row, cells)
  }
  const pieces = textsOf(words.dictionary).map((text) => (text === '' ? undefined : new TextPiece(text)))
  return (row, cells) => {
    for (const { codes, dictionary } of leads) cells.coded(dictionary, codes[row])
    const edge = chosen[row]
    cells.cellsOf(edges.left[edge], writeRecord)
    cells.cellsOf(edges.right[edge], writeRecord)
    if (hasWeights) {
      cells.decimal(Math.round(edges.weights[edge] * 100), 2)
      cells.decimal(Math.round(probabilityOf(edges.weights[edge]) * 10_000), 4)
    }
    writeReason(edges, edge, cells, pieces[words.codes[row]])
    cells.endRow()
  }
}

/** The name of a record: of several columns the commonest text, then the first. */
function writeName(names: readonly Column[], row: number, cells: CellWriter): void {
  const only = names.length === 1 ? names[0] : undefined
  if (only !== undefined && isTrimmed(only.dictionary, only.codes[row]))
    cells.coded(only.dictionary, only.codes[row])
  else cells.text(distinctTexts(names, Uint32Array.of(row))[0] ?? '')
}
