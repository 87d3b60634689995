import { type CellWriter, TextPiece } from '../data/cells.ts'
import type { Edges } from '../data/edges.ts'
import type { Language } from '../model/field-type.ts'
import { probabilityOf } from '../model/model.ts'
import { createDescriber, createSisterDescriber, type Evidence, missingField, type Told } from './evidence.ts'
import { createFindingReader, type Finding } from './findings.ts'
import { createWeigher, type WeighedFields, type Weigher } from './weigh-records.ts'

/** Why two records are, or are not, one customer. */
export interface PairExplanation {
  /** `prior`, the weights of the evidence, and `sisters`, added up. */
  readonly matchWeight: number
  readonly probability: number
  /** Where the weight starts: log2 odds that two records drawn at random are one customer. */
  readonly prior: number
  readonly evidence: readonly Evidence[]
  /** What the chance that they are sister firms of one brand takes away: 0 or less. */
  readonly sisters: number
  /** The relation that a veto shows ('branch'); '' none. */
  readonly relation: string
  /** The whole in one line, strongest evidence first. */
  readonly reason: string
}

/** Explains pairs of rows. */
export interface PairExplainer {
  /** Explains any two rows by comparing them once more with every step written down. */
  readonly explain: (left: number, right: number) => PairExplanation
  /** Explains an edge by what was found of it when it was scored. */
  readonly explainEdge: (edges: Edges, edge: number) => PairExplanation
  /** Writes the reason of an edge as a cell, behind what else is to be said: all that a table of a million pairs needs. */
  readonly writeReason: (edges: Edges, edge: number, cells: CellWriter, before?: TextPiece) => void
}

/** An explainer of pairs that are weighed so. */
export function createPairExplainer(weighed: WeighedFields, language: Language): PairExplainer {
  const { prior, fields } = weighed
  const separator = new TextPiece(language === 'zh' ? '；' : '; ')
  const read = createReader(weighed, language)
  const unpack = createFindingReader(fields)
  const describe = (left: number, right: number, matchWeight: number, finding: Finding): PairExplanation => {
    const { phrases, sisters, relation } = read.reason(left, right, matchWeight, finding)
    return {
      matchWeight,
      probability: probabilityOf(matchWeight),
      prior,
      evidence: read.evidence(left, right, finding),
      sisters,
      relation,
      reason: phrases.map(({ text }) => text).join(separator.text),
    }
  }
  let weigher: Weigher | undefined
  return {
    explain(left, right) {
      weigher ??= createWeigher(weighed)
      return describe(left, right, weigher.weigh(left, right), weigher.comparer)
    },
    explainEdge: (edges, edge) =>
      describe(edges.left[edge], edges.right[edge], edges.weights[edge], unpack(edges, edge)),
    writeReason(edges, edge, cells, before) {
      const { left, right, weights } = edges
      const { phrases } = read.reason(left[edge], right[edge], weights[edge], unpack(edges, edge))
      if (before !== undefined) phrases.unshift(before)
      cells.pieces(phrases, separator)
    },
  }
}

/** What is told of a pair. It is the reader's own, and good until the next pair is read. */
interface Reason {
  /** In the order in which they are told. */
  readonly phrases: TextPiece[]
  sisters: number
  relation: string
}

/** Reads what was found of a pair. */
interface Reader {
  readonly reason: (left: number, right: number, matchWeight: number, finding: Finding) => Reason
  /** In the order of fields and comparisons. */
  readonly evidence: (left: number, right: number, finding: Finding) => Evidence[]
}

function createReader({ fields, prior }: WeighedFields, language: Language): Reader {
  const described = fields.map(({ type, columns }, index) => ({
    starts: columns.starts,
    missing: missingField(type.name, type.label, language),
    describers: type.comparisons.map((_, i) => createDescriber(fields[index], i, language)),
  }))
  const describeSisters = createSisterDescriber(language)
  const list: Told[] = []
  const reason: Reason = { phrases: [], sisters: 0, relation: '' }
  return {
    reason(left, right, matchWeight, { levels, leftEntries, rightEntries }) {
      let [offset, count, sum, relation] = [0, 0, prior, '']
      for (let index = 0; index < described.length; index++) {
        const { starts, missing, describers } = described[index]
        if (leftEntries[index] < 0 || rightEntries[index] < 0) {
          if (isOneSided(starts, left, right)) count = insert(list, count, missing.told)
        } else {
          for (let i = 0; i < describers.length; i++) {
            if (levels[offset + i] < 0) continue
            const told = describers[i].tell(levels[offset + i], leftEntries[index], rightEntries[index])
            sum += told.matchWeight
            relation ||= told.relation
            if (told.phrase !== undefined) count = insert(list, count, told)
          }
        }
        offset += describers.length
      }
      reason.sisters = matchWeight - sum
      reason.relation = relation
      // Where a veto already says what they are to each other, the doubt is not worth a word.
      const doubt = relation === '' ? describeSisters(reason.sisters) : undefined
      if (doubt?.phrase !== undefined) count = insert(list, count, doubt)
      reason.phrases.length = 0
      for (let i = 0; i < count; i++) reason.phrases.push(list[i].phrase as TextPiece)
      return reason
    },
    evidence(left, right, { levels, leftEntries, rightEntries }) {
      let offset = 0
      return described.flatMap(({ starts, missing, describers }, index) => {
        const first = offset
        offset += describers.length
        if (leftEntries[index] < 0 || rightEntries[index] < 0)
          return isOneSided(starts, left, right) ? [missing.evidence] : []
        return describers.flatMap(({ evidence }, i) => {
          const level = levels[first + i]
          return level < 0 ? [] : [evidence(level, leftEntries[index], rightEntries[index])]
        })
      })
    },
  }
}

/** A field that one side lacks is said; one that both lack is not worth a word. */
function isOneSided(starts: Uint32Array, left: number, right: number): boolean {
  return starts[left + 1] > starts[left] !== starts[right + 1] > starts[right]
}

/** Puts what is told among the first `count` of a list in the order in which reasons are told, behind its equals. */
function insert(list: Told[], count: number, told: Told): number {
  let at = count
  for (; at > 0 && order(told, list[at - 1]) < 0; at--) list[at] = list[at - 1]
  list[at] = told
  return count + 1
}

/** What forbids a merge first, what is missing last, the strongest in between. */
function order(a: Told, b: Told): number {
  if (a.isVeto !== b.isVeto) return a.isVeto ? -1 : 1
  if (a.isMissing !== b.isMissing) return a.isMissing ? 1 : -1
  return Math.abs(b.matchWeight) - Math.abs(a.matchWeight)
}
