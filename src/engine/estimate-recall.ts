import type { Edges } from '../data/edges.ts'
import type { RuleReader } from './findings.ts'

/** What share of the true pairs the blocking rules bring, as far as it can be told without a truth. */
export interface RecallEstimate {
  /** Pairs sure enough to merge whose records have two fields or more in common to meet by. */
  readonly found: number
  /** Of these, how many the rules of one field alone bring, and how many those of exactly two fields. */
  readonly byOneField: number
  readonly byTwoFields: number
  /** 0 … 1; at most this share, since what no rule can bring leaves no trace. undefined where too little was found, or by one field only. */
  readonly recall: number | undefined
}

/** Fewer pairs tell nothing. */
const LEAST_FOUND = 30

/** Tells of a field whether a row has a value of it. */
export type HasField = (field: string) => (row: number) => boolean

/**
 * Capture and recapture over the fields: what rules of one field bring, others bring again when they miss little. The
 * pairs that none brings are estimated at (t − 1) / t · f1 (f1 − 1) / (2 (f2 + 1)), with f1 brought by one of t fields and
 * f2 by two (Chao 1987, bias-corrected), a lower bound whatever pairs are hard to find. Rules of one field count
 * once: they are no independent looks.
 */
export function estimateRecall(
  ruleNames: readonly string[],
  edges: Edges,
  { rules, read }: RuleReader,
  mergeWeight: number,
  rowCount: number,
  hasField: HasField,
): RecallEstimate {
  const { left, right, weights, vetoes, count } = edges
  const fields = [...new Set(ruleNames.map(fieldOf))]
  const bitOfRule = ruleNames.map((name) => 1 << fields.indexOf(fieldOf(name)))
  const held = fieldsHeld(fields, rowCount, hasField)
  let [found, byOneField, byTwoFields, looks] = [0, 0, 0, 0]
  for (let edge = 0; edge < count; edge++) {
    if (weights[edge] < mergeWeight || vetoes[edge] >= 0) continue
    // A field that one of the two lacks has missed nothing.
    const shared = held[left[edge]] & held[right[edge]]
    const sharedCount = countBits(shared)
    if (sharedCount < 2) continue
    let brought = 0
    const ruleCount = read(edges, edge)
    for (let i = 0; i < ruleCount; i++) brought |= bitOfRule[rules[i]]
    const bringing = countBits(brought & shared)
    if (bringing === 0) continue
    found++
    looks += sharedCount
    if (bringing === 1) byOneField++
    if (bringing === 2) byTwoFields++
  }
  const share = 1 - found / looks
  const missed = (share * byOneField * (byOneField - 1)) / (2 * (byTwoFields + 1))
  const recall = found < LEAST_FOUND ? undefined : Math.round((1000 * found) / (found + missed)) / 1000
  return { found, byOneField, byTwoFields, recall }
}

/** By row, a bit for each field of which it has a value: there are a handful. */
function fieldsHeld(fields: readonly string[], rowCount: number, hasField: HasField): Uint32Array {
  const held = new Uint32Array(rowCount)
  fields.forEach((field, i) => {
    const has = hasField(field)
    for (let row = 0; row < rowCount; row++) if (has(row)) held[row] |= 1 << i
  })
  return held
}

function countBits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The field of the rule's first key: companyName of 'companyName.sound + companyName.province'. */
function fieldOf(rule: string): string {
  return rule.split('.')[0]
}
