import { type CellWriter, TextPiece } from '../data/cells.ts'
import type { Edges } from '../data/edges.ts'
import type { Language } from '../model/field-type.ts'
import { probabilityOf } from '../model/model.ts'
import { createDescriber, createSisterDescriber, type Evidence, missingStep, type Step } from './evidence.ts'
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
  /** Writes the reason of an edge as a cell: all that a table of a million pairs needs. */
  readonly writeReason: (edges: Edges, edge: number, cells: CellWriter) => void
}

/** An explainer of pairs that are weighed so. */
export function createPairExplainer(weighed: WeighedFields, language: Language): PairExplainer {
  const { prior, fields } = weighed
  const separator = new TextPiece(language === 'zh' ? '；' : '; ')
  const read = createReader(weighed, language)
  const unpack = createFindingReader(fields)
  const readEdge = (edges: Edges, edge: number): Reading =>
    read(edges.left[edge], edges.right[edge], edges.weights[edge], unpack(edges, edge))
  const tell = createTeller(language)
  const explanationOf = (reading: Reading): PairExplanation => {
    const { matchWeight, steps, sisters, relation } = reading
    return {
      matchWeight,
      probability: probabilityOf(matchWeight),
      prior,
      evidence: steps.map(({ evidence }) => evidence),
      sisters,
      relation,
      reason: tell(reading)
        .map(({ text }) => text)
        .join(separator.text),
    }
  }
  let weigher: Weigher | undefined
  return {
    explain(left, right) {
      weigher ??= createWeigher(weighed)
      const matchWeight = weigher.weigh(left, right)
      return explanationOf(read(left, right, matchWeight, weigher.comparer))
    },
    explainEdge: (edges, edge) => explanationOf(readEdge(edges, edge)),
    writeReason(edges, edge, cells) {
      cells.pieces(tell(readEdge(edges, edge)), separator)
    },
  }
}

/** What a pair shows. It is the reader's own, and good until the next pair is read. */
interface Reading {
  matchWeight: number
  /** In the order of fields and comparisons. */
  readonly steps: Step[]
  sisters: number
  relation: string
}

type ReadFinding = (left: number, right: number, matchWeight: number, finding: Finding) => Reading

function createReader({ fields, prior }: WeighedFields, language: Language): ReadFinding {
  const readings = fields.map((field) => ({
    missing: missingStep(field.type.name, field.type.label, language),
    describers: field.type.comparisons.map((_, index) => createDescriber(field, index, language)),
  }))
  const reading: Reading = { matchWeight: 0, steps: [], sisters: 0, relation: '' }
  return (left, right, matchWeight, { levels, leftEntries, rightEntries }) => {
    const { steps } = reading
    steps.length = 0
    reading.relation = ''
    reading.matchWeight = matchWeight
    let offset = 0
    let sum = prior
    for (let index = 0; index < fields.length; index++) {
      const { type, columns } = fields[index]
      const { missing, describers } = readings[index]
      const [leftEntry, rightEntry] = [leftEntries[index], rightEntries[index]]
      if (leftEntry < 0 || rightEntry < 0) {
        // A field that one side lacks is said; one that both lack is not worth a word.
        if (hasEntry(columns.starts, left) !== hasEntry(columns.starts, right)) steps.push(missing)
      } else {
        for (let i = 0; i < describers.length; i++) {
          const level = levels[offset + i]
          if (level < 0) continue
          const step = describers[i](level, leftEntry, rightEntry)
          steps.push(step)
          sum += step.evidence.matchWeight
          if (step.evidence.isVeto) {
            reading.relation ||= type.comparisons[i].vetoes?.[step.evidence.level] ?? ''
          }
        }
      }
      offset += describers.length
    }
    reading.sisters = matchWeight - sum
    return reading
  }
}

/** Chooses what is told of a pair, in the order in which it is told. The list is the teller's own. */
function createTeller(language: Language): (reading: Reading) => readonly TextPiece[] {
  const describeSisters = createSisterDescriber(language)
  const told: Step[] = []
  const phrases: TextPiece[] = []
  return ({ steps, sisters, relation }) => {
    let count = 0
    for (const step of steps) if (step.phrase !== undefined) count = insert(told, count, step)
    // Where a veto already says what they are to each other, the doubt is not worth a word.
    const doubt = relation === '' ? describeSisters(sisters) : undefined
    if (doubt?.phrase !== undefined) count = insert(told, count, doubt)
    phrases.length = 0
    for (let i = 0; i < count; i++) phrases.push(told[i].phrase as TextPiece)
    return phrases
  }
}

function hasEntry(starts: Uint32Array, row: number): boolean {
  return starts[row + 1] > starts[row]
}

/** Puts a step among the first `count` of a list in the order in which reasons are told, behind its equals. */
function insert(list: Step[], count: number, step: Step): number {
  let at = count
  for (; at > 0 && order(step.evidence, list[at - 1].evidence) < 0; at--) list[at] = list[at - 1]
  list[at] = step
  return count + 1
}

/** What forbids a merge first, what is missing last, the strongest in between. */
function order(a: Evidence, b: Evidence): number {
  return (
    Number(b.isVeto) - Number(a.isVeto) ||
    Number(a.level === 'missing') - Number(b.level === 'missing') ||
    Math.abs(b.matchWeight) - Math.abs(a.matchWeight)
  )
}
