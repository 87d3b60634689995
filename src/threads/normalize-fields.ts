import { createClaims } from '../data/claims.ts'
import { cellColumnsOf, type FieldJob, joinCells, type NormalizedField } from '../engine/normalize-field.ts'
import { type CellRange, countCells, type ParsedRange, type RangeEntries } from '../engine/parse-cells.ts'
import type { Crew } from './crew.ts'
import { countPieces, doStep, type NormalizeStep, type StepDone } from './normalize-step.ts'
import { type AllParsedAhead, amongColumns, CELLS_OF_RANGE } from './parse-ahead.ts'

/** The ranges of so many cells are worth being collected, some 200 MB. */
const MANY_CELLS = 400_000

/**
 * Normalizes field by field, the largest first. What one thread joins the others parse on beside, and what was joined is let
 * go: the ranges of all fields at once would be as much memory as the fields.
 */
export async function normalizeInThreads(
  jobs: readonly FieldJob[],
  crew: Crew,
  ahead: AllParsedAhead,
  onParsed: (cells: number) => void,
): Promise<NormalizedField[]> {
  const cuts = await Promise.all(jobs.map((job) => cutField(job, ahead)))
  const cellsOf = jobs.map((job) => countCells(cellColumnsOf(job)))
  const order = jobs.map((_, job) => job).sort((a, b) => cellsOf[b] - cellsOf[a])
  const fields: NormalizedField[] = []
  let before = 0
  let ranges: ParsedRange[] = []
  for (let at = 0; at <= order.length; at++) {
    const job = jobs[order[at]]
    const joined = jobs[order[at - 1]]
    const step: NormalizeStep = {
      ...(job && {
        parse: { type: job.type.name, columns: cellColumnsOf(job), ranges: cuts[order[at]].left },
      }),
      ...(joined && {
        join: { job: { ...joined, type: joined.type.name }, ranges: ranges.map(entriesOnly) },
      }),
    }
    const done = await shareStep(step, crew, (cells) => onParsed(before + cells))
    const columns = done.find((part) => part.joined !== undefined)?.joined
    if (columns !== undefined) {
      fields[order[at - 1]] = { type: joined.type, columns, cells: joinCells(joined, ranges) }
    }
    const cut = cuts[order[at]]
    ranges = [
      ...(cut?.parsed.splice(0) ?? []),
      ...done.flatMap(({ parsed }) => parsed).map(([i, range]) => ({ from: cut.left[i].from, range })),
    ]
      .sort((a, b) => a.from - b.from)
      .map(({ range }) => range)
    before += cellsOf[order[at]] ?? 0
    if (joined !== undefined && cellsOf[order[at - 1]] >= MANY_CELLS) await crew.tidy()
  }
  return fields
}

async function shareStep(
  step: NormalizeStep,
  crew: Crew,
  onParsed: (cells: number) => void,
): Promise<StepDone[]> {
  const claims = createClaims(countPieces(step))
  return crew.share<StepDone>({ kind: 'normalize', step, claims }, () => doStep(step, claims, onParsed))
}

/** What of a field's cells is parsed already, and the ranges that are left. */
interface FieldCut {
  readonly parsed: { readonly from: number; readonly range: ParsedRange }[]
  readonly left: readonly CellRange[]
}

/** Takes what was parsed ahead: after that it is known here alone. */
async function cutField({ type, columns }: FieldJob, ahead: AllParsedAhead): Promise<FieldCut> {
  const parsed: FieldCut['parsed'] = []
  const gaps: { from: number; to: number }[] = []
  let begin = 0
  for (const [i, { column, role }] of columns.entries()) {
    const known = ahead.get(column.dictionary)
    ahead.delete(column.dictionary)
    const portions = known?.type === type && known.role === role ? await Promise.all(known.portions) : []
    portions.forEach((range, portion) => {
      const from = begin + portion * CELLS_OF_RANGE
      parsed.push({ from, range: amongColumns(range, i, columns.length) })
    })
    const from = begin + portions.length * CELLS_OF_RANGE
    begin += column.dictionary.size - 1
    const last = gaps.at(-1)
    if (last?.to === from) last.to = begin
    else gaps.push({ from, to: begin })
  }
  return { parsed, left: gaps.flatMap(rangesOf) }
}

/** One at least, be it empty. */
function rangesOf({ from, to }: CellRange): CellRange[] {
  const ranges: CellRange[] = []
  for (let at = from; at < to || at === from; at += CELLS_OF_RANGE) {
    ranges.push({ from: at, to: Math.min(to, at + CELLS_OF_RANGE) })
  }
  return ranges
}

/** What joining needs of a range: notes are texts, and would be copied for nothing. */
function entriesOnly({ found, columns }: ParsedRange): RangeEntries {
  return { found, columns: columns.map(({ first, starts, entries }) => ({ first, starts, entries })) }
}
