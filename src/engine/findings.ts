import { type Neighbours, widthOfRules } from '../block/walk-pairs.ts'
import type { ComparedField } from '../compare/create-entry-comparer.ts'
import type { PairComparer } from '../compare/create-pair-comparer.ts'
import { NO_ENTRY, SEVERAL } from '../compare/pack-rows.ts'
import type { Edges } from '../data/edges.ts'
import type { WeighedFields } from './weigh-records.ts'

/** What was found of a pair: enough to tell why, without comparing it once more. */
export interface Finding {
  /** The levels of all comparisons of all fields in order; −1 missing. */
  readonly levels: Int8Array
  /** The entries that fitted best, by field; −1 where a side had none. */
  readonly leftEntries: Int32Array
  readonly rightEntries: Int32Array
}

/** Packs what a comparer found of its last pair. */
export interface FindingPacker {
  /** Bytes a pair. */
  readonly width: number
  /** The bytes of the last pair, which are the packer's own. No rule brings a pair that comes without neighbours. */
  readonly pack: (neighbours?: Neighbours, number?: number) => Uint8Array
}

/** Bytes a pair before those of its rules. */
export function widthOfFinding(fields: readonly ComparedField[]): number {
  return fields.reduce((sum, { type }) => sum + type.comparisons.length, fields.length)
}

/**
 * A byte for each level, one for the places of both entries among those of their rows (no row has more than 16 that are compared),
 * and a bit for each rule that brings the pair.
 */
export function createFindingPacker(
  fields: readonly ComparedField[],
  comparer: PairComparer,
  ruleBytes = 0,
): FindingPacker {
  const { levels, leftEntries, leftPlaces, rightPlaces } = comparer
  const rulesAt = widthOfFinding(fields)
  const bytes = new Uint8Array(rulesAt + ruleBytes)
  return {
    width: bytes.length,
    pack(neighbours, number = 0) {
      for (let i = 0; i < levels.length; i++) bytes[i] = levels[i] + 1
      for (let i = 0; i < fields.length; i++) {
        bytes[levels.length + i] = leftEntries[i] < 0 ? 0 : (leftPlaces[i] << 4) | rightPlaces[i]
      }
      if (neighbours === undefined) bytes.fill(0, rulesAt)
      else {
        const from = number * ruleBytes
        for (let i = 0; i < ruleBytes; i++) bytes[rulesAt + i] = neighbours.rules[from + i]
      }
      return bytes
    },
  }
}

/** Unpacks what was found of edges. The finding that comes back is the reader's own. */
export function createFindingReader({
  fields,
  rows: { entries: only, stride },
}: Pick<WeighedFields, 'fields' | 'rows'>): (edges: Edges, edge: number) => Finding {
  const count = fields.reduce((sum, { type }) => sum + type.comparisons.length, 0)
  const levels = new Int8Array(count)
  const [leftEntries, rightEntries] = [new Int32Array(fields.length), new Int32Array(fields.length)]
  const finding = { levels, leftEntries, rightEntries }
  const entryAt = (field: number, row: number, place: number): number => {
    const entry = only[row * stride + field]
    if (entry !== SEVERAL) return entry
    const { starts, entries } = fields[field].columns
    return entries[starts[row] + place]
  }
  return ({ left, right, findings, width }, edge) => {
    const at = edge * width
    for (let i = 0; i < count; i++) levels[i] = findings[at + i] - 1
    for (let i = 0; i < fields.length; i++) {
      const places = findings[at + count + i]
      const own = entryAt(i, left[edge], places >> 4)
      const other = entryAt(i, right[edge], places & 15)
      const isMissing = own === NO_ENTRY || other === NO_ENTRY
      leftEntries[i] = isMissing ? -1 : own
      rightEntries[i] = isMissing ? -1 : other
    }
    return finding
  }
}

/** Tells which rules bring a pair: `read` fills `rules` with their numbers, ascending, and gives how many they are. */
export interface RuleReader {
  readonly rules: Uint16Array
  readonly read: (edges: Edges, edge: number) => number
}

/** A reader of the rules of edges that were found by so many rules. */
export function createRuleReader(fields: readonly ComparedField[], ruleCount: number): RuleReader {
  const rulesAt = widthOfFinding(fields)
  const rules = new Uint16Array(ruleCount)
  const width = widthOfRules(ruleCount)
  return {
    rules,
    read({ findings, width: widthOfEdge }, edge) {
      const from = edge * widthOfEdge + rulesAt
      let count = 0
      for (let byte = 0; byte < width; byte++) {
        for (let bits = findings[from + byte]; bits !== 0; bits &= bits - 1) {
          rules[count++] = 8 * byte + (31 - Math.clz32(bits & -bits))
        }
      }
      return count
    },
  }
}

/** Tells what two rows are to each other as the first veto shows it; '' nothing. */
export function createRelationReader(
  fields: readonly ComparedField[],
): (edges: Edges, edge: number) => string {
  // By comparison and level.
  const relations = fields.flatMap(({ type, weights }) =>
    type.comparisons.map(({ levels, vetoes }, index) =>
      levels.map(({ name }, level) => (weights[index].vetoes[level] === 0 ? '' : (vetoes?.[name] ?? ''))),
    ),
  )
  return ({ findings, width }, edge) => {
    for (let i = 0; i < relations.length; i++) {
      const relation = relations[i][findings[edge * width + i] - 1]
      if (relation !== undefined && relation !== '') return relation
    }
    return ''
  }
}
