import { EdgeList, type Edges } from '../../data/edges.ts'
import type { Column } from '../../data/table.ts'
import { createFindingPacker } from '../findings.ts'
import { textColumn } from '../text-column.ts'
import { createWeigher } from '../weigh-records.ts'
import { findRelations } from './find-relations.ts'
import type { RelationInput } from './relation.ts'

/** Records that belong together, as flat memory that any thread can make: by pair, what it is called and what shows it beside the evidence. */
export interface RelatedPairs {
  readonly edges: Edges
  readonly relation: Column
  readonly told: Column
}

/** Finds the relations of a run, with what was found of each pair. */
export function relatePairs(input: RelationInput): RelatedPairs {
  const { fields } = input.weighed
  const relations = findRelations(input)
  const { weigh, comparer } = createWeigher(input.weighed)
  const packer = createFindingPacker(fields, comparer)
  const list = new EdgeList(packer.width)
  for (const { left, right, found } of relations) {
    if (found !== undefined) list.push(left, right, found.weight, found.veto, found.finding)
    else list.push(left, right, weigh(left, right), comparer.veto(), packer.pack())
  }
  const numbers = Uint32Array.from(relations.keys())
  return {
    edges: list.finish(),
    relation: textColumn('relation', numbers, (i) => relations[i].word),
    told: textColumn('words', numbers, (i) => relations[i].told),
  }
}
