import { currentCodes } from './divisions.ts'
import { CARVED_DIVISIONS } from './lexicon/division-aliases.ts'

export type DivisionRelation = 'same' | 'inside' | 'contains' | 'apart' | 'missing'

/** A place ready to be related: the current codes it may be, and for each what its last digits leave open (10000, 100, 1). */
export interface DivisionSet {
  readonly codes: Int32Array
  readonly scales: Int32Array
}

/**
 * The place that codes joined by '/' stand for, retired ones replaced by their successors; empty for '' and unknown codes.
 * @example divisionSetOf('140100').scales // Int32Array [100]
 */
export function divisionSetOf(codes: string): DivisionSet {
  const known = divisionSets.get(codes)
  if (known !== undefined) return known
  const current = codes === '' ? [] : codes.split('/').flatMap(currentCodes).map(Number)
  const set = {
    codes: Int32Array.from(current),
    scales: Int32Array.from(current, scaleOf),
  }
  if (divisionSets.size < MOST_SETS) divisionSets.set(codes, set)
  return set
}

const MOST_SETS = 50_000
const divisionSets = new Map<string, DivisionSet>()

/** A county cut out of another one counts as lying inside it, since older addresses name the other. */
const carved: ReadonlySet<number> = new Set(
  CARVED_DIVISIONS.map(([part, whole]) => pairOfCodes(Number(part), Number(whole))),
)

function pairOfCodes(part: number, whole: number): number {
  return part * 1_000_000 + whole
}

/**
 * How the place `a` lies to the place `b`: codes, several joined by '/' when a place is ambiguous or was split.
 * Two sets are the same as soon as they share a code. Missing when either is '' or unknown.
 * @example relateDivisions('140105', '140100') // 'inside'
 */
export function relateDivisions(a: string, b: string): DivisionRelation {
  return relateDivisionSets(divisionSetOf(a), divisionSetOf(b))
}

/** `relateDivisions` for places that were read before. */
export function relateDivisionSets(a: DivisionSet, b: DivisionSet): DivisionRelation {
  if (a.codes.length === 0 || b.codes.length === 0) return 'missing'
  let relation: DivisionRelation = 'apart'
  for (let i = 0; i < a.codes.length; i++) {
    for (let j = 0; j < b.codes.length; j++) {
      const [left, right] = [a.codes[i], b.codes[j]]
      if (left === right) return 'same'
      if (liesIn(left, right, b.scales[j])) relation = 'inside'
      else if (liesIn(right, left, a.scales[i])) relation = 'contains'
      else if (relation === 'apart') {
        if (carved.has(pairOfCodes(left, right))) relation = 'inside'
        else if (carved.has(pairOfCodes(right, left))) relation = 'contains'
      }
    }
  }
  return relation
}

/** The only current code that `codes` stand for; 0 none, −1 several. */
export function divisionNumberOf(codes: string): number {
  const { codes: current } = divisionSetOf(codes)
  return current.length === 1 ? current[0] : current.length === 0 ? 0 : -1
}

/** `relateDivisions` for places of one code each, as {@link divisionNumberOf} gives them. */
export function relateDivisionNumbers(left: number, right: number): DivisionRelation {
  if (left === right) return 'same'
  if (liesIn(left, right, scaleOf(right)) || carved.has(pairOfCodes(left, right))) return 'inside'
  return liesIn(right, left, scaleOf(left)) || carved.has(pairOfCodes(right, left)) ? 'contains' : 'apart'
}

function scaleOf(code: number): number {
  return code % 10_000 === 0 ? 10_000 : code % 100 === 0 ? 100 : 1
}

function liesIn(code: number, whole: number, scale: number): boolean {
  return code - (code % scale) === whole
}
