import type { ComparedField } from '../compare/create-entry-comparer.ts'
import { createPairComparer, type PairComparer } from '../compare/create-pair-comparer.ts'
import { fillEntries, layOutEntries } from '../compare/pack-entries.ts'
import { type PackedRows, packRows } from '../compare/pack-rows.ts'
import { plainUint32 } from '../data/buffers.ts'
import { partOf } from '../data/field-columns.ts'
import { type Model, weighAgainstBoth } from '../model/model.ts'
import { countIdentities, factorsOf, type GenericValue } from '../score/generic-factors.ts'
import { type FieldStatistics, weighField } from '../score/weigh-field.ts'
import type { NormalizedField } from './normalize-field.ts'
import type { NormalizedRecords } from './normalized-records.ts'

/** The fields ready to be compared, and what weighs a pair before they are. */
export interface WeighedFields {
  readonly fields: readonly ComparedField[]
  readonly rows: PackedRows
  /** log2 odds that two records drawn at random are one customer. */
  readonly prior: number
  /** log2 odds that a record which is either of the same customer or of a sister firm is of the same customer. */
  readonly sisterPrior: number
  readonly generic: readonly GenericValue[]
}

/** What is known of the data set of which the records at hand are a part. */
export interface KnownData {
  readonly records: number
  readonly field: (name: string) => FieldStatistics
}

/**
 * Binds the model to the data at hand: term frequencies, generic values, and the prior. With n records, each
 * expected to have about one partner, a random pair is a match with odds of about 1 / n: the more records, the
 * more a coincidence is to be expected, and the more evidence a match needs. Sisters do not grow with the data.
 * @param known the statistics of a larger data set, in place of those of the data at hand.
 */
export function weighRecords(
  normalized: NormalizedRecords,
  model: Model,
  lifted: ReadonlySet<string>,
  known?: KnownData,
): WeighedFields {
  const weighed = layOutRecords(normalized, model, lifted, known)
  fillEntries(weighed.fields)
  return weighed
}

/** All of it but the packed entries, which `fillEntries` is still to fill. */
export function layOutRecords(
  { fields, isJunk }: NormalizedRecords,
  model: Model,
  lifted: ReadonlySet<string>,
  known?: KnownData,
): WeighedFields {
  const rowCount = known?.records ?? isJunk.length
  const identity = known === undefined ? identityOf(fields, rowCount) : undefined
  const generic: GenericValue[] = []
  const weighed = fields.map((field): ComparedField => {
    const { type, columns } = field
    const statistics = known?.field(type.name)
    const part = type.generic === undefined ? undefined : partOf(columns, type.generic)
    const identities =
      part && (identity ? countIdentities(columns, part, identity) : statistics?.sharedBy(part.dictionary))
    const found = part && identities && factorsOf(type.name, columns, part, identities)
    if (found !== undefined) generic.push(...found.generic)
    const weights = weighField(model, type, columns, found?.factors, lifted, statistics)
    return { type, columns, weights, packed: layOutEntries(type, columns, weights) }
  })
  const prior = model.prior - Math.log2(Math.max(rowCount, LEAST_ROWS))
  return { fields: weighed, rows: packRows(weighed), prior, sisterPrior: model.sisterPrior, generic }
}

/** Weighs pairs of rows; what was found of the last pair is read from `comparer`. */
export interface Weigher {
  readonly comparer: PairComparer
  /** The match weight, priors included; −∞ once it can no longer reach `least`, where that is given. */
  readonly weigh: (left: number, right: number, least?: number) => number
}

/** A weigher over the fields: each pair is held against strangers and against sisters. */
export function createWeigher({ fields, rows, prior, sisterPrior }: WeighedFields): Weigher {
  const comparer = createPairComparer(fields, rows)
  return {
    comparer,
    weigh(left, right, least = Number.NEGATIVE_INFINITY) {
      const strangers = prior + comparer.compare(left, right, least - prior, least - sisterPrior)
      if (strangers < least || strangers === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY
      return weighAgainstBoth(strangers, sisterPrior + comparer.sisterSum())
    },
  }
}

/** Few records at hand are a sample of many: two firms in a list of three are not one because the list is short. */
const LEAST_ROWS = 1000

/** By row, the code of what tells customers apart, from the first entry of the field that has such a part; 0 unknown. */
export function identityOf(
  fields: readonly Pick<NormalizedField, 'type' | 'columns'>[],
  rowCount: number,
): Uint32Array | undefined {
  const field = fields.find(({ type }) => type.identity !== undefined)
  if (field?.type.identity === undefined) return undefined
  const { codes } = partOf(field.columns, field.type.identity)
  const { starts, entries } = field.columns
  const out = plainUint32(rowCount)
  for (let row = 0; row < rowCount; row++)
    if (starts[row + 1] > starts[row]) out[row] = codes[entries[starts[row]]]
  return out
}
