import { type Dictionary, textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import type { DataStatistics } from '../model/model.ts'
import { COUNTS_IN_FULL, countIdentities } from '../score/generic-factors.ts'
import { holdersOf } from '../score/weigh-field.ts'
import type { FinishedRun } from './finished-run.ts'
import type { NormalizedField } from './normalize-field.ts'
import { identityOf, type KnownData } from './weigh-records.ts'

type FieldData = DataStatistics['fields'][string]
type Counts = FieldData['frequencies'][string]['counts']

/**
 * What the weights of a run took from its data. Only values that occur more than once are named: of all others it is
 * enough to know that they do not.
 * @param priorShift see `calibrate`.
 */
export function dataStatisticsOf(
  { normalized, settings }: Pick<FinishedRun, 'normalized' | 'settings'>,
  priorShift: number,
): DataStatistics {
  const { fields, isJunk, arranged } = normalized
  const identity = identityOf(fields, isJunk.length)
  const uses = arranged.uses.filter(({ role }) => role !== '' && role !== 'ignore')
  return {
    records: isJunk.length,
    priorShift,
    columns: uses.map(({ column, role }) => [column.name, role]),
    settings: { ...settings },
    fields: Object.fromEntries(fields.map((field) => [field.type.name, dataOfField(field, identity)])),
  }
}

function dataOfField({ type, columns }: NormalizedField, identity: Uint32Array | undefined): FieldData {
  const frequencies: FieldData['frequencies'] = {}
  for (const { name, frequency } of type.comparisons) {
    if (frequency === undefined) continue
    const { counts, total } = holdersOf(frequency, columns)
    const { dictionary } = partOf(columns, frequency.part)
    frequencies[name] = { total, counts: textsByCount(counts, dictionary, 1) }
  }
  if (type.generic === undefined || identity === undefined) return { frequencies }
  const part = partOf(columns, type.generic)
  const identities = countIdentities(columns, part, identity)
  return { frequencies, shared: textsByCount(identities, part.dictionary, COUNTS_IN_FULL) }
}

/** The texts that are counted more often than `above`, by their counts. */
function textsByCount(counts: Uint32Array, dictionary: Dictionary, above: number): Counts {
  const byCount = new Map<number, string[]>()
  for (let code = 1; code < dictionary.size; code++) {
    const count = counts[code]
    if (count <= above) continue
    const texts = byCount.get(count)
    if (texts === undefined) byCount.set(count, [textOf(dictionary, code)])
    else texts.push(textOf(dictionary, code))
  }
  return [...byCount].sort(([a], [b]) => a - b)
}

/** Statistics that were saved, made ready to be asked. */
export function knownDataOf({ records, fields }: DataStatistics): KnownData {
  const byField = new Map(Object.entries(fields).map(([name, field]) => [name, statisticsOf(field)]))
  const none = statisticsOf({ frequencies: {} })
  return { records, field: (name) => byField.get(name) ?? none }
}

function statisticsOf({ frequencies, shared }: FieldData): ReturnType<KnownData['field']> {
  const known = new Map(
    Object.entries(frequencies).map(([name, { total, counts }]) => [
      name,
      { total, counts: countOf(counts) },
    ]),
  )
  const sharing = shared && countOf(shared)
  return {
    holdersOf(comparison, values) {
      const holders = known.get(comparison)
      if (holders === undefined) return { counts: new Uint32Array(values.size), total: 0 }
      return { counts: countsOfValues(values, holders.counts), total: holders.total }
    },
    sharedBy: (values) => sharing && countsOfValues(values, sharing),
  }
}

function countOf(counts: Counts): ReadonlyMap<string, number> {
  return new Map(counts.flatMap(([count, texts]) => texts.map((text) => [text, count] as const)))
}

function countsOfValues(values: Dictionary, counts: ReadonlyMap<string, number>): Uint32Array {
  const found = new Uint32Array(values.size)
  for (let code = 1; code < values.size; code++) found[code] = counts.get(textOf(values, code)) ?? 0
  return found
}
