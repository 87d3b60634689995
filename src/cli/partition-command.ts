import { type Command, Option } from 'commander'
import type { ScoredPair } from '../engine/score-blocks.ts'
import type { BlockFormat } from '../files/read-blocks.ts'

interface PartitionFlags {
  readonly model: string
  readonly format?: BlockFormat
}

/** `guihu partition --model model.json` */
export function addPartitionCommand(program: Command): void {
  program
    .command('partition')
    .description(
      'the kernel as a process: reads the records of some blocks on stdin, writes their scored pairs on stdout',
    )
    .requiredOption('--model <file>', 'a model with the statistics of the data: guihu dedupe --save-model')
    .addOption(
      new Option('--format <format>', 'how pairs are written (default: as the records are)').choices([
        'jsonl',
        'csv',
      ]),
    )
    .action(runPartition)
}

/** So many rows are held at a time, and parsed together: what they share is parsed once. */
const BATCH_ROWS = 20_000
/** A stream of bad lines must not fill the log of a machine. */
const BAD_LINES_SHOWN = 20

const COLUMNS = [
  'block',
  'left_source',
  'left_id',
  'right_source',
  'right_id',
  'weight',
  'probability',
  'verdict',
] as const satisfies readonly (keyof ScoredPair)[]

async function runPartition(flags: PartitionFlags): Promise<void> {
  const { modelOptionOf } = await import('./run-options.ts')
  const { model } = await modelOptionOf(flags)
  const { BLOCK_COLUMN, createBlockScorer, idColumnsOf } = await import('./engine.ts')
  const { readBlocks } = await import('./files.ts')
  const { quoted } = await import('./files.ts')
  if (model === undefined) return
  const scorer = createBlockScorer(model)
  let bad = 0
  const onBadLine = (line: number, reason: string) => {
    if (++bad <= BAD_LINES_SHOWN) process.stderr.write(`guihu: line ${line} is left out: ${reason}\n`)
  }
  const csvLine = (cells: readonly (string | number)[]) =>
    `${cells.map((cell) => quoted(String(cell))).join(',')}\n`
  const reading = {
    blockColumn: BLOCK_COLUMN,
    idColumns: idColumnsOf(model),
    batchRows: BATCH_ROWS,
    onBadLine,
  }
  process.stdin.setEncoding('utf8')
  let isFirst = true
  for await (const { records, format } of readBlocks(process.stdin, reading)) {
    const isCsv = (flags.format ?? format) === 'csv'
    if (isFirst && isCsv) await write(csvLine(COLUMNS))
    isFirst = false
    const toLine = (pair: ScoredPair) =>
      isCsv ? csvLine(COLUMNS.map((name) => pair[name])) : `${JSON.stringify(pair)}\n`
    for (const text of inPieces(scorer.score(records), toLine)) await write(text)
    // Who reads no further needs no more.
    if (process.stdout.destroyed) return
  }
  if (bad > BAD_LINES_SHOWN) process.stderr.write(`guihu: ${bad} lines were left out in all\n`)
}

/** Lines joined to pieces of some size. */
function* inPieces<Item>(items: readonly Item[], toLine: (item: Item) => string): Generator<string> {
  let text = ''
  for (const item of items) {
    text += toLine(item)
    if (text.length < 1 << 16) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** Waits until the other side has taken it, so that nothing piles up. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()))
}
