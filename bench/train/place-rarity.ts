import { writeFileSync } from 'node:fs'
import { foldText } from '../../src/text/fold.ts'
import { hasData, readData, rowsOf } from '../quality/read-data.ts'

/** Counts how often two characters stand side by side in addresses and writes the shipped table of the commonest pairs. */
const TARGET = new URL('../../src/normalize/lexicon/place-rarity.ts', import.meta.url)
/** Pairs kept; rarer ones are all alike to the comparison. */
const KEPT = 4000
/** Places in the judged pairs lie on maps of all China, the registry's in business districts: each of the former counts so much. */
const MAP_WEIGHT = 4

if (!hasData()) throw new Error('the measuring data is not here: set GUIHU_DATA to its folder')

const counts = new Map<string, number>()
let total = 0

function count(texts: Iterable<string>, weight: number): void {
  for (const text of texts) {
    const pairs = new Set<string>()
    for (const run of foldText(text).match(/[\u4e00-\u9fff]{2,}/g) ?? [])
      for (let i = 1; i < run.length; i++) pairs.add(run.slice(i - 1, i + 1))
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + weight)
    total += weight
  }
}

const column = async (file: string, name: string) =>
  rowsOf(await readData(file)).map((row) => String(row[name]))
count(await column('registry.csv.gz', 'address'), 1)
count(await column('bank_branches.csv.gz', 'address'), 1)
count(
  new Set([...(await column('address_pairs.csv', 'a')), ...(await column('address_pairs.csv', 'b'))]),
  MAP_WEIGHT,
)

const commonest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT)
const classes = new Map<number, string>()
for (const [pair, times] of commonest) {
  const bits = Math.round(-Math.log2(times / total) * 2) / 2
  classes.set(bits, (classes.get(bits) ?? '') + pair)
}
const lines = [...classes].sort((a, b) => a[0] - b[0]).map(([bits, pairs]) => `${bits} ${pairs}`)
writeFileSync(
  TARGET,
  `/**
 * Pairs of neighbouring characters in addresses by how rare they are: −log2 of the share of addresses that have them, in
 * steps of half a bit, then the pairs in a row. Pairs not listed are rarer. Made by bench/train/place-rarity.ts; do not edit.
 */
export const PLACE_RARITY = \`
${lines.join('\n')}
\`
`,
)
console.log(`${commonest.length} of ${counts.size} pairs`)
