import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cellText } from '../../src/data/table.ts'
import { type Evaluation, evaluate, parseIdentifier, type Records } from '../../src/index.ts'
import { readRecords } from '../../src/node.ts'
import type { Figure } from './figure.ts'
import { DATA } from './read-data.ts'

const run = promisify(execFile)
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const SEED = '1'

interface Input {
  readonly records: number
  /** Built on companies of the register instead of made-up ones. */
  readonly isReal: boolean
  readonly leastF1: number
}

const INPUTS: readonly Input[] = [
  { records: 10_000, isReal: false, leastF1: 0.98 },
  { records: 1_000_000, isReal: false, leastF1: 0.98 },
  { records: 20_000, isReal: true, leastF1: 0.97 },
  { records: 200_000, isReal: true, leastF1: 0.97 },
]

/** Hard made-up data with its truth, by the built command and its defaults. Takes some minutes and 3 GB of memory. */
export async function generated(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const input of INPUTS) figures.push(...(await measure(input)))
  return figures
}

async function measure({ records, isReal, leastF1 }: Input): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guihu-quality-'))
  try {
    const [file, truth, out] = ['records.csv', 'truth.csv', 'out'].map((name) => join(folder, name))
    const base = isReal ? ['--base', join(DATA, 'registry.csv.gz')] : []
    const made = ['--records', String(records), '--seed', SEED, '--out', file, '--truth', truth, ...base]
    await run(process.execPath, ['--import', 'tsx', pathOf('../generate/main.ts'), ...made])
    await run(process.execPath, [pathOf('../../dist/cli/main.js'), 'dedupe', file, '--out', out, '--quiet'])
    const crosswalk = await readRecords(join(out, 'crosswalk.csv'))
    const { pairs } = evaluate(crosswalk, await readRecords(truth))
    const title = `${records.toLocaleString('en')} records${isReal ? ' on the register' : ''}`
    return [...figuresOf(title, pairs, leastF1), twoCodes(title, await readRecords(file), crosswalk)]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function figuresOf(title: string, { precision, recall, f1 }: Evaluation['pairs'], least: number): Figure[] {
  return [
    {
      task: 'generated',
      figure: `${title}: F1 (precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)})`,
      value: f1.toFixed(4),
      bar: `≥ ${least}`,
      isMet: f1 >= least,
    },
  ]
}

/** Customers whose records have two valid credit codes. */
function twoCodes(title: string, records: Records, crosswalk: Records): Figure {
  const customerOf = new Map<string, string>()
  for (let row = 0; row < crosswalk.table.rowCount; row++)
    customerOf.set(textAt(crosswalk, 'record_id', row), textAt(crosswalk, 'customer_id', row))
  const codes = new Map<string, string>()
  const torn = new Set<string>()
  for (let row = 0; row < records.table.rowCount; row++) {
    const customer = customerOf.get(textAt(records, 'record_id', row)) ?? ''
    const { kind, grade, organisationCode } = parseIdentifier(textAt(records, 'credit_code', row))
    if (customer === '' || kind !== 'creditCode' || grade !== 'checked') continue
    if ((codes.get(customer) ?? organisationCode) !== organisationCode) torn.add(customer)
    codes.set(customer, organisationCode)
  }
  const figure = `${title}: customers with two valid credit codes`
  return { task: 'generated', figure, value: String(torn.size), bar: '= 0', isMet: torn.size === 0 }
}

function textAt({ table }: Records, name: string, row: number): string {
  const column = table.columns.find((known) => known.name === name)
  return column === undefined ? '' : cellText(column, row)
}
