import { createApartRule, type Decisions, type RowPair } from '../cluster/decisions.ts'
import type { ProblemLog } from '../data/problems.ts'
import { type Column, cellText } from '../data/table.ts'
import { createDisjointSets, findRoot, uniteRoots } from '../data/union-find.ts'
import { foldKey } from '../text/fold.ts'
import type { ArrangedRecords } from './arrange-records.ts'
import { columnNamed, missing } from './read-labels.ts'
import { type RecordsInput, toRecords } from './to-records.ts'

const JUDGEMENTS: ReadonlyMap<string, 'same' | 'different' | 'unsure'> = new Map(
  Object.entries({
    same: ['same', '相同', '同一客户', '是', 'yes', 'y', '1'],
    different: ['different', '不同', '不是', '否', 'no', 'n', '0'],
    unsure: ['unsure', '不确定', '不知道', ''],
  } as const).flatMap(([judgement, words]) =>
    words.map((word) => [foldKey(word), judgement as 'same' | 'different' | 'unsure'] as const),
  ),
)

const NONE: Decisions = { same: [], different: [] }

/**
 * Reads what people have decided: a review table with a column `judgement` filled in. A record that is not in the input,
 * a judgement that is no word for one, and a `same` that a `different` forbids are reported, and the rest holds.
 * @throws TruthError where a column is missing.
 */
export function readDecisions(
  input: RecordsInput | undefined,
  arranged: ArrangedRecords,
  log: ProblemLog,
): Decisions {
  if (input === undefined) return NONE
  const { table, origins, rowNumbers } = toRecords(input)
  if (table.columns.length === 0) return NONE
  const columnOf = (headings: readonly string[], of: string, wanted: string): Column => {
    const found = columnNamed(table.columns, headings)
    if (found === undefined) throw missing('the list of decisions', of, wanted, table.columns)
    return found
  }
  const ids = [
    columnOf(['left_id'], 'left records', 'left_id'),
    columnOf(['right_id'], 'right records', 'right_id'),
  ]
  const judgements = columnOf(
    ['judgement', 'judgment', 'decision', '判断', '结论', '决定'],
    'judgements',
    'judgement (same, different or unsure)',
  )
  const sources = ['left_source', 'right_source'].map((name) => columnNamed(table.columns, [name]))
  const rowOf = indexRecords(arranged, ids)
  const decided: { readonly pair: RowPair; readonly isSame: boolean; readonly row: number }[] = []
  const file = origins[0]?.name ?? ''
  for (let row = 0; row < table.rowCount; row++) {
    const value = cellText(judgements, row).trim()
    const judgement = JUDGEMENTS.get(foldKey(value))
    const at = { file, row: rowNumbers[row] }
    if (judgement === undefined) {
      const detail = 'same, different or unsure is wanted'
      log.add({ code: 'unreadable-judgement', ...at, column: judgements.name, value, detail })
    }
    if (judgement === undefined || judgement === 'unsure') continue
    const found = [0, 1].map((side) => {
      const id = cellText(ids[side], row).trim()
      const source = sources[side]
      const known = rowOf(source === undefined ? undefined : cellText(source, row).trim(), id)
      if (known === undefined) {
        const detail = 'no record of the input has this id, or several have'
        log.add({ code: 'unknown-record', ...at, column: ids[side].name, value: id, detail })
      }
      return known
    })
    const [left, right] = found
    if (left === undefined || right === undefined || left === right) continue
    decided.push({ pair: [left, right], isSame: judgement === 'same', row })
  }
  const different = decided.filter(({ isSame }) => !isSame).map(({ pair }) => pair)
  // In the order of the records, so that nothing depends on the order of the list.
  const same = decided
    .filter(({ isSame }) => isSame)
    .sort((a, b) => Math.min(...a.pair) - Math.min(...b.pair) || Math.max(...a.pair) - Math.max(...b.pair))
  const held = withoutContradictions(same, different, arranged.table.rowCount, ({ row, pair }) => {
    const value = pair.map((record) => cellText(arranged.recordId, record)).join(', ')
    const detail = 'other decisions say that they are different, and that holds'
    log.add({
      code: 'contradictory-decision',
      file,
      row: rowNumbers[row],
      column: judgements.name,
      value,
      detail,
    })
  })
  return { same: held.map(({ pair }) => pair), different }
}

/** Decisions about rows that name no customer hold nothing together. */
export function withoutJunk({ same, different }: Decisions, isJunk: Uint8Array): Decisions {
  const isNamed = ([left, right]: RowPair) => isJunk[left] === 0 && isJunk[right] === 0
  return { same: same.filter(isNamed), different }
}

/** Rows by source and id, for the ids that are asked for. */
function indexRecords({ recordId, source }: ArrangedRecords, ids: readonly Column[]) {
  const wanted = new Set<string>()
  for (const column of ids) {
    for (let row = 0; row < column.codes.length; row++) wanted.add(cellText(column, row).trim())
  }
  const rows = new Map<string, { readonly source: string; readonly row: number }[]>()
  for (let row = 0; row < recordId.codes.length; row++) {
    const id = cellText(recordId, row)
    if (!wanted.has(id)) continue
    rows.set(id, [...(rows.get(id) ?? []), { source: cellText(source, row), row }])
  }
  return (from: string | undefined, id: string): number | undefined => {
    const all = rows.get(id) ?? []
    const found = from === undefined || from === '' ? all : all.filter((record) => record.source === from)
    return found.length === 1 ? found[0].row : undefined
  }
}

/** Those of `same` that do not join, by themselves or through others before them, two rows that are different. */
function withoutContradictions<Decided extends { readonly pair: RowPair }>(
  same: readonly Decided[],
  different: readonly RowPair[],
  rowCount: number,
  onContradiction: (decided: Decided) => void,
): Decided[] {
  if (different.length === 0 || same.length === 0) return [...same]
  const sets = createDisjointSets(rowCount)
  const apart = createApartRule(sets, different)
  return same.filter((decided) => {
    const [a, b] = decided.pair.map((row) => findRoot(sets, row))
    if (a === b) return true
    if (apart.forbids(a, b)) {
      onContradiction(decided)
      return false
    }
    apart.join(a, b, uniteRoots(sets, a, b))
    return true
  })
}
