import { groupByLabel } from '../data/grouping.ts'
import type { AlignedLabels, Names } from './align-labels.ts'

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
  const { predicted, truth, predictedNames, truthNames } = labels
  const found = { labels: predicted, names: predictedNames }
  const real = { labels: truth, names: truthNames }
  return [
    errorsOf('mergedWrongly', found, most, piecesIn(labels, real, false)),
    errorsOf('split', real, most, piecesIn(labels, found, true)),
    errorsOf('leftOut', real, most, lostIn(labels)),
  ]
}

/** The customers of one side. */
interface Side {
  /** By row. */
  readonly labels: Uint32Array
  readonly names: Names
}

/** What is wrong with the rows of one customer; undefined where nothing is. */
interface Fault {
  readonly records: number
  readonly pairs: number
  readonly pieces: () => ErrorExample['pieces']
}

/** Goes through the customers of a side, and makes examples of the worst alone: there may be a million. */
function errorsOf(
  kind: ErrorKind,
  { labels, names }: Side,
  most: number,
  faultOf: (rows: Uint32Array) => Fault | undefined,
): ErrorGroup {
  const { starts, items } = groupByLabel(labels, names.count)
  const rowsOf = (label: number) => items.subarray(starts[label], starts[label + 1])
  let [customers, pairs] = [0, 0]
  const worst: { readonly customer: string; readonly pairs: number; readonly label: number }[] = []
  for (let label = 0; label < names.count; label++) {
    const fault = faultOf(rowsOf(label))
    if (fault === undefined) continue
    customers++
    pairs += fault.pairs
    if (worst.length === most && (most === 0 || fault.pairs < worst[most - 1].pairs)) continue
    worst.push({ customer: names.nameOf(label), pairs: fault.pairs, label })
    worst.sort(
      (a, b) => b.pairs - a.pairs || (a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0),
    )
    worst.length = Math.min(worst.length, most)
  }
  const examples = worst.flatMap(({ customer, label }): ErrorExample[] => {
    const fault = faultOf(rowsOf(label))
    if (fault === undefined) return []
    return [{ customer, records: fault.records, pairs: fault.pairs, pieces: fault.pieces() }]
  })
  return { kind, customers, pairs, examples }
}

const pairsOf = (size: number) => (size * (size - 1)) / 2

/** Tells of rows that are one customer on their side in how many pieces the other side has them. */
function piecesIn({ recordOf, isLeftOut }: AlignedLabels, other: Side, isLeftOutApart: boolean) {
  return (all: Uint32Array): Fault | undefined => {
    const rows = isLeftOutApart ? all.filter((row) => isLeftOut[row] === 0) : all
    if (!rows.some((row) => other.labels[row] !== other.labels[rows[0]])) return undefined
    const pieces = piecesOf(rows, other.labels)
    pieces.sort((a, b) => b.length - a.length || a[0] - b[0])
    return {
      records: rows.length,
      pairs: pieces.reduce((rest, piece) => rest - pairsOf(piece.length), pairsOf(rows.length)),
      pieces: () =>
        pieces.slice(0, PIECES_SHOWN).map((piece) => ({
          customer: other.names.nameOf(other.labels[piece[0]]),
          size: piece.length,
          records: piece.slice(0, RECORDS_SHOWN).map((row) => nameOfRecord(recordOf(row))),
        })),
    }
  }
}

/** Tells of a true customer of several records which were taken for no customer. */
function lostIn({ recordOf, isLeftOut }: AlignedLabels) {
  return (rows: Uint32Array): Fault | undefined => {
    if (rows.length < 2 || !rows.some((row) => isLeftOut[row] === 1)) return undefined
    const out = [...rows].filter((row) => isLeftOut[row] === 1)
    return {
      records: rows.length,
      pairs: pairsOf(rows.length) - pairsOf(rows.length - out.length),
      pieces: () => [
        {
          customer: '',
          size: out.length,
          records: out.slice(0, RECORDS_SHOWN).map((row) => nameOfRecord(recordOf(row))),
        },
      ],
    }
  }
}

/** The rows by their label in another labelling. A map, since a few rows may bear any of a million labels. */
function piecesOf(rows: Uint32Array, others: Uint32Array): number[][] {
  const pieces = new Map<number, number[]>()
  for (const row of rows) {
    const piece = pieces.get(others[row])
    if (piece === undefined) pieces.set(others[row], [row])
    else piece.push(row)
  }
  return [...pieces.values()]
}

function nameOfRecord({ source, id }: { readonly source: string; readonly id: string }): string {
  return source === '' ? id : `${source}/${id}`
}
