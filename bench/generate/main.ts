import { closeSync, openSync, writeSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { readBase } from './base.ts'
import { generateCustomers } from './generate.ts'

// npx tsx bench/generate/main.ts --records 10000 --seed 1 [--base FILE] --out FILE.csv --truth TRUTH.csv

interface Options {
  records: number
  seed: number
  base?: string
  out: string
  truth: string
}

/** Text written at once, in UTF-16 units. */
const CHUNK = 1 << 20

/** Writes the records and their truth as CSV; both begin with a heading row, lines end in LF. */
function writeCustomers({ records, seed, base, out, truth }: Options): number {
  const outFile = openSync(out, 'w')
  const truthFile = openSync(truth, 'w')
  let rows = 'record_id,source,name,credit_code,phone,address,contact,email\n'
  let answers = 'record_id,customer_id\n'
  let count = 0
  for (const record of generateCustomers({
    seed,
    records,
    ...(base ? { base: readBase(base, seed) } : {}),
  })) {
    count++
    const { record_id, source, name, credit_code, phone, address, contact, email } = record
    rows += `${record_id},${source},${quote(name)},${credit_code},${phone},${quote(address)},${contact},${email}\n`
    answers += `${record.record_id},${record.customer}\n`
    if (rows.length < CHUNK) continue
    writeSync(outFile, rows)
    writeSync(truthFile, answers)
    rows = ''
    answers = ''
  }
  writeSync(outFile, rows)
  writeSync(truthFile, answers)
  closeSync(outFile)
  closeSync(truthFile)
  return count
}

/** Only names and addresses, which may come from a base file, ever hold what CSV must quote. */
function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('a whole number is needed.')
  return number
}

const options = new Command('generate')
  .description('Writes hard customer data, and its truth, for measuring.')
  .requiredOption('--records <n>', 'how many records', wholeNumber)
  .option('--seed <n>', 'the same seed gives the same bytes', wholeNumber, 1)
  .option('--base <file>', 'CSV or CSV.gz of companies to build on: uscc, name, address, province, city')
  .requiredOption('--out <file>', 'the records')
  .requiredOption('--truth <file>', 'record_id, customer_id')
  .parse()
  .opts<Options>()

const count = writeCustomers(options)
if (count < options.records) process.stderr.write(`The base has companies for ${count} records only.\n`)
