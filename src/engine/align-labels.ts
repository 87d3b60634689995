import { DictionaryBuilder, textOf } from '../data/dictionary.ts'
import { IntegerList } from '../data/grouping.ts'
import { type Labels, TruthError } from './read-labels.ts'

/** The records that the truth names, with what the crosswalk says of them. */
export interface AlignedLabels {
  /** By row, the record. */
  readonly recordOf: (row: number) => { readonly source: string; readonly id: string }
  /** By row, a number for its customer in the crosswalk, from 0 on; a record without a customer has one of its own. */
  readonly predicted: Uint32Array
  /** By row, a number for its true customer, from 0 on. */
  readonly truth: Uint32Array
  /** The names behind the numbers. */
  readonly predictedNames: Names
  readonly truthNames: Names
  /** By row, 1 where the crosswalk has the record and gives it no customer (junk). */
  readonly isLeftOut: Uint8Array
  /** Records of the crosswalk that the truth does not name; they are not measured. */
  readonly unlabelled: number
  /** Records of the truth that the crosswalk lacks; they count as alone. */
  readonly missing: number
  /** The row of a record; undefined where the truth does not name it. */
  readonly rowOf: (source: string, id: string) => number | undefined
}

/** Names behind the numbers 0 up to `count`. */
export interface Names {
  readonly count: number
  readonly nameOf: (number: number) => string
}

/**
 * Brings a crosswalk and a truth together by record id, within a source where both say one.
 * @throws TruthError where ids are not unique, a record has two true customers, or no record is in both.
 */
export function alignLabels(crosswalk: Labels, truth: Labels): AlignedLabels {
  const bySource = crosswalk.sourceOf !== undefined && truth.sourceOf !== undefined
  const keyOf = (source: string, id: string) => (bySource ? `${source}\u0000${id}` : `\u0000${id}`)
  const keyAt = (labels: Labels, row: number) => keyOf(labels.sourceOf?.(row) ?? '', labels.idOf(row))
  // A dictionary as a map of records: it holds more than 2^24.
  const keys = new DictionaryBuilder()
  // By the code of a record, one more than its row; 0 where it is not there.
  const inCrosswalk = new Uint32Array(crosswalk.rowCount + truth.rowCount + 1)
  const inTruth = new Uint32Array(inCrosswalk.length)
  for (let row = 0; row < crosswalk.rowCount; row++) {
    const size = keys.size
    const key = keys.encode(keyAt(crosswalk, row))
    inCrosswalk[key] = keys.size > size ? row + 1 : AMBIGUOUS
  }
  const first = new IntegerList()
  const [predicted, truths] = [new Numbering(), new Numbering()]
  const leftOut = new Uint8Array(truth.rowCount)
  let missing = 0
  for (let i = 0; i < truth.rowCount; i++) {
    const key = keys.encode(keyAt(truth, i))
    const known = inTruth[key]
    if (known !== 0) {
      checkSame(truth, first.at(known - 1), i)
      continue
    }
    const at = inCrosswalk[key]
    if (at === AMBIGUOUS)
      throw new TruthError(
        `record ${truth.idOf(i)} stands in the crosswalk more than once: the truth needs a column source to tell which is meant`,
      )
    if (at === 0) missing++
    const customer = at === 0 ? '' : crosswalk.customerOf(at - 1)
    if (at !== 0 && customer === '') leftOut[first.length] = 1
    first.push(i)
    inTruth[key] = first.length
    truths.add(truth.customerOf(i))
    predicted.add(customer)
  }
  const rowCount = first.length
  if (missing === rowCount) throw nothingInCommon(crosswalk, truth, bySource)
  return {
    recordOf: (row) => ({ source: truth.sourceOf?.(first.at(row)) ?? '', id: truth.idOf(first.at(row)) }),
    predicted: predicted.numbers(),
    truth: truths.numbers(),
    predictedNames: predicted.names(),
    truthNames: truths.names(),
    isLeftOut: leftOut.subarray(0, rowCount),
    unlabelled: crosswalk.rowCount - (rowCount - missing),
    missing,
    rowOf(source, id) {
      const size = keys.size
      const key = keys.encode(keyOf(source, id))
      const row = key < size ? inTruth[key] : 0
      return row === 0 ? undefined : row - 1
    },
  }
}

const AMBIGUOUS = 0xffffffff

/** Names as numbers, in order of first sight; '' has a number of its own each time. */
class Numbering {
  readonly #dictionary = new DictionaryBuilder()
  /** By code of a name, its number; by number, the code of its name. */
  readonly #numberOf = new IntegerList()
  readonly #codeOf = new IntegerList()
  readonly #list = new IntegerList()

  constructor() {
    this.#numberOf.push(0)
  }

  add(name: string): void {
    const size = this.#dictionary.size
    const code = this.#dictionary.encode(name)
    const number = code > 0 && code < size ? this.#numberOf.at(code) : this.#codeOf.length
    this.#list.push(number)
    if (number < this.#codeOf.length) return
    this.#codeOf.push(code)
    if (code > 0) this.#numberOf.push(number)
  }

  numbers(): Uint32Array {
    return this.#list.finish()
  }

  names(): Names {
    const dictionary = this.#dictionary.finish()
    return { count: this.#codeOf.length, nameOf: (number) => textOf(dictionary, this.#codeOf.at(number)) }
  }
}

/** Two rows of the truth that name one record must give it one customer. */
function checkSame(truth: Labels, known: number, again: number): void {
  const [first, second] = [truth.customerOf(known), truth.customerOf(again)]
  if (first === second) return
  const source = truth.sourceOf?.(again) ?? ''
  const record = source === '' ? truth.idOf(again) : `${truth.idOf(again)} of ${source}`
  throw new TruthError(
    `the truth gives record ${record} two customers: ${first || 'none'} and ${second || 'none'}`,
  )
}

function nothingInCommon(crosswalk: Labels, truth: Labels, bySource: boolean): TruthError {
  const example = ({ rowCount, idOf, sourceOf }: Labels) =>
    rowCount === 0 ? 'none' : bySource ? `${idOf(0)} of ${sourceOf?.(0)}` : idOf(0)
  return new TruthError(
    `no record of the truth is in the crosswalk (the truth has ${example(truth)}, the crosswalk ${example(crosswalk)})`,
  )
}
