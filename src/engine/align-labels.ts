import { type Labels, TruthError } from './read-labels.ts'

/** The records that the truth names, with what the crosswalk says of them. */
export interface AlignedLabels {
  /** By row, the record. */
  readonly records: readonly { readonly source: string; readonly id: string }[]
  /** By row, a number for its customer in the crosswalk; a record without a customer has one of its own. */
  readonly predicted: Uint32Array
  /** By row, a number for its true customer. */
  readonly truth: Uint32Array
  /** The names behind the numbers. */
  readonly predictedNames: readonly string[]
  readonly truthNames: readonly string[]
  /** By row, 1 where the crosswalk has the record and gives it no customer (junk). */
  readonly isLeftOut: Uint8Array
  /** Records of the crosswalk that the truth does not name; they are not measured. */
  readonly unlabelled: number
  /** Records of the truth that the crosswalk lacks; they count as alone. */
  readonly missing: number
  /** The row of a record; undefined where the truth does not name it. */
  readonly rowOf: (source: string, id: string) => number | undefined
}

/**
 * Brings a crosswalk and a truth together by record id, within a source where both say one.
 * @throws TruthError where ids are not unique, a record has two true customers, or no record is in both.
 */
export function alignLabels(crosswalk: Labels, truth: Labels): AlignedLabels {
  const bySource = crosswalk.sources !== undefined && truth.sources !== undefined
  const keyOf = (source: string, id: string) => (bySource ? `${source}\u0000${id}` : id)
  const found = indexRecords(crosswalk, keyOf)
  const rows = new Map<string, number>()
  const records: { source: string; id: string }[] = []
  const [predicted, truths] = [createNumbering(), createNumbering()]
  const leftOut: number[] = []
  let missing = 0
  truth.ids.forEach((id, i) => {
    const source = truth.sources?.[i] ?? ''
    const key = keyOf(source, id)
    const known = rows.get(key)
    if (known !== undefined) {
      checkSame(truths.nameOf(known), truth.customers[i], source, id)
      return
    }
    rows.set(key, records.length)
    records.push({ source, id })
    truths.add(truth.customers[i])
    const at = found.get(key)
    if (at === AMBIGUOUS)
      throw new TruthError(
        `record ${id} stands in the crosswalk more than once: the truth needs a column source to tell which is meant`,
      )
    if (at === undefined) missing++
    const customer = at === undefined ? '' : crosswalk.customers[at]
    leftOut.push(at !== undefined && customer === '' ? 1 : 0)
    predicted.add(customer)
  })
  if (missing === records.length) throw nothingInCommon(crosswalk, truth, bySource)
  return {
    records,
    predicted: predicted.finish(),
    truth: truths.finish(),
    predictedNames: predicted.names,
    truthNames: truths.names,
    isLeftOut: Uint8Array.from(leftOut),
    unlabelled: crosswalk.ids.length - (records.length - missing),
    missing,
    rowOf: (source, id) => rows.get(keyOf(source, id)),
  }
}

const AMBIGUOUS = -1

function indexRecords(
  { ids, sources }: Labels,
  keyOf: (source: string, id: string) => string,
): Map<string, number> {
  const found = new Map<string, number>()
  ids.forEach((id, row) => {
    const key = keyOf(sources?.[row] ?? '', id)
    found.set(key, found.has(key) ? AMBIGUOUS : row)
  })
  return found
}

/** Names as numbers, in order of first sight; '' has a number of its own each time. */
function createNumbering() {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const list: number[] = []
  return {
    names,
    nameOf: (row: number) => names[list[row]],
    add(name: string): void {
      const known = name === '' ? undefined : numbers.get(name)
      list.push(known ?? names.length)
      if (known !== undefined) return
      if (name !== '') numbers.set(name, names.length)
      names.push(name)
    },
    finish: () => Uint32Array.from(list),
  }
}

function checkSame(known: string, again: string, source: string, id: string): void {
  if (known === again) return
  const record = source === '' ? id : `${id} of ${source}`
  throw new TruthError(
    `the truth gives record ${record} two customers: ${known || 'none'} and ${again || 'none'}`,
  )
}

function nothingInCommon(crosswalk: Labels, truth: Labels, bySource: boolean): TruthError {
  const example = ({ ids, sources }: Labels) =>
    ids.length === 0 ? 'none' : bySource ? `${ids[0]} of ${sources?.[0]}` : ids[0]
  return new TruthError(
    `no record of the truth is in the crosswalk (the truth has ${example(truth)}, the crosswalk ${example(crosswalk)})`,
  )
}
