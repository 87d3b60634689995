import type { AlignedLabels } from './align-labels.ts'

/** What went wrong: two customers in one, one customer in several, a record taken for no customer. */
export type ErrorKind = 'mergedWrongly' | 'split' | 'leftOut'

/** The errors of a kind. */
export interface ErrorGroup {
  readonly kind: ErrorKind
  /** Customers concerned: of the crosswalk where they were merged wrongly, else true ones. */
  readonly customers: number
  /** Pairs of records that are wrong for it; of records left out, the pairs that so were lost. */
  readonly pairs: number
  /** The worst first. */
  readonly examples: readonly ErrorExample[]
}

/** One customer that is wrong, and the pieces that it should be, or was torn into. */
export interface ErrorExample {
  readonly customer: string
  readonly records: number
  readonly pairs: number
  readonly pieces: readonly {
    /** '' for a record that stands alone. */
    readonly customer: string
    readonly size: number
    /** Ids of some of its records, with their source where there is one. */
    readonly records: readonly string[]
  }[]
}

/** Pieces of an example, and records of a piece, that are named. */
const PIECES_SHOWN = 5
const RECORDS_SHOWN = 5

/** The errors by kind, with the worst `most` of each as examples. */
export function findErrors(labels: AlignedLabels, most: number): ErrorGroup[] {
  const { predicted, truth, predictedNames, truthNames, isLeftOut } = labels
  const merged = mixed(labels, predicted, predictedNames, truth, truthNames, () => true)
  const split = mixed(labels, truth, truthNames, predicted, predictedNames, (row) => isLeftOut[row] === 0)
  const leftOut = lost(labels)
  return [
    summarise('mergedWrongly', merged, most),
    summarise('split', split, most),
    summarise('leftOut', leftOut, most),
  ]
}

function summarise(kind: ErrorKind, examples: readonly ErrorExample[], most: number): ErrorGroup {
  const worst = [...examples].sort(
    (a, b) => b.pairs - a.pairs || (a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0),
  )
  return {
    kind,
    customers: examples.length,
    pairs: examples.reduce((sum, { pairs }) => sum + pairs, 0),
    examples: worst.slice(0, most),
  }
}

const pairsOf = (size: number) => (size * (size - 1)) / 2

/** The customers of one labelling whose rows are of several customers of the other. */
function mixed(
  { records }: AlignedLabels,
  labels: Uint32Array,
  names: readonly string[],
  others: Uint32Array,
  otherNames: readonly string[],
  counts: (row: number) => boolean,
): ErrorExample[] {
  return groupRows(labels, counts).flatMap((rows, label) => {
    const filled = piecesOf(rows, others)
    if (filled.length < 2) return []
    filled.sort((a, b) => b.length - a.length || a[0] - b[0])
    const pairs = filled.reduce((rest, piece) => rest - pairsOf(piece.length), pairsOf(rows.length))
    const shown = filled.slice(0, PIECES_SHOWN).map((piece) => ({
      customer: otherNames[others[piece[0]]],
      size: piece.length,
      records: piece.slice(0, RECORDS_SHOWN).map((row) => nameRecord(records[row])),
    }))
    return [{ customer: names[label], records: rows.length, pairs, pieces: shown }]
  })
}

/** The true customers of several records of which some were taken for no customer. */
function lost({ truth, truthNames, isLeftOut, records }: AlignedLabels): ErrorExample[] {
  return groupRows(truth, () => true).flatMap((rows, label) => {
    const out = rows.filter((row) => isLeftOut[row] === 1)
    if (rows.length < 2 || out.length === 0) return []
    const pairs = pairsOf(rows.length) - pairsOf(rows.length - out.length)
    const piece = {
      customer: '',
      size: out.length,
      records: out.slice(0, RECORDS_SHOWN).map((row) => nameRecord(records[row])),
    }
    return [{ customer: truthNames[label], records: rows.length, pairs, pieces: [piece] }]
  })
}

/** The rows by their label in another labelling. A map, since a few rows may bear any of a million labels. */
function piecesOf(rows: readonly number[], others: Uint32Array): number[][] {
  const pieces = new Map<number, number[]>()
  for (const row of rows) {
    const piece = pieces.get(others[row])
    if (piece === undefined) pieces.set(others[row], [row])
    else piece.push(row)
  }
  return [...pieces.values()]
}

/** By label its rows; sparse labels leave holes that `flatMap` passes over. */
function groupRows(labels: Uint32Array, counts: (row: number) => boolean): number[][] {
  const groups: number[][] = []
  labels.forEach((label, row) => {
    if (!counts(row)) return
    const group = groups[label]
    if (group === undefined) groups[label] = [row]
    else group.push(row)
  })
  return groups
}

function nameRecord({ source, id }: { readonly source: string; readonly id: string }): string {
  return source === '' ? id : `${source}/${id}`
}
