import type { ComparedField } from '../compare/create-entry-comparer.ts'
import type { PairComparer } from '../compare/create-pair-comparer.ts'
import type { Edges } from '../data/edges.ts'

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
  /** The bytes of the last pair, which was of these rows; they are the packer's own. */
  readonly pack: (left: number, right: number) => Uint8Array
}

/** A byte for each level and one for the places of both entries among those of their rows: no row has more than 16 that are compared. */
export function createFindingPacker(fields: readonly ComparedField[], comparer: PairComparer): FindingPacker {
  const { levels, leftEntries, rightEntries } = comparer
  const width = levels.length + fields.length
  const bytes = new Uint8Array(width)
  return {
    width,
    pack(left, right) {
      for (let i = 0; i < levels.length; i++) bytes[i] = levels[i] + 1
      for (let i = 0; i < fields.length; i++) {
        const { starts, entries } = fields[i].columns
        bytes[levels.length + i] =
          leftEntries[i] < 0
            ? 0
            : (placeOf(entries, starts[left], leftEntries[i]) << 4) |
              placeOf(entries, starts[right], rightEntries[i])
      }
      return bytes
    },
  }
}

function placeOf(entries: Uint32Array, start: number, entry: number): number {
  let at = start
  while (entries[at] !== entry) at++
  return at - start
}

/** Unpacks what was found of edges. The finding that comes back is the reader's own. */
export function createFindingReader(
  fields: readonly ComparedField[],
): (edges: Edges, edge: number) => Finding {
  const count = fields.reduce((sum, { type }) => sum + type.comparisons.length, 0)
  const levels = new Int8Array(count)
  const [leftEntries, rightEntries] = [new Int32Array(fields.length), new Int32Array(fields.length)]
  const finding = { levels, leftEntries, rightEntries }
  return ({ left, right, findings, width }, edge) => {
    const at = edge * width
    for (let i = 0; i < count; i++) levels[i] = findings[at + i] - 1
    for (let i = 0; i < fields.length; i++) {
      const { starts, entries } = fields[i].columns
      const places = findings[at + count + i]
      const [a, b] = [starts[left[edge]], starts[right[edge]]]
      const isMissing = a === starts[left[edge] + 1] || b === starts[right[edge] + 1]
      leftEntries[i] = isMissing ? -1 : entries[a + (places >> 4)]
      rightEntries[i] = isMissing ? -1 : entries[b + (places & 15)]
    }
    return finding
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
