import type { RuleBlocks } from '../block/build-blocks.ts'
import { releaseKeys } from '../data/field-columns.ts'
import type { Settings } from '../model/settings.ts'
import { blockJob } from './block-job.ts'
import type { Executor } from './executor.ts'
import type { NormalizedRecords } from './normalized-records.ts'
import type { Progress } from './options.ts'

/** The blocks of all rules, by an executor. The blocking keys are let go: blocks are built once. */
export async function blockRecordsBy(
  executor: Executor,
  normalized: NormalizedRecords,
  settings: Settings,
  onProgress: (progress: Progress) => void,
): Promise<RuleBlocks[]> {
  const job = blockJob(normalized, settings)
  const total = job.rules.length
  const blocks = await executor.buildBlocks(job, (done) => onProgress({ phase: 'block', done, total }))
  for (const { columns } of normalized.fields) releaseKeys(columns)
  return blocks
}
