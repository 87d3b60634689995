import { type BlockingRule, buildBlocks, type RuleBlocks } from '../block/build-blocks.ts'
import type { BoundKey } from '../block/row-keys.ts'
import type { Settings } from '../model/settings.ts'
import { DEFAULT_BLOCKING, SPLITTERS } from './default-blocking.ts'
import type { NormalizedField } from './normalize-field.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { Progress } from './options.ts'

/** The blocks of all rules. Rules that name a field the input does not have are passed over. */
export function blockRecords(
  { fields, isJunk }: NormalizedRecords,
  settings: Settings,
  onProgress: (progress: Progress) => void,
): RuleBlocks[] {
  const names = settings.blocking ?? DEFAULT_BLOCKING
  const rules = names.flatMap((keys): BlockingRule[] => {
    const bound = keys.map((name) => bindKey(fields, name))
    return bound.every((key) => key !== undefined) ? [{ name: keys.join(' + '), keys: bound }] : []
  })
  const splitters = SPLITTERS.flatMap((name) => bindKey(fields, name) ?? [])
  return rules.map((rule, index) => {
    onProgress({ phase: 'block', done: index, total: rules.length })
    return buildBlocks(rule, splitters, isJunk, settings.maxBlockSize)
  })
}

/** The key of that name in the fields at hand; undefined when the input has no such field. */
function bindKey(fields: readonly NormalizedField[], name: string): BoundKey | undefined {
  for (const { type, columns } of fields) {
    const key = columns.keys.find((column) => `${type.name}.${column.name}` === name)
    if (key !== undefined) return { columns, key }
  }
  return undefined
}

/** How many pairs the rules make, counted as often as they are made: the bound of the work to come. */
export function countPairs(rules: readonly RuleBlocks[]): number {
  return rules.reduce((sum, { report }) => sum + report.pairs, 0)
}
