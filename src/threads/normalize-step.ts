import { type Claims, claim } from '../data/claims.ts'
import type { FieldColumns } from '../data/field-columns.ts'
import { type FieldJob, joinColumns } from '../engine/normalize-field.ts'
import {
  type CellColumn,
  type CellRange,
  createRangeParser,
  type ParsedRange,
  type RangeEntries,
} from '../engine/parse-cells.ts'
import { type Named, typeNamed } from './named-types.ts'

/** A step of normalizing: the ranges of one field are parsed while those of the field before are joined. */
export interface NormalizeStep {
  readonly parse?: {
    readonly type: string
    readonly columns: readonly CellColumn[]
    readonly ranges: readonly CellRange[]
  }
  readonly join?: { readonly job: Named<FieldJob>; readonly ranges: readonly RangeEntries[] }
}

/** What a thread did of a step. */
export interface StepDone {
  /** Ranges with their numbers. */
  readonly parsed: readonly (readonly [number, ParsedRange])[]
  readonly joined?: FieldColumns
}

/** Does what this thread claims of a step; piece 0 is the joining, which takes longest. */
export function doStep(
  { parse, join }: NormalizeStep,
  claims: Claims,
  onParsed: (cells: number) => void = () => {},
): StepDone {
  const parsed: (readonly [number, ParsedRange])[] = []
  const parseRange = parse && createRangeParser(typeNamed(parse.type))
  let joined: FieldColumns | undefined
  for (const piece of claim(claims)) {
    if (join !== undefined && piece === 0) {
      joined = joinColumns({ ...join.job, type: typeNamed(join.job.type) }, join.ranges)
    } else if (parse !== undefined && parseRange !== undefined) {
      const number = join === undefined ? piece : piece - 1
      onParsed(parse.ranges[number].from)
      parsed.push([number, parseRange(parse.columns, parse.ranges[number])])
    }
  }
  return { parsed, ...(joined && { joined }) }
}

/** How many pieces a step has. */
export function countPieces({ parse, join }: NormalizeStep): number {
  return (parse?.ranges.length ?? 0) + (join === undefined ? 0 : 1)
}
