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
  /** By rule, how many rows a block has at most. */
  readonly maxBlockSizes: readonly number[]
}

/** The rules of the settings, or the shipped ones. Rules that name a field the input does not have are passed over. */
export function blockJob({ fields, isJunk }: NormalizedRecords, settings: Settings): BlockJob {
  const names = settings.blocking ?? DEFAULT_BLOCKING
  const bound = names.flatMap((names): { rule: BlockingRule; share: number }[] => {
    const keys = names.map((name) => bindKey(fields, name))
    if (!keys.every((one) => one !== undefined)) return []
    const rule = { name: names.join(' + '), keys: keys.map(({ key }) => key) }
    return [{ rule, share: Math.min(...keys.map(({ share }) => share)) }]
  })
  return {
    rules: bound.map(({ rule }) => rule),
    splitters: SPLITTERS.flatMap((name) => bindKey(fields, name)?.key ?? []),
    skipped: isJunk,
    maxBlockSizes: bound.map(({ share }) => Math.max(2, Math.round(settings.maxBlockSize * share))),
  }
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
  { rules, splitters, skipped, maxBlockSizes }: BlockJob,
  rule: number,
): RuleBlocks {
  return buildBlocks(rules[rule], splitters, skipped, maxBlockSizes[rule])
}

/** The key of that name in the fields at hand; undefined when the input has no such field. */
function bindKey(
  fields: readonly NormalizedField[],
  name: string,
): { readonly key: BoundKey; readonly share: number } | undefined {
  for (const { type, columns } of fields) {
    const key = columns.keys.find((column) => `${type.name}.${column.name}` === name)
    if (key === undefined) continue
    const share = type.keys.find((one) => one.name === key.name)?.blockShare ?? 1
    return { key: { columns, key }, share }
  }
  return undefined
}
