import type { ComparedField } from '../compare/create-entry-comparer.ts'
import { createLevelWeigher, type LevelWeigher } from '../compare/level-weigher.ts'
import { NO_ENTRY, type PackedRows } from '../compare/pack-rows.ts'
import { type CellWriter, collectRows, TextPiece } from '../data/cells.ts'
import type { Edges } from '../data/edges.ts'
import type { Language } from '../model/field-type.ts'
import { probabilityOf } from '../model/model.ts'
import {
  createDescriber,
  createSisterDescriber,
  type Describer,
  type Evidence,
  firstAndNext,
  LEAST_TOLD,
  missingField,
} from './evidence.ts'
import { createFindingReader, type Finding } from './findings.ts'
import { createToldList, EVIDENCE, FORBIDS, MISSING } from './order-told.ts'
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
  const { prior } = weighed
  const reader = createReasonReader(weighed, language)
  const unpack = createFindingReader(weighed)
  const describe = (left: number, right: number, matchWeight: number, finding: Finding): PairExplanation => {
    const { sisters, relation } = reader.read(left, right, matchWeight, finding)
    const cells = collectRows()
    reader.write(finding, cells)
    cells.endRow()
    return {
      matchWeight,
      probability: probabilityOf(matchWeight),
      prior,
      evidence: reader.evidence(left, right, finding),
      sisters,
      relation,
      reason: String(cells.row()[0]),
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
      const finding = unpack(edges, edge)
      reader.read(edges.left[edge], edges.right[edge], edges.weights[edge], finding)
      reader.write(finding, cells, before)
    },
  }
}

/** What a reason takes together. */
interface Reason {
  sisters: number
  relation: string
}

/** Reads what was found of a pair. */
interface ReasonReader {
  /** Reads what is to be told, and in which order. What comes back is the reader's own. */
  readonly read: (left: number, right: number, matchWeight: number, finding: Finding) => Reason
  /** Writes what was read of that finding last as a cell. */
  readonly write: (finding: Finding, cells: CellWriter, before?: TextPiece) => void
  /** In the order of fields and comparisons. */
  readonly evidence: (left: number, right: number, finding: Finding) => Evidence[]
}

function createReasonReader({ fields, rows, prior }: WeighedFields, language: Language): ReasonReader {
  const described = describeFields(fields, language)
  const comparisonCount = described.reduce((sum, { describers }) => sum + describers.length, 0)
  // What is told has a number: a comparison its own, then come the fields, of which one side has none, then sisters.
  const sistersAt = comparisonCount + fields.length
  const list = createToldList(sistersAt + 1)
  const fieldOf = described.flatMap(({ describers }, index) => describers.map(() => index))
  const describerOf = described.flatMap(({ describers }) => describers)
  const [missing, missingNext] = [0, 1].map((place) =>
    described.map((field) => new TextPiece(firstAndNext(field.missing.text, language)[place])),
  )
  const describeSisters = createSisterDescriber(language)
  const reason: Reason = { sisters: 0, relation: '' }
  return {
    read(left, right, matchWeight, { levels, leftEntries, rightEntries }) {
      list.clear()
      let at = 0
      let sum = prior
      let relation = ''
      for (let index = 0; index < described.length; index++) {
        const { weigh, describers } = described[index]
        const own = leftEntries[index]
        const other = rightEntries[index]
        if (own < 0 || other < 0) {
          if (isOneSided(rows, index, left, right)) list.add(comparisonCount + index, MISSING, 0)
        } else {
          for (let i = 0; i < describers.length; i++) {
            const level = levels[at + i]
            if (level < 0) continue
            const weight = weigh(i, level, own, other)
            sum += weight
            const { vetoes, relations } = describers[i]
            if (vetoes[level] === 1) {
              relation ||= relations[level]
              list.add(at + i, FORBIDS, weight)
            } else if (Math.abs(weight) >= LEAST_TOLD) list.add(at + i, EVIDENCE, weight)
          }
        }
        at += describers.length
      }
      reason.sisters = matchWeight - sum
      reason.relation = relation
      // Where a veto already says what they are to each other, the doubt is not worth a word.
      if (relation === '' && Math.abs(reason.sisters) >= LEAST_TOLD)
        list.add(sistersAt, EVIDENCE, reason.sisters)
      return reason
    },
    write({ levels, leftEntries, rightEntries }, cells, before) {
      cells.beginCell()
      if (before !== undefined) cells.piece(before)
      for (let i = 0; i < list.count(); i++) {
        const isFirst = i === 0 && before === undefined
        const what = list.order[i]
        if (what < comparisonCount) {
          const field = fieldOf[what]
          describerOf[what].write(
            levels[what],
            leftEntries[field],
            rightEntries[field],
            list.weights[what],
            isFirst,
            cells,
          )
        } else if (what < sistersAt) cells.piece((isFirst ? missing : missingNext)[what - comparisonCount])
        else cells.piece(describeSisters(list.weights[what], isFirst))
      }
      cells.endCell()
    },
    evidence(left, right, { levels, leftEntries, rightEntries }) {
      let offset = 0
      return described.flatMap(({ missing, describers }, index) => {
        const first = offset
        offset += describers.length
        if (leftEntries[index] < 0 || rightEntries[index] < 0)
          return isOneSided(rows, index, left, right) ? [missing] : []
        return describers.flatMap(({ evidence }, i) => {
          const level = levels[first + i]
          return level < 0 ? [] : [evidence(level, leftEntries[index], rightEntries[index])]
        })
      })
    },
  }
}

interface DescribedField {
  readonly weigh: LevelWeigher
  readonly missing: Evidence
  readonly describers: readonly Describer[]
}

function describeFields(fields: readonly ComparedField[], language: Language): DescribedField[] {
  return fields.map((field) => ({
    weigh: createLevelWeigher(field),
    missing: missingField(field.type.name, field.type.label, language),
    describers: field.type.comparisons.map((_, i) => createDescriber(field, i, language)),
  }))
}

/** A field that one side lacks is said; one that both lack is not worth a word. */
function isOneSided({ entries, stride }: PackedRows, field: number, left: number, right: number): boolean {
  return (entries[left * stride + field] === NO_ENTRY) !== (entries[right * stride + field] === NO_ENTRY)
}
