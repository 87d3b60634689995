import { type BlockingRule, buildBlocks, type RuleBlocks } from '../block/build-blocks.ts'
import type { BoundKey } from '../block/row-keys.ts'
import type { Settings } from '../model/settings.ts'
import { DEFAULT_BLOCKING, SPLITTERS } from './default-blocking.ts'
import type { NormalizedField } from './normalize-field.ts'
import type { NormalizedRecords } from './normalized-records.ts'

/** The rules to build the blocks of, bound to the records. */
export interface BlockJob {
  readonly rules: readonly BlockingRule[]
  readonly splitters: readonly BoundKey[]
  /** By row, 1 for rows that are in no block. */
  readonly skipped: Uint8Array
  readonly maxBlockSize: number
}

/** The rules of the settings, or the shipped ones. Rules that name a field the input does not have are passed over. */
export function blockJob({ fields, isJunk }: NormalizedRecords, settings: Settings): BlockJob {
  const names = settings.blocking ?? DEFAULT_BLOCKING
  const rules = names.flatMap((keys): BlockingRule[] => {
    const bound = keys.map((name) => bindKey(fields, name))
    return bound.every((key) => key !== undefined) ? [{ name: keys.join(' + '), keys: bound }] : []
  })
  const splitters = SPLITTERS.flatMap((name) => bindKey(fields, name) ?? [])
  return { rules, splitters, skipped: isJunk, maxBlockSize: settings.maxBlockSize }
}

/** The rules by number in the order in which threads best take them: those with anchors first, one takes as long as all others. */
export function longestFirst({ rules }: BlockJob): number[] {
  const hasAnchors = ({ keys }: BlockingRule) => keys.some(({ key }) => key.anchors !== undefined)
  const numbers = rules.map((_, rule) => rule)
  return [
    ...numbers.filter((rule) => hasAnchors(rules[rule])),
    ...numbers.filter((rule) => !hasAnchors(rules[rule])),
  ]
}

/** The blocks of one rule of a job. */
export function blocksOfRule(
  { rules, splitters, skipped, maxBlockSize }: BlockJob,
  rule: number,
): RuleBlocks {
  return buildBlocks(rules[rule], splitters, skipped, maxBlockSize)
}

/** The key of that name in the fields at hand; undefined when the input has no such field. */
function bindKey(fields: readonly NormalizedField[], name: string): BoundKey | undefined {
  for (const { type, columns } of fields) {
    const key = columns.keys.find((column) => `${type.name}.${column.name}` === name)
    if (key !== undefined) return { columns, key }
  }
  return undefined
}
