import { writeFileSync } from 'node:fs'
import { parseCompanyName } from '../../src/normalize/company-name.ts'
import { foldKey } from '../../src/text/fold.ts'
import { hasData, readData, rowsOf } from '../quality/read-data.ts'

/** Counts how often characters stand in brands of the registry sample and writes the shipped table of them. */
const TARGET = new URL('../../src/model/brand-characters.ts', import.meta.url)
/** Rarer characters are all alike to the model. */
const LEAST = 4

if (!hasData()) throw new Error('the measuring data is not here: set GUIHU_DATA to its folder')
const counts = new Map<string, number>()
const lengths = new Map<number, number>()
let brands = 0
for (const { name } of rowsOf(await readData('registry.csv.gz'))) {
  const brand = foldKey(parseCompanyName(String(name)).brand)
  if (!/^\p{Script=Han}{2,6}$/u.test(brand)) continue
  brands++
  lengths.set(brand.length, (lengths.get(brand.length) ?? 0) + 1)
  for (const character of brand) counts.set(character, (counts.get(character) ?? 0) + 1)
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
/** Characters in classes of equal frequency, half a bit wide: the class is all that a weight needs. */
const classes = new Map<number, string>()
for (const [character, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
  if (count < LEAST) continue
  const bits = Math.round(-Math.log2(count / total) * 2)
  classes.set(bits, (classes.get(bits) ?? '') + character)
}
const lines = [...classes]
  .sort((a, b) => a[0] - b[0])
  .map(([bits, characters]) => `  [${bits / 2}, '${characters}'],`)
const shares = [2, 3, 4, 5, 6].map(
  (length) => `  [${length}, ${((lengths.get(length) ?? 0) / brands).toFixed(4)}],`,
)
writeFileSync(
  TARGET,
  `// Made by bench/train/brand-characters.ts from the brands of ${brands.toLocaleString('en')} registered companies. Do not edit.

/** Characters of brands by how rare they are: −log2 of their share of all characters in brands, in steps of half a bit. */
export const BRAND_CHARACTERS: readonly (readonly [number, string])[] = [
${lines.join('\n')}
]

/** The share of brands of a length. */
export const BRAND_LENGTHS: readonly (readonly [number, number])[] = [
${shares.join('\n')}
]
`,
)
console.log(`${brands} brands, ${counts.size} characters`)
