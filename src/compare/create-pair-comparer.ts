import { type ComparedField, createEntryComparer, ROUNDING } from './create-entry-comparer.ts'
import { NO_ENTRY, type PackedRows, packRows, SEVERAL } from './pack-rows.ts'
import { createReadAhead } from './read-ahead.ts'

/** Compares rows; what it found of the last pair stays readable until the next. */
export interface PairComparer {
  /**
   * The sum of the match weights of all fields, without the prior. Where `least` is given, or
   * `leastSisters` for the sum against sister firms, the work stops once a sum
   * can no longer reach it: what comes back is then −∞, and the levels are not to be read.
   */
  readonly compare: (left: number, right: number, least?: number, leastSisters?: number) => number
  /** Reads ahead what comparing asks of the rows from place `from` up to `to`: sooner together than pair by pair. */
  readonly readAhead: (rows: Uint32Array, from: number, to: number) => void
  /** The same sum for the last pair, weighed against sister firms; to be read only where the work did not stop. */
  readonly sisterSum: () => number
  /** The levels of the last pair, all comparisons of all fields in order; −1 missing. */
  readonly levels: Int8Array
  /** The entries that fitted best in the last pair, by field; −1 where a side had none. */
  readonly leftEntries: Int32Array
  readonly rightEntries: Int32Array
  /** The places of those entries among the entries of their rows, below 16: no more are compared. */
  readonly leftPlaces: Uint8Array
  readonly rightPlaces: Uint8Array
  /** The first comparison whose level forbids a merge in the last pair; −1 none. */
  readonly veto: () => number
}

/**
 * A comparer over the fields. A field with several entries on a side counts as its best pair of entries.
 * @example
 * const comparer = createPairComparer(fields)
 * const matchWeight = prior + comparer.compare(left, right)
 */
export function createPairComparer(
  fields: readonly ComparedField[],
  rows: PackedRows = packRows(fields),
): PairComparer {
  const comparers = fields.map((field, i) => createFieldComparer(field, rows, i))
  const count = fields.length
  const offsets = fields.map((_, i) => {
    return fields.slice(0, i).reduce((sum, { type }) => sum + type.comparisons.length, 0)
  })
  const weights = fields.flatMap((field) => field.weights)
  const levels = new Int8Array(weights.length)
  const levelsOfField = fields.map(({ type }, i) => {
    return levels.subarray(offsets[i], offsets[i] + type.comparisons.length)
  })
  const leftEntries = new Int32Array(count)
  const rightEntries = new Int32Array(count)
  const leftPlaces = new Uint8Array(count)
  const rightPlaces = new Uint8Array(count)
  const bounds = new Float64Array(count)
  const sisterBounds = new Float64Array(count)

  const sisterSumOf = (from: number, to: number): number => {
    let sum = 0
    for (let i = from; i < to; i++) if (levels[i] >= 0) sum += weights[i].sisters[levels[i]]
    return sum
  }
  const compareField = (i: number, left: number, right: number, least: number): number => {
    const weight = comparers[i].compare(left, right, levelsOfField[i], least)
    leftEntries[i] = comparers[i].leftEntry()
    rightEntries[i] = comparers[i].rightEntry()
    leftPlaces[i] = comparers[i].leftPlace()
    rightPlaces[i] = comparers[i].rightPlace()
    return weight
  }
  const compareWithin = (left: number, right: number, least: number, leastSisters: number): number => {
    let open = 0
    let sistersOpen = 0
    let sum = 0
    let sisterSum = 0
    for (let i = 0; i < count; i++) {
      open += bounds[i] = comparers[i].bound(left, right)
      sistersOpen += sisterBounds[i] = comparers[i].sisterBound()
    }
    if (open < least - ROUNDING || sistersOpen < leastSisters - ROUNDING) return Number.NEGATIVE_INFINITY
    for (let i = 0; i < count; i++) {
      open -= bounds[i]
      sistersOpen -= sisterBounds[i]
      sum += compareField(i, left, right, least - sum - open)
      if (sum + open < least - ROUNDING) return Number.NEGATIVE_INFINITY
      sisterSum += sisterSumOf(offsets[i], offsets[i] + levelsOfField[i].length)
      if (sisterSum + sistersOpen < leastSisters - ROUNDING) return Number.NEGATIVE_INFINITY
    }
    return sum
  }

  return {
    readAhead: createReadAhead(fields, rows),
    levels,
    leftEntries,
    rightEntries,
    leftPlaces,
    rightPlaces,
    compare(left, right, least = Number.NEGATIVE_INFINITY, leastSisters = Number.NEGATIVE_INFINITY) {
      if (least !== Number.NEGATIVE_INFINITY) return compareWithin(left, right, least, leastSisters)
      let sum = 0
      for (let i = 0; i < count; i++) sum += compareField(i, left, right, least)
      return sum
    },
    sisterSum: () => sisterSumOf(0, levels.length),
    veto() {
      for (let i = 0; i < levels.length; i++) {
        if (levels[i] >= 0 && weights[i].vetoes[levels[i]] !== 0) return i
      }
      return -1
    },
  }
}

/** More entries than this of one field in one record are not all crossed: 16 × 16 pairs bound the work. */
const MAX_ENTRIES = 16

/** Compares two rows in one field. */
interface FieldComparer {
  /** The most the field can add, told without reading texts; 0 where a side has no entry. */
  readonly bound: (left: number, right: number) => number
  readonly sisterBound: () => number
  readonly compare: (left: number, right: number, levels: Int8Array, least: number) => number
  readonly leftEntry: () => number
  readonly rightEntry: () => number
  readonly leftPlace: () => number
  readonly rightPlace: () => number
}

function createFieldComparer(
  field: ComparedField,
  { entries: only, stride }: PackedRows,
  number: number,
): FieldComparer {
  const { starts, entries } = field.columns
  const comparer = createEntryComparer(field)
  const current = new Int8Array(field.type.comparisons.length)
  const endOf = (row: number) => Math.min(starts[row + 1], starts[row] + MAX_ENTRIES)
  let leftEntry = -1
  let rightEntry = -1
  let [leftPlace, rightPlace] = [0, 0]
  let sisterBound = 0
  const boundOfSeveral = (left: number, right: number): number => {
    sisterBound = Number.NEGATIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    for (let i = starts[left]; i < endOf(left); i++) {
      for (let j = starts[right]; j < endOf(right); j++) {
        most = Math.max(most, comparer.bound(entries[i], entries[j]))
        sisterBound = Math.max(sisterBound, comparer.sisterBound())
      }
    }
    return most
  }
  const compareSeveral = (left: number, right: number, levels: Int8Array, least: number): number => {
    leftEntry = -1
    rightEntry = -1
    let best = Number.NEGATIVE_INFINITY
    for (let i = starts[left]; i < endOf(left); i++) {
      for (let j = starts[right]; j < endOf(right); j++) {
        const weight = comparer.compare(entries[i], entries[j], current, Math.max(least, best))
        if (weight <= best) continue
        best = weight
        levels.set(current)
        leftEntry = entries[i]
        rightEntry = entries[j]
        leftPlace = i - starts[left]
        rightPlace = j - starts[right]
      }
    }
    return best
  }
  return {
    leftEntry: () => leftEntry,
    rightEntry: () => rightEntry,
    leftPlace: () => leftPlace,
    rightPlace: () => rightPlace,
    sisterBound: () => sisterBound,
    bound(left, right) {
      const own = only[left * stride + number]
      const other = only[right * stride + number]
      sisterBound = 0
      if (own === NO_ENTRY || other === NO_ENTRY) return 0
      if (own === SEVERAL || other === SEVERAL) return boundOfSeveral(left, right)
      const bound = comparer.bound(own, other)
      sisterBound = comparer.sisterBound()
      return bound
    },
    compare(left, right, levels, least) {
      leftEntry = only[left * stride + number]
      rightEntry = only[right * stride + number]
      leftPlace = 0
      rightPlace = 0
      if (leftEntry === SEVERAL || rightEntry === SEVERAL) {
        if (leftEntry !== NO_ENTRY && rightEntry !== NO_ENTRY)
          return compareSeveral(left, right, levels, least)
      } else if (leftEntry !== NO_ENTRY && rightEntry !== NO_ENTRY) {
        const weight = comparer.compare(leftEntry, rightEntry, levels, least)
        if (weight === Number.NEGATIVE_INFINITY) leftEntry = rightEntry = -1
        return weight
      }
      leftEntry = rightEntry = -1
      levels.fill(-1)
      return 0
    },
  }
}
