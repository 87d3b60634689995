import { createClaims } from '../data/claims.ts'
import { cellColumnsOf, type FieldJob, joinCells, type NormalizedField } from '../engine/normalize-field.ts'
import { type CellRange, countCells, type ParsedRange, type RangeEntries } from '../engine/parse-cells.ts'
import type { Crew } from './crew.ts'
import { countPieces, doStep, type NormalizeStep, type StepDone } from './normalize-step.ts'
import type { Request } from './protocol.ts'

/** So many distinct cells are parsed at a time: few enough that no thread waits long, many enough to share their words. */
const CELLS_OF_RANGE = 20_000

/** The ranges of so many cells are worth being collected, some 200 MB. */
const MANY_CELLS = 400_000

/**
 * Normalizes field by field, the largest first. What one thread joins the others parse on beside, and what was joined is let
 * go: the ranges of all fields at once would be as much memory as the fields.
 */
export async function normalizeInThreads(
  jobs: readonly FieldJob[],
  crew: Crew,
  onParsed: (cells: number) => void,
): Promise<NormalizedField[]> {
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
        parse: { type: job.type.name, columns: cellColumnsOf(job), ranges: rangesOf(cellsOf[order[at]]) },
      }),
      ...(joined && {
        join: { job: { ...joined, type: joined.type.name }, ranges: ranges.map(entriesOnly) },
      }),
    }
    const claims = createClaims(countPieces(step))
    const told = (cells: number) => onParsed(before + cells)
    const leavesMuch = joined !== undefined && cellsOf[order[at - 1]] >= MANY_CELLS
    const request: Request = { kind: 'normalize', step, claims, leavesMuch }
    const done = await crew.share<StepDone>(request, () => doStep(step, claims, told))
    const columns = done.find((part) => part.joined !== undefined)?.joined
    if (columns !== undefined) {
      fields[order[at - 1]] = { type: joined.type, columns, cells: joinCells(joined, ranges) }
    }
    ranges = done
      .flatMap(({ parsed }) => parsed)
      .sort(([a], [b]) => a - b)
      .map(([, range]) => range)
    before += cellsOf[order[at]] ?? 0
  }
  return fields
}

function rangesOf(cells: number): CellRange[] {
  const ranges: CellRange[] = []
  for (let from = 0; from < cells || from === 0; from += CELLS_OF_RANGE) {
    ranges.push({ from, to: Math.min(cells, from + CELLS_OF_RANGE) })
  }
  return ranges
}

/** What joining needs of a range: notes are texts, and would be copied for nothing. */
function entriesOnly({ found, columns }: ParsedRange): RangeEntries {
  return { found, columns: columns.map(({ first, starts, entries }) => ({ first, starts, entries })) }
}
