import { type CsvFormat, scanRows } from './scan-csv.ts'

const CANDIDATES = [',', '\t', ';', '|'] as const

/** This many characters of a file tell its delimiter. */
export const SAMPLE_CHARACTERS = 1 << 16

/**
 * The delimiter under which most rows have the same number of cells, the more cells the better;
 * `,` when no delimiter parts anything. A first line `sep=;` (as Excel writes it) decides.
 * @example sniffDelimiter('名称;电话\n恒通;0351-1234567\n', '') // => ';'
 */
export function sniffDelimiter(text: string, extension: string): string {
  const declared = declaredDelimiter(text)
  if (declared !== '') return declared
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const loneReturns = hasLoneReturns(sample)
  let best = ','
  let bestWorth = 0
  for (const delimiter of CANDIDATES) {
    const counts = cellCounts(sample, { delimiter: delimiter.charCodeAt(0), loneReturns })
    const likes = (delimiter === '\t') === (extension === '.tsv') ? 1.01 : 1
    const worth = worthOf(counts) * likes
    if (worth > bestWorth) {
      best = delimiter
      bestWorth = worth
    }
  }
  return best
}

/** The delimiter of a first line `sep=;`, or ''. */
export function declaredDelimiter(text: string): string {
  return /^sep=([^"\r\n])\r?\n/i.exec(text.slice(0, 16))?.[1] ?? ''
}

/** A text whose lines end in a carriage return alone. */
export function hasLoneReturns(text: string): boolean {
  return text.includes('\r') && !text.includes('\n')
}

function cellCounts(text: string, format: CsvFormat): number[] {
  const counts: number[] = []
  const cells: string[] = []
  const row = (count: number): void => {
    if (count > 1 || cells[0].trim() !== '') counts.push(count)
  }
  scanRows(text, true, format, { cells, row, strayQuote() {} })
  // The sample may break off in its last row.
  if (counts.length > 1) counts.pop()
  return counts
}

// The commonest count above one, by how many cells it parts and in how many rows.
function worthOf(counts: readonly number[]): number {
  const rowsOf = new Map<number, number>()
  for (const count of counts) if (count > 1) rowsOf.set(count, (rowsOf.get(count) ?? 0) + 1)
  let worth = 0
  for (const [count, rows] of rowsOf) worth = Math.max(worth, (rows / counts.length) ** 2 * Math.log2(count))
  return worth
}
