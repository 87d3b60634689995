import { type FieldColumns, partOf } from '../data/field-columns.ts'
import type { Comparison, FieldType } from '../model/field-type.ts'
import { levelWeights, type Model } from '../model/model.ts'
import type { ComparisonWeights, FieldWeights, FrequencyWeights } from '../model/weights.ts'

/**
 * Values that few entries stand behind are judged by the model's u, many by the data at hand: this many
 * entries weigh as much as the model.
 */
const PRIOR_ENTRIES = 3000

/**
 * The match weights of a field's comparisons: from the model, term frequencies from the data at hand.
 * @param factors by entry, what agreement on a generic value still counts (see `genericFactors`).
 * @param lifted relations whose vetoes do not hold in this run (branches that are to be merged).
 */
export function weighField(
  model: Model,
  type: FieldType,
  columns: FieldColumns,
  factors: Float32Array | undefined,
  lifted: ReadonlySet<string>,
): FieldWeights {
  return type.comparisons.map((comparison): ComparisonWeights => {
    const levels = levelWeights(model, type, comparison.name)
    const vetoes = Uint8Array.from(comparison.levels, ({ name }, level) => {
      const relation = comparison.vetoes?.[name]
      if (relation === undefined) return 0
      // A veto decides by itself; what else the pair shows stays readable in its weight. A lifted one says nothing.
      levels[level] = 0
      return lifted.has(relation) ? 0 : 1
    })
    const frequency = weighFrequencies(model, type, comparison, columns)
    return { levels, vetoes, ...(frequency && { frequency }), ...(factors && { factors }) }
  })
}

/**
 * log2(u / tf) for each value of the comparison's frequency part: added to the weight of a level it turns
 * log2(m / u) into log2(m / tf), as in Splink. tf is smoothed towards the model's u. A comparison whose strongest
 * level the model does not know has no frequencies.
 */
function weighFrequencies(
  model: Model,
  type: FieldType,
  comparison: Comparison,
  columns: FieldColumns,
): FrequencyWeights | undefined {
  if (comparison.frequency === undefined) return undefined
  const { codes, dictionary } = partOf(columns, comparison.frequency.part)
  const applies = Uint8Array.from(comparison.levels, ({ name }) =>
    comparison.frequency?.levels.includes(name) && comparison.vetoes?.[name] === undefined ? 1 : 0,
  )
  const top = comparison.levels[comparison.levels.length - 1].name
  const u = model.comparisons[type.name]?.[comparison.name]?.[top]?.u
  if (u === undefined) return undefined
  const counts = new Uint32Array(dictionary.size)
  let filled = 0
  for (let entry = 0; entry < codes.length; entry++) {
    if (codes[entry] === 0) continue
    counts[codes[entry]]++
    filled++
  }
  const adjustments = new Float32Array(dictionary.size)
  for (let code = 1; code < dictionary.size; code++) {
    // Two entries may be the pair's own: only the further ones say that the value is common.
    const others = Math.max(0, counts[code] - 2)
    const frequency = (others + PRIOR_ENTRIES * u) / (filled + PRIOR_ENTRIES)
    adjustments[code] = Math.log2(u / frequency)
  }
  return { codes, adjustments, applies }
}
